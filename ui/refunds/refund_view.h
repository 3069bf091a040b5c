// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include <QWidget>

#include "models/workflow/explain_order.h"
#include "models/workflow/goods_view.h"
#include "ui/common/desk_context.h"
#include "ui/decisions/request_reader.h"
#include "ui/tickets/cell_table.h"

class QBoxLayout;
class QLabel;

namespace aftercharge {

class BasisView;
class ChangesView;
class FactList;
class KpiTile;
class VotesView;

// One refund as the requester saw it: what was paid, what went back before, this amount and
// what stays, of goods the items, then its basis word for word, then who asked, who approved,
// what the gateway said, and the proof. While it waits the figures are those of its picture, and
// what is another now stands beside them.
class RefundView : public QWidget {
    Q_OBJECT
public:
    explicit RefundView(DeskContext &context, QWidget *parent = nullptr);

    void show_refund(const Refund &refund);
    // Of the refund that is shown: its approvals, and whether its picture still holds.
    void read_request();
    const std::optional<Refund> &refund() const { return refund_; }
    // The order of a goods refund; nothing until it was read.
    std::shared_ptr<const GoodsDossier> goods() const { return goods_; }
    // Its approvals, its picture, its batch; nothing until they were read.
    const std::optional<RequestFacts> &request() const { return reader_.facts(); }

Q_SIGNALS:
    void goodsRead();
    void requestRead();
    void batchRequested(const aftercharge::BatchNo &batch_no);

private:
    void build_figures(QBoxLayout &column);
    void build_items(QBoxLayout &column);
    void build_request(QBoxLayout &column);
    void build_seen(QBoxLayout &column);
    void show_request();
    // Of the picture, while it waits.
    const ApprovalPicture *seen_picture() const;
    void show_seen_figures(const ApprovalPicture &picture);
    void ask_charging();
    void ask_goods();
    void show_figures(const Money &paid, const std::vector<Refund> &all, const QString &paid_note);
    void show_items();
    void show_trouble(const Error &error);

    DeskContext &context_;
    std::optional<Refund> refund_;
    std::shared_ptr<const GoodsDossier> goods_;
    RequestReader reader_;
    VotesView *votes_;
    ChangesView *changes_;
    QWidget *seen_part_;
    FactList *seen_;
    KpiTile *paid_;
    KpiTile *before_;
    KpiTile *amount_;
    KpiTile *stays_;
    QLabel *trouble_;
    QWidget *items_part_;
    CellTable items_;
    BasisView *basis_;
    FactList *facts_;
};

}  // namespace aftercharge

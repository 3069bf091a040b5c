// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include <QWidget>

#include "models/workflow/explain_order.h"
#include "models/workflow/goods_view.h"
#include "ui/common/desk_context.h"
#include "ui/tickets/cell_table.h"

class QBoxLayout;
class QLabel;

namespace aftercharge {

class BasisView;
class FactList;
class KpiTile;

// One refund as the requester saw it: what was paid, what went back before, this amount and
// what stays, of goods the items, then its basis word for word, then who asked, who approved,
// what the gateway said, and the proof.
class RefundView : public QWidget {
    Q_OBJECT
public:
    explicit RefundView(DeskContext &context, QWidget *parent = nullptr);

    void show_refund(const Refund &refund);
    const std::optional<Refund> &refund() const { return refund_; }
    // The order of a goods refund; nothing until it was read.
    std::shared_ptr<const GoodsDossier> goods() const { return goods_; }

Q_SIGNALS:
    void goodsRead();

private:
    void build_figures(QBoxLayout &column);
    void build_items(QBoxLayout &column);
    void ask_charging();
    void ask_goods();
    void show_figures(const Money &paid, const std::vector<Refund> &all, const QString &paid_note);
    void show_items();
    void show_trouble(const Error &error);

    DeskContext &context_;
    std::optional<Refund> refund_;
    std::shared_ptr<const GoodsDossier> goods_;
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

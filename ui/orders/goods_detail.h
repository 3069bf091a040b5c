// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QWidget>

#include "models/workflow/goods_view.h"
#include "ui/common/desk_context.h"
#include "ui/tickets/cell_table.h"
#include "ui/tickets/ticket_words.h"

class QBoxLayout;
class QLabel;
class QStackedLayout;

namespace aftercharge {

class Banner;
class Card;
class EmptyState;
class FactList;
class KpiTile;
class StateChip;

// One goods order: what was paid, refunded and can still be, its lines with their discounts, the
// payment, its parcels with what happened to the chosen one, refunds, claims, movements, log.
class GoodsDetail : public QWidget {
    Q_OBJECT
public:
    explicit GoodsDetail(DeskContext &context, QWidget *parent = nullptr);

    // Reads the order anew; what is shown of the same order stays until the answer is there.
    void show_order(const OrderNo &order_no);
    const OrderNo &order_no() const { return order_no_; }

Q_SIGNALS:
    void openTicketRequested(const aftercharge::OrderNo &order_no);

private:
    void build_card();
    void build_figures(QBoxLayout &column);
    void build_lines(QBoxLayout &column);
    void build_parcels(QBoxLayout &column);
    void build_money(QBoxLayout &column);
    void came(const GoodsDossier &goods);
    void refused(const Error &error);
    void show_figures();
    void show_tables();
    void show_parcel(int row);

    DeskContext &context_;
    PeopleNames people_;
    OrderNo order_no_;
    std::optional<GoodsDossier> goods_;
    QStackedLayout *stack_;
    EmptyState *empty_;
    Card *card_;
    StateChip *state_;
    QLabel *origin_;
    Banner *trouble_;
    Banner *lock_;
    KpiTile *paid_;
    KpiTile *refunded_;
    KpiTile *refundable_;
    KpiTile *gateway_;
    FactList *payment_;
    QLabel *address_;
    CellTable lines_, discounts_, parcels_, parcel_log_, refunds_, claims_, movements_, log_;
};

}  // namespace aftercharge

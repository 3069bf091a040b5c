// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QWidget>

#include "models/workflow/explain_order.h"
#include "ui/common/desk_context.h"

class QBoxLayout;
class QLabel;
class QStackedLayout;
class QStackedWidget;

namespace aftercharge {

class Banner;
class Card;
class CurveView;
class DataTable;
class EmptyState;
class FeeTableModel;
class KpiTile;
class OrderLogModel;
class ReadingsModel;
class StateChip;
class TransferModel;

// One order: what was paid, returned, refunded and is owed, its curve, how the fee comes
// about, its log and its movements of money.
class OrderDetail : public QWidget {
    Q_OBJECT
public:
    explicit OrderDetail(DeskContext &context, QWidget *parent = nullptr);

    // Reads the order anew; what is shown of the same order stays until the answer is there.
    void show_order(const OrderNo &order_no);
    void show_nothing();
    const OrderNo &order_no() const { return order_no_; }

Q_SIGNALS:
    void openTicketRequested(const aftercharge::OrderNo &order_no);

private:
    void build_card();
    void build_figures(QBoxLayout &column);
    void build_readings();
    void toggle_readings();
    void build_tables(QBoxLayout &column);
    void explained(const OrderExplanation &explanation);
    void show_figures(const OrderExplanation &explanation, const Format &format);
    void show_curve(const OrderExplanation &explanation, const Format &format);
    void show_fee(const PricedSession &priced, const Format &format);
    void refused(const Error &error);

    DeskContext &context_;
    OrderNo order_no_;
    QStackedLayout *stack_;
    EmptyState *empty_;
    Card *card_;
    StateChip *state_;
    QLabel *origin_;
    QLabel *stop_;
    Banner *trouble_;
    KpiTile *fee_;
    KpiTile *paid_;
    KpiTile *owed_;
    KpiTile *returned_;
    KpiTile *refunded_;
    KpiTile *energy_;
    CurveView *curve_;
    QStackedWidget *pictures_;
    ReadingsModel *readings_model_;
    DataTable *readings_table_;
    FeeTableModel *fee_model_;
    DataTable *fee_table_;
    OrderLogModel *log_model_;
    DataTable *log_table_;
    TransferModel *transfer_model_;
    DataTable *transfer_table_;
};

}  // namespace aftercharge

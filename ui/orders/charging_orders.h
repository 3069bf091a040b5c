// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QWidget>

#include "models/domain/charging_order.h"
#include "ui/common/desk_context.h"

class QButtonGroup;

namespace aftercharge {

class BatchSheet;
class Card;
class ChosenOrders;
class FindField;
class OrderDetail;
class OrderTableModel;
class PagedTable;
class ViewSwitch;

// Charging orders: found by state and search, each with the whole of its money at the right.
// Several chosen together (Shift, Ctrl, Space) can be refunded as one batch.
class ChargingOrders : public QWidget {
    Q_OBJECT
public:
    explicit ChargingOrders(DeskContext &context, QWidget *parent = nullptr);

    // Shows this order, also when the list does not hold it.
    void show_order(const OrderNo &order_no);
    ViewSwitch *view_switch() const { return switch_; }

Q_SIGNALS:
    void openTicketRequested(const aftercharge::OrderNo &order_no);
    void batchRequested(const aftercharge::BatchNo &batch_no);
    void toast(const QString &text);

protected:
    void focusInEvent(QFocusEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *make_list();
    QWidget *make_chips(QWidget *parent);
    void follow_feed();
    void show_again();
    void ask();
    void show_all();
    void select_shown();
    void connect_batch();
    void read_chosen();
    bool choose_again();
    void refund_chosen();

    DeskContext &context_;
    OrderTableModel *model_;
    PagedTable *table_;
    FindField *find_;
    ViewSwitch *switch_;
    QButtonGroup *states_;
    OrderDetail *detail_;
    ChosenOrders *strip_;
    BatchSheet *batch_sheet_;
    std::vector<ChargingOrder> chosen_;  // several, in the order of the table; else none
};

}  // namespace aftercharge

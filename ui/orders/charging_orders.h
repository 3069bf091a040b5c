// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QWidget>

#include "models/domain/charging_order.h"
#include "ui/common/desk_context.h"

class QButtonGroup;

namespace aftercharge {

class Card;
class FindField;
class OrderDetail;
class OrderTableModel;
class PagedTable;
class ViewSwitch;

// Charging orders: found by state and search, each with the whole of its money at the right.
class ChargingOrders : public QWidget {
    Q_OBJECT
public:
    explicit ChargingOrders(DeskContext &context, QWidget *parent = nullptr);

    // Shows this order, also when the list does not hold it.
    void show_order(const OrderNo &order_no);
    ViewSwitch *view_switch() const { return switch_; }

Q_SIGNALS:
    void openTicketRequested(const aftercharge::OrderNo &order_no);
    void toast(const QString &text);

protected:
    void focusInEvent(QFocusEvent *event) override;

private:
    QWidget *make_list();
    QWidget *make_chips(QWidget *parent);
    void follow_feed();
    void show_again();
    void ask();
    void show_all();
    void select_shown();

    DeskContext &context_;
    OrderTableModel *model_;
    PagedTable *table_;
    FindField *find_;
    ViewSwitch *switch_;
    QButtonGroup *states_;
    OrderDetail *detail_;
};

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "models/domain/id.h"
#include "ui/common/desk_context.h"

class QStackedWidget;

namespace aftercharge {

class ChargingOrders;
class GoodsOrders;

// Orders of both kinds that the network sells, each kind with its list and its detail; a switch
// beside the title goes from one to the other.
class OrdersPage : public QWidget {
    Q_OBJECT
public:
    explicit OrdersPage(DeskContext &context, QWidget *parent = nullptr);

    enum View { Charging, Goods };
    View view() const;
    void show_view(View view);
    // Shows this order, also when the list does not hold it.
    void show_order(const OrderNo &order_no);
    void show_goods_order(const OrderNo &order_no);

Q_SIGNALS:
    void openTicketRequested(const aftercharge::OrderNo &order_no);
    void batchRequested(const aftercharge::BatchNo &batch_no);
    void toast(const QString &text);

protected:
    void focusInEvent(QFocusEvent *event) override;

private:
    QStackedWidget *stack_;
    ChargingOrders *charging_;
    GoodsOrders *goods_;
};

}  // namespace aftercharge

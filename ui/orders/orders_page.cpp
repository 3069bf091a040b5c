// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/orders_page.h"

#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/common/view_switch.h"
#include "ui/orders/charging_orders.h"
#include "ui/orders/goods_orders.h"

namespace aftercharge {

OrdersPage::OrdersPage(DeskContext &context, QWidget *parent)
    : QWidget(parent), stack_(new QStackedWidget(this)), charging_(new ChargingOrders(context)),
      goods_(new GoodsOrders(context))
{
    setFocusPolicy(Qt::ClickFocus);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 12, 14, 12);
    column->addWidget(stack_);
    stack_->addWidget(charging_);
    stack_->addWidget(goods_);
    connect(charging_, &ChargingOrders::openTicketRequested, this, &OrdersPage::openTicketRequested);
    connect(charging_, &ChargingOrders::batchRequested, this, &OrdersPage::batchRequested);
    connect(charging_, &ChargingOrders::toast, this, &OrdersPage::toast);
    connect(goods_, &GoodsOrders::openTicketRequested, this, &OrdersPage::openTicketRequested);
    connect(goods_, &GoodsOrders::toast, this, &OrdersPage::toast);
    for (ViewSwitch *choice : {charging_->view_switch(), goods_->view_switch()}) {
        connect(choice, &ViewSwitch::chosen, this, [this](int view) {
            show_view(static_cast<View>(view));
            (view == Goods ? goods_->view_switch() : charging_->view_switch())->take_focus();
        });
    }
    show_view(Charging);
}

OrdersPage::View OrdersPage::view() const
{
    return static_cast<View>(stack_->currentIndex());
}

void OrdersPage::show_view(View view)
{
    stack_->setCurrentIndex(view);
    charging_->view_switch()->set_current(view);
    goods_->view_switch()->set_current(view);
}

void OrdersPage::show_order(const OrderNo &order_no)
{
    show_view(Charging);
    charging_->show_order(order_no);
}

void OrdersPage::show_goods_order(const OrderNo &order_no)
{
    show_view(Goods);
    goods_->show_order(order_no);
}

void OrdersPage::focusInEvent(QFocusEvent *)
{
    stack_->currentWidget()->setFocus(Qt::OtherFocusReason);
}

}  // namespace aftercharge

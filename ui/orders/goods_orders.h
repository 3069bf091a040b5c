// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "models/domain/goods_order.h"
#include "ui/common/desk_context.h"

class QButtonGroup;

namespace aftercharge {

class FindField;
class GoodsDetail;
class GoodsTableModel;
class PagedTable;
class ViewSwitch;

// Goods orders: found by state and search, each with its lines, parcels and money at the right.
class GoodsOrders : public QWidget {
    Q_OBJECT
public:
    explicit GoodsOrders(DeskContext &context, QWidget *parent = nullptr);

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
    void ask();
    void show_all();
    void select_shown();

    DeskContext &context_;
    GoodsTableModel *model_;
    PagedTable *table_;
    FindField *find_;
    ViewSwitch *switch_;
    QButtonGroup *states_;
    GoodsDetail *detail_;
};

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QWidget>

#include "models/domain/charging_order.h"
#include "ui/common/desk_context.h"

class QLabel;

namespace aftercharge {

class Button;

// A strip over the table while several sessions are chosen: how many, and what can be done with
// them. Hidden for one.
class ChosenOrders : public QWidget {
    Q_OBJECT
public:
    explicit ChosenOrders(DeskContext &context, QWidget *parent = nullptr);
    void show_orders(const std::vector<ChargingOrder> &orders);

Q_SIGNALS:
    void refundRequested();
    void cleared();

private:
    DeskContext &context_;
    QLabel *words_;
    Button *clear_;
    Button *refund_;
};

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/chosen_orders.h"

#include <QHBoxLayout>
#include <QLabel>

#include "models/workflow/refund_batch.h"
#include "ui/common/button.h"
#include "ui/common/labels.h"

namespace aftercharge {

namespace {

bool may_ask(const Operator &person)
{
    return person.role == Role::Agent || person.role == Role::Supervisor || person.role == Role::Administrator;
}

}  // namespace

ChosenOrders::ChosenOrders(DeskContext &context, QWidget *parent)
    : QWidget(parent), context_(context), words_(make_label(LabelRole::Body, {}, this)),
      clear_(new Button(context.themes, ButtonRole::Quiet, tr("Choose one only"), this)),
      refund_(new Button(context.themes, ButtonRole::Primary, {}, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Space::m, 0, Space::m, Space::s);
    row->setSpacing(Space::s);
    words_->setObjectName(QStringLiteral("chosen"));
    words_->setWordWrap(true);
    row->addWidget(words_, 1);
    row->addWidget(clear_);
    refund_->setObjectName(QStringLiteral("refund_chosen"));
    refund_->set_key_hint(QStringLiteral("B"));
    row->addWidget(refund_);
    hide();
    connect(clear_, &QPushButton::clicked, this, &ChosenOrders::cleared);
    connect(refund_, &QPushButton::clicked, this, &ChosenOrders::refundRequested);
}

void ChosenOrders::show_orders(const std::vector<ChargingOrder> &orders)
{
    setVisible(orders.size() > 1);
    if (orders.size() < 2)
        return;
    Money fees = Money::zero(context_.network.currency);
    for (const ChargingOrder &order : orders)
        fees = add(fees, order.fee).value_or(fees);
    const bool too_many = orders.size() > max_batch_rows;
    words_->setText(too_many ? tr("%1 sessions chosen: at most %2 at once").arg(orders.size()).arg(max_batch_rows)
                    : !may_ask(context_.person)
                        ? tr("%1 sessions chosen. Your role does not refund.").arg(orders.size())
                        : tr("%1 sessions, fees %2").arg(orders.size()).arg(context_.format.money(fees)));
    refund_->setVisible(may_ask(context_.person));
    refund_->setEnabled(!too_many);
    refund_->setText(tr("Refund %1 sessions…").arg(orders.size()));
    refund_->updateGeometry();
}

}  // namespace aftercharge

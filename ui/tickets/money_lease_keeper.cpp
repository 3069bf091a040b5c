// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/money_lease_keeper.h"

#include <utility>

#include <QTimer>

#include "models/workflow/presence_desk.h"

namespace aftercharge {

MoneyLeaseKeeper::MoneyLeaseKeeper(PresenceDesk &desk, const OrderNo &order_no, QObject *parent)
    : QObject(parent), desk_(desk), order_no_(order_no), renew_(new QTimer(this))
{
    renew_->setInterval(money_lease_renewed_after);
    connect(renew_, &QTimer::timeout, this, &MoneyLeaseKeeper::ask);
}

MoneyLeaseKeeper::~MoneyLeaseKeeper()
{
    give_back();
}

void MoneyLeaseKeeper::ask()
{
    asked_ = true;
    desk_.take_money_lease(order_no_).then(this, [this](const Result<MoneyLease> &lease) {
        if (!asked_)
            return;
        holder_ = lease ? std::nullopt : lease_holder(lease.error());
        if (holder_) {
            // Whoever waits asks again himself: it is not to be snatched away behind his back.
            renew_->stop();
            Q_EMIT refused(*holder_);
            return;
        }
        renew_->start();
        Q_EMIT granted();
    });
}

void MoneyLeaseKeeper::give_back()
{
    renew_->stop();
    if (std::exchange(asked_, false) && !holder_)
        desk_.drop_money_lease(order_no_);
}

}  // namespace aftercharge

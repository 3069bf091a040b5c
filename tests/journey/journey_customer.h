// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "app/sim/customer_client.h"
#include "tests/journey/journey_desk.h"

namespace aftercharge {

// The customer of an order at the customer channel: complains, and hears what becomes of it.
class JourneyCustomer {
public:
    JourneyCustomer(JourneyDesk &desk, const OrderNo &order_no);

    void complain(const QString &reason, const QString &text);
    // Empty until the channel has answered.
    const QString &ticket_no() const { return ticket_no_; }
    // The Chinese sentence of the newest notice of this kind; empty: none came.
    QString heard(NoticeKind kind) const { return notices_.value(QString::fromUtf8(to_text(kind).data())); }

private:
    std::unique_ptr<sim::CustomerClient> client_;
    QString ticket_no_;
    QHash<QString, QString> notices_;
};

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QCoreApplication>

#include "models/domain/actor.h"
#include "models/domain/charging_order.h"
#include "models/domain/refund.h"
#include "models/domain/ticket.h"

namespace aftercharge {

// The words a person reads for the values of the domain, in one place.
class EnumWords {
    Q_DECLARE_TR_FUNCTIONS(aftercharge::EnumWords)
public:
    static QString role(Role role);
    static QString source(Source source);
    static QString order_state(OrderState state);
    static QString settlement(Settlement settlement);
    static QString stop_reason(StopReason reason);
    static QString ticket_kind(TicketKind kind);
    static QString ticket_state(TicketState state);
    static QString refund_status(RefundStatus status);
    static QString approval_state(ApprovalState state);
    static QString refund_kind(RefundKind kind);
    static QString reason_code(ReasonCode code);
};

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "models/domain/refund.h"
#include "models/workflow/work.h"

namespace aftercharge {

struct RefundDraft {
    RefundKind kind = RefundKind::Refund;
    OrderNo order_no;
    TicketNo ticket_no;  // empty: without a ticket
    Money amount;
    ReasonCode reason_code = ReasonCode::CustomerRequest;
    std::string note;
    std::string basis;  // how the amount was computed, as the requester saw it
    OperatorName requested_by;
};

// Records the request. Within the requester's own limit, which counts for all that he granted
// of this order by himself, it is approved at once and posted by the effect worker; above it, and
// where the rules ask for several people, it waits, with the picture of what it was asked on. Errors: order.not_found, state.not_allowed (not yet settled),
// refund.exceeds_paid, money.not_positive, operator.not_found, operator.disabled, ticket.not_found,
// input.invalid (another order's ticket).
Result<Refund> request_refund(Work &work, const RefundDraft &draft);

// Another person's approval of exactly what was requested: `amount` is what the approver saw. It
// is his vote; where the rules ask for more people the refund goes on waiting, and comes back so.
// Errors, with nothing written: refund.own_request, refund.exceeds_limit, refund.changed,
// refund.already_decided, refund.expired, refund.in_batch, approval.already_given.
// approval.voided: what it was asked on is another now (the detail names it); the refund has been
// sent back by the system, which is committed although this fails.
Result<Refund> approve_refund(Work &work, const RefundNo &refund_no, const Money &amount, const OperatorName &by);

// Back to the requester, with a reason; the request is closed, the ticket in review again. One of
// a batch goes back with it alone: refund.in_batch.
Result<Refund> send_back_refund(Work &work, const RefundNo &refund_no, const std::string &reason,
                                const OperatorName &by);

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/settlement/goods.h"
#include "models/workflow/work.h"

namespace aftercharge {

// A refund of a goods order as a person decides it.
struct GoodsRefundDraft {
    OrderNo order_no;
    TicketNo ticket_no;            // empty: without a ticket
    bool before_shipment = false;  // everything, after every label was cancelled; `lines` empty
    std::vector<LineQuantity> lines;
    std::optional<Money> amount;  // less than the lines are worth; none: all of it
    ReasonCode reason_code = ReasonCode::CustomerRequest;
    std::string note;
    std::string basis;
    OperatorName requested_by;
};

// What the draft comes to, without deciding anything. Errors as of request_goods_refund.
Result<RefundQuote> quote_goods_refund(LedgerReader &ledger, const GoodsRefundDraft &draft);

// Records the request; limits, approvals and tickets as of request_refund. Before shipment the
// order is locked at once against shipping, until the refund ends. By the approval the money is
// promised (revenue → refunds_payable) and what is to be done goes to the outbox: first
// CancelLabel for each label there is, then SendRefund.
// Errors: order.not_found, order.not_paid, order.locked, state.not_allowed, shipment.has_left
// (before shipment), order_item.not_found, order_item.units_not_left, refund.exceeds_paid,
// money.not_positive, operator.*, ticket.not_found, input.invalid.
Result<Refund> request_goods_refund(Work &work, const GoodsRefundDraft &draft);

// Of a refund that failed or was closed at the gateway. A new one under a new number with the
// same units, reason and ticket (retry_of), approved like any; where the gateway repairs
// under the same number (`repairable`), that is asked for instead and the same refund returned.
// Errors: refund.not_found, refund.not_failed, and those of request_goods_refund.
Result<Refund> retry_refund(Work &work, const RefundNo &refund_no, const OperatorName &by);

// The same money paid by a person outside of the gateway; `proof` says how (a bank reference).
// A refund of kind BY_HAND, approved like any. Errors as above; input.invalid without a proof;
// refund.repairable: the gateway still holds it.
Result<Refund> settle_by_hand(Work &work, const RefundNo &refund_no, const std::string &proof, const OperatorName &by);

}  // namespace aftercharge

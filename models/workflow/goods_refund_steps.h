// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "models/domain/notice.h"
#include "models/settlement/goods.h"
#include "models/workflow/work.h"

namespace aftercharge {

// The life of a goods refund, step by step, each within the caller's unit of work: what persons
// (refund_goods, claims) and answers (hear_gateway, run_effects) share. Every step writes the
// refund (update, by version), its movements, the order, the ticket and the notice; none of
// them commits. Movements carry the order's number as reference. The one that pays (RefundPaid,
// RefundByHand, CouponIssued) has the refund's own transfer_id, RefundReversed `corrects` it.

// What a refund is made of beside its order and its quote.
struct GoodsRefundSpec {
    RefundKind kind = RefundKind::GoodsRefund;
    TicketNo ticket_no;
    bool before_shipment = false;
    ReasonCode reason_code = ReasonCode::CustomerRequest;
    std::string note;
    std::string basis;  // empty: composed from the quote, one line a row
    Source initiator = Source::Admin;
    OperatorName requested_by;  // of a claim's SYSTEM refund: who opened the claim
    ClaimNo claim_no;
    RefundNo retry_of;
};

// Whether an order may be refunded: order.not_paid, order.locked, state.not_allowed (before
// shipment: PAID or FULFILLED only; REFUNDED where the refund stands in for one that was taken back).
Result<void> check_refundable(const GoodsOrder &order, bool before_shipment, bool stands_in);

// Inserts it (INIT, WAITING; its units held from now on; before shipment: the order locked).
// `order` is updated where it is locked. Errors: those of check_refundable, state.not_allowed (a
// refund of it is being repaired at the gateway), money.not_positive, and the store's
// order_item.units_not_left, refund.exceeds_paid. No audit, no ticket: see ask_goods_refund.
Result<Refund> make_goods_refund(UnitOfWork &unit, Work &work, GoodsOrder &order, const RefundQuote &quote,
                                 const GoodsRefundSpec &spec);

// A person's request: makes it, notes it (audit refund.request), approves it at once where he
// may grant it alone, else it waits; moves the ticket. For decide_claim's cover and coupon too.
Result<Refund> ask_goods_refund(UnitOfWork &unit, Work &work, GoodsOrder &order, const RefundQuote &quote,
                                const GoodsRefundSpec &spec, const Operator &person);

// A SYSTEM refund that a claim's approval covers: the approvals row names the claim's approver.
// Promises the money, adds SendRefund, moves the ticket to WAITING_PAYMENT. Errors: state.not_allowed (the
// claim is not approved by this person), claim.exceeds_limit (above its "up to X").
Result<void> approve_by_system(UnitOfWork &unit, Work &work, Refund &refund, const OperatorName &approver);
// A SYSTEM refund that is left WAITING for a person (above "up to X"): audit and ticket.
Result<void> leave_to_approval(UnitOfWork &unit, Work &work, const Refund &refund);

// What an approval sets off for goods (record_approval calls it): RefundPromised, then by kind
// PostRefund, CancelLabel for each label, or SendRefund. Errors: shipment.has_left.
Result<void> carry_out_goods_refund(UnitOfWork &unit, Work &work, const Refund &refund, const Actor &actor);

// Before shipment, when a label was cancelled: adds SendRefund once every parcel is CANCELLED.
Result<void> send_when_all_cancelled(UnitOfWork &unit, Work &work, const Refund &refund, const Actor &actor);
// Before shipment, a label that cannot be cancelled: end_goods_refund with CLOSED and
// RefundStopped, and ends the CancelLabel rows of the order that are still to be done.
Result<void> stop_before_shipment(UnitOfWork &unit, Work &work, Refund &refund, const std::string &words);

// The gateway has it: PENDING by `event` (Accepted, or VerifiedPending of a FAIL, whose money is
// promised again first), notice GoodsRefundSent once. Set external_refund_id and gateway_words
// before. Errors: state.not_allowed; promising again: refund.exceeds_paid, order_item.units_not_left, with
// nothing written.
Result<void> accept_goods_refund(UnitOfWork &unit, Work &work, Refund &refund,
                                 RefundEvent event = RefundEvent::Accepted);

// SUCCESS by `event` (Succeeded, or VerifiedSuccess of a FAIL, promised again first; errors as
// above), of every goods kind: the paying movement; orders.refunded (not of a coupon); paid in full →
// REFUNDED (source ADMIN, SYSTEM for a claim's); the lock off; the claim of a refund CLOSED with
// decision REFUND; ticket Resolved with the proof; notice GoodsRefundDone or CouponIssued.
Result<void> complete_goods_refund(UnitOfWork &unit, Work &work, Refund &refund,
                                   RefundEvent event = RefundEvent::Succeeded);

// FAIL or CLOSED by `event` (Failed, Closed): RefundReleased, units given back by the store, the lock
// off, ticket Answered (reopened when it was over) with the sentence `words`, and `notice`. Set
// repairable and gateway_words before.
Result<void> end_goods_refund(UnitOfWork &unit, Work &work, Refund &refund, RefundEvent event, const std::string &words,
                              NoticeKind notice = NoticeKind::GoodsRefundFailed);

// Taken back after SUCCESS: RefundReversed, orders.refunded less; the order keeps REFUNDED.
Result<void> reverse_goods_refund(UnitOfWork &unit, Work &work, Refund &refund, const std::string &words);

// The lock off, where it is this refund's. Nothing for a refund of a charging order.
Result<void> unlock_goods_order(UnitOfWork &unit, Work &work, const Refund &refund);

// Of a refund whose state moves with nothing else (UNKNOWN): by the table, written and told.
Result<void> advance_refund(UnitOfWork &unit, Work &work, Refund &refund, RefundEvent event);

}  // namespace aftercharge

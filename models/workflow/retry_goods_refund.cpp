// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/before_shipment.h"
#include "models/workflow/goods_refund_money.h"
#include "models/workflow/goods_refund_steps.h"
#include "models/workflow/ledger_steps.h"
#include "models/workflow/operator_rights.h"
#include "models/workflow/refund_goods.h"
#include "models/workflow/refund_line.h"
#include "models/workflow/refund_steps.h"

namespace aftercharge {
namespace {

constexpr std::size_t most_proof_bytes = 500;

// A refund whose money did not stay with the customer, and that nothing stands in for yet.
Result<Refund> failed_refund(UnitOfWork &unit, const RefundNo &refund_no)
{
    auto refund = unit.refunds().find(refund_no);
    if (!refund)
        return refund;
    if (!is_of_goods(refund->kind))
        return fail(ErrorCode::InputInvalid, refund_no.text() + " is of a charging order: request a new one");
    const bool failed = refund->approval == ApprovalState::Approved && !holds_money(*refund);
    if (!failed)
        return fail(ErrorCode::RefundNotFailed, refund_no.text() + " is " + std::string(to_text(refund->status)));
    const auto other = stand_in_of(unit, *refund);
    if (!other)
        return pass_on(other);
    if (*other)
        return fail(ErrorCode::RefundNotFailed, (*other)->text() + " stands in for " + refund_no.text());
    return refund;
}

// The same units and amounts again.
Result<RefundQuote> quote_again(UnitOfWork &unit, const Refund &refund)
{
    auto units = unit.refunds().units(refund.refund_no);
    if (!units)
        return pass_on(units);
    RefundQuote quote;
    quote.total = quote.at_most = refund.amount;
    for (const RefundItem &item : refund.items)
        quote.lines.push_back({.item = item, .parts = {}, .already = {}});
    quote.units = std::move(*units);
    return quote;
}

GoodsRefundSpec spec_again(const Refund &refund, const OperatorName &by)
{
    GoodsRefundSpec spec;
    spec.kind = refund.kind;
    spec.ticket_no = refund.ticket_no;
    spec.before_shipment = refund.before_shipment;
    spec.reason_code = refund.reason_code;
    spec.note = refund.note;
    spec.basis = refund.basis + "\nIn place of " + refund.refund_no.text() + ", " +
                 std::string(to_text(refund.status)) +
                 (refund.gateway_words.empty() ? "" : ": " + refund.gateway_words);
    spec.requested_by = by;
    spec.claim_no = refund.claim_no;
    spec.retry_of = refund.refund_no;
    return spec;
}

Result<Refund> ask_again(UnitOfWork &unit, Work &work, const Refund &refund, const GoodsRefundSpec &spec,
                         const Operator &person)
{
    auto order = unit.goods().find(refund.order_no);
    if (!order)
        return pass_on(order);
    const auto quote = quote_again(unit, refund);
    if (!quote)
        return pass_on(quote);
    if (spec.before_shipment) {
        if (auto checked = check_not_left(unit.shipments(), order->order_no); !checked)
            return pass_on(checked);
        if (auto stopped = stop_label_purchases(unit, work, order->order_no); !stopped)
            return pass_on(stopped);
    }
    return ask_goods_refund(unit, work, *order, *quote, spec, person);
}

// Under the same number, which is approved already. The money is promised again when the gateway
// has taken it up; whether it could be is asked before.
Result<void> ask_repair(UnitOfWork &unit, Work &work, const Refund &refund, const Actor &actor)
{
    if (auto checked = check_can_hold_again(unit, refund); !checked)
        return checked;
    if (auto added = add_effect(unit, work, EffectKind::RepairRefund, refund.refund_no.text(), actor); !added)
        return added;
    return bring_refund_ticket(unit, work, refund, TicketEvent::PaymentSent, actor,
                               refund.refund_no.text() + " is repaired at the gateway");
}

Result<void> note_retry(UnitOfWork &unit, Work &work, const Refund &refund, const std::string &action,
                        const std::string &detail, const OperatorName &by)
{
    return audit(unit, work, actor_of(by), action, "payment_refund", refund.refund_no.text(), detail);
}

}  // namespace

Result<Refund> retry_refund(Work &work, const RefundNo &refund_no, const OperatorName &by)
{
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    const auto person = permitted_operator((*unit)->registry(), by, Right::DecideTickets);
    if (!person)
        return pass_on(person);
    auto failed = failed_refund(**unit, refund_no);
    if (!failed)
        return failed;
    Refund result = *failed;
    if (failed->status == RefundStatus::Fail && failed->repairable) {
        if (auto asked = ask_repair(**unit, work, *failed, actor_of(by)); !asked)
            return pass_on(asked);
    } else {
        auto again = ask_again(**unit, work, *failed, spec_again(*failed, by), *person);
        if (!again)
            return again;
        result = std::move(*again);
    }
    if (auto noted = note_retry(**unit, work, *failed, "refund.retry", result.refund_no.text(), by); !noted)
        return pass_on(noted);
    if (auto committed = (*unit)->commit(); !committed)
        return pass_on(committed);
    return result;
}

Result<Refund> settle_by_hand(Work &work, const RefundNo &refund_no, const std::string &proof, const OperatorName &by)
{
    if (proof.empty() || proof.size() > most_proof_bytes)
        return fail(ErrorCode::InputInvalid, "a proof of payment is needed, of at most 500 bytes");
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    const auto person = permitted_operator((*unit)->registry(), by, Right::DecideTickets);
    if (!person)
        return pass_on(person);
    auto failed = failed_refund(**unit, refund_no);
    if (!failed)
        return failed;
    if (failed->kind == RefundKind::Coupon)
        return fail(ErrorCode::InputInvalid, refund_no.text() + " is a coupon");
    if (failed->status == RefundStatus::Fail && failed->repairable)
        return fail(ErrorCode::RefundRepairable, refund_no.text());
    GoodsRefundSpec spec = spec_again(*failed, by);
    spec.kind = RefundKind::ByHand;
    spec.note = proof;
    auto refund = ask_again(**unit, work, *failed, spec, *person);
    if (!refund)
        return refund;
    if (auto noted = note_retry(**unit, work, *failed, "refund.by_hand", refund->refund_no.text() + ": " + proof, by);
        !noted)
        return pass_on(noted);
    if (auto committed = (*unit)->commit(); !committed)
        return pass_on(committed);
    return refund;
}

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/claim_steps.h"
#include "models/workflow/claims.h"
#include "models/workflow/goods_refund_steps.h"
#include "models/workflow/goods_steps.h"
#include "models/workflow/ledger_steps.h"
#include "models/workflow/operator_rights.h"

namespace aftercharge {
namespace {

bool is_approved(ClaimState state)
{
    return state == ClaimState::Approved || state == ClaimState::ApprovedPartial;
}

// Covers and coupons answer a denial, a refund pays out an approval; nothing is always possible.
Result<void> check_decision(UnitOfWork &unit, const Claim &claim, const ClaimDecisionDraft &draft)
{
    const bool fits = draft.decision == ClaimDecision::Nothing ||
                      (draft.decision == ClaimDecision::Refund && is_approved(claim.state)) ||
                      ((draft.decision == ClaimDecision::PlatformCovers || draft.decision == ClaimDecision::Coupon) &&
                       claim.state == ClaimState::Denied);
    if (!fits || !next_state(carrier_claim_table, claim.state, ClaimEvent::Decided))
        return fail(ErrorCode::StateNotAllowed,
                    std::string(to_text(draft.decision)) + " in " + std::string(to_text(claim.state)));
    if (draft.decision == ClaimDecision::Nothing && draft.reason.empty())
        return fail(ErrorCode::InputInvalid, "to give nothing needs a reason");
    const auto refunds = unit.refunds().of_claim(claim.claim_no);
    if (!refunds)
        return pass_on(refunds);
    for (const Refund &refund : *refunds) {
        if (holds_money(refund))
            return fail(ErrorCode::StateNotAllowed,
                        refund.refund_no.text() + " of this claim is " + std::string(to_text(refund.status)));
    }
    return {};
}

RefundKind kind_of(ClaimDecision decision)
{
    switch (decision) {
    case ClaimDecision::PlatformCovers:
        return RefundKind::PlatformCovers;
    case ClaimDecision::Coupon:
        return RefundKind::Coupon;
    default:
        return RefundKind::GoodsRefund;
    }
}

Result<Refund> ask_for_money(UnitOfWork &unit, Work &work, const Claim &claim, const ClaimDecisionDraft &draft,
                             const Operator &person)
{
    const auto shipment = unit.shipments().find(claim.shipment_no);
    if (!shipment)
        return pass_on(shipment);
    if (draft.amount && !draft.amount->is_positive())
        return fail(ErrorCode::MoneyNotPositive, draft.amount->to_text());
    const auto quote = quote_parcel(unit.goods(), unit.shipments(), *shipment, draft.amount);
    if (!quote)
        return pass_on(quote);
    if (!quote->total.is_positive())
        return fail(ErrorCode::RefundExceedsPaid, "nothing remains of the lines of " + shipment->shipment_no.text());
    auto order = unit.goods().find(claim.order_no);
    if (!order)
        return pass_on(order);
    GoodsRefundSpec spec;
    spec.kind = kind_of(draft.decision);
    spec.ticket_no = claim.ticket_no;
    spec.reason_code = reason_of(claim.type);
    spec.note = draft.reason.empty() ? claim.claim_no.text() : draft.reason;
    spec.basis = draft.basis;
    spec.requested_by = draft.by;
    spec.claim_no = claim.claim_no;
    return ask_goods_refund(unit, work, *order, *quote, spec, person);
}

Result<void> close_with_nothing(UnitOfWork &unit, Work &work, const Claim &claim, const ClaimDecisionDraft &draft)
{
    auto ticket = unit.tickets().find(claim.ticket_no);
    if (!ticket)
        return pass_on(ticket);
    ticket->decision = draft.reason;
    if (next_state(cs_ticket_table, ticket->state, TicketEvent::Answered)) {
        if (auto back = advance_ticket(unit, work, *ticket, TicketEvent::Answered, actor_of(draft.by), {}); !back)
            return back;
    }
    return move_ticket_along(unit, work, *ticket, TicketEvent::Resolved, actor_of(draft.by), draft.reason);
}

}  // namespace

Result<Claim> decide_claim(Work &work, const ClaimDecisionDraft &draft)
{
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    const auto person = permitted_operator((*unit)->registry(), draft.by, Right::DecideTickets);
    if (!person)
        return pass_on(person);
    auto claim = (*unit)->claims().find(draft.claim_no);
    if (!claim)
        return claim;
    if (auto checked = check_decision(**unit, *claim, draft); !checked)
        return pass_on(checked);
    const bool gives_money = draft.decision != ClaimDecision::Nothing;
    std::string what = draft.reason;
    std::map<std::string, std::string> values{{"decision", std::string(to_text(draft.decision))}};
    if (gives_money) {
        const auto refund = ask_for_money(**unit, work, *claim, draft, *person);
        if (!refund)
            return pass_on(refund);
        what = refund->refund_no.text() + " " + amount_text(refund->amount);
        values.emplace("amount", refund->amount.to_text());
        values.emplace("currency", std::string(refund->amount.currency().code()));
        values.emplace("refund_no", refund->refund_no.text());
    } else {
        values.emplace("reason", draft.reason);
    }
    claim->decision = draft.decision;
    const Actor actor = actor_of(draft.by);
    if (auto closed = advance_claim(**unit, work, *claim, ClaimEvent::Decided, actor, what); !closed)
        return pass_on(closed);
    if (auto noted = audit(**unit, work, actor, "claim.decide", "carrier_claim", claim->claim_no.text(),
                           std::string(to_text(draft.decision)) + " " + what);
        !noted)
        return pass_on(noted);
    if (!gives_money) {
        if (auto resolved = close_with_nothing(**unit, work, *claim, draft); !resolved)
            return pass_on(resolved);
    }
    if (auto told = notify_claim(**unit, work, NoticeKind::ClaimClosed, *claim, std::move(values)); !told)
        return pass_on(told);
    if (auto committed = (*unit)->commit(); !committed)
        return pass_on(committed);
    return claim;
}

}  // namespace aftercharge

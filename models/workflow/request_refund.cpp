// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/request_refund.h"

#include "models/workflow/ledger_steps.h"
#include "models/workflow/operator_rights.h"
#include "models/workflow/refund_bounds.h"

namespace aftercharge {
namespace {

Result<void> check_amount(UnitOfWork &unit, const ChargingOrder &order, const Money &amount)
{
    if (!amount.is_positive())
        return fail(ErrorCode::MoneyNotPositive, amount.to_text());
    if (order.state != OrderState::Payed && order.state != OrderState::AfterSales)
        return fail(ErrorCode::StateNotAllowed, "refund in " + std::string(to_text(order.state)));
    const auto refunds = unit.refunds().of_order(order.order_no);
    if (!refunds)
        return pass_on(refunds);
    const auto bounds = refund_bounds(order, *refunds);
    if (!bounds)
        return pass_on(bounds);
    const auto order_of = compare(amount, bounds->refundable);
    if (!order_of)
        return pass_on(order_of);
    if (*order_of > 0) {
        return fail(ErrorCode::RefundExceedsPaid, amount.to_text() + " asked, " + bounds->refundable.to_text() +
                                                      " left of " + bounds->paid.to_text());
    }
    return {};
}

bool within_limit(const Operator &person, const Money &amount)
{
    if (!person.approval_limit)
        return false;
    const auto order = compare(amount, *person.approval_limit);
    return order && *order <= 0;
}

// Alone a person grants up to his limit, of one order in all.
Result<bool> may_grant_alone(UnitOfWork &unit, const Operator &person, const RefundDraft &draft)
{
    const auto refunds = unit.refunds().of_order(draft.order_no);
    if (!refunds)
        return pass_on(refunds);
    return granted_alone(*refunds, person.name, draft.amount.currency())
        .and_then([&](const Money &before) { return add(before, draft.amount); })
        .map([&](const Money &in_all) { return within_limit(person, in_all); });
}

Result<Refund> make_refund(UnitOfWork &unit, Work &work, const RefundDraft &draft, const ChargingOrder &order)
{
    auto number = unit.refunds().next_refund_no(work.clock.now());
    if (!number)
        return pass_on(number);
    Refund refund;
    refund.refund_no = std::move(*number);
    refund.kind = draft.kind;
    refund.order_no = order.order_no;
    refund.member_id = order.member_id;
    refund.ticket_no = draft.ticket_no;
    refund.amount = draft.amount;
    refund.reason_code = draft.reason_code;
    refund.note = draft.note;
    refund.basis = draft.basis;
    refund.requested_by = draft.requested_by;
    refund.transfer_id = make_uuid(work.clock, work.random);
    refund.created_at = work.clock.now();
    return refund;
}

// The decision: the one approval, and the effect that moves the money.
Result<void> record_approval(UnitOfWork &unit, Work &work, Refund &refund, const OperatorName &by)
{
    const UtcTime now = work.clock.now();
    if (auto approved = unit.refunds().approve(refund.refund_no, by, refund.amount, now); !approved)
        return approved;
    refund.approval = ApprovalState::Approved;
    refund.approved_by = by;
    refund.decided_at = now;
    Effect effect;
    effect.id = make_uuid(work.clock, work.random);
    effect.kind = EffectKind::PostRefund;
    effect.key = refund.refund_no.text();
    effect.actor = actor_of(by);
    effect.created_at = effect.due_at = now;
    if (auto added = unit.outbox().add(effect); !added)
        return added;
    return audit(unit, work, actor_of(by), "refund.approve", "payment_refund", refund.refund_no.text(),
                 refund.amount.to_text() + " " + std::string(refund.amount.currency().code()));
}

// A decision about one order is not shown under another's ticket.
Result<void> check_ticket(UnitOfWork &unit, const RefundDraft &draft)
{
    if (draft.ticket_no.is_empty())
        return {};
    const auto ticket = unit.tickets().find(draft.ticket_no);
    if (!ticket)
        return pass_on(ticket);
    if (ticket->order_no != draft.order_no)
        return fail(ErrorCode::InputInvalid, draft.ticket_no.text() + " is about " + ticket->order_no.text());
    return {};
}

Result<void> move_ticket(UnitOfWork &unit, Work &work, const Refund &refund, TicketEvent event, const Actor &actor)
{
    if (refund.ticket_no.is_empty())
        return {};
    auto ticket = unit.tickets().find(refund.ticket_no);
    if (!ticket)
        return pass_on(ticket);
    if (ticket->state == TicketState::Open) {
        ticket->assigned_to = refund.requested_by;
        if (auto taken = advance_ticket(unit, work, *ticket, TicketEvent::Taken, actor, {}); !taken)
            return taken;
    }
    // Asking is refused where the ticket is over or on its way; what was asked goes on.
    if (refund.approval == ApprovalState::Waiting || refund.requested_by == refund.approved_by)
        return advance_ticket(unit, work, *ticket, event, actor, refund.refund_no.text());
    return move_ticket_along(unit, work, *ticket, event, actor, refund.refund_no.text());
}

Result<void> update_refund(UnitOfWork &unit, Work &work, Refund &refund)
{
    if (auto updated = unit.refunds().update(refund); !updated)
        return updated;
    work.changes.rows.push_back({ChangedTable::Refunds, refund.refund_no.text(), refund.version});
    return {};
}

Result<Refund> waiting_refund(UnitOfWork &unit, const RefundNo &refund_no)
{
    auto refund = unit.refunds().find(refund_no);
    if (refund && refund->approval != ApprovalState::Waiting)
        return fail(ErrorCode::RefundAlreadyDecided,
                    refund_no.text() + " is " + std::string(to_text(refund->approval)));
    return refund;
}

Result<void> check_approver(const Refund &refund, const Operator &approver, const Money &amount)
{
    if (refund.requested_by == approver.name)
        return fail(ErrorCode::RefundOwnRequest, refund.refund_no.text());
    if (refund.amount != amount)
        return fail(ErrorCode::RefundChanged,
                    refund.amount.to_text() + " requested, " + amount.to_text() + " approved");
    if (!within_limit(approver, refund.amount))
        return fail(ErrorCode::RefundExceedsLimit,
                    refund.amount.to_text() + " above " +
                        (approver.approval_limit ? approver.approval_limit->to_text() : std::string("no limit")));
    return {};
}

}  // namespace

Result<Refund> request_refund(Work &work, const RefundDraft &draft)
{
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    const auto person = permitted_operator((*unit)->registry(), draft.requested_by, Right::DecideTickets);
    if (!person)
        return pass_on(person);
    const auto order = (*unit)->orders().find(draft.order_no);
    if (!order)
        return pass_on(order);
    if (auto checked = check_amount(**unit, *order, draft.amount); !checked)
        return pass_on(checked);
    if (auto checked = check_ticket(**unit, draft); !checked)
        return pass_on(checked);
    const auto direct = may_grant_alone(**unit, *person, draft);
    if (!direct)
        return pass_on(direct);
    auto refund = make_refund(**unit, work, draft, *order);
    if (!refund)
        return refund;
    if (auto inserted = (*unit)->refunds().insert(*refund); !inserted)
        return pass_on(inserted);
    const Actor actor = actor_of(draft.requested_by);
    if (auto noted = audit(**unit, work, actor, "refund.request", "payment_refund", refund->refund_no.text(),
                           draft.amount.to_text() + " for " + draft.order_no.text());
        !noted)
        return pass_on(noted);
    if (*direct) {
        if (auto approved = record_approval(**unit, work, *refund, draft.requested_by); !approved)
            return pass_on(approved);
    }
    if (auto updated = update_refund(**unit, work, *refund); !updated)
        return pass_on(updated);
    if (auto moved = move_ticket(**unit, work, *refund, *direct ? TicketEvent::PaymentSent : TicketEvent::ApprovalAsked,
                                 actor);
        !moved)
        return pass_on(moved);
    if (auto committed = (*unit)->commit(); !committed)
        return pass_on(committed);
    return refund;
}

Result<Refund> approve_refund(Work &work, const RefundNo &refund_no, const Money &amount, const OperatorName &by)
{
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    auto refund = waiting_refund(**unit, refund_no);
    if (!refund)
        return refund;
    const auto approver = permitted_operator((*unit)->registry(), by, Right::ApproveRefunds);
    if (!approver)
        return pass_on(approver);
    if (auto checked = check_approver(*refund, *approver, amount); !checked)
        return pass_on(checked);
    if (auto approved = record_approval(**unit, work, *refund, by); !approved)
        return pass_on(approved);
    if (auto updated = update_refund(**unit, work, *refund); !updated)
        return pass_on(updated);
    if (auto moved = move_ticket(**unit, work, *refund, TicketEvent::PaymentSent, actor_of(by)); !moved)
        return pass_on(moved);
    if (auto committed = (*unit)->commit(); !committed)
        return pass_on(committed);
    return refund;
}

Result<Refund> send_back_refund(Work &work, const RefundNo &refund_no, const std::string &reason,
                                const OperatorName &by)
{
    if (reason.empty())
        return fail(ErrorCode::InputInvalid, "a reason is needed");
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    auto refund = waiting_refund(**unit, refund_no);
    if (!refund)
        return refund;
    if (const auto person = permitted_operator((*unit)->registry(), by, Right::ApproveRefunds); !person)
        return pass_on(person);
    const auto closed = next_state(payment_refund_table, refund->status, RefundEvent::Closed);
    if (!closed)
        return pass_on(closed);
    refund->status = *closed;
    refund->approval = ApprovalState::SentBack;
    refund->decided_at = work.clock.now();
    refund->note = reason;
    if (auto updated = update_refund(**unit, work, *refund); !updated)
        return pass_on(updated);
    if (auto noted = audit(**unit, work, actor_of(by), "refund.send_back", "payment_refund", refund_no.text(), reason);
        !noted)
        return pass_on(noted);
    if (auto moved = move_ticket(**unit, work, *refund, TicketEvent::Answered, actor_of(by)); !moved)
        return pass_on(moved);
    if (auto committed = (*unit)->commit(); !committed)
        return pass_on(committed);
    return refund;
}

}  // namespace aftercharge

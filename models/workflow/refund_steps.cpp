// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/refund_steps.h"

#include "models/workflow/approval_picture.h"
#include "models/workflow/approval_rules.h"
#include "models/workflow/claim_limits.h"
#include "models/workflow/goods_refund_steps.h"
#include "models/workflow/ledger_steps.h"
#include "models/workflow/operator_rights.h"
#include "models/workflow/refund_bounds.h"

namespace aftercharge {
namespace {

bool is_over(TicketState state)
{
    return state == TicketState::Resolved || state == TicketState::Rejected || state == TicketState::Closed;
}

Result<void> take_open_ticket(UnitOfWork &unit, Work &work, Ticket &ticket, const Refund &refund, const Actor &actor)
{
    if (ticket.state != TicketState::Open)
        return {};
    ticket.assigned_to = refund.requested_by;
    return advance_ticket(unit, work, ticket, TicketEvent::Taken, actor, {});
}

}  // namespace

Result<Refund> new_refund(UnitOfWork &unit, Work &work)
{
    auto number = unit.refunds().next_refund_no(work.clock.now());
    if (!number)
        return pass_on(number);
    Refund refund;
    refund.refund_no = std::move(*number);
    refund.transfer_id = make_uuid(work.clock, work.random);
    refund.created_at = work.clock.now();
    return refund;
}

Result<bool> may_grant_alone(UnitOfWork &unit, const Operator &person, const Refund &refund)
{
    const auto rules = unit.approvals().rules();
    if (!rules)
        return pass_on(rules);
    const auto refunds = unit.refunds().of_order(refund.order_no);
    if (!refunds)
        return pass_on(refunds);
    const auto promised = is_of_goods(refund.kind) ? promised_alone(unit.claims(), refund.order_no, *refunds,
                                                                    person.name, refund.amount.currency())
                                                   : Money::zero(refund.amount.currency());
    if (!promised)
        return pass_on(promised);
    return granted_alone(*refunds, person.name, refund.amount.currency())
        .and_then([&](const Money &before) { return add(before, *promised); })
        .and_then([&](const Money &before) { return add(before, refund.amount); })
        .map(
            [&](const Money &in_all) { return within_limit(person, in_all) && approvers_needed(*rules, in_all) <= 1; });
}

bool within_limit(const Operator &person, const Money &amount)
{
    if (!person.approval_limit)
        return false;
    const auto order = compare(amount, *person.approval_limit);
    return order && *order <= 0;
}

Result<void> check_refund_ticket(UnitOfWork &unit, const TicketNo &ticket_no, const OrderNo &order_no)
{
    if (ticket_no.is_empty())
        return {};
    const auto ticket = unit.tickets().find(ticket_no);
    if (!ticket)
        return pass_on(ticket);
    if (ticket->order_no != order_no)
        return fail(ErrorCode::InputInvalid, ticket_no.text() + " is about " + ticket->order_no.text());
    return {};
}

Result<void> decide_or_wait(UnitOfWork &unit, Work &work, Refund &refund, const Operator &person)
{
    const Actor actor = actor_of(person.name);
    const auto direct = may_grant_alone(unit, person, refund);
    if (!direct)
        return pass_on(direct);
    if (auto noted = audit(unit, work, actor, "refund.request", "payment_refund", refund.refund_no.text(),
                           refund.amount.to_text() + " for " + refund.order_no.text());
        !noted)
        return noted;
    if (*direct) {
        if (auto approved = record_approval(unit, work, refund, person.name, actor); !approved)
            return approved;
    } else if (auto kept = keep_picture(unit, work, refund); !kept) {
        return kept;
    }
    if (auto updated = update_refund(unit, work, refund); !updated)
        return updated;
    return move_refund_ticket(unit, work, refund, *direct ? TicketEvent::PaymentSent : TicketEvent::ApprovalAsked,
                              actor);
}

Result<void> record_approval(UnitOfWork &unit, Work &work, Refund &refund, const OperatorName &by, const Actor &actor)
{
    const UtcTime now = work.clock.now();
    if (auto approved = unit.refunds().approve(refund.refund_no, by, refund.amount, now); !approved)
        return approved;
    refund.approval = ApprovalState::Approved;
    refund.approved_by = by;
    refund.decided_at = now;
    if (auto set_off = is_of_goods(refund.kind)
                           ? carry_out_goods_refund(unit, work, refund, actor)
                           : add_effect(unit, work, EffectKind::PostRefund, refund.refund_no.text(), actor);
        !set_off)
        return set_off;
    return audit(unit, work, actor, "refund.approve", "payment_refund", refund.refund_no.text(),
                 refund.amount.to_text() + " " + std::string(refund.amount.currency().code()));
}

Result<void> update_refund(UnitOfWork &unit, Work &work, Refund &refund)
{
    if (auto updated = unit.refunds().update(refund); !updated)
        return updated;
    work.changes.rows.push_back({ChangedTable::Refunds, refund.refund_no.text(), refund.version});
    return {};
}

Result<void> return_refund(UnitOfWork &unit, Work &work, Refund &refund, const std::string &reason, const Actor &actor)
{
    const auto closed = next_state(payment_refund_table, refund.status, RefundEvent::Closed);
    if (!closed)
        return pass_on(closed);
    refund.status = *closed;
    refund.approval = ApprovalState::SentBack;
    refund.decided_at = work.clock.now();
    refund.note = reason;
    if (auto updated = update_refund(unit, work, refund); !updated)
        return updated;
    if (auto unlocked = unlock_goods_order(unit, work, refund); !unlocked)
        return unlocked;
    if (refund.ticket_no.is_empty())
        return {};
    auto ticket = unit.tickets().find(refund.ticket_no);
    if (!ticket)
        return pass_on(ticket);
    if (auto taken = take_open_ticket(unit, work, *ticket, refund, actor); !taken)
        return taken;
    return move_ticket_along(unit, work, *ticket, TicketEvent::Answered, actor,
                             refund.refund_no.text() + " was sent back: " + reason);
}

Result<void> move_refund_ticket(UnitOfWork &unit, Work &work, const Refund &refund, TicketEvent event,
                                const Actor &actor)
{
    if (refund.ticket_no.is_empty())
        return {};
    auto ticket = unit.tickets().find(refund.ticket_no);
    if (!ticket)
        return pass_on(ticket);
    if (auto taken = take_open_ticket(unit, work, *ticket, refund, actor); !taken)
        return taken;
    // Asking is refused where the ticket is over or on its way; what was asked goes on.
    if (refund.approval == ApprovalState::Waiting || refund.requested_by == refund.approved_by)
        return advance_ticket(unit, work, *ticket, event, actor, refund.refund_no.text());
    return move_ticket_along(unit, work, *ticket, event, actor, refund.refund_no.text());
}

Result<void> bring_refund_ticket(UnitOfWork &unit, Work &work, const Refund &refund, TicketEvent event,
                                 const Actor &actor, const std::string &note)
{
    if (refund.ticket_no.is_empty())
        return {};
    auto ticket = unit.tickets().find(refund.ticket_no);
    if (!ticket)
        return pass_on(ticket);
    if (event == TicketEvent::Answered && is_over(ticket->state))
        return advance_ticket(unit, work, *ticket, TicketEvent::Reopened, actor, note);
    if (event == TicketEvent::PaymentSent || event == TicketEvent::ApprovalAsked) {
        if (auto taken = take_open_ticket(unit, work, *ticket, refund, actor); !taken)
            return taken;
        if (ticket->state == TicketState::WaitingCarrier || ticket->state == TicketState::WaitingCustomer) {
            if (auto answered = advance_ticket(unit, work, *ticket, TicketEvent::Answered, actor, {}); !answered)
                return answered;
        }
    }
    return move_ticket_along(unit, work, *ticket, event, actor, note);
}

Result<void> resolve_refund_ticket(UnitOfWork &unit, Work &work, const Refund &refund, const std::string &proof)
{
    if (refund.ticket_no.is_empty())
        return {};
    auto ticket = unit.tickets().find(refund.ticket_no);
    if (!ticket)
        return pass_on(ticket);
    ticket->decision = proof;
    if (auto resolved = move_ticket_along(unit, work, *ticket, TicketEvent::Resolved, {}, proof); !resolved)
        return resolved;
    return unit.tickets().append_entry({.ticket_no = ticket->ticket_no,
                                        .at = work.clock.now(),
                                        .kind = TicketEntryKind::Decision,
                                        .actor = actor_of(refund.approved_by),
                                        .text = proof});
}

std::string refund_text(const Refund &refund)
{
    return refund.refund_no.text() + " " + refund.amount.to_text() + " " + std::string(refund.amount.currency().code());
}

Result<void> add_effect(UnitOfWork &unit, Work &work, EffectKind kind, const std::string &key, const Actor &actor)
{
    const auto there = unit.outbox().find(kind, key);
    if (!there)
        return pass_on(there);
    if (*there && !(*there)->done_at)
        return {};
    Effect effect;
    effect.id = make_uuid(work.clock, work.random);
    effect.kind = kind;
    effect.key = key;
    effect.actor = actor;
    effect.created_at = effect.due_at = work.clock.now();
    return *there ? unit.outbox().add_or_rearm(effect) : unit.outbox().add(effect);
}

}  // namespace aftercharge

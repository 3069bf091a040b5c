// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/run_effects.h"

#include "models/workflow/ledger_steps.h"
#include "models/workflow/operator_rights.h"

namespace aftercharge {
namespace {

constexpr std::chrono::seconds lease_time{60};
constexpr std::chrono::seconds retry_after{30};
constexpr int batch_limit = 50;

Result<std::vector<Effect>> lease_due(Work &work)
{
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    const UtcTime now = work.clock.now();
    auto due = (*unit)->outbox().lease(EffectKind::PostRefund, now, "ledger", now + lease_time, batch_limit);
    if (!due || due->empty())
        return due;
    if (auto committed = (*unit)->commit(); !committed)
        return pass_on(committed);
    return due;
}

Transfer transfer_of(const Refund &refund, UtcTime now)
{
    return {.transfer_id = refund.transfer_id,
            .debit = AccountId::platform(AccountKind::Revenue),
            .credit = AccountId::available(refund.member_id),
            .amount = refund.amount,
            .kind = refund.kind == RefundKind::Refund ? TransferKind::Refund : TransferKind::Adjustment,
            .reference = refund.order_no.text(),
            .corrects = std::nullopt,
            .at = now,
            .actor = actor_of(refund.approved_by)};
}

Result<void> resolve_ticket(UnitOfWork &unit, Work &work, const Refund &refund)
{
    if (refund.ticket_no.is_empty())
        return {};
    auto ticket = unit.tickets().find(refund.ticket_no);
    if (!ticket)
        return pass_on(ticket);
    const std::string proof = refund.refund_no.text() + " " + refund.amount.to_text() + " " +
                              std::string(refund.amount.currency().code());
    ticket->decision = proof;
    if (auto resolved = move_ticket_along(unit, work, *ticket, TicketEvent::Resolved, {}, proof); !resolved)
        return resolved;
    return unit.tickets().append_entry({.ticket_no = ticket->ticket_no,
                                        .at = work.clock.now(),
                                        .kind = TicketEntryKind::Decision,
                                        .actor = actor_of(refund.approved_by),
                                        .text = proof});
}

Result<void> post(UnitOfWork &unit, Work &work, Refund &refund)
{
    const UtcTime now = work.clock.now();
    const auto success = next_state(payment_refund_table, refund.status, RefundEvent::Succeeded);
    if (!success)
        return pass_on(success);
    if (const auto posted = unit.accounts().post(transfer_of(refund, now)); !posted)
        return pass_on(posted);
    refund.status = *success;
    refund.posted_at = now;
    if (auto updated = unit.refunds().update(refund); !updated)
        return updated;
    work.changes.rows.push_back({ChangedTable::Refunds, refund.refund_no.text(), refund.version});
    auto order = unit.orders().find(refund.order_no);
    if (!order)
        return pass_on(order);
    const auto refunded = add(order->refunded, refund.amount);
    if (!refunded)
        return pass_on(refunded);
    order->refunded = *refunded;
    if (auto moved = advance_order(unit, work, *order, OrderEvent::RefundPosted, actor_of(refund.approved_by),
                                   refund.refund_no.text());
        !moved)
        return moved;
    if (auto resolved = resolve_ticket(unit, work, refund); !resolved)
        return resolved;
    const NoticeKind kind = refund.kind == RefundKind::Refund ? NoticeKind::RefundDone : NoticeKind::AdjustmentDone;
    auto values = money_values(*order);
    values["amount"] = refund.amount.to_text();
    values["refund_no"] = refund.refund_no.text();
    if (!refund.ticket_no.is_empty())
        values["ticket_no"] = refund.ticket_no.text();
    return notify(unit, work, kind, *order, std::move(values));
}

Result<void> do_effect(Work &work, const Effect &effect)
{
    const auto refund_no = RefundNo::from_text(effect.key);
    if (!refund_no)
        return pass_on(refund_no);
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    auto refund = (*unit)->refunds().find(*refund_no);
    if (!refund)
        return pass_on(refund);
    if (refund->approval != ApprovalState::Approved)
        return fail(ErrorCode::StateNotAllowed, "post in " + std::string(to_text(refund->approval)));
    if (refund->status != RefundStatus::Success) {
        if (auto posted = post(**unit, work, *refund); !posted)
            return posted;
    }
    if (auto done = (*unit)->outbox().done(effect.id, work.clock.now(), {}); !done)
        return done;
    return (*unit)->commit();
}

Result<void> put_off(Work &work, const Effect &effect, const Error &error)
{
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    if (auto failed = (*unit)->outbox().failed(effect.id, to_line(error), work.clock.now() + retry_after); !failed)
        return failed;
    return (*unit)->commit();
}

}  // namespace

Result<int> run_ledger_effects(Work &work)
{
    const auto waiting = work.ledger.reader().outbox().waiting();
    if (!waiting)
        return pass_on(waiting);
    if (*waiting == 0)
        return 0;
    const auto due = lease_due(work);
    if (!due)
        return pass_on(due);
    int done = 0;
    for (const Effect &effect : *due) {
        // What did not commit is not told.
        const Changes::Mark mark = work.changes.mark();
        if (const auto result = do_effect(work, effect); result) {
            ++done;
        } else {
            work.changes.rewind(mark);
            if (auto kept = put_off(work, effect, result.error()); !kept)
                return pass_on(kept);
        }
    }
    return done;
}

}  // namespace aftercharge

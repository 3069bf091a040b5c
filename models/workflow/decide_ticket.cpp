// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/decide_ticket.h"

#include <functional>

#include "models/workflow/ledger_steps.h"
#include "models/workflow/operator_rights.h"

namespace aftercharge {
namespace {

using Step = std::function<Result<void>(UnitOfWork &, Ticket &)>;

// One unit of work around a step on a ticket that is still as the person saw it.
Result<Ticket> change_ticket(Work &work, const TicketStep &step, const std::string &action, const std::string &detail,
                             const Step &change)
{
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    if (const auto person = permitted_operator((*unit)->registry(), step.by, Right::DecideTickets); !person)
        return pass_on(person);
    auto ticket = (*unit)->tickets().find(step.ticket_no);
    if (!ticket)
        return ticket;
    if (ticket->version != step.version)
        return fail(ErrorCode::StoreConflict, step.ticket_no.text() + " was changed by somebody else");
    if (auto changed = change(**unit, *ticket); !changed)
        return pass_on(changed);
    if (auto noted = audit(**unit, work, actor_of(step.by), action, "cs_ticket", step.ticket_no.text(), detail); !noted)
        return pass_on(noted);
    if (auto committed = (*unit)->commit(); !committed)
        return pass_on(committed);
    return ticket;
}

Result<void> say(UnitOfWork &unit, Work &work, const Ticket &ticket, TicketEntryKind kind, const TicketStep &step,
                 const std::string &text)
{
    return unit.tickets().append_entry({.ticket_no = ticket.ticket_no,
                                        .at = work.clock.now(),
                                        .kind = kind,
                                        .actor = actor_of(step.by),
                                        .text = text});
}

Result<void> tell_customer(UnitOfWork &unit, Work &work, const Ticket &ticket, NoticeKind kind, const std::string &text)
{
    const auto order = unit.orders().find(ticket.order_no);
    if (!order)
        return pass_on(order);
    return notify(unit, work, kind, *order,
                  {{"ticket_no", ticket.ticket_no.text()}, {"order_no", ticket.order_no.text()}, {"reason", text}});
}

Result<void> check_text(const std::string &text)
{
    if (text.empty())
        return fail(ErrorCode::InputInvalid, "a reason or text is needed");
    if (text.size() > 8'000)
        return fail(ErrorCode::InputInvalid, "text over 8,000 bytes");
    return {};
}

// Touches a ticket without a change of state: its version moves, others see it.
Result<void> touch(UnitOfWork &unit, Work &work, Ticket &ticket)
{
    if (auto updated = unit.tickets().update(ticket); !updated)
        return updated;
    work.changes.rows.push_back({ChangedTable::Tickets, ticket.ticket_no.text(), ticket.version});
    return {};
}

Result<void> give(UnitOfWork &unit, Work &work, Ticket &ticket, const TicketStep &step, const OperatorName &to)
{
    if (const auto person = permitted_operator(unit.registry(), to, Right::DecideTickets); !person)
        return pass_on(person);
    ticket.assigned_to = to;
    if (ticket.state == TicketState::Open || ticket.state == TicketState::InReview)
        return advance_ticket(unit, work, ticket, TicketEvent::Taken, actor_of(step.by), to.text());
    if (auto touched = touch(unit, work, ticket); !touched)
        return touched;
    return say(unit, work, ticket, TicketEntryKind::State, step, "assigned to " + to.text());
}

}  // namespace

Result<Ticket> take_ticket(Work &work, const TicketStep &step)
{
    return assign_ticket(work, step, step.by);
}

Result<Ticket> assign_ticket(Work &work, const TicketStep &step, const OperatorName &to)
{
    return change_ticket(work, step, "ticket.assign", to.text(),
                         [&](UnitOfWork &unit, Ticket &ticket) { return give(unit, work, ticket, step, to); });
}

Result<Ticket> reject_ticket(Work &work, const TicketStep &step, const std::string &reason)
{
    if (auto checked = check_text(reason); !checked)
        return pass_on(checked);
    return change_ticket(work, step, "ticket.reject", reason, [&](UnitOfWork &unit, Ticket &ticket) -> Result<void> {
        if (ticket.state == TicketState::Open) {
            ticket.assigned_to = step.by;
            if (auto taken = advance_ticket(unit, work, ticket, TicketEvent::Taken, actor_of(step.by), {}); !taken)
                return taken;
        }
        ticket.decision = reason;
        if (auto rejected = advance_ticket(unit, work, ticket, TicketEvent::Rejected, actor_of(step.by), {}); !rejected)
            return rejected;
        if (auto said = say(unit, work, ticket, TicketEntryKind::Decision, step, reason); !said)
            return said;
        return tell_customer(unit, work, ticket, NoticeKind::ComplaintRejected, reason);
    });
}

Result<Ticket> reply_to_ticket(Work &work, const TicketStep &step, const std::string &text)
{
    if (auto checked = check_text(text); !checked)
        return pass_on(checked);
    return change_ticket(work, step, "ticket.reply", {}, [&](UnitOfWork &unit, Ticket &ticket) -> Result<void> {
        if (auto touched = touch(unit, work, ticket); !touched)
            return touched;
        if (auto said = say(unit, work, ticket, TicketEntryKind::Message, step, text); !said)
            return said;
        return tell_customer(unit, work, ticket, NoticeKind::TicketReply, text);
    });
}

Result<Ticket> note_on_ticket(Work &work, const TicketStep &step, const std::string &text)
{
    if (auto checked = check_text(text); !checked)
        return pass_on(checked);
    return change_ticket(work, step, "ticket.note", {}, [&](UnitOfWork &unit, Ticket &ticket) -> Result<void> {
        if (auto touched = touch(unit, work, ticket); !touched)
            return touched;
        return say(unit, work, ticket, TicketEntryKind::Note, step, text);
    });
}

Result<Ticket> reopen_ticket(Work &work, const TicketStep &step, const std::string &reason)
{
    if (auto checked = check_text(reason); !checked)
        return pass_on(checked);
    return change_ticket(work, step, "ticket.reopen", reason, [&](UnitOfWork &unit, Ticket &ticket) {
        return advance_ticket(unit, work, ticket, TicketEvent::Reopened, actor_of(step.by), reason);
    });
}

}  // namespace aftercharge

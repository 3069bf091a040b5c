// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/ledger_steps.h"

#include "models/domain/charging_order_states.h"
#include "models/domain/ticket_states.h"
#include "models/workflow/goods_steps.h"

namespace aftercharge {

Result<void> move_money(UnitOfWork &unit, Work &work, const Movement &movement, const Actor &actor)
{
    if (movement.amount.is_zero())
        return {};
    const Transfer transfer{
        .transfer_id = make_uuid(work.clock, work.random),
        .debit = movement.debit,
        .credit = movement.credit,
        .amount = movement.amount,
        .kind = movement.kind,
        .reference = movement.reference,
        .corrects = std::nullopt,
        .at = work.clock.now(),
        .actor = actor,
    };
    if (auto posted = unit.accounts().post(transfer); !posted)
        return pass_on(posted);
    return {};
}

Result<void> advance_order(UnitOfWork &unit, Work &work, ChargingOrder &order, OrderEvent event, const Actor &actor,
                           const std::string &note)
{
    const OrderState from = order.state;
    const auto to = next_state(charging_order_table, from, event);
    if (!to)
        return pass_on(to);
    order.state = *to;
    if (auto updated = unit.orders().update(order); !updated)
        return updated;
    work.changes.rows.push_back({ChangedTable::Orders, order.order_no.text(), order.version});
    return unit.orders().append_log({.order_no = order.order_no,
                                     .at = work.clock.now(),
                                     .from = from,
                                     .to = *to,
                                     .event = std::string(to_text(event)),
                                     .actor = actor,
                                     .note = note});
}

Result<void> note_on_order(UnitOfWork &unit, Work &work, const ChargingOrder &order, const std::string &event,
                           const Actor &actor, const std::string &note)
{
    return unit.orders().append_log({.order_no = order.order_no,
                                     .at = work.clock.now(),
                                     .from = order.state,
                                     .to = order.state,
                                     .event = event,
                                     .actor = actor,
                                     .note = note});
}

Result<void> advance_ticket(UnitOfWork &unit, Work &work, Ticket &ticket, TicketEvent event, const Actor &actor,
                            const std::string &note)
{
    const auto to = next_state(cs_ticket_table, ticket.state, event);
    if (!to)
        return pass_on(to);
    std::string text = std::string(to_text(ticket.state)) + " → " + std::string(to_text(*to));
    if (!note.empty())
        text += ": " + note;
    ticket.state = *to;
    if (*to == TicketState::Resolved || *to == TicketState::Rejected || *to == TicketState::Closed)
        ticket.closed_at = work.clock.now();
    else
        ticket.closed_at.reset();
    if (auto updated = unit.tickets().update(ticket); !updated)
        return updated;
    work.changes.rows.push_back({ChangedTable::Tickets, ticket.ticket_no.text(), ticket.version});
    return unit.tickets().append_entry({.ticket_no = ticket.ticket_no,
                                        .at = work.clock.now(),
                                        .kind = TicketEntryKind::State,
                                        .actor = actor,
                                        .text = std::move(text)});
}

Result<void> move_ticket_along(UnitOfWork &unit, Work &work, Ticket &ticket, TicketEvent event, const Actor &actor,
                               const std::string &note)
{
    if (next_state(cs_ticket_table, ticket.state, event))
        return advance_ticket(unit, work, ticket, event, actor, note);
    work.changes.rows.push_back({ChangedTable::Tickets, ticket.ticket_no.text(), ticket.version});
    return unit.tickets().append_entry({.ticket_no = ticket.ticket_no,
                                        .at = work.clock.now(),
                                        .kind = TicketEntryKind::Note,
                                        .actor = actor,
                                        .text = std::string(to_text(event)) + ": " + note});
}

Result<void> notify(UnitOfWork &unit, Work &work, NoticeKind kind, const ChargingOrder &order,
                    std::map<std::string, std::string> values)
{
    return notify(unit, work, kind, order.member_id, order.order_no, std::move(values));
}

Result<void> audit(UnitOfWork &unit, Work &work, const Actor &actor, std::string action, std::string entity,
                   std::string entity_id, std::string detail)
{
    return unit.audit().append({.at = work.clock.now(),
                                .actor = actor,
                                .action = std::move(action),
                                .entity = std::move(entity),
                                .entity_id = std::move(entity_id),
                                .detail = std::move(detail)});
}

std::map<std::string, std::string> money_values(const ChargingOrder &order)
{
    return {
        {"order_no", order.order_no.text()},
        {"currency", std::string(order.fee.currency().code())},
        {"fee", order.fee.to_text()},
        {"returned", order.returned.to_text()},
        {"owed", order.owed.to_text()},
        {"prepaid", order.prepaid.to_text()},
        {"energy_wh", std::to_string(order.energy.value())},
        {"stop_reason", std::string(to_text(order.stop_reason))},
    };
}

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/system_ticket.h"

namespace aftercharge {
namespace {

// Time to the first answer. A session that bills nothing may still be running: it is first.
std::chrono::hours time_to_answer(TicketKind kind)
{
    return std::chrono::hours{kind == TicketKind::PhantomCharging ? 1 : 4};
}

bool is_over(TicketState state)
{
    return state == TicketState::Resolved || state == TicketState::Rejected || state == TicketState::Closed;
}

Result<Ticket> fresh_ticket(UnitOfWork &unit, Work &work, TicketKind kind)
{
    auto number = unit.tickets().next_ticket_no();
    if (!number)
        return pass_on(number);
    Ticket ticket;
    ticket.ticket_no = std::move(*number);
    ticket.kind = kind;
    ticket.opened_at = work.clock.now();
    ticket.due_at = ticket.opened_at + time_to_answer(kind);
    return ticket;
}

// The finding, in the order's open ticket, or in the one that `make` makes.
template<typename Make>
Result<void> tell_by_ticket(UnitOfWork &unit, Work &work, const OrderNo &order_no, const std::string &reason,
                            const std::string &text, Make make)
{
    const auto open = open_ticket_of(unit.tickets(), order_no);
    if (!open)
        return pass_on(open);
    TicketNo ticket_no;
    if (*open) {
        ticket_no = (*open)->ticket_no;
    } else {
        Result<Ticket> ticket = make();
        if (!ticket)
            return pass_on(ticket);
        ticket->reason = reason;
        ticket->text = text;
        ticket->source = Source::System;
        if (auto inserted = unit.tickets().insert(*ticket); !inserted)
            return inserted;
        ticket_no = ticket->ticket_no;
    }
    work.changes.rows.push_back({ChangedTable::Tickets, ticket_no.text(), 0});
    return unit.tickets().append_entry(
        {.ticket_no = ticket_no, .at = work.clock.now(), .kind = TicketEntryKind::Note, .actor = {}, .text = text});
}

}  // namespace

Result<std::optional<Ticket>> open_ticket_of(TicketReader &tickets, const OrderNo &order_no)
{
    const auto all = tickets.of_order(order_no);
    if (!all)
        return pass_on(all);
    for (const Ticket &ticket : *all) {
        if (!is_over(ticket.state))
            return std::optional<Ticket>{ticket};
    }
    return std::optional<Ticket>{};
}

Result<Ticket> make_ticket(UnitOfWork &unit, Work &work, const ChargingOrder &order, TicketKind kind)
{
    auto ticket = fresh_ticket(unit, work, kind);
    if (!ticket)
        return ticket;
    ticket->order_no = order.order_no;
    ticket->member_id = order.member_id;
    ticket->connector = order.connector;
    return ticket;
}

Result<Ticket> make_ticket(UnitOfWork &unit, Work &work, const GoodsOrder &order, TicketKind kind)
{
    auto ticket = fresh_ticket(unit, work, kind);
    if (!ticket)
        return ticket;
    ticket->order_no = order.order_no;
    ticket->member_id = order.member_id;
    return ticket;
}

Result<void> open_system_ticket(UnitOfWork &unit, Work &work, const ChargingOrder &order, TicketKind kind,
                                const std::string &reason, const std::string &text)
{
    return tell_by_ticket(unit, work, order.order_no, reason, text,
                          [&] { return make_ticket(unit, work, order, kind); });
}

Result<void> open_system_ticket(UnitOfWork &unit, Work &work, const GoodsOrder &order, const ShipmentNo &shipment_no,
                                TicketKind kind, const std::string &reason, const std::string &text)
{
    return tell_by_ticket(unit, work, order.order_no, reason, text, [&]() -> Result<Ticket> {
        auto ticket = make_ticket(unit, work, order, kind);
        if (ticket)
            ticket->shipment_no = shipment_no;
        return ticket;
    });
}

}  // namespace aftercharge

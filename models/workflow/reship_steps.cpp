// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/reship_steps.h"

#include <map>

#include "models/workflow/goods_steps.h"
#include "models/workflow/ledger_steps.h"

namespace aftercharge {
namespace {

Result<void> resolve_ticket(UnitOfWork &unit, Work &work, const Shipment &shipment)
{
    if (shipment.ticket_no.is_empty())
        return {};
    auto ticket = unit.tickets().find(shipment.ticket_no);
    if (!ticket)
        return pass_on(ticket);
    const std::string text = "sent again as " + shipment.shipment_no.text() + ", " + shipment.tracking_no;
    // In another state a payment or an approval is still on its way, and resolves it.
    if (ticket->state == TicketState::InReview) {
        ticket->decision = text;
        if (auto resolved = advance_ticket(unit, work, *ticket, TicketEvent::Resolved, {}, text); !resolved)
            return resolved;
    }
    work.changes.rows.push_back({ChangedTable::Tickets, ticket->ticket_no.text(), ticket->version});
    return unit.tickets().append_entry({.ticket_no = ticket->ticket_no,
                                        .at = work.clock.now(),
                                        .kind = TicketEntryKind::Decision,
                                        .actor = {},
                                        .text = text});
}

}  // namespace

Result<void> tell_sent_again(UnitOfWork &unit, Work &work, const Shipment &shipment)
{
    if (shipment.purpose != ShipmentPurpose::Reshipment)
        return {};
    const auto order = unit.goods().find(shipment.order_no);
    if (!order)
        return pass_on(order);
    if (auto resolved = resolve_ticket(unit, work, shipment); !resolved)
        return resolved;
    std::map<std::string, std::string> values{
        {"order_no", shipment.order_no.text()},
        {"shipment_no", shipment.shipment_no.text()},
        {"tracking_no", shipment.tracking_no},
    };
    if (!shipment.ticket_no.is_empty())
        values.emplace("ticket_no", shipment.ticket_no.text());
    return notify(unit, work, NoticeKind::ParcelSentAgain, order->member_id, order->order_no, std::move(values));
}

Result<void> tell_not_sent_again(UnitOfWork &unit, Work &work, const Shipment &shipment, const std::string &words)
{
    if (shipment.ticket_no.is_empty())
        return {};
    auto ticket = unit.tickets().find(shipment.ticket_no);
    if (!ticket)
        return pass_on(ticket);
    const std::string text = "no label for " + shipment.shipment_no.text() + (words.empty() ? "" : ": " + words);
    const bool is_over = ticket->state == TicketState::Resolved || ticket->state == TicketState::Rejected ||
                         ticket->state == TicketState::Closed;
    if (is_over)
        return advance_ticket(unit, work, *ticket, TicketEvent::Reopened, {}, text);
    // A payment that is on its way keeps the ticket where it is: the words are noted.
    work.changes.rows.push_back({ChangedTable::Tickets, ticket->ticket_no.text(), ticket->version});
    return unit.tickets().append_entry({.ticket_no = ticket->ticket_no,
                                        .at = work.clock.now(),
                                        .kind = TicketEntryKind::Note,
                                        .actor = {},
                                        .text = text});
}

Result<void> give_units_back(UnitOfWork &unit, Work &work, const Shipment &shipment)
{
    if (shipment.purpose != ShipmentPurpose::Reshipment)
        return {};
    const auto replaced = unit.shipments().replaced_units(shipment.shipment_no);
    if (!replaced)
        return pass_on(replaced);
    if (replaced->empty())
        return {};
    if (auto given = unit.goods().set_replaced(shipment.order_no, *replaced, false); !given)
        return given;
    work.changes.rows.push_back({ChangedTable::GoodsOrders, shipment.order_no.text(), 0});
    return {};
}

}  // namespace aftercharge

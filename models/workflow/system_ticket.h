// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "models/domain/ticket.h"
#include "models/workflow/work.h"

namespace aftercharge {

// A ticket that the system opens for an order, within the caller's unit of work. One open
// ticket an order: where there is one already, the finding is added to its timeline.
Result<void> open_system_ticket(UnitOfWork &unit, Work &work, const ChargingOrder &order, TicketKind kind,
                                const std::string &reason, const std::string &text);

// The same of a goods order; `shipment_no` where it is about one parcel.
Result<void> open_system_ticket(UnitOfWork &unit, Work &work, const GoodsOrder &order, const ShipmentNo &shipment_no,
                                TicketKind kind, const std::string &reason, const std::string &text);

// Whether tickets of this kind are about goods orders, or about charging orders. EXCEPTION is both:
// the system says so of charging orders.
constexpr bool is_about_goods(TicketKind kind)
{
    return kind != TicketKind::ChargingComplaint && kind != TicketKind::PhantomCharging;
}

// A fresh ticket for the order, numbered, due by its kind, not yet written.
Result<Ticket> make_ticket(UnitOfWork &unit, Work &work, const ChargingOrder &order, TicketKind kind);
Result<Ticket> make_ticket(UnitOfWork &unit, Work &work, const GoodsOrder &order, TicketKind kind);

// The order's ticket that is still open, if any.
Result<std::optional<Ticket>> open_ticket_of(TicketReader &tickets, const OrderNo &order_no);

}  // namespace aftercharge

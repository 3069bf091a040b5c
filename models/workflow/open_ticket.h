// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/domain/ticket.h"
#include "models/workflow/work.h"

namespace aftercharge {

struct EvidenceFile {
    std::string name;
    std::string media_type;
    std::string bytes;
};

struct TicketDraft {
    TicketKind kind = TicketKind::ChargingComplaint;
    OrderNo order_no;
    ShipmentNo shipment_no;  // of a goods order, where it is about one parcel
    std::string reason;
    std::string text;
    std::vector<EvidenceFile> evidence;
    Actor actor;
};

inline constexpr std::size_t max_evidence_files = 10;
inline constexpr std::size_t max_evidence_files_of_ticket = 30;
inline constexpr std::ptrdiff_t max_customer_messages_of_ticket = 50;
inline constexpr std::size_t max_evidence_bytes = 5'000'000;
inline constexpr std::size_t max_ticket_text_bytes = 8'000;

// Opens a ticket for an order, of charging or of goods. A second complaint while one is open is
// added to it as a message (the same ticket is returned). Errors: order.not_found,
// shipment.not_found (also for a parcel of another order), input.invalid (no text, too long, a
// kind that is not of such an order, evidence of a type or size that is not taken, a customer's
// 51st message); operator.* where an operator opens it who may not work here.
Result<Ticket> open_ticket(Work &work, const TicketDraft &draft);

}  // namespace aftercharge

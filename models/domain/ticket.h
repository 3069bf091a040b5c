// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "models/domain/actor.h"
#include "models/domain/id.h"
#include "models/domain/network.h"
#include "models/domain/ticket_states.h"

namespace aftercharge {

enum class TicketKind {
    ChargingComplaint,
    PhantomCharging,
    Refund,
    Exception,
    AddressChange,
    Claim,
    PaymentFailed,
};

constexpr auto text_table(TicketKind)
{
    return std::array{
        EnumText{TicketKind::ChargingComplaint, "CHARGING_COMPLAINT"},
        EnumText{TicketKind::PhantomCharging, "PHANTOM_CHARGING"},
        EnumText{TicketKind::Refund, "REFUND"},
        EnumText{TicketKind::Exception, "EXCEPTION"},
        EnumText{TicketKind::AddressChange, "ADDRESS_CHANGE"},
        EnumText{TicketKind::Claim, "CLAIM"},
        EnumText{TicketKind::PaymentFailed, "PAYMENT_FAILED"},
    };
}

// cs_ticket. The order, its member and connector are those of the complaint.
struct Ticket {
    TicketNo ticket_no;
    TicketKind kind = TicketKind::ChargingComplaint;
    TicketState state = TicketState::Open;
    OrderNo order_no;
    MemberId member_id;
    ConnectorId connector;   // of a charging order
    ShipmentNo shipment_no;  // of a goods order, where the ticket is about one parcel
    std::string reason;      // the customer's choice, one line ("多扣费")
    std::string text;        // the customer's words
    Source source = Source::Customer;
    OperatorName assigned_to;  // empty: nobody
    UtcTime opened_at;
    UtcTime due_at;
    std::optional<UtcTime> closed_at;
    std::string decision;  // what the customer was told at the end
    std::int64_t version = 0;
    friend bool operator==(const Ticket &, const Ticket &) = default;
};

enum class TicketEntryKind { Message, Note, State, Decision };

constexpr auto text_table(TicketEntryKind)
{
    return std::array{
        EnumText{TicketEntryKind::Message, "MESSAGE"},
        EnumText{TicketEntryKind::Note, "NOTE"},
        EnumText{TicketEntryKind::State, "STATE"},
        EnumText{TicketEntryKind::Decision, "DECISION"},
    };
}

// One line of a ticket's timeline: what was said, noted, changed or decided.
struct TicketEntry {
    TicketNo ticket_no;
    UtcTime at;
    TicketEntryKind kind = TicketEntryKind::Note;
    Actor actor;
    std::string text;
    friend bool operator==(const TicketEntry &, const TicketEntry &) = default;
};

// What the customer or an agent attached; the hash is SHA-256 of the bytes.
struct Evidence {
    Uuid id;
    TicketNo ticket_no;
    std::string name;
    std::string media_type;
    std::string sha256;  // 32 bytes
    std::string bytes;   // empty in lists
    std::int64_t size_bytes = 0;
    UtcTime added_at;
    friend bool operator==(const Evidence &, const Evidence &) = default;
};

}  // namespace aftercharge

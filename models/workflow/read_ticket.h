// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "models/domain/device_event.h"
#include "models/domain/notice.h"
#include "models/domain/ticket.h"
#include "models/workflow/explain_order.h"
#include "models/workflow/goods_view.h"

namespace aftercharge {

// Everything that a person needs to decide a ticket, read at one instant.
struct TicketDossier {
    Ticket ticket;
    std::vector<TicketEntry> entries;  // oldest first
    std::vector<Evidence> evidence;
    std::vector<Ticket> earlier;  // of the same member or connector, newest first
    Member member;
    MemberBalance balance;
    std::optional<OrderExplanation> order;     // of a charging order
    std::optional<GoodsDossier> goods;         // of a goods order
    std::vector<OrderLogEntry> order_log;      // OrderLog, oldest first
    std::vector<DeviceEvent> hardware_report;  // of the order and its connector around it, oldest first
    std::vector<Notice> notices;               // what the customer was told
};

Result<TicketDossier> read_ticket(LedgerReader &ledger, TelemetryReader &telemetry, const TicketNo &ticket_no);

}  // namespace aftercharge

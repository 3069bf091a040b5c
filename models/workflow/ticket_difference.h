// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/workflow/read_ticket.h"
#include "models/workflow/refund_difference.h"

namespace aftercharge {

// What became of a ticket since a person read it, field by field.
struct TicketDifference {
    std::optional<BeforeAfter<TicketState>> state;
    std::optional<BeforeAfter<OperatorName>> assigned_to;
    std::optional<BeforeAfter<std::string>> decision;
    std::vector<TicketEntry> entries;  // new in the timeline, oldest first
    std::vector<Evidence> evidence;    // new files
    std::vector<Refund> refunds;       // new of its order
    std::vector<BeforeAfter<Refund>> changed_refunds;
    // Of the newest entry: who was last, and when. Nothing where the timeline says nothing new.
    std::optional<Actor> by;
    std::optional<UtcTime> at;

    bool is_empty() const;
    friend bool operator==(const TicketDifference &, const TicketDifference &) = default;
};

// Both are readings of the same ticket, `after` the later one.
TicketDifference ticket_difference(const TicketDossier &before, const TicketDossier &after);

}  // namespace aftercharge

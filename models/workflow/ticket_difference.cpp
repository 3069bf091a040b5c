// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/ticket_difference.h"

#include <algorithm>

namespace aftercharge {
namespace {

const std::vector<Refund> &refunds_of(const TicketDossier &dossier)
{
    static const std::vector<Refund> none;
    if (dossier.goods)
        return dossier.goods->refunds;
    return dossier.order ? dossier.order->refunds : none;
}

void compare_refunds(const TicketDossier &before, const TicketDossier &after, TicketDifference &found)
{
    const std::vector<Refund> &had = refunds_of(before);
    for (const Refund &now : refunds_of(after)) {
        const auto then = std::find_if(had.begin(), had.end(),
                                       [&](const Refund &refund) { return refund.refund_no == now.refund_no; });
        if (then == had.end())
            found.refunds.push_back(now);
        else if (!refund_difference(*then, now).is_empty())
            found.changed_refunds.push_back({*then, now});
    }
}

// The timeline only grows, at its end.
void compare_timelines(const TicketDossier &before, const TicketDossier &after, TicketDifference &found)
{
    if (after.entries.size() > before.entries.size())
        found.entries.assign(after.entries.begin() + static_cast<std::ptrdiff_t>(before.entries.size()),
                             after.entries.end());
    for (const Evidence &file : after.evidence) {
        const bool had = std::any_of(before.evidence.begin(), before.evidence.end(),
                                     [&](const Evidence &other) { return other.id == file.id; });
        if (!had)
            found.evidence.push_back(file);
    }
    if (!found.entries.empty()) {
        found.by = found.entries.back().actor;
        found.at = found.entries.back().at;
    }
}

}  // namespace

bool TicketDifference::is_empty() const
{
    return *this == TicketDifference{};
}

TicketDifference ticket_difference(const TicketDossier &before, const TicketDossier &after)
{
    TicketDifference found;
    found.state = differing(before.ticket.state, after.ticket.state);
    found.assigned_to = differing(before.ticket.assigned_to, after.ticket.assigned_to);
    found.decision = differing(before.ticket.decision, after.ticket.decision);
    compare_timelines(before, after, found);
    compare_refunds(before, after, found);
    return found;
}

}  // namespace aftercharge

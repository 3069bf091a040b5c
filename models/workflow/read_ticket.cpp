// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/read_ticket.h"

#include <algorithm>

namespace aftercharge {
namespace {

constexpr int earlier_limit = 20;
constexpr int event_limit = 500;
// What the connector said shortly before and after the session is part of its story.
constexpr std::chrono::minutes around_session{15};

template<typename T, typename Into>
Result<void> take(Result<T> &&read, Into &into)
{
    if (!read)
        return pass_on(read);
    into = std::move(*read);
    return {};
}

Result<void> read_order(LedgerReader &ledger, TelemetryReader &telemetry, TicketDossier &dossier)
{
    auto order = explain_order(ledger, telemetry, dossier.ticket.order_no);
    if (!order)
        return pass_on(order);
    const UtcTime from = order->order.started_at - around_session;
    const UtcTime to = order->order.stopped_at.value_or(order->priced.to) + around_session;
    if (auto read = take(telemetry.events_of(order->order.connector, from, to, event_limit), dossier.hardware_report);
        !read)
        return read;
    std::reverse(dossier.hardware_report.begin(), dossier.hardware_report.end());
    dossier.order = std::move(*order);
    if (auto read = take(ledger.orders().log(dossier.ticket.order_no), dossier.order_log); !read)
        return read;
    return take(ledger.outbox().notices(dossier.ticket.order_no), dossier.notices);
}

}  // namespace

Result<TicketDossier> read_ticket(LedgerReader &ledger, TelemetryReader &telemetry, const TicketNo &ticket_no)
{
    TicketDossier dossier;
    if (auto read = take(ledger.tickets().find(ticket_no), dossier.ticket); !read)
        return pass_on(read);
    if (auto read = take(ledger.tickets().entries(ticket_no), dossier.entries); !read)
        return pass_on(read);
    if (auto read = take(ledger.tickets().evidence(ticket_no), dossier.evidence); !read)
        return pass_on(read);
    if (auto read = take(ledger.tickets().earlier(dossier.ticket, earlier_limit), dossier.earlier); !read)
        return pass_on(read);
    if (!dossier.ticket.member_id.is_empty()) {
        if (auto read = take(ledger.registry().member(dossier.ticket.member_id), dossier.member); !read)
            return pass_on(read);
        if (auto read = take(ledger.accounts().member_balance(dossier.ticket.member_id), dossier.balance); !read)
            return pass_on(read);
    }
    if (!dossier.ticket.order_no.is_empty()) {
        if (auto read = read_order(ledger, telemetry, dossier); !read)
            return pass_on(read);
    }
    return dossier;
}

}  // namespace aftercharge

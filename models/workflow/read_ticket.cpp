// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/read_ticket.h"

#include <algorithm>

#include "models/workflow/read_into.h"

namespace aftercharge {
namespace {

constexpr int earlier_limit = 20;
constexpr int event_limit = 500;
// What the connector said shortly before and after the session is part of its story.
constexpr std::chrono::minutes around_session{15};

Result<void> read_order(LedgerReader &ledger, TelemetryReader &telemetry, TicketDossier &dossier)
{
    auto order = explain_order(ledger, telemetry, dossier.ticket.order_no);
    if (!order)
        return pass_on(order);
    const UtcTime from = order->order.started_at - around_session;
    const UtcTime to = order->order.stopped_at.value_or(order->priced.to) + around_session;
    if (auto read = read_into(dossier.hardware_report,
                              telemetry.events_of(order->order.connector, from, to, event_limit));
        !read)
        return read;
    std::reverse(dossier.hardware_report.begin(), dossier.hardware_report.end());
    dossier.order = std::move(*order);
    return read_into(dossier.order_log, ledger.orders().log(dossier.ticket.order_no));
}

Result<void> read_about(LedgerReader &ledger, TelemetryReader &telemetry, TicketDossier &dossier)
{
    const auto is_goods = ledger.goods().exists(dossier.ticket.order_no);
    if (!is_goods)
        return pass_on(is_goods);
    auto read = *is_goods ? read_into(dossier.goods, read_goods_order(ledger, dossier.ticket.order_no))
                          : read_order(ledger, telemetry, dossier);
    if (!read)
        return read;
    return read_into(dossier.notices, ledger.outbox().notices(dossier.ticket.order_no));
}

// The record of a member may be gone, or never have been here: his orders and balance stay.
Result<void> read_member(LedgerReader &ledger, TicketDossier &dossier)
{
    const MemberId &id = dossier.ticket.member_id;
    dossier.member.id = id;
    auto member = ledger.registry().member(id);
    if (member)
        dossier.member = std::move(*member);
    else if (member.error().code != ErrorCode::MemberNotFound)
        return pass_on(member);
    return read_into(dossier.balance, ledger.accounts().member_balance(id));
}

}  // namespace

Result<TicketDossier> read_ticket(LedgerReader &ledger, TelemetryReader &telemetry, const TicketNo &ticket_no)
{
    TicketDossier dossier;
    if (auto read = read_into(dossier.ticket, ledger.tickets().find(ticket_no)); !read)
        return pass_on(read);
    if (auto read = read_into(dossier.entries, ledger.tickets().entries(ticket_no)); !read)
        return pass_on(read);
    if (auto read = read_into(dossier.evidence, ledger.tickets().evidence(ticket_no)); !read)
        return pass_on(read);
    if (auto read = read_into(dossier.earlier, ledger.tickets().earlier(dossier.ticket, earlier_limit)); !read)
        return pass_on(read);
    if (!dossier.ticket.member_id.is_empty()) {
        if (auto read = read_member(ledger, dossier); !read)
            return pass_on(read);
    }
    if (!dossier.ticket.order_no.is_empty()) {
        if (auto read = read_about(ledger, telemetry, dossier); !read)
            return pass_on(read);
    }
    return dossier;
}

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_desk_answers.h"

#include <algorithm>

namespace aftercharge {

namespace {

bool is_open(TicketState state)
{
    return state != TicketState::Resolved && state != TicketState::Rejected && state != TicketState::Closed;
}

bool matches(const Ticket &ticket, const TicketQuery &query)
{
    if (query.scope == TicketQuery::Scope::Open && !is_open(ticket.state))
        return false;
    if (query.scope == TicketQuery::Scope::Closed && is_open(ticket.state))
        return false;
    if (query.assigned_to && ticket.assigned_to != *query.assigned_to)
        return false;
    if (query.state && ticket.state != *query.state)
        return false;
    return query.text.empty() || ticket.ticket_no.text().find(query.text) != std::string::npos ||
           ticket.order_no.text().find(query.text) != std::string::npos ||
           ticket.reason.find(query.text) != std::string::npos;
}

}  // namespace

void FakeDeskService::answer_tickets()
{
    const auto changed = [this](const TicketNo &no, std::int64_t version, const std::function<void(Ticket &)> &change) {
        const auto found = find_ticket(no, version);
        if (!found)
            return answered<Ticket>(pass_on(found));
        change(**found);
        ++(*found)->version;
        if (const auto dossier = dossiers.find(no); dossier != dossiers.end())
            dossier->second.ticket = **found;
        return answered<Ticket>(**found);
    };
    on_tickets = [this](const TicketQuery &query) {
        std::vector<Ticket> rows;
        std::copy_if(ticket_rows.begin(), ticket_rows.end(), std::back_inserter(rows),
                     [&](const Ticket &ticket) { return matches(ticket, query); });
        return paged(std::move(rows));
    };
    on_ticket_counts = [this] {
        TicketCounts counts;
        for (const Ticket &ticket : ticket_rows) {
            if (!is_open(ticket.state))
                continue;
            ++counts.open;
            counts.unassigned += ticket.assigned_to.is_empty() ? 1 : 0;
            counts.mine += ticket.assigned_to == who && !who.is_empty() ? 1 : 0;
            counts.waiting_approval += ticket.state == TicketState::WaitingApproval ? 1 : 0;
        }
        return answered<TicketCounts>(counts);
    };
    on_open_ticket = [](const TicketDraft &) { return answered<Ticket>(fail(ErrorCode::OrderNotFound)); };
    on_take = [this, changed](const TicketNo &no, std::int64_t version) {
        return changed(no, version, [this](Ticket &ticket) {
            ticket.assigned_to = who;
            ticket.state = TicketState::InReview;
        });
    };
    on_assign = [changed](const TicketNo &no, std::int64_t version, const OperatorName &to) {
        return changed(no, version, [&](Ticket &ticket) { ticket.assigned_to = to; });
    };
    on_reject = [changed](const TicketNo &no, std::int64_t version, const std::string &reason) {
        return changed(no, version, [&](Ticket &ticket) {
            ticket.state = TicketState::Rejected;
            ticket.decision = reason;
        });
    };
    on_reply = [changed](const TicketNo &no, std::int64_t version, const std::string &) {
        return changed(no, version, [](Ticket &ticket) { ticket.state = TicketState::WaitingCustomer; });
    };
    on_note = [changed](const TicketNo &no, std::int64_t version, const std::string &) {
        return changed(no, version, [](Ticket &) {});
    };
    on_reopen = [changed](const TicketNo &no, std::int64_t version, const std::string &) {
        return changed(no, version, [](Ticket &ticket) { ticket.state = TicketState::InReview; });
    };
}

Result<Ticket *> FakeDeskService::find_ticket(const TicketNo &ticket_no, std::int64_t version)
{
    for (Ticket &ticket : ticket_rows) {
        if (ticket.ticket_no != ticket_no)
            continue;
        if (ticket.version != version)
            return fail(ErrorCode::StoreConflict, ticket_no.text());
        return &ticket;
    }
    return fail(ErrorCode::TicketNotFound, ticket_no.text());
}

Answered<Page<Ticket>> FakeDeskService::tickets(const TicketQuery &query)
{
    return on_tickets(query);
}

Answered<TicketCounts> FakeDeskService::ticket_counts()
{
    return on_ticket_counts();
}

Answered<TicketDossier> FakeDeskService::ticket(const TicketNo &ticket_no)
{
    return answered<TicketDossier>(looked_up(dossiers, ticket_no, ErrorCode::TicketNotFound));
}

Answered<Ticket> FakeDeskService::open_ticket(const TicketDraft &draft)
{
    note("open_ticket " + draft.order_no.text());
    return on_open_ticket(draft);
}

Answered<Ticket> FakeDeskService::take_ticket(const TicketNo &ticket_no, std::int64_t version)
{
    note("take_ticket " + ticket_no.text());
    return on_take(ticket_no, version);
}

Answered<Ticket> FakeDeskService::assign_ticket(const TicketNo &ticket_no, std::int64_t version, const OperatorName &to)
{
    note("assign_ticket " + ticket_no.text() + " " + to.text());
    return on_assign(ticket_no, version, to);
}

Answered<Ticket> FakeDeskService::reject_ticket(const TicketNo &ticket_no, std::int64_t version,
                                                const std::string &reason)
{
    note("reject_ticket " + ticket_no.text() + " " + reason);
    return on_reject(ticket_no, version, reason);
}

Answered<Ticket> FakeDeskService::reply_to_ticket(const TicketNo &ticket_no, std::int64_t version,
                                                  const std::string &text)
{
    note("reply_to_ticket " + ticket_no.text() + " " + text);
    return on_reply(ticket_no, version, text);
}

Answered<Ticket> FakeDeskService::note_on_ticket(const TicketNo &ticket_no, std::int64_t version,
                                                 const std::string &text)
{
    note("note_on_ticket " + ticket_no.text() + " " + text);
    return on_note(ticket_no, version, text);
}

Answered<Ticket> FakeDeskService::reopen_ticket(const TicketNo &ticket_no, std::int64_t version,
                                                const std::string &reason)
{
    note("reopen_ticket " + ticket_no.text() + " " + reason);
    return on_reopen(ticket_no, version, reason);
}

Answered<Evidence> FakeDeskService::evidence(const Uuid &id)
{
    for (const Evidence &file : evidence_files) {
        if (file.id == id)
            return answered<Evidence>(file);
    }
    return answered<Evidence>(fail(ErrorCode::TicketNotFound, id.to_text()));
}

}  // namespace aftercharge

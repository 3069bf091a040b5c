// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/sql_tickets.h"

#include "models/store/sql/canonical.h"
#include "models/store/sql/keyset.h"
#include "models/store/sql/ticket_row.h"

namespace aftercharge {
namespace {

// Spelled as in the partial index cs_ticket_open, so that it serves.
QString open_condition()
{
    return QStringLiteral("state NOT IN ('RESOLVED', 'REJECTED', 'CLOSED')");
}
constexpr std::int64_t first_ticket = 10001;
constexpr Duration soon = std::chrono::hours(1);

QString select_tickets(const QString &rest)
{
    return QStringLiteral("SELECT ") + ticket_columns() + QStringLiteral(" FROM cs_ticket ") + rest;
}

QString sort_column(TicketQuery::Sort sort)
{
    switch (sort) {
    case TicketQuery::Sort::Number:
        return {};
    case TicketQuery::Sort::OpenedAt:
        return QStringLiteral("opened_at");
    case TicketQuery::Sort::DueAt:
        break;
    }
    return QStringLiteral("due_at");
}

Cursor cursor_of(TicketQuery::Sort sort, const Ticket &ticket)
{
    switch (sort) {
    case TicketQuery::Sort::Number:
        return {0, ticket.ticket_no.text()};
    case TicketQuery::Sort::OpenedAt:
        return {ticket.opened_at.time_since_epoch().count(), ticket.ticket_no.text()};
    case TicketQuery::Sort::DueAt:
        break;
    }
    return {ticket.due_at.time_since_epoch().count(), ticket.ticket_no.text()};
}

}  // namespace

static void read_row(Query &row, TicketCounts &c)
{
    row.read(c.open, c.unassigned, c.mine, c.waiting_approval, c.due_soon);
}

Result<Ticket> SqlTickets::find(const TicketNo &ticket_no)
{
    Query query(context_.database, select_tickets(QStringLiteral("WHERE ticket_no = ?")));
    return one<Ticket>(query.bind(ticket_no), ErrorCode::TicketNotFound, ticket_no.text());
}

Result<Page<Ticket>> SqlTickets::page(const TicketQuery &query)
{
    PagedSelect select(ticket_columns(), QStringLiteral("cs_ticket"), sort_column(query.sort),
                       QStringLiteral("ticket_no"));
    if (query.scope == TicketQuery::Scope::Open)
        select.where(open_condition());
    if (query.scope == TicketQuery::Scope::Closed)
        select.where(QStringLiteral("NOT ") + open_condition());
    if (query.assigned_to)
        select.where(QStringLiteral("assigned_to = ?"), *query.assigned_to);
    if (query.state)
        select.where(QStringLiteral("state = ?"), *query.state);
    select.where_text(query.text, {QStringLiteral("ticket_no"), QStringLiteral("order_no"), QStringLiteral("member_id"),
                                   QStringLiteral("charge_point_id"), QStringLiteral("shipment_no"),
                                   QStringLiteral("reason"), QStringLiteral("text")});
    return select.page<Ticket>(context_.database, query.page,
                               [&](const Ticket &ticket) { return cursor_of(query.sort, ticket); });
}

Result<TicketCounts> SqlTickets::counts(const OperatorName &mine, UtcTime now)
{
    const auto sum = [](const QString &condition) {
        return QStringLiteral("COALESCE(SUM(CASE WHEN %1 THEN 1 ELSE 0 END), 0)").arg(condition);
    };
    Query query(context_.database, QStringLiteral("SELECT COUNT(*), %1, %2, %3, %4 FROM cs_ticket WHERE %5")
                                       .arg(sum(QStringLiteral("assigned_to = ''")),
                                            sum(QStringLiteral("assigned_to = ? AND assigned_to <> ''")),
                                            sum(QStringLiteral("state = 'WAITING_APPROVAL'")),
                                            sum(QStringLiteral("due_at <= ?")), open_condition()));
    return one<TicketCounts>(query.bind(mine, now + soon), ErrorCode::Internal, "no counts");
}

Result<std::vector<Ticket>> SqlTickets::of_order(const OrderNo &order_no)
{
    Query query(context_.database, select_tickets(QStringLiteral("WHERE order_no = ? ORDER BY opened_at, ticket_no")));
    return all<Ticket>(query.bind(order_no));
}

Result<std::vector<Ticket>> SqlTickets::earlier(const Ticket &ticket, int limit)
{
    Query query(context_.database,
                select_tickets(QStringLiteral("WHERE ticket_no <> ? AND ((member_id = ? AND member_id <> '') OR "
                                              "(charge_point_id = ? AND connector_id = ? AND charge_point_id <> '')) "
                                              "ORDER BY opened_at DESC, ticket_no DESC LIMIT ?")));
    return all<Ticket>(query.bind(ticket.ticket_no, ticket.member_id, ticket.connector.charge_point_id,
                                  ticket.connector.connector_id, limit));
}

Result<std::vector<TicketEntry>> SqlTickets::entries(const TicketNo &ticket_no)
{
    Query query(context_.database,
                QStringLiteral("SELECT %1 FROM cs_ticket_entry WHERE ticket_no = ? ORDER BY n").arg(entry_columns()));
    return all<TicketEntry>(query.bind(ticket_no));
}

Result<std::vector<Evidence>> SqlTickets::evidence(const TicketNo &ticket_no)
{
    Query query(context_.database, QStringLiteral("SELECT %1 FROM cs_ticket_evidence WHERE ticket_no = ? ORDER BY "
                                                  "added_at, id")
                                       .arg(evidence_columns()));
    return all<Evidence>(query.bind(ticket_no));
}

Result<Evidence> SqlTickets::evidence_file(const Uuid &id)
{
    Query query(context_.database,
                QStringLiteral("SELECT %1, bytes FROM cs_ticket_evidence WHERE id = ?").arg(evidence_columns()));
    const auto has_row = query.bind(id).next();
    if (!has_row)
        return tl::unexpected(has_row.error());
    if (!*has_row)
        return fail(ErrorCode::TicketNotFound, "no evidence " + id.to_text());
    Evidence evidence;
    read_row(query, evidence);
    query.read(BytesOut{evidence.bytes});
    if (!query.is_understood())
        return tl::unexpected(query.misunderstood());
    if (sha256(evidence.bytes) != evidence.sha256)
        return fail(ErrorCode::StoreCorrupt, evidence.name + " is not what was attached");
    return evidence;
}

Result<TicketNo> SqlTickets::next_ticket_no()
{
    return context_.numbers.next("T", {}, first_ticket).and_then([](std::int64_t number) {
        return TicketNo::from_text("T-" + std::to_string(number));
    });
}

Result<void> SqlTickets::insert(const Ticket &ticket)
{
    Query query(context_.database, insert_sql(QStringLiteral("cs_ticket"), ticket_columns()));
    query.bind(ticket.ticket_no);
    bind_rest(query, ticket);
    return write(query.bind(ticket.version));
}

Result<void> SqlTickets::update(Ticket &ticket)
{
    Query query(context_.database, update_sql(QStringLiteral("cs_ticket"), ticket_columns()));
    bind_rest(query, ticket);
    const Result<int> rows = query.bind(ticket.version + 1, ticket.ticket_no, ticket.version).run();
    if (rows && *rows == 0) {
        if (const auto there = find(ticket.ticket_no); !there)
            return tl::unexpected(there.error());
    }
    return expect_updated(rows, ticket.ticket_no.text()).map([&] { ++ticket.version; });
}

Result<void> SqlTickets::append_entry(const TicketEntry &e)
{
    Query count(context_.database, QStringLiteral("SELECT MAX(n) FROM cs_ticket_entry WHERE ticket_no = ?"));
    const auto last = number(count.bind(e.ticket_no));
    if (!last)
        return tl::unexpected(last.error());
    Query query(context_.database,
                insert_sql(QStringLiteral("cs_ticket_entry"), entry_columns() + QStringLiteral(", n")));
    return write(query.bind(e.ticket_no, e.at, e.kind, e.actor.source, e.actor.name, e.text, *last + 1));
}

Result<void> SqlTickets::add_evidence(const Evidence &e)
{
    if (sha256(e.bytes) != e.sha256 || e.size_bytes != static_cast<std::int64_t>(e.bytes.size()))
        return fail(ErrorCode::InputInvalid, "hash or size of " + e.name + " are not those of its bytes");
    Query query(context_.database,
                insert_sql(QStringLiteral("cs_ticket_evidence"), evidence_columns() + QStringLiteral(", bytes")));
    return write(query.bind(e.id, e.ticket_no, e.name, e.media_type, BytesIn{e.sha256}, e.size_bytes, e.added_at,
                            BytesIn{e.bytes}));
}

}  // namespace aftercharge

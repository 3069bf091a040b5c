// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/sql_decisions.h"

#include "models/store/sql/query.h"

namespace aftercharge {
namespace {

QString columns()
{
    return QStringLiteral("id, login, verb, subject, arguments, submitted_at, attempts, done_at, refusal_code, "
                          "refusal_detail, outcome");
}

QString select_decisions(const QString &rest)
{
    return QStringLiteral("SELECT ") + columns() + QStringLiteral(" FROM decision ") + rest;
}

bool is_same(const SubmittedDecision &one, const SubmittedDecision &other)
{
    return one.login == other.login && one.verb == other.verb && one.subject == other.subject &&
           one.arguments == other.arguments;
}

}  // namespace

static void read_row(Query &row, SubmittedDecision &d)
{
    row.read(d.id, d.login, d.verb, d.subject, d.arguments, d.submitted_at, d.attempts, d.done_at, d.refusal_code,
             d.refusal_detail, d.outcome);
}

static void read_row(Query &row, DaemonRow &d)
{
    row.read(d.name, d.version, d.live_url, d.started_at, d.seen_at);
}

Result<std::optional<SubmittedDecision>> SqlDecisions::find(const Uuid &id)
{
    Query query(context_.database, select_decisions(QStringLiteral("WHERE id = ?")));
    return first<SubmittedDecision>(query.bind(id));
}

Result<std::int64_t> SqlDecisions::waiting()
{
    Query query(context_.database, QStringLiteral("SELECT COUNT(*) FROM decision WHERE done_at IS NULL"));
    return number(query);
}

Result<std::vector<DaemonRow>> SqlDecisions::daemons(UtcTime seen_since)
{
    Query query(context_.database, QStringLiteral("SELECT name, version, live_url, started_at, seen_at FROM daemon "
                                                  "WHERE seen_at >= ? ORDER BY name"));
    return all<DaemonRow>(query.bind(seen_since));
}

Result<void> SqlDecisions::submit(const SubmittedDecision &decision)
{
    const auto there = find(decision.id);
    if (!there)
        return tl::unexpected(there.error());
    if (*there)
        return is_same(**there, decision) ? Result<void>()
                                          : fail(ErrorCode::StoreConflict, decision.id.to_text() + " is another one");
    Query query(context_.database,
                insert_sql(QStringLiteral("decision"), columns() + QStringLiteral(", lease_owner, lease_until")));
    query.bind(decision.id, decision.login, decision.verb, decision.subject, decision.arguments, decision.submitted_at,
               0, std::optional<UtcTime>{}, std::string(), std::string(), std::string());
    return write(query.bind(std::string(), 0));
}

Result<std::vector<SubmittedDecision>> SqlDecisions::lease(UtcTime now, const std::string &owner, UtcTime lease_until,
                                                           int limit)
{
    Query due(context_.database, select_decisions(QStringLiteral("WHERE done_at IS NULL AND lease_until <= ? ORDER BY "
                                                                 "submitted_at, id LIMIT ?")));
    auto found = all<SubmittedDecision>(due.bind(now, limit));
    if (!found)
        return found;
    std::vector<SubmittedDecision> taken;
    for (SubmittedDecision &decision : *found) {
        // Another daemon may have been faster: then it is his.
        Query take(context_.database,
                   QStringLiteral("UPDATE decision SET lease_owner = ?, lease_until = ?, attempts = ? "
                                  "WHERE id = ? AND attempts = ? AND done_at IS NULL"));
        const Result<int> rows =
            take.bind(owner, lease_until, decision.attempts + 1, decision.id, decision.attempts).run();
        if (!rows)
            return tl::unexpected(rows.error());
        if (*rows == 0)
            continue;
        ++decision.attempts;
        taken.push_back(std::move(decision));
    }
    return taken;
}

Result<void> SqlDecisions::end(const Uuid &id, UtcTime at, const Error *error, const std::string &outcome)
{
    Query query(context_.database,
                QStringLiteral("UPDATE decision SET done_at = ?, refusal_code = ?, refusal_detail = ?, outcome = ?, "
                               "lease_owner = '', lease_until = 0 WHERE id = ? AND done_at IS NULL"));
    query.bind(at, error ? code_text(error->code) : std::string_view(), error ? error->detail : std::string(), outcome,
               id);
    return expect_updated(query.run(), id.to_text());
}

Result<void> SqlDecisions::done(const Uuid &id, UtcTime at, const std::string &outcome)
{
    return end(id, at, nullptr, outcome);
}

Result<void> SqlDecisions::refused(const Uuid &id, UtcTime at, const Error &error)
{
    return end(id, at, &error, {});
}

Result<void> SqlDecisions::put_daemon(const DaemonRow &daemon)
{
    if (const QString upkeep = context_.database.dialect().upkeep(); !upkeep.isEmpty()) {
        if (const auto done = context_.database.execute(upkeep); !done)
            return done;
    }
    Query update(context_.database, QStringLiteral("UPDATE daemon SET version = ?, live_url = ?, started_at = ?, "
                                                   "seen_at = ? WHERE name = ?"));
    const Result<int> rows =
        update.bind(daemon.version, daemon.live_url, daemon.started_at, daemon.seen_at, daemon.name).run();
    if (!rows)
        return tl::unexpected(rows.error());
    if (*rows == 1)
        return {};
    Query insert(context_.database,
                 insert_sql(QStringLiteral("daemon"), QStringLiteral("name, version, live_url, started_at, seen_at")));
    return write(insert.bind(daemon.name, daemon.version, daemon.live_url, daemon.started_at, daemon.seen_at));
}

}  // namespace aftercharge

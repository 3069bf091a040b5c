// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/sql_presence.h"

#include "models/store/sql/query.h"

namespace aftercharge {
namespace {

// Long enough that nobody renews such a row any more: two desks never want the same one.
constexpr Duration long_over = std::chrono::minutes(10);

}  // namespace

static void read_row(Query &row, Present &present)
{
    row.read(present.subject, present.login, present.desk, present.doing, present.until);
}

static void read_row(Query &row, MoneyLease &lease)
{
    row.read(lease.order_no, lease.login, lease.desk, lease.until);
}

Result<std::vector<Present>> SqlPresence::of(std::string_view subject, UtcTime now)
{
    Query query(context_.database, QStringLiteral("SELECT subject, login, desk, doing, until FROM presence "
                                                  "WHERE subject = ? AND until > ? ORDER BY login, desk"));
    return all<Present>(query.bind(subject, now));
}

Result<std::optional<MoneyLease>> SqlPresence::money_lease(const OrderNo &order_no, UtcTime now)
{
    Query query(context_.database,
                QStringLiteral("SELECT subject, login, desk, until FROM money_lease WHERE subject = ? AND until > ?"));
    return first<MoneyLease>(query.bind(order_no, now));
}

Result<void> SqlPresence::sweep(const QString &table, UtcTime now)
{
    Query query(context_.database, QStringLiteral("DELETE FROM %1 WHERE until < ?").arg(table));
    return write(query.bind(now - long_over));
}

Result<void> SqlPresence::note(const Present &present, UtcTime now)
{
    Query update(context_.database, QStringLiteral("UPDATE presence SET doing = ?, until = ? "
                                                   "WHERE subject = ? AND login = ? AND desk = ?"));
    const Result<int> rows =
        update.bind(present.doing, present.until, present.subject, present.login, present.desk).run();
    if (!rows)
        return tl::unexpected(rows.error());
    if (*rows > 0)
        return {};
    if (auto swept = sweep(QStringLiteral("presence"), now); !swept)
        return swept;
    Query insert(context_.database,
                 insert_sql(QStringLiteral("presence"), QStringLiteral("subject, login, desk, doing, until")));
    return write(insert.bind(present.subject, present.login, present.desk, present.doing, present.until));
}

Result<void> SqlPresence::leave(std::string_view subject, const OperatorName &login, const Uuid &desk)
{
    Query query(context_.database, QStringLiteral("DELETE FROM presence WHERE subject = ? AND login = ? AND desk = ?"));
    return write(query.bind(subject, login, desk));
}

// One statement asks and takes, so that of two desks at the same moment one gets it, on every engine.
Result<void> SqlPresence::take(const MoneyLease &lease, UtcTime now)
{
    Query update(context_.database, QStringLiteral("UPDATE money_lease SET login = ?, desk = ?, until = ? "
                                                   "WHERE subject = ? AND ((login = ? AND desk = ?) OR until <= ?)"));
    const Result<int> rows =
        update.bind(lease.login, lease.desk, lease.until, lease.order_no, lease.login, lease.desk, now).run();
    if (!rows)
        return tl::unexpected(rows.error());
    if (*rows > 0)
        return {};
    const auto held = money_lease(lease.order_no, now);
    if (!held)
        return tl::unexpected(held.error());
    if (*held)
        return tl::unexpected(lease_held((*held)->login, (*held)->until));
    if (auto swept = sweep(QStringLiteral("money_lease"), now); !swept)
        return swept;
    Query insert(context_.database,
                 insert_sql(QStringLiteral("money_lease"), QStringLiteral("subject, login, desk, until")));
    return write(insert.bind(lease.order_no, lease.login, lease.desk, lease.until));
}

Result<void> SqlPresence::drop(const OrderNo &order_no, const OperatorName &login, const Uuid &desk)
{
    Query query(context_.database,
                QStringLiteral("DELETE FROM money_lease WHERE subject = ? AND login = ? AND desk = ?"));
    return write(query.bind(order_no, login, desk));
}

}  // namespace aftercharge

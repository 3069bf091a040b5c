// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/postgres_dialect.h"

#include "models/store/postgres/postgres_error.h"
#include "models/store/sql/query.h"

namespace aftercharge {
namespace {

// A person waits no longer than this for what somebody else holds; the engine tries again.
// Notices would stand on standard error beside the one line that a refusal has.
constexpr const char *lock_timeout = "SET lock_timeout = '5s'; SET client_min_messages = warning";

}  // namespace

static void read_row(Query &row, QString &text)
{
    std::string utf8;
    row.read(utf8);
    text = QString::fromStdString(utf8);
}

QString PostgresDialect::spell_types(QString sql) const
{
    // A table that is rebuilt is dropped with the references of others to it; restore_references
    // makes them again.
    if (sql.startsWith(QStringLiteral("DROP TABLE ")))
        sql += QStringLiteral(" CASCADE");
    return sql.replace(QStringLiteral("{blob}"), QStringLiteral("BYTEA"))
        .replace(QStringLiteral("{rowid}"), QStringLiteral("BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY"))
        .replace(QStringLiteral("{clustered}"), QString())
        .replace(QStringLiteral("{db}"), database_name_);
}

// A function of its own for each: PL/pgSQL keeps what it has understood of a condition for the
// session, where a trigger's WHEN is read anew by every statement.
QStringList PostgresDialect::spell_guard(const Guard &guard) const
{
    const bool is_always = guard.condition == QStringLiteral("1 = 1");
    const bool reads_tables = guard.condition.contains(QStringLiteral("SELECT "));
    const QString function = QStringLiteral("guard_") + guard.name;
    const QString path = reads_tables
                             ? QStringLiteral(" SET search_path = %1, pg_temp").arg(schemas_.join(QStringLiteral(", ")))
                             : QString();
    const QString refuse = QStringLiteral("RAISE EXCEPTION '%1' USING ERRCODE = 'AC000';").arg(guard.sentence);
    const QString body = is_always ? refuse
                                   : QStringLiteral("IF %1 THEN %2 END IF; RETURN %3;")
                                         .arg(guard.condition, refuse,
                                              guard.operation == QStringLiteral("DELETE") ? QStringLiteral("OLD")
                                                                                          : QStringLiteral("NEW"));
    return {QStringLiteral("CREATE OR REPLACE FUNCTION %1() RETURNS trigger LANGUAGE plpgsql%2 AS $guard$ BEGIN %3 END "
                           "$guard$")
                .arg(function, path, body),
            QStringLiteral("CREATE TRIGGER %1 BEFORE %2 ON %3 FOR EACH ROW EXECUTE FUNCTION %4()")
                .arg(guard.name, guard.operation, guard.table, function)};
}

QString PostgresDialect::spell_unguard(const QString &guard, const QString &table) const
{
    return QStringLiteral("DROP TRIGGER %1 ON %2").arg(guard, table);
}

// Schemas change within a transaction, references too: nothing is to be done outside.
Result<void> PostgresDialect::suspend_references(Database & /*database*/) const
{
    return {};
}

Result<void> PostgresDialect::resume_references(Database & /*database*/) const
{
    return {};
}

// Each adds the reference again if it fell with the table that it points at; one of a table that
// was rebuilt itself is as the step has spelled it.
Result<std::vector<QString>> PostgresDialect::references(Database &database) const
{
    Query query(
        database,
        QStringLiteral(
            "SELECT format('DO $do$ BEGIN IF to_regclass(%L) = %s::oid AND to_regclass(%L) IS NOT NULL "
            "AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.oid = %s) THEN ALTER TABLE %I ADD "
            "CONSTRAINT %I %s; END IF; END $do$', r.relname, r.oid, t.relname, f.oid, r.relname, "
            "f.conname, pg_get_constraintdef(f.oid)) FROM pg_constraint f JOIN pg_class r ON r.oid = f.conrelid "
            "JOIN pg_class t ON t.oid = f.confrelid JOIN pg_namespace n ON n.oid = r.relnamespace "
            "WHERE f.contype = 'f' AND n.nspname = current_schema() ORDER BY r.relname, f.conname"));
    return all<QString>(query);
}

Result<void> PostgresDialect::restore_references(Database &database, const std::vector<QString> &before) const
{
    for (const QString &statement : before) {
        if (auto done = database.execute(statement); !done)
            return done;
    }
    return {};
}

// A reference that does not hold could not be made.
Result<std::vector<std::string>> PostgresDialect::dangling_references(Database & /*database*/) const
{
    return std::vector<std::string>{};
}

Result<void> PostgresDialect::prepare_connection(Database &database) const
{
    const QString path = QStringLiteral("SET search_path = ") + schemas_.join(QStringLiteral(", "));
    const QString access = writes_ == Writes::Yes ? QStringLiteral("SET synchronous_commit = on")
                                                  : QStringLiteral("SET default_transaction_read_only = on");
    const Result<void> taken = role_.isEmpty() ? Result<void>()
                                               : database.execute(QStringLiteral("SET ROLE \"%1\"").arg(role_));
    return taken.and_then([&] { return database.execute(path); })
        .and_then([&] { return database.execute(QString::fromLatin1(lock_timeout)); })
        .and_then([&] { return database.execute(access); });
}

Result<bool> PostgresDialect::has_table(Database &database, const QString &name) const
{
    Query query(database, QStringLiteral("SELECT COUNT(*) FROM pg_tables WHERE schemaname = current_schema() AND "
                                         "tablename = ?"));
    return number(query.bind(name.toStdString())).map([](std::int64_t count) { return count > 0; });
}

// Transactions that wrote something are numbered; one's own count too.
Result<std::int64_t> PostgresDialect::data_version(Database &database) const
{
    Query query(database, QStringLiteral("SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint"));
    return number(query);
}

// Pages are the server's (data checksums, amcheck); what is ours are chains and balances.
Result<std::vector<std::string>> PostgresDialect::integrity(Database & /*database*/) const
{
    return std::vector<std::string>{};
}

Result<void> PostgresDialect::copy_to(Database & /*database*/, const QString & /*file*/) const
{
    return fail(ErrorCode::InputInvalid, "a shared store is backed up with PostgreSQL's own pg_basebackup or pg_dump");
}

Error PostgresDialect::error_of(const QSqlError &error) const
{
    return postgres_error(error);
}

}  // namespace aftercharge

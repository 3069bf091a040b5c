// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/migrations.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include "models/store/sql/query.h"

// Outside every namespace: the function that Q_INIT_RESOURCE names is global.
static void link_migrations()
{
    Q_INIT_RESOURCE(aftercharge_migrations);
}

namespace aftercharge {
namespace {

QString folder_of(Schema schema)
{
    switch (schema) {
    case Schema::Ledger:
        return QStringLiteral("ledger");
    case Schema::Telemetry:
        return QStringLiteral("telemetry");
    case Schema::Desk:
        return QStringLiteral("desk");
    }
    return {};
}

Result<QString> text_of(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Internal, "a migration is missing: " + path.toStdString());
    return QString::fromUtf8(file.readAll());
}

Result<Guard> parse_guard(const QString &statement)
{
    static const QRegularExpression form(
        QStringLiteral("^GUARD (\\w+) BEFORE (INSERT|UPDATE|DELETE) ON (\\w+)\\s+WHEN (.+)\\s+SAY '([^']+)'$"),
        QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch match = form.match(statement);
    if (!match.hasMatch())
        return fail(ErrorCode::Internal, "not a guard: " + statement.toStdString());
    return Guard{match.captured(1), match.captured(2), match.captured(3), match.captured(4), match.captured(5)};
}

Result<QString> spell_unguard(const QString &statement, const Dialect &dialect)
{
    static const QRegularExpression form(QStringLiteral("^UNGUARD (\\w+) ON (\\w+)$"));
    const QRegularExpressionMatch match = form.match(statement);
    if (!match.hasMatch())
        return fail(ErrorCode::Internal, "not the end of a guard: " + statement.toStdString());
    return dialect.spell_unguard(match.captured(1), match.captured(2));
}

Result<void> run_all(Database &database, const QString &text)
{
    const auto statements = statements_of(text, database.dialect());
    if (!statements)
        return tl::unexpected(statements.error());
    for (const QString &statement : *statements) {
        if (auto done = database.execute(statement); !done) {
            done.error().detail += " in: " + statement.toStdString();
            return done;
        }
    }
    return {};
}

Result<void> note_version(Database &database, const Migration &migration, bool is_up, UtcTime now)
{
    if (is_up) {
        Query query(database,
                    insert_sql(QStringLiteral("schema_migration"), QStringLiteral("version, name, applied_at")));
        return write(query.bind(migration.version, migration.name.toStdString(), now));
    }
    Query query(database, QStringLiteral("DELETE FROM schema_migration WHERE version = ?"));
    return write(query.bind(migration.version));
}

Result<void> check_references(Database &database)
{
    const auto dangling = database.dialect().dangling_references(database);
    if (!dangling)
        return tl::unexpected(dangling.error());
    return dangling->empty() ? Result<void>() : fail(ErrorCode::StoreRule, dangling->front());
}

Result<void> transact(Database &database, const Migration &migration, bool is_up, UtcTime now)
{
    if (const auto begun = database.begin(); !begun)
        return begun;
    const auto references = database.dialect().references(database);
    auto done = !references
                    ? Result<void>(pass_on(references))
                    : run_all(database, is_up ? migration.up : migration.down)
                          .and_then([&] { return database.dialect().restore_references(database, *references); })
                          .and_then([&] { return note_version(database, migration, is_up, now); })
                          .and_then([&] { return check_references(database); });
    if (!done) {
        database.rollback();
        return done;
    }
    return database.commit();
}

// A step may rebuild a table that others point at.
Result<void> step(Database &database, const Migration &migration, bool is_up, UtcTime now)
{
    if (const auto suspended = database.dialect().suspend_references(database); !suspended)
        return suspended;
    const auto done = transact(database, migration, is_up, now);
    const auto resumed = database.dialect().resume_references(database);
    return done ? resumed : done;
}

Result<void> make_bookkeeping(Database &database)
{
    return database.execute(QStringLiteral(
        "CREATE TABLE IF NOT EXISTS schema_migration (version INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, "
        "applied_at BIGINT NOT NULL)"));
}

}  // namespace

// A semicolon at a line's end ends a statement, unless it stands in the body of a function, between
// $$ and $$.
static QStringList parts_of(const QString &text)
{
    QStringList parts;
    QString statement;
    bool in_body = false;
    for (const QString &line : text.split(QLatin1Char('\n'))) {
        statement += line + QLatin1Char('\n');
        in_body = in_body != (line.count(QStringLiteral("$$")) % 2 == 1);
        if (in_body || !line.endsWith(QLatin1Char(';')))
            continue;
        parts << statement.chopped(2);
        statement.clear();
    }
    if (!statement.trimmed().isEmpty())
        parts << statement;
    return parts;
}

Result<std::vector<QString>> statements_of(const QString &text, const Dialect &dialect)
{
    QStringList lines;
    for (const QString &line : text.split(QLatin1Char('\n'))) {
        if (!line.startsWith(QStringLiteral("--")))
            lines << line;
    }
    std::vector<QString> statements;
    for (const QString &part : parts_of(lines.join(QLatin1Char('\n')))) {
        const QString statement = dialect.spell_types(part.trimmed());
        if (statement.isEmpty())
            continue;
        if (statement.startsWith(QStringLiteral("UNGUARD "))) {
            const auto spelled = spell_unguard(statement, dialect);
            if (!spelled)
                return tl::unexpected(spelled.error());
            statements.push_back(*spelled);
            continue;
        }
        if (!statement.startsWith(QStringLiteral("GUARD "))) {
            statements.push_back(statement);
            continue;
        }
        const auto guard = parse_guard(statement);
        if (!guard)
            return tl::unexpected(guard.error());
        for (const QString &spelled : dialect.spell_guard(*guard))
            statements.push_back(spelled);
    }
    return statements;
}

Result<std::vector<Migration>> migrations_of(Schema schema)
{
    link_migrations();
    const QString folder = QStringLiteral(":/migrations/") + folder_of(schema);
    std::vector<Migration> migrations;
    for (const QString &file : QDir(folder).entryList({QStringLiteral("*.up.sql")}, QDir::Files, QDir::Name)) {
        Migration migration;
        migration.version = file.left(4).toInt();
        migration.name = file.mid(5).chopped(7);
        if (migration.version != static_cast<int>(migrations.size()) + 1)
            return fail(ErrorCode::Internal, "migrations are not numbered in a row: " + file.toStdString());
        const auto up = text_of(folder + QLatin1Char('/') + file);
        const auto down = text_of(folder + QLatin1Char('/') + file.chopped(7) + QStringLiteral(".down.sql"));
        if (!up || !down)
            return tl::unexpected(up ? down.error() : up.error());
        migration.up = *up;
        migration.down = *down;
        migrations.push_back(migration);
    }
    if (migrations.empty())
        return fail(ErrorCode::Internal, "no migrations are linked");
    return migrations;
}

Result<int> schema_version(Database &database)
{
    const auto is_there = database.dialect().has_table(database, QStringLiteral("schema_migration"));
    if (!is_there)
        return tl::unexpected(is_there.error());
    if (!*is_there)
        return 0;
    Query query(database, QStringLiteral("SELECT MAX(version) FROM schema_migration"));
    return number(query).map([](std::int64_t version) { return static_cast<int>(version); });
}

Result<void> migrate(Database &database, const std::vector<Migration> &migrations, int target, UtcTime now)
{
    auto version = schema_version(database);
    if (!version)
        return tl::unexpected(version.error());
    if (*version > static_cast<int>(migrations.size())) {
        return fail(ErrorCode::StoreNewerSchema,
                    "schema " + std::to_string(*version) + ", this program knows " + std::to_string(migrations.size()));
    }
    if (*version == target)
        return {};
    if (const auto made = make_bookkeeping(database); !made)
        return made;
    while (*version != target) {
        const bool is_up = *version < target;
        const Migration &migration = migrations.at(static_cast<std::size_t>(is_up ? *version : *version - 1));
        if (const auto done = step(database, migration, is_up, now); !done)
            return done;
        *version += is_up ? 1 : -1;
    }
    return {};
}

Result<void> migrate_up(Database &database, Schema schema, UtcTime now)
{
    const auto migrations = migrations_of(schema);
    if (!migrations)
        return tl::unexpected(migrations.error());
    return migrate(database, *migrations, static_cast<int>(migrations->size()), now);
}

}  // namespace aftercharge

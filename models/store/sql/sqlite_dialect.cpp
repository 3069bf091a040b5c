// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/dialect.h"

#include "models/store/sql/query.h"
#include "models/store/sqlcipher/sqlcipher_error.h"

namespace aftercharge {

QString SqliteDialect::spell_types(QString sql) const
{
    return sql.replace(QStringLiteral("{blob}"), QStringLiteral("BLOB"))
        .replace(QStringLiteral("{rowid}"), QStringLiteral("INTEGER PRIMARY KEY AUTOINCREMENT"))
        .replace(QStringLiteral("{clustered}"), QStringLiteral(" WITHOUT ROWID"));
}

// Otherwise every such statement first copies the pages that it changes into a journal of its
// own, each of them encrypted: a third of what a small UPDATE costs.
QString SqliteDialect::without_undo() const
{
    return QStringLiteral(" OR FAIL");
}

QStringList SqliteDialect::spell_guard(const Guard &guard) const
{
    return {QStringLiteral("CREATE TRIGGER %1 BEFORE %2 ON %3 WHEN %4 BEGIN SELECT RAISE(ABORT, '%5'); END")
                .arg(guard.name, guard.operation, guard.table, guard.condition, guard.sentence)};
}

QString SqliteDialect::spell_unguard(const QString &guard, const QString & /*table*/) const
{
    return QStringLiteral("DROP TRIGGER ") + guard;
}

// While references are checked, dropping a table deletes its rows one by one, and renaming one
// rewrites the references of the others. The second pragma asks younger engines for the same
// plain renaming as SQLCipher's own; it does not know it.
Result<void> SqliteDialect::suspend_references(Database &database) const
{
    return database.execute(QStringLiteral("PRAGMA foreign_keys = OFF")).and_then([&] {
        return database.execute(QStringLiteral("PRAGMA legacy_alter_table = ON"));
    });
}

Result<void> SqliteDialect::resume_references(Database &database) const
{
    return database.execute(QStringLiteral("PRAGMA legacy_alter_table = OFF"))
        .and_then([&] { return database.execute(QStringLiteral("PRAGMA foreign_keys = ON")); })
        .and_then([&]() -> Result<void> {
            // Within a transaction the pragma does nothing, and says nothing.
            Query query(database, QStringLiteral("PRAGMA foreign_keys"));
            const auto is_on = number(query);
            if (!is_on)
                return tl::unexpected(is_on.error());
            return *is_on == 1 ? Result<void>() : fail(ErrorCode::Internal, "references are not checked");
        });
}

// They are the table's own text, and stand as long as nothing asks whether they hold.
Result<std::vector<QString>> SqliteDialect::references(Database & /*database*/) const
{
    return std::vector<QString>{};
}

Result<void> SqliteDialect::restore_references(Database & /*database*/, const std::vector<QString> & /*before*/) const
{
    return {};
}

Result<std::vector<std::string>> SqliteDialect::dangling_references(Database &database) const
{
    std::vector<std::string> problems;
    Query keys(database, QStringLiteral("PRAGMA foreign_key_check"));
    Result<bool> has_row = keys.next();
    for (; has_row && *has_row; has_row = keys.next()) {
        std::string table;
        keys.read(table);
        problems.push_back("a row of " + table + " points at nothing");
    }
    if (!has_row)
        return tl::unexpected(has_row.error());
    return problems;
}

Result<void> SqliteDialect::prepare_connection(Database &database) const
{
    // Without it REPLACE deletes rows past the guards of a table.
    return database.execute(QStringLiteral("PRAGMA recursive_triggers = ON"));
}

Result<bool> SqliteDialect::has_table(Database &database, const QString &name) const
{
    Query query(database, QStringLiteral("SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = ?"));
    return number(query.bind(name.toStdString())).map([](std::int64_t count) { return count > 0; });
}

Result<std::int64_t> SqliteDialect::data_version(Database &database) const
{
    Query query(database, QStringLiteral("PRAGMA data_version"));
    return number(query);
}

Result<std::vector<std::string>> SqliteDialect::integrity(Database &database) const
{
    std::vector<std::string> problems;
    Query pages(database, QStringLiteral("PRAGMA integrity_check"));
    Result<bool> has_row = pages.next();
    for (; has_row && *has_row; has_row = pages.next()) {
        std::string line;
        pages.read(line);
        if (line != "ok")
            problems.push_back(line);
    }
    if (!has_row)
        return tl::unexpected(has_row.error());
    const auto dangling = dangling_references(database);
    if (!dangling)
        return dangling;
    problems.insert(problems.end(), dangling->begin(), dangling->end());
    return problems;
}

Result<void> SqliteDialect::copy_to(Database &database, const QString &file) const
{
    // VACUUM INTO is younger than SQLCipher's SQLite. Without KEY the copy takes the key of
    // the original. The transaction makes the copy one moment of the original.
    QString quoted = file;
    quoted.replace(QLatin1Char('\''), QStringLiteral("''"));
    if (const auto attached = database.execute(QStringLiteral("ATTACH DATABASE '%1' AS copy").arg(quoted)); !attached)
        return attached;
    // An attached file does not take over the page size.
    Result<void> copied = database.execute(QStringLiteral("PRAGMA copy.cipher_page_size = 4096")).and_then([&] {
        return database.execute(QStringLiteral("BEGIN"));
    });
    if (copied) {
        copied = database.execute(QStringLiteral("SELECT sqlcipher_export('copy')")).and_then([&] {
            return database.execute(QStringLiteral("COMMIT"));
        });
        if (!copied)
            (void)database.execute(QStringLiteral("ROLLBACK"));
    }
    const auto detached = database.execute(QStringLiteral("DETACH DATABASE copy"));
    return copied ? detached : copied;
}

Error SqliteDialect::error_of(const QSqlError &error) const
{
    return to_error(error);
}

}  // namespace aftercharge

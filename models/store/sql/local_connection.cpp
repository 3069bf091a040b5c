// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/local_connection.h"

#include <QUuid>

namespace aftercharge {

namespace {

Result<std::unique_ptr<Database>> connect(const std::filesystem::path &file, const StoreKey &key,
                                          SqlcipherJournal journal, bool read_only, Creation creation)
{
    SqlcipherOpenOptions options{.path = file, .key = key.bytes()};
    options.journal = journal;
    options.create = creation == Creation::New;
    options.read_only = read_only;
    auto connection = open_sqlcipher(options, QUuid::createUuid().toString());
    if (!connection)
        return tl::unexpected(connection.error());
    auto database = std::make_unique<Database>(std::move(*connection), std::make_shared<SqliteDialect>());
    if (const auto prepared = database->dialect().prepare_connection(*database); !prepared)
        return tl::unexpected(prepared.error());
    return database;
}

}  // namespace

Result<std::unique_ptr<Database>> connect_local(const std::filesystem::path &file, const StoreKey &key,
                                                SqlcipherJournal journal, Access access, Creation creation)
{
    auto database = connect(file, key, journal, false, creation);
    if (access == Access::ReadWrite)
        return database;
    // A journal that a crash left can only be played back by a connection that may write, so a
    // reader is one that promises not to. On a medium that cannot be written there is no choice.
    if (!database && database.error().code == ErrorCode::StoreReadOnly)
        return connect(file, key, journal, true, creation);
    if (!database)
        return database;
    if (const auto promised = (*database)->execute(QStringLiteral("PRAGMA query_only = ON")); !promised)
        return tl::unexpected(promised.error());
    return database;
}

ConnectionFactory local_factory(const std::filesystem::path &file, const StoreKey &key, SqlcipherJournal journal)
{
    return
        [file, key, journal](Access access) { return connect_local(file, key, journal, access, Creation::Existing); };
}

}  // namespace aftercharge

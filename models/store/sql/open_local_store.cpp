// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/ledger_look.h"
#include "models/store/sql/local_connection.h"
#include "models/store/sql/migrations.h"
#include "models/store/sql/query.h"
#include "models/store/sql/sql_telemetry_store.h"

namespace aftercharge {
namespace {

Result<void> check_telemetry(Database &database, const Uuid &store_id)
{
    if (const auto checked = check_schema_known(database, Schema::Telemetry); !checked)
        return checked;
    Query query(database, QStringLiteral("SELECT COUNT(*) FROM telemetry_store WHERE store_id = ?"));
    const auto count = number(query.bind(store_id));
    if (!count)
        return tl::unexpected(count.error());
    if (*count != 1)
        return fail(ErrorCode::StoreForeignFile, "the telemetry is of another store");
    return {};
}

Result<void> bring_up(const StoreLocation &location, const StoreKey &key, UtcTime now)
{
    const auto migrate_file = [&](const char *file, SqlcipherJournal journal, Schema schema) -> Result<void> {
        const auto database = connect_local(location.folder / file, key, journal, Access::ReadWrite,
                                            Creation::Existing);
        return database ? migrate_up(**database, schema, now) : tl::unexpected(database.error());
    };
    return migrate_file(ledger_file, SqlcipherJournal::RollbackExtra, Schema::Ledger).and_then([&] {
        return migrate_file(telemetry_file, SqlcipherJournal::Wal, Schema::Telemetry);
    });
}

}  // namespace

Result<OpenStore> open_local_store(const StoreLocation &location, const StoreKey &key, const Clock &clock)
{
    const auto keeper = std::make_shared<FileHeadKeeper>(location.state_folder);
    const auto connect_ledger = local_factory(location.folder / ledger_file, key, SqlcipherJournal::RollbackExtra);
    const auto connect_telemetry = local_factory(location.folder / telemetry_file, key, SqlcipherJournal::Wal);

    const auto ledger_look = connect_ledger(Access::ReadOnly).and_then([&](const std::unique_ptr<Database> &database) {
        return check_schema_known(*database, Schema::Ledger).and_then([&] {
            return look_at_ledger(*database, *keeper);
        });
    });
    if (!ledger_look)
        return tl::unexpected(ledger_look.error());
    const auto telemetry_look =
        connect_telemetry(Access::ReadOnly).and_then([&](const std::unique_ptr<Database> &database) {
            return check_telemetry(*database, ledger_look->network.store_id);
        });
    if (!telemetry_look)
        return tl::unexpected(telemetry_look.error());

    const Access access = ledger_look->report.read_only ? Access::ReadOnly : Access::ReadWrite;
    if (access == Access::ReadWrite) {
        if (const auto done = bring_up(location, key, clock.now()); !done)
            return tl::unexpected(done.error());
    }
    auto ledger = SqlLedgerStore::open(connect_ledger, keeper, access);
    if (!ledger)
        return tl::unexpected(ledger.error());
    auto telemetry = SqlTelemetryStore::open(connect_telemetry, access);
    if (!telemetry)
        return tl::unexpected(telemetry.error());
    if (access == Access::ReadWrite) {
        if (const auto kept = keep_heads((*ledger)->ledger(), *keeper); !kept)
            return tl::unexpected(kept.error());
    }
    return OpenStore{std::move(*ledger), std::move(*telemetry), ledger_look->report};
}

}  // namespace aftercharge

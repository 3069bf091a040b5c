// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/local_connection.h"
#include "models/store/sql/migrations.h"
#include "models/store/sql/query.h"
#include "models/store/sql/sql_telemetry_store.h"

namespace aftercharge {
namespace {

struct FirstLook {
    Network network;
    OpenReport report;
};

// Refuses a newer schema before anything is written.
Result<void> check_schema(Database &database, Schema schema)
{
    const auto version = schema_version(database);
    const auto known = migrations_of(schema);
    if (!version || !known)
        return tl::unexpected(version ? known.error() : version.error());
    if (*version == 0)
        return fail(ErrorCode::StoreForeignFile, "a database without a schema of ours");
    if (*version > static_cast<int>(known->size())) {
        return fail(ErrorCode::StoreNewerSchema,
                    "schema " + std::to_string(*version) + ", this program knows " + std::to_string(known->size()));
    }
    return {};
}

// Reads the heads outside before those inside: a commit in between makes the store ahead,
// never behind.
Result<FirstLook> look_at_ledger(Database &database, HeadKeeper &keeper)
{
    if (const auto checked = check_schema(database, Schema::Ledger); !checked)
        return tl::unexpected(checked.error());
    const auto network = read_network(database);
    if (!network)
        return tl::unexpected(network.error());
    FirstLook look{*network, {}};
    const auto kept = keeper.read(network->store_id);
    if (!kept) {
        look.report = {true, kept.error(), false};
        return look;
    }
    Chain chain(database);
    const auto compared = compare_heads(chain, *kept);
    if (!compared)
        return tl::unexpected(compared.error());
    if (compared->verdict == HeadsVerdict::StoreBehind) {
        look.report.read_only = true;
        look.report.problem = Error{ErrorCode::StoreRolledBack, compared->problem};
    }
    look.report.heads_were_missing = compared->verdict == HeadsVerdict::NotKept;
    return look;
}

Result<void> check_telemetry(Database &database, const Uuid &store_id)
{
    if (const auto checked = check_schema(database, Schema::Telemetry); !checked)
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

// The heads outside follow a store that is ahead of them.
Result<void> keep_heads(SqlLedger &ledger, HeadKeeper &keeper)
{
    const auto heads = ledger.chain().heads();
    if (!heads)
        return tl::unexpected(heads.error());
    std::map<int, ChainHead> ahead;
    for (int chain_no = 0; chain_no < chain_count; ++chain_no)
        ahead[chain_no] = (*heads)[static_cast<std::size_t>(chain_no)];
    return keeper.advance(ledger.network().store_id, ahead);
}

}  // namespace

Result<OpenStore> open_local_store(const StoreLocation &location, const StoreKey &key, const Clock &clock)
{
    const auto keeper = std::make_shared<FileHeadKeeper>(location.state_folder);
    const auto connect_ledger = local_factory(location.folder / ledger_file, key, SqlcipherJournal::RollbackExtra);
    const auto connect_telemetry = local_factory(location.folder / telemetry_file, key, SqlcipherJournal::Wal);

    const auto ledger_look = connect_ledger(Access::ReadOnly).and_then([&](const std::unique_ptr<Database> &database) {
        return look_at_ledger(*database, *keeper);
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QUuid>

#include "models/store/postgres/postgres_connection.h"
#include "models/store/sql/ledger_look.h"
#include "models/store/sql/migrations.h"
#include "models/store/sql/postgres_dialect.h"
#include "models/store/sql/query.h"
#include "models/store/sql/shared_store.h"
#include "models/store/sql/sql_telemetry_store.h"

namespace aftercharge {
namespace {

QStringList schemas_of(SharedRole role, SharedSchema schema)
{
    switch (schema) {
    case SharedSchema::Ledger:
        // The desk's views stand before the tables whose secrets they leave out.
        return role == SharedRole::Desk ? QStringList{QStringLiteral("desk"), QStringLiteral("ledger")}
                                        : QStringList{QStringLiteral("ledger")};
    case SharedSchema::Telemetry:
        return {QStringLiteral("telemetry")};
    case SharedSchema::Desk:
        return {QStringLiteral("desk"), QStringLiteral("ledger")};
    }
    return {};
}

ConnectionFactory factory(const SharedLocation &location, SharedRole role, SharedSchema schema)
{
    return [location, role, schema](Access access) { return connect_shared(location, role, schema, access); };
}

// The schema's version is kept in the schema itself, whatever views stand before it.
Result<void> check_schemas(const SharedLocation &location, SharedRole role)
{
    const SharedRole plain = role == SharedRole::Desk ? SharedRole::Daemon : role;
    for (const auto &[place, schema] :
         {std::pair{SharedSchema::Ledger, Schema::Ledger}, std::pair{SharedSchema::Telemetry, Schema::Telemetry}}) {
        const auto database = connect_shared(location, plain, place, Access::ReadOnly);
        if (!database)
            return pass_on(database);
        if (auto checked = check_schema_known(**database, schema); !checked)
            return checked;
        const auto version = schema_version(**database);
        const auto known = migrations_of(schema);
        if (version && known && *version < static_cast<int>(known->size()))
            return fail(ErrorCode::StoreForeignFile, "schema " + std::to_string(*version) + ", this program needs " +
                                                         std::to_string(known->size()) +
                                                         ": afterchargectl store upgrade");
    }
    return {};
}

}  // namespace

Result<std::unique_ptr<Database>> connect_shared(const SharedLocation &location, SharedRole role, SharedSchema schema,
                                                 Access access)
{
    auto connection = open_postgres(location.target, location.password, QUuid::createUuid().toString());
    if (!connection)
        return pass_on(connection);
    const QString name = QString::fromStdString(location.target.database);
    const auto writes = access == Access::ReadWrite ? PostgresDialect::Writes::Yes : PostgresDialect::Writes::No;
    const auto dialect = std::make_shared<PostgresDialect>(name, schemas_of(role, schema), writes,
                                                           role == SharedRole::Owner ? name + QStringLiteral("_owner")
                                                                                     : QString());
    auto database = std::make_unique<Database>(std::move(*connection), dialect);
    if (const auto prepared = dialect->prepare_connection(*database); !prepared)
        return pass_on(prepared);
    return database;
}

Result<OpenStore> open_shared_store(const SharedLocation &location, SharedRole role)
{
    if (const auto checked = check_schemas(location, role); !checked)
        return pass_on(checked);
    const auto keeper = std::make_shared<PacedHeadKeeper>(std::make_unique<FileHeadKeeper>(location.state_folder));
    const auto connect_ledger = factory(location, role, SharedSchema::Ledger);
    const auto look = connect_ledger(Access::ReadOnly).and_then([&](const std::unique_ptr<Database> &database) {
        return look_at_ledger(*database, *keeper);
    });
    if (!look)
        return pass_on(look);
    const bool writes = role != SharedRole::Desk && !look->report.read_only;
    const Access access = writes ? Access::ReadWrite : Access::ReadOnly;
    auto ledger = SqlLedgerStore::open(connect_ledger, keeper, access, Writers::Many);
    if (!ledger)
        return pass_on(ledger);
    auto telemetry = SqlTelemetryStore::open(factory(location, role, SharedSchema::Telemetry), access);
    if (!telemetry)
        return pass_on(telemetry);
    if (!look->report.read_only) {
        if (const auto kept = keep_heads((*ledger)->ledger(), *keeper); !kept)
            return pass_on(kept);
    }
    return OpenStore{std::move(*ledger), std::move(*telemetry), look->report};
}

Result<std::vector<std::string>> shared_store_warnings(const SharedLocation &location, SharedRole role)
{
    const auto database = connect_shared(location, role, SharedSchema::Telemetry, Access::ReadOnly);
    if (!database)
        return pass_on(database);
    Query query(**database, QStringLiteral("SELECT current_setting('server_version_num')::bigint"));
    const auto version = number(query);
    if (!version)
        return pass_on(version);
    std::vector<std::string> warnings;
    if (std::string outdated = outdated_server(static_cast<int>(*version)); !outdated.empty())
        warnings.push_back(std::move(outdated));
    return warnings;
}

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <QUuid>

#include "models/store/postgres/postgres_connection.h"
#include "models/store/sql/migrations.h"
#include "models/store/sql/new_network.h"
#include "models/store/sql/postgres_dialect.h"
#include "models/store/sql/query.h"
#include "models/store/sql/shared_store.h"
#include "models/store/sql/sql_registry.h"

namespace aftercharge {
namespace {

constexpr const char *maintenance_database = "postgres";

// A name goes into statements that take no arguments.
Result<void> check_name(const std::string &name)
{
    const bool is_plain = !name.empty() && name.size() <= 40 && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
    return is_plain ? Result<void>()
                    : fail(ErrorCode::InputInvalid, "the database's name has small letters, digits and _, at most 40");
}

Result<std::unique_ptr<Database>> connect_maintenance(const SharedLocation &location)
{
    PostgresTarget target = location.target;
    target.database = maintenance_database;
    auto connection = open_postgres(target, location.password, QUuid::createUuid().toString());
    if (!connection)
        return pass_on(connection);
    return std::make_unique<Database>(
        std::move(*connection), std::make_shared<PostgresDialect>(QString::fromStdString(location.target.database),
                                                                  QStringList{QStringLiteral("public")},
                                                                  PostgresDialect::Writes::Yes, QString()));
}

QString filled(const char *sql, const SharedLocation &location)
{
    return QString::fromLatin1(sql).replace(QStringLiteral("{db}"), QString::fromStdString(location.target.database));
}

// Bytes compare as on a local store: pages of a table continue where they ended.
Result<bool> make_database(Database &server, const SharedLocation &location)
{
    Query query(server, QStringLiteral("SELECT COUNT(*) FROM pg_database WHERE datname = ?"));
    const auto there = number(query.bind(location.target.database));
    if (!there)
        return pass_on(there);
    if (*there > 0)
        return false;
    return server
        .execute(
            filled("CREATE DATABASE \"{db}\" TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'", location))
        .map([] { return true; });
}

// The owner makes the group roles, so that it may grant them (PostgreSQL 16 asks for that).
Result<void> make_roles(Database &server, const SharedLocation &location)
{
    const char *const owner = "DO $do$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '{db}_owner') THEN "
                              "CREATE ROLE \"{db}_owner\" NOLOGIN CREATEROLE; END IF; END $do$";
    if (auto done = server.execute(filled(owner, location)); !done)
        return done;
    if (auto done = server.execute(filled("ALTER DATABASE \"{db}\" OWNER TO \"{db}_owner\"", location)); !done)
        return done;
    if (auto done = server.execute(filled("SET ROLE \"{db}_owner\"", location)); !done)
        return done;
    for (const char *const group : {"agent", "ops", "supervisor", "administrator", "worker"}) {
        const QString sql = filled(
                                "DO $do$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '{db}_%1') THEN "
                                "CREATE ROLE \"{db}_%1\" NOLOGIN; END IF; END $do$",
                                location)
                                .replace(QStringLiteral("%1"), QString::fromLatin1(group));
        if (auto done = server.execute(sql); !done)
            return done;
    }
    return server.execute(QStringLiteral("RESET ROLE"));
}

Result<void> make_schemas(const SharedLocation &location)
{
    const auto owner = connect_shared(location, SharedRole::Owner, SharedSchema::Ledger, Access::ReadWrite);
    if (!owner)
        return pass_on(owner);
    for (const char *const schema : {"ledger", "telemetry", "desk"}) {
        if (auto made = (*owner)->execute(QStringLiteral("CREATE SCHEMA IF NOT EXISTS ") + QString::fromLatin1(schema));
            !made)
            return made;
    }
    return {};
}

Result<void> bring_up(const SharedLocation &location, UtcTime now)
{
    for (const auto &[place, schema] :
         {std::pair{SharedSchema::Ledger, Schema::Ledger}, std::pair{SharedSchema::Telemetry, Schema::Telemetry},
          std::pair{SharedSchema::Desk, Schema::Desk}}) {
        const auto owner = connect_shared(location, SharedRole::Owner, place, Access::ReadWrite);
        if (!owner)
            return pass_on(owner);
        if (auto migrated = migrate_up(**owner, schema, now); !migrated)
            return migrated;
    }
    return {};
}

Result<void> write_network(const SharedLocation &location, const Network &network)
{
    const auto ledger = connect_shared(location, SharedRole::Owner, SharedSchema::Ledger, Access::ReadWrite);
    if (!ledger)
        return pass_on(ledger);
    const auto telemetry = connect_shared(location, SharedRole::Owner, SharedSchema::Telemetry, Access::ReadWrite);
    if (!telemetry)
        return pass_on(telemetry);
    const auto transact = [](Database &database, const std::function<Result<void>()> &insert) {
        return database.begin().and_then(insert).and_then([&] { return database.commit(); });
    };
    return transact(**telemetry, [&] { return insert_telemetry_store(**telemetry, network.store_id); }).and_then([&] {
        return transact(**ledger, [&] { return insert_network(**ledger, network); });
    });
}

Result<void> refuse_existing(const SharedLocation &location)
{
    const auto ledger = connect_shared(location, SharedRole::Owner, SharedSchema::Ledger, Access::ReadOnly);
    if (!ledger)
        return pass_on(ledger);
    const auto version = schema_version(**ledger);
    if (!version)
        return pass_on(version);
    if (*version == 0)
        return {};
    Query query(**ledger, QStringLiteral("SELECT COUNT(*) FROM network"));
    const auto networks = number(query);
    if (!networks)
        return pass_on(networks);
    // A creation that ended in between is taken up again.
    return *networks == 0 ? Result<void>() : fail(ErrorCode::StoreExists, location.target.database);
}

}  // namespace

Result<Network> create_shared_store(const SharedLocation &location, const NetworkInput &input, const Clock &clock,
                                    Random &random)
{
    if (const auto checked = check_network(input).and_then([&] { return check_name(location.target.database); });
        !checked)
        return pass_on(checked);
    const auto server = connect_maintenance(location);
    if (!server)
        return pass_on(server);
    if (const auto made = make_database(**server, location); !made)
        return pass_on(made);
    const Network network{input.name, input.currency, input.time_zone, make_uuid(clock, random), clock.now()};
    return make_roles(**server, location)
        .and_then([&] { return refuse_existing(location); })
        .and_then([&] { return make_schemas(location); })
        .and_then([&] { return bring_up(location, network.created_at); })
        .and_then([&] { return write_network(location, network); })
        .map([&] { return network; });
}

Result<void> make_login(const SharedLocation &location, const OperatorName &name, Role role,
                        const std::string &verifier)
{
    const auto owner = connect_shared(location, SharedRole::Owner, SharedSchema::Desk, Access::ReadWrite);
    if (!owner)
        return pass_on(owner);
    if (auto begun = (*owner)->begin(); !begun)
        return begun;
    Query query(**owner, QStringLiteral("SELECT desk.make_login(?, ?, ?)"));
    if (const auto made = query.bind(name, role, verifier).next(); !made)
        return pass_on(made);
    return (*owner)->commit();
}

Result<void> upgrade_shared_store(const SharedLocation &location, const Clock &clock)
{
    // A database that is none of ours has no owner to be.
    const auto ledger = connect_shared(location, SharedRole::Daemon, SharedSchema::Ledger, Access::ReadOnly);
    if (!ledger)
        return pass_on(ledger);
    const auto version = schema_version(**ledger);
    if (!version)
        return pass_on(version);
    if (*version == 0)
        return fail(ErrorCode::StoreForeignFile, location.target.database + " holds no store of Aftercharge");
    return bring_up(location, clock.now());
}

}  // namespace aftercharge

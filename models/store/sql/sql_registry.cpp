// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/sql_registry.h"

#include "models/store/sql/query.h"

namespace aftercharge {
namespace {

QString network_columns()
{
    return QStringLiteral("name, currency, time_zone, store_id, created_at");
}

QString charge_point_columns()
{
    return QStringLiteral("charge_point_id, station_id, connectors, max_power_w, tariff_id, password_salt, "
                          "password_hash, vendor, model, firmware, serial_number, last_boot_at");
}

QString operator_columns()
{
    return QStringLiteral("name, display_name, role, limit_minor, currency, disabled, created_at, version");
}

void bind_point(Query &query, const ChargePoint &p)
{
    query.bind(p.station_id, p.connectors, p.max_power, p.tariff_id, BytesIn{p.password.salt}, BytesIn{p.password.hash},
               p.vendor, p.model, p.firmware, p.serial_number, p.last_boot_at);
}

void bind_operator(Query &query, const Operator &p)
{
    query.bind(p.display_name, p.role, p.approval_limit, p.approval_limit ? p.approval_limit->currency() : Currency(),
               p.disabled, p.created_at);
}

}  // namespace

static void read_row(Query &row, Network &n)
{
    row.read(n.name, n.currency, n.time_zone, n.store_id, n.created_at);
}

static void read_row(Query &row, Station &s)
{
    row.read(s.id, s.name, s.time_zone);
}

static void read_row(Query &row, ChargePoint &p)
{
    row.read(p.id, p.station_id, p.connectors, p.max_power, p.tariff_id, BytesOut{p.password.salt},
             BytesOut{p.password.hash}, p.vendor, p.model, p.firmware, p.serial_number, p.last_boot_at);
}

static void read_row(Query &row, Operator &p)
{
    std::optional<std::int64_t> limit;
    Currency currency;
    row.read(p.name, p.display_name, p.role, limit, currency, p.disabled, p.created_at, p.version);
    if (limit) {
        const auto money = Money::from_minor(*limit, currency);
        p.approval_limit = money ? *money : Money::zero(currency);
    }
}

Result<Network> read_network(Database &database)
{
    Query query(database, QStringLiteral("SELECT %1 FROM network").arg(network_columns()));
    return one<Network>(query, ErrorCode::StoreCorrupt, "the store does not say whose it is");
}

Result<void> insert_network(Database &database, const Network &n)
{
    Query query(database, insert_sql(QStringLiteral("network"), network_columns() + QStringLiteral(", one")));
    return write(query.bind(n.name, n.currency, n.time_zone, n.store_id, n.created_at, 1));
}

Result<Network> SqlRegistry::network()
{
    return read_network(context_.database);
}

Result<std::vector<Station>> SqlRegistry::stations()
{
    Query query(context_.database,
                QStringLiteral("SELECT station_id, name, time_zone FROM station ORDER BY station_id"));
    return all<Station>(query);
}

Result<Station> SqlRegistry::station(const StationId &id)
{
    Query query(context_.database,
                QStringLiteral("SELECT station_id, name, time_zone FROM station WHERE station_id = ?"));
    return one<Station>(query.bind(id), ErrorCode::StationNotFound, id.text());
}

Result<void> SqlRegistry::put_station(const Station &station)
{
    Query update(context_.database, QStringLiteral("UPDATE station SET name = ?, time_zone = ? WHERE station_id = ?"));
    const Result<int> rows = update.bind(station.name, station.time_zone, station.id).run();
    if (!rows)
        return tl::unexpected(rows.error());
    if (*rows == 1)
        return {};
    Query insert(context_.database,
                 insert_sql(QStringLiteral("station"), QStringLiteral("station_id, name, time_zone")));
    return write(insert.bind(station.id, station.name, station.time_zone));
}

Result<std::vector<ChargePoint>> SqlRegistry::charge_points()
{
    Query query(context_.database,
                QStringLiteral("SELECT %1 FROM charge_point ORDER BY charge_point_id").arg(charge_point_columns()));
    return all<ChargePoint>(query);
}

Result<ChargePoint> SqlRegistry::charge_point(const ChargePointId &id)
{
    Query query(context_.database,
                QStringLiteral("SELECT %1 FROM charge_point WHERE charge_point_id = ?").arg(charge_point_columns()));
    return one<ChargePoint>(query.bind(id), ErrorCode::ChargePointNotFound, id.text());
}

Result<void> SqlRegistry::add_charge_point(const ChargePoint &point)
{
    if (charge_point(point.id))
        return fail(ErrorCode::ChargePointExists, point.id.text());
    if (const auto there = station(point.station_id); !there)
        return tl::unexpected(there.error());
    Query query(context_.database, insert_sql(QStringLiteral("charge_point"), charge_point_columns()));
    query.bind(point.id);
    bind_point(query, point);
    return write(query);
}

Result<void> SqlRegistry::update_charge_point(const ChargePoint &point)
{
    Query query(
        context_.database,
        QStringLiteral("UPDATE charge_point SET station_id = ?, connectors = ?, max_power_w = ?, tariff_id = ?, "
                       "password_salt = ?, password_hash = ?, vendor = ?, model = ?, firmware = ?, "
                       "serial_number = ?, last_boot_at = ? WHERE charge_point_id = ?"));
    bind_point(query, point);
    const Result<int> rows = query.bind(point.id).run();
    if (!rows)
        return tl::unexpected(rows.error());
    if (*rows == 0)
        return fail(ErrorCode::ChargePointNotFound, point.id.text());
    return {};
}

Result<Operator> SqlRegistry::find_operator(const OperatorName &name)
{
    Query query(context_.database, QStringLiteral("SELECT %1 FROM operator WHERE name = ?").arg(operator_columns()));
    return one<Operator>(query.bind(name), ErrorCode::OperatorNotFound, name.text());
}

Result<std::vector<Operator>> SqlRegistry::operators()
{
    Query query(context_.database, QStringLiteral("SELECT %1 FROM operator ORDER BY name").arg(operator_columns()));
    return all<Operator>(query);
}

Result<void> SqlRegistry::add_operator(const Operator &person)
{
    if (find_operator(person.name))
        return fail(ErrorCode::OperatorExists, person.name.text());
    Query query(context_.database, insert_sql(QStringLiteral("operator"), operator_columns()));
    query.bind(person.name);
    bind_operator(query, person);
    return write(query.bind(person.version));
}

Result<void> SqlRegistry::update_operator(Operator &person)
{
    Query query(context_.database, update_sql(QStringLiteral("operator"), operator_columns()));
    bind_operator(query, person);
    const Result<int> rows = query.bind(person.version + 1, person.name, person.version).run();
    if (rows && *rows == 0) {
        if (const auto there = find_operator(person.name); !there)
            return tl::unexpected(there.error());
    }
    return expect_updated(rows, person.name.text()).map([&] { ++person.version; });
}

}  // namespace aftercharge

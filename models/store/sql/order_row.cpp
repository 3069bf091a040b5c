// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/order_row.h"

#include "models/store/sql/canonical.h"
#include "models/store/sql/reading_row.h"

namespace aftercharge {
namespace {

// The amounts of an order have one currency; where one is a plain zero, another tells.
Currency currency_of(const ChargingOrder &o)
{
    for (const Money *amount : {&o.prepaid, &o.fee, &o.owed, &o.returned, &o.refunded}) {
        if (!amount->currency().code().empty())
            return amount->currency();
    }
    return {};
}

}  // namespace

QString order_columns()
{
    return QStringLiteral(
        "order_no, charge_point_id, connector_id, station_id, member_id, id_tag, transaction_id, state, connection, "
        "offline_since, settlement, tariff_id, tariff_version, currency, prepaid_minor, fee_minor, owed_minor, "
        "returned_minor, refunded_minor, meter_start_wh, meter_stop_wh, energy_wh, started_at, stopped_at, "
        "stop_reason, stop_detail, stop_requested_at, version");
}

void read_row(Query &row, ChargingOrder &o)
{
    Currency c;
    row.read(o.order_no, o.connector.charge_point_id, o.connector.connector_id, o.station_id, o.member_id, o.id_tag,
             o.transaction_id, o.state, o.connection, o.offline_since, o.settlement, o.tariff_id, o.tariff_version, c);
    row.read(MoneyOut{o.prepaid, c}, MoneyOut{o.fee, c}, MoneyOut{o.owed, c}, MoneyOut{o.returned, c},
             MoneyOut{o.refunded, c});
    row.read(o.meter_start, o.meter_stop, o.energy, o.started_at, o.stopped_at, o.stop_reason, o.stop_detail,
             o.stop_requested_at, o.version);
}

void bind_rest(Query &query, const ChargingOrder &o)
{
    query.bind(o.connector.charge_point_id, o.connector.connector_id, o.station_id, o.member_id, o.id_tag,
               o.transaction_id, o.state, o.connection, o.offline_since, o.settlement, o.tariff_id, o.tariff_version,
               currency_of(o));
    query.bind(o.prepaid, o.fee, o.owed, o.returned, o.refunded);
    query.bind(o.meter_start, o.meter_stop, o.energy, o.started_at, o.stopped_at, o.stop_reason, o.stop_detail,
               o.stop_requested_at);
}

std::string hash_of(const std::vector<Reading> &readings)
{
    std::string bytes;
    for (const Reading &r : readings)
        bytes += Canonical(r.at, r.register_wh, r.voltage, r.current, r.power, r.soc, r.flags).bytes();
    return sha256(bytes);
}

}  // namespace aftercharge

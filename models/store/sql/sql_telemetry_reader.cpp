// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/sql_telemetry_reader.h"

#include "models/store/sql/reading_row.h"

namespace aftercharge {
namespace {

QString select_events(const QString &rest)
{
    return QStringLiteral("SELECT ") + event_columns() + QStringLiteral(" FROM device_event ") + rest;
}

constexpr int orders_at_once = 100;

QString select_progress(const QString &which)
{
    return QStringLiteral("SELECT s.order_no, p.at, p.energy_wh, p.power_w, p.soc_permille, p.currency, p.fee_minor, "
                          "p.estimated_end FROM session s JOIN session_progress p ON p.session_id = s.id "
                          "WHERE s.order_no ") +
           which;
}

}  // namespace

QString event_columns()
{
    return QStringLiteral(
        "charge_point_id, connector_id, received_at, reported_at, kind, severity, order_no, detail, raw");
}

static void read_row(Query &row, DeviceEvent &e)
{
    row.read(e.connector.charge_point_id, e.connector.connector_id, e.received_at, e.reported_at, e.kind, e.severity,
             e.order_no, e.detail, BytesOut{e.raw});
}

static void read_row(Query &row, SessionProgress &p)
{
    Currency currency;
    row.read(p.order_no, p.at, p.energy, p.power, p.soc, currency, MoneyOut{p.fee, currency}, p.estimated_end);
}

Result<std::vector<Reading>> SqlTelemetryReader::curve(const OrderNo &order_no)
{
    Query session(*database_, QStringLiteral("SELECT id FROM session WHERE order_no = ?"));
    const auto id = number(session.bind(order_no));
    if (!id)
        return tl::unexpected(id.error());
    // One statement over both, so that a compaction between them loses and doubles nothing.
    Query query(
        *database_,
        QStringLiteral("SELECT %1 FROM (SELECT %1, n FROM sample WHERE session_id = ? UNION ALL SELECT %1, id AS n "
                       "FROM sample_journal WHERE session_id = ?) AS both_parts ORDER BY at, n")
            .arg(reading_columns()));
    return all<Reading>(query.bind(*id, *id));
}

Result<std::optional<SessionProgress>> SqlTelemetryReader::progress(const OrderNo &order_no)
{
    Query query(*database_, select_progress(QStringLiteral("= ?")));
    return first<SessionProgress>(query.bind(order_no));
}

Result<std::vector<SessionProgress>> SqlTelemetryReader::progress_of(const std::vector<OrderNo> &orders)
{
    std::vector<SessionProgress> found;
    for (std::size_t begin = 0; begin < orders.size(); begin += orders_at_once) {
        // One text for every part: the last is filled up with an order that is in it already.
        Query query(*database_, select_progress(QStringLiteral("IN (?") +
                                                QStringLiteral(", ?").repeated(orders_at_once - 1) + QLatin1Char(')')));
        for (std::size_t n = 0; n < orders_at_once; ++n)
            query.bind(orders[begin + n < orders.size() ? begin + n : begin]);
        auto part = all<SessionProgress>(query);
        if (!part)
            return part;
        found.insert(found.end(), part->begin(), part->end());
    }
    return found;
}

Result<std::vector<DeviceEvent>> SqlTelemetryReader::events_of_order(const OrderNo &order_no, int limit)
{
    Query query(*database_,
                select_events(QStringLiteral("WHERE order_no = ? AND order_no <> '' ORDER BY received_at DESC, "
                                             "id DESC LIMIT ?")));
    return all<DeviceEvent>(query.bind(order_no, limit));
}

Result<std::vector<DeviceEvent>> SqlTelemetryReader::events_of(const ConnectorId &connector, UtcTime from, UtcTime to,
                                                               int limit)
{
    Query query(*database_,
                select_events(QStringLiteral("WHERE charge_point_id = ? AND received_at >= ? AND received_at "
                                             "<= ? AND connector_id IN (0, ?) ORDER BY received_at DESC, id "
                                             "DESC LIMIT ?")));
    return all<DeviceEvent>(query.bind(connector.charge_point_id, from, to, connector.connector_id, limit));
}

Result<std::vector<DeviceEvent>> SqlTelemetryReader::latest_events(int limit)
{
    Query query(*database_, select_events(QStringLiteral("ORDER BY received_at DESC, id DESC LIMIT ?")));
    return all<DeviceEvent>(query.bind(limit));
}

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/sql_orders.h"

#include "models/store/sql/chained_rows.h"
#include "models/store/sql/keyset.h"
#include "models/store/sql/order_row.h"
#include "models/store/sql/reading_row.h"

namespace aftercharge {
namespace {

QString select_orders(const QString &rest)
{
    return QStringLiteral("SELECT ") + order_columns() + QStringLiteral(" FROM charging_order ") + rest;
}

QString sort_column(OrderQuery::Sort sort)
{
    switch (sort) {
    case OrderQuery::Sort::Number:
        return {};
    case OrderQuery::Sort::Fee:
        return QStringLiteral("fee_minor");
    case OrderQuery::Sort::StartedAt:
        break;
    }
    return QStringLiteral("started_at");
}

Cursor cursor_of(OrderQuery::Sort sort, const ChargingOrder &order)
{
    switch (sort) {
    case OrderQuery::Sort::Number:
        return {0, order.order_no.text()};
    case OrderQuery::Sort::Fee:
        return {order.fee.minor(), order.order_no.text()};
    case OrderQuery::Sort::StartedAt:
        break;
    }
    return {order.started_at.time_since_epoch().count(), order.order_no.text()};
}

}  // namespace

Result<ChargingOrder> SqlOrders::find(const OrderNo &order_no)
{
    Query query(context_.database, select_orders(QStringLiteral("WHERE order_no = ?")));
    return one<ChargingOrder>(query.bind(order_no), ErrorCode::OrderNotFound, order_no.text());
}

Result<std::vector<ChargingOrder>> SqlOrders::running()
{
    Query query(context_.database,
                select_orders(QStringLiteral("WHERE state IN ('CREATED', 'CHARGING') ORDER BY started_at, order_no")));
    return all<ChargingOrder>(query);
}

Result<std::map<OrderNo, std::int64_t>> SqlOrders::running_versions()
{
    Query query(context_.database,
                QStringLiteral("SELECT order_no, version FROM charging_order WHERE state IN ('CREATED', 'CHARGING')"));
    std::map<OrderNo, std::int64_t> versions;
    Result<bool> has_row = query.next();
    for (; has_row && *has_row; has_row = query.next()) {
        OrderNo order_no;
        std::int64_t version = 0;
        query.read(order_no, version);
        versions[order_no] = version;
    }
    if (!has_row)
        return tl::unexpected(has_row.error());
    if (!query.is_understood())
        return tl::unexpected(query.misunderstood());
    return versions;
}

Result<std::vector<ChargingOrder>> SqlOrders::running_at(const ChargePointId &charge_point_id)
{
    Query query(context_.database,
                select_orders(QStringLiteral("WHERE charge_point_id = ? AND state IN ('CREATED', 'CHARGING') ORDER BY "
                                             "started_at, order_no")));
    return all<ChargingOrder>(query.bind(charge_point_id));
}

Result<std::optional<ChargingOrder>> SqlOrders::running_on(const ConnectorId &connector)
{
    // The newest: an order whose stop is still on its way may be running beside it.
    Query query(context_.database,
                select_orders(QStringLiteral("WHERE charge_point_id = ? AND connector_id = ? AND state IN ('CREATED', "
                                             "'CHARGING') ORDER BY started_at DESC, order_no DESC LIMIT 1")));
    return first<ChargingOrder>(query.bind(connector.charge_point_id, connector.connector_id));
}

Result<std::optional<ChargingOrder>> SqlOrders::find_by_transaction(const ChargePointId &charge_point_id,
                                                                    std::int64_t transaction_id)
{
    Query query(context_.database, select_orders(QStringLiteral("WHERE charge_point_id = ? AND transaction_id = ? AND "
                                                                "transaction_id <> 0")));
    return first<ChargingOrder>(query.bind(charge_point_id, transaction_id));
}

Result<std::optional<ChargingOrder>> SqlOrders::find_start(const ConnectorId &connector, const IdTag &id_tag,
                                                           UtcTime started_at)
{
    Query query(context_.database,
                select_orders(QStringLiteral("WHERE charge_point_id = ? AND connector_id = ? AND started_at = ? AND "
                                             "id_tag = ? ORDER BY order_no LIMIT 1")));
    return first<ChargingOrder>(query.bind(connector.charge_point_id, connector.connector_id, started_at, id_tag));
}

Result<std::vector<ChargingOrder>> SqlOrders::owed_by(const MemberId &member_id)
{
    Query query(context_.database,
                select_orders(QStringLiteral("WHERE member_id = ? AND owed_minor > 0 ORDER BY started_at, order_no")));
    return all<ChargingOrder>(query.bind(member_id));
}

Result<std::vector<OrderLogEntry>> SqlOrders::log(const OrderNo &order_no)
{
    if (const auto flushed = context_.chain.flush_rows_of("order_status_log"); !flushed)
        return tl::unexpected(flushed.error());
    Query query(context_.database,
                QStringLiteral("SELECT %1 FROM order_status_log WHERE order_no = ? ORDER BY chain_seq")
                    .arg(columns_of(static_cast<const OrderLogEntry *>(nullptr))));
    return all<OrderLogEntry>(query.bind(order_no));
}

Result<std::vector<Reading>> SqlOrders::deciding_readings(const OrderNo &order_no)
{
    Query query(
        context_.database,
        QStringLiteral("SELECT %1 FROM order_reading WHERE order_no = ? ORDER BY at, n").arg(reading_columns()));
    return all<Reading>(query.bind(order_no));
}

Result<Page<ChargingOrder>> SqlOrders::page(const OrderQuery &query)
{
    PagedSelect select(order_columns(), QStringLiteral("charging_order"), sort_column(query.sort),
                       QStringLiteral("order_no"));
    if (query.state)
        select.where(QStringLiteral("state = ?"), *query.state);
    if (query.member_id)
        select.where(QStringLiteral("member_id = ?"), *query.member_id);
    if (query.charge_point_id)
        select.where(QStringLiteral("charge_point_id = ?"), *query.charge_point_id);
    select.where_text(query.text, {QStringLiteral("order_no"), QStringLiteral("charge_point_id"),
                                   QStringLiteral("member_id"), QStringLiteral("id_tag")});
    return select.page<ChargingOrder>(context_.database, query.page,
                                      [&](const ChargingOrder &order) { return cursor_of(query.sort, order); });
}

Result<std::vector<OrphanReport>> SqlOrders::orphans(int limit)
{
    if (const auto flushed = context_.chain.flush_rows_of("orphan_report"); !flushed)
        return tl::unexpected(flushed.error());
    Query query(context_.database,
                QStringLiteral("SELECT %1 FROM orphan_report ORDER BY received_at DESC, id DESC LIMIT ?")
                    .arg(columns_of(static_cast<const OrphanReport *>(nullptr))));
    return all<OrphanReport>(query.bind(limit));
}

Result<std::int64_t> SqlOrders::orphan_count()
{
    if (const auto flushed = context_.chain.flush_rows_of("orphan_report"); !flushed)
        return tl::unexpected(flushed.error());
    Query query(context_.database, QStringLiteral("SELECT COUNT(*) FROM orphan_report"));
    return number(query);
}

Result<OrderNo> SqlOrders::next_order_no(UtcTime now)
{
    return next_daily_number(context_, "C", now).and_then([](const std::string &text) {
        return OrderNo::from_text(text);
    });
}

Result<void> SqlOrders::insert(const ChargingOrder &order)
{
    Query query(context_.database, insert_sql(QStringLiteral("charging_order"), order_columns()));
    query.bind(order.order_no);
    bind_rest(query, order);
    return write(query.bind(order.version));
}

Result<void> SqlOrders::update(ChargingOrder &order)
{
    Query query(context_.database, update_sql(QStringLiteral("charging_order"), order_columns()));
    bind_rest(query, order);
    const Result<int> rows = query.bind(order.version + 1, order.order_no, order.version).run();
    if (rows && *rows == 0) {
        if (const auto there = find(order.order_no); !there)
            return tl::unexpected(there.error());
    }
    return expect_updated(rows, order.order_no.text()).map([&] { ++order.version; });
}

Result<void> SqlOrders::append_log(const OrderLogEntry &entry)
{
    return insert_chained(context_.database, context_.chain, "order_status_log", chain_number(entry.order_no.text()),
                          entry);
}

Result<void> SqlOrders::put_deciding_readings(const OrderNo &order_no, const std::vector<Reading> &readings)
{
    Query clear(context_.database, QStringLiteral("DELETE FROM order_reading WHERE order_no = ?"));
    if (const auto done = write(clear.bind(order_no)); !done)
        return done;
    int n = 0;
    for (const Reading &reading : readings) {
        Query put(context_.database,
                  insert_sql(QStringLiteral("order_reading"), QStringLiteral("order_no, n, ") + reading_columns()));
        put.bind(order_no, ++n);
        bind_row(put, reading);
        if (const auto done = write(put); !done)
            return done;
    }
    return insert_chained(context_.database, context_.chain, "order_reading_set", chain_number(order_no.text()),
                          ReadingSet{order_no, n, hash_of(readings)});
}

Result<void> SqlOrders::add_orphan(const OrphanReport &report)
{
    return insert_chained(context_.database, context_.chain, "orphan_report", chain_number(report.id.to_text()),
                          report);
}

}  // namespace aftercharge

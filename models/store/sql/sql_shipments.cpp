// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/sql_shipments.h"

#include <map>

#include "models/store/sql/chained_goods_rows.h"
#include "models/store/sql/goods_row.h"
#include "models/store/sql/shipment_row.h"

namespace aftercharge {
namespace {

QString select_shipments(const QString &rest)
{
    return QStringLiteral("SELECT ") + shipment_columns() + QStringLiteral(" FROM shipment ") + rest;
}

// A reshipment holds exactly the units that it replaces; another parcel replaces none.
Result<void> check_contents(const Shipment &shipment, const std::vector<ShipmentItem> &items,
                            const std::vector<ItemUnit> &replaced)
{
    std::map<OrderItemId, std::int64_t> left;
    for (const ShipmentItem &item : items) {
        if (item.shipment_no != shipment.shipment_no)
            return fail(ErrorCode::InputInvalid, "an item of " + item.shipment_no.text());
        left[item.order_item_id] += item.quantity;
    }
    if (shipment.purpose == ShipmentPurpose::Order)
        return replaced.empty() ? Result<void>() : fail(ErrorCode::InputInvalid, "only a reshipment replaces units");
    for (const ItemUnit &unit : replaced)
        --left[unit.order_item_id];
    for (const auto &[line, quantity] : left) {
        if (quantity != 0)
            return fail(ErrorCode::InputInvalid, line.text() + ": not the units that are replaced");
    }
    return {};
}

}  // namespace

static void read_row(Query &row, ShipmentItem &i)
{
    row.read(i.shipment_no, i.order_item_id, i.quantity);
}

Result<Shipment> SqlShipments::find(const ShipmentNo &shipment_no)
{
    Query query(context_.database, select_shipments(QStringLiteral("WHERE shipment_no = ?")));
    return one<Shipment>(query.bind(shipment_no), ErrorCode::ShipmentNotFound, shipment_no.text());
}

Result<std::vector<Shipment>> SqlShipments::of_order(const OrderNo &order_no)
{
    Query query(context_.database,
                select_shipments(QStringLiteral("WHERE order_no = ? ORDER BY created_at, shipment_no")));
    return all<Shipment>(query.bind(order_no));
}

Result<std::optional<Shipment>> SqlShipments::by_tracking_no(std::string_view tracking_no)
{
    Query query(context_.database, select_shipments(QStringLiteral("WHERE tracking_no = ? AND tracking_no <> '' ORDER "
                                                                   "BY created_at DESC, shipment_no DESC LIMIT 1")));
    return first<Shipment>(query.bind(tracking_no));
}

Result<std::optional<Shipment>> SqlShipments::by_external_id(std::string_view ext_external_id)
{
    Query query(context_.database,
                select_shipments(QStringLiteral("WHERE ext_external_id = ? AND ext_external_id <> '' ORDER BY "
                                                "created_at DESC, shipment_no DESC LIMIT 1")));
    return first<Shipment>(query.bind(ext_external_id));
}

Result<std::vector<ShipmentItem>> SqlShipments::items(const ShipmentNo &shipment_no)
{
    Query query(context_.database,
                QStringLiteral("SELECT s.shipment_no, s.order_item_id, s.quantity FROM shipment_item s JOIN order_item "
                               "i ON i.order_no = s.order_no AND i.order_item_id = s.order_item_id WHERE "
                               "s.shipment_no = ? ORDER BY i.line_no"));
    return all<ShipmentItem>(query.bind(shipment_no));
}

Result<std::vector<ItemUnit>> SqlShipments::replaced_units(const ShipmentNo &shipment_no)
{
    Query query(context_.database,
                select_units(QStringLiteral("JOIN shipment_unit s ON s.order_no = u.order_no AND s.order_item_id = "
                                            "u.order_item_id AND s.unit = u.unit WHERE s.shipment_no = ? ORDER BY "
                                            "i.line_no, u.unit")));
    return all<ItemUnit>(query.bind(shipment_no));
}

Result<std::vector<ShipmentLogEntry>> SqlShipments::log(const ShipmentNo &shipment_no)
{
    if (const auto flushed = context_.chain.flush_rows_of("shipment_status_log"); !flushed)
        return tl::unexpected(flushed.error());
    Query query(context_.database,
                QStringLiteral("SELECT %1 FROM shipment_status_log WHERE shipment_no = ? ORDER BY chain_seq")
                    .arg(columns_of(static_cast<const ShipmentLogEntry *>(nullptr))));
    return all<ShipmentLogEntry>(query.bind(shipment_no));
}

Result<PostalAddress> SqlShipments::address(const ShipmentNo &shipment_no)
{
    Query query(context_.database,
                QStringLiteral("SELECT %1 FROM shipment_address WHERE shipment_no = ?").arg(address_columns()));
    return first<PostalAddress>(query.bind(shipment_no)).map([](const std::optional<PostalAddress> &address) {
        return address.value_or(PostalAddress());
    });
}

Result<ShipmentNo> SqlShipments::next_shipment_no(UtcTime now)
{
    return next_daily_number(context_, "S", now).and_then([](const std::string &text) {
        return ShipmentNo::from_text(text);
    });
}

Result<void> SqlShipments::check_is_new(const ShipmentNo &shipment_no)
{
    Query query(context_.database, QStringLiteral("SELECT COUNT(*) FROM shipment WHERE shipment_no = ?"));
    const auto count = number(query.bind(shipment_no));
    if (!count)
        return tl::unexpected(count.error());
    return *count == 0 ? Result<void>() : fail(ErrorCode::ShipmentExists, shipment_no.text());
}

Result<void> SqlShipments::insert_items(const Shipment &shipment, const std::vector<ShipmentItem> &items)
{
    for (const ShipmentItem &item : items) {
        Query query(context_.database, insert_sql(QStringLiteral("shipment_item"),
                                                  QStringLiteral("shipment_no, order_no, order_item_id, quantity")));
        query.bind(shipment.shipment_no, shipment.order_no, item.order_item_id, item.quantity);
        if (const auto done = write(query); !done)
            return done;
    }
    return {};
}

Result<void> SqlShipments::insert_replaced(const Shipment &shipment, const std::vector<ItemUnit> &replaced)
{
    for (const ItemUnit &unit : replaced) {
        Query query(context_.database, insert_sql(QStringLiteral("shipment_unit"),
                                                  QStringLiteral("shipment_no, order_no, order_item_id, unit")));
        query.bind(shipment.shipment_no, shipment.order_no, unit.order_item_id, unit.unit);
        if (const auto done = write(query); !done)
            return done;
    }
    return {};
}

Result<void> SqlShipments::insert_address(const Shipment &shipment, const PostalAddress &address)
{
    if (address == PostalAddress())
        return {};
    Query query(context_.database,
                insert_sql(QStringLiteral("shipment_address"), QStringLiteral("shipment_no, ") + address_columns()));
    query.bind(shipment.shipment_no);
    bind_row(query, address);
    return write(query);
}

Result<void> SqlShipments::insert(const Shipment &shipment, const std::vector<ShipmentItem> &items,
                                  const std::vector<ItemUnit> &replaced, const PostalAddress &address)
{
    if (const auto checked = check_contents(shipment, items, replaced); !checked)
        return checked;
    if (const auto is_new = check_is_new(shipment.shipment_no); !is_new)
        return is_new;
    Query query(context_.database, insert_sql(QStringLiteral("shipment"), shipment_columns()));
    query.bind(shipment.shipment_no);
    bind_rest(query, shipment);
    return write(query.bind(shipment.version))
        .and_then([&] { return insert_items(shipment, items); })
        .and_then([&] { return insert_replaced(shipment, replaced); })
        .and_then([&] { return insert_address(shipment, address); });
}

Result<void> SqlShipments::update(Shipment &shipment)
{
    Query query(context_.database, update_sql(QStringLiteral("shipment"), shipment_columns()));
    bind_rest(query, shipment);
    const Result<int> rows = query.bind(shipment.version + 1, shipment.shipment_no, shipment.version).run();
    if (rows && *rows == 0) {
        if (const auto there = find(shipment.shipment_no); !there)
            return tl::unexpected(there.error());
    }
    return expect_updated(rows, shipment.shipment_no.text()).map([&] { ++shipment.version; });
}

Result<void> SqlShipments::append_log(const ShipmentLogEntry &entry)
{
    const auto shipment = find(entry.shipment_no);
    if (!shipment)
        return tl::unexpected(shipment.error());
    return insert_chained(context_.database, context_.chain, "shipment_status_log",
                          chain_number(shipment->order_no.text()), entry);
}

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/sql_goods.h"

#include <set>

#include "models/settlement/goods.h"
#include "models/store/sql/chained_goods_rows.h"
#include "models/store/sql/goods_row.h"
#include "models/store/sql/keyset.h"

namespace aftercharge {
namespace {

QString sort_column(GoodsQuery::Sort sort)
{
    switch (sort) {
    case GoodsQuery::Sort::Number:
        return {};
    case GoodsQuery::Sort::Paid:
        return QStringLiteral("paid_minor");
    case GoodsQuery::Sort::OrderedAt:
        break;
    }
    return QStringLiteral("ordered_at");
}

Cursor cursor_of(GoodsQuery::Sort sort, const GoodsOrder &order)
{
    switch (sort) {
    case GoodsQuery::Sort::Number:
        return {0, order.order_no.text()};
    case GoodsQuery::Sort::Paid:
        return {order.paid.minor(), order.order_no.text()};
    case GoodsQuery::Sort::OrderedAt:
        break;
    }
    return {order.ordered_at.time_since_epoch().count(), order.order_no.text()};
}

// A customer knows the payment or the parcel as well as the order.
QString text_condition()
{
    return QStringLiteral(
        "lower(order_no) LIKE ? ESCAPE '!' OR lower(member_id) LIKE ? ESCAPE '!' OR EXISTS (SELECT 1 FROM "
        "payment_order p WHERE p.order_no = orders.order_no AND (lower(p.payment_order_id) LIKE ? ESCAPE '!' OR "
        "lower(p.external_id) LIKE ? ESCAPE '!')) OR EXISTS (SELECT 1 FROM shipment s WHERE s.order_no = "
        "orders.order_no AND (lower(s.tracking_no) LIKE ? ESCAPE '!' OR lower(s.shipment_no) LIKE ? ESCAPE '!'))");
}

std::string name_of(const OrderNo &order_no, const ItemUnit &unit)
{
    return order_no.text() + " " + unit.order_item_id.text() + " unit " + std::to_string(unit.unit);
}

}  // namespace

Result<GoodsOrder> SqlGoods::find(const OrderNo &order_no)
{
    Query query(context_.database,
                QStringLiteral("SELECT %1 FROM orders WHERE order_no = ?").arg(goods_order_columns()));
    return one<GoodsOrder>(query.bind(order_no), ErrorCode::OrderNotFound, order_no.text());
}

Result<bool> SqlGoods::exists(const OrderNo &order_no)
{
    Query query(context_.database, QStringLiteral("SELECT COUNT(*) FROM orders WHERE order_no = ?"));
    return number(query.bind(order_no)).map([](std::int64_t count) { return count > 0; });
}

Result<std::vector<OrderItem>> SqlGoods::items(const OrderNo &order_no)
{
    Query query(context_.database, select_items(QStringLiteral("WHERE i.order_no = ? ORDER BY i.line_no")));
    return all<OrderItem>(query.bind(order_no));
}

Result<std::vector<OrderDiscountApplied>> SqlGoods::discounts(const OrderNo &order_no)
{
    Query query(context_.database, select_discounts(QStringLiteral("WHERE d.order_no = ? ORDER BY d.n")));
    return all<OrderDiscountApplied>(query.bind(order_no));
}

Result<std::vector<ItemUnit>> SqlGoods::units(const OrderNo &order_no)
{
    Query query(context_.database, select_units(QStringLiteral("WHERE u.order_no = ? ORDER BY i.line_no, u.unit")));
    return all<ItemUnit>(query.bind(order_no));
}

Result<std::optional<PaymentOrder>> SqlGoods::payment(const OrderNo &order_no)
{
    Query query(context_.database,
                QStringLiteral("SELECT %1 FROM payment_order WHERE order_no = ?").arg(payment_columns()));
    return first<PaymentOrder>(query.bind(order_no));
}

Result<std::optional<OrderNo>> SqlGoods::order_of_payment(PaymentProvider provider, std::string_view external_id)
{
    Query query(context_.database, QStringLiteral("SELECT %1 FROM payment_order WHERE external_id = ? AND provider = ? "
                                                  "ORDER BY order_no LIMIT 1")
                                       .arg(payment_columns()));
    return first<PaymentOrder>(query.bind(external_id, provider)).map([](const std::optional<PaymentOrder> &payment) {
        return payment ? std::optional(payment->order_no) : std::nullopt;
    });
}

Result<std::vector<GoodsOrderLogEntry>> SqlGoods::log(const OrderNo &order_no)
{
    if (const auto flushed = context_.chain.flush_rows_of("order_status_log"); !flushed)
        return tl::unexpected(flushed.error());
    Query query(context_.database,
                QStringLiteral("SELECT %1 FROM order_status_log WHERE order_no = ? ORDER BY chain_seq")
                    .arg(columns_of(static_cast<const GoodsOrderLogEntry *>(nullptr))));
    return all<GoodsOrderLogEntry>(query.bind(order_no));
}

Result<Page<GoodsOrder>> SqlGoods::page(const GoodsQuery &query)
{
    PagedSelect select(goods_order_columns(), QStringLiteral("orders"), sort_column(query.sort),
                       QStringLiteral("order_no"));
    if (query.state)
        select.where(QStringLiteral("state = ?"), *query.state);
    if (query.member_id)
        select.where(QStringLiteral("member_id = ?"), *query.member_id);
    if (!query.text.empty()) {
        const std::string pattern = like_pattern(query.text);
        select.where(text_condition(), pattern, pattern, pattern, pattern, pattern, pattern);
    }
    return select.page<GoodsOrder>(context_.database, query.page,
                                   [&](const GoodsOrder &order) { return cursor_of(query.sort, order); });
}

Result<void> SqlGoods::check_number_is_free(const OrderNo &order_no)
{
    Query query(context_.database, QStringLiteral("SELECT (SELECT COUNT(*) FROM orders WHERE order_no = ?) + "
                                                  "(SELECT COUNT(*) FROM charging_order WHERE order_no = ?)"));
    const auto count = number(query.bind(order_no, order_no));
    if (!count)
        return tl::unexpected(count.error());
    return *count == 0 ? Result<void>() : fail(ErrorCode::GoodsOrderExists, order_no.text());
}

Result<void> SqlGoods::insert_order(const GoodsOrder &order)
{
    Query query(context_.database, insert_sql(QStringLiteral("orders"), goods_order_columns()));
    query.bind(order.order_no);
    bind_rest(query, order);
    return write(query.bind(order.version));
}

Result<void> SqlGoods::insert_item(const OrderNo &order_no, const OrderItem &i, const std::vector<Money> &shares)
{
    Query item(context_.database,
               insert_sql(QStringLiteral("order_item"),
                          QStringLiteral("order_no, order_item_id, line_no, kind, sku, name, quantity, gross_minor, "
                                         "discount_minor, tax_minor, total_minor")));
    item.bind(order_no, i.order_item_id, i.line_no, i.kind, i.sku, i.name, i.quantity, i.gross, i.discount, i.tax,
              i.total);
    if (const auto done = write(item); !done)
        return done;
    int unit = 0;
    for (const Money &share : shares) {
        Query query(context_.database,
                    insert_sql(QStringLiteral("order_item_unit"),
                               QStringLiteral("order_no, order_item_id, unit, share_minor, use, refunded_minor")));
        if (const auto done = write(query.bind(order_no, i.order_item_id, ++unit, share, UnitUse::None, 0)); !done)
            return done;
    }
    return {};
}

Result<void> SqlGoods::insert_discounts(const OrderNo &order_no, const std::vector<OrderDiscountApplied> &discounts)
{
    int n = 0;
    for (const OrderDiscountApplied &d : discounts) {
        Query query(context_.database, insert_sql(QStringLiteral("order_discount_applied"),
                                                  QStringLiteral("order_no, n, code, order_item_id, amount_minor")));
        if (const auto done = write(query.bind(order_no, ++n, d.code, d.order_item_id, d.amount)); !done)
            return done;
    }
    return {};
}

Result<void> SqlGoods::insert_payment(const PaymentOrder &p)
{
    Query query(context_.database, insert_sql(QStringLiteral("payment_order"), payment_columns()));
    return write(query.bind(p.payment_order_id, p.order_no, p.provider, p.external_id, p.amount.currency(), p.amount,
                            p.paid_at));
}

Result<void> SqlGoods::insert(const NewGoodsOrder &taken)
{
    const OrderNo &order_no = taken.order.order_no;
    if (taken.payment && taken.payment->order_no != order_no)
        return fail(ErrorCode::InputInvalid, "the payment is of " + taken.payment->order_no.text());
    if (const auto is_free = check_number_is_free(order_no); !is_free)
        return is_free;
    std::vector<std::vector<Money>> shares;
    for (const OrderItem &item : taken.items) {
        auto of_item = unit_shares(item.total, item.quantity);
        if (!of_item)
            return tl::unexpected(of_item.error());
        shares.push_back(std::move(*of_item));
    }
    if (const auto done = insert_order(taken.order); !done)
        return done;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        if (const auto done = insert_item(order_no, taken.items[i], shares[i]); !done)
            return done;
    }
    if (const auto done = insert_discounts(order_no, taken.discounts); !done)
        return done;
    return taken.payment ? insert_payment(*taken.payment) : Result<void>();
}

Result<void> SqlGoods::update(GoodsOrder &order)
{
    Query query(context_.database, update_sql(QStringLiteral("orders"), goods_order_columns()));
    bind_rest(query, order);
    const Result<int> rows = query.bind(order.version + 1, order.order_no, order.version).run();
    if (rows && *rows == 0) {
        if (const auto there = find(order.order_no); !there)
            return tl::unexpected(there.error());
    }
    return expect_updated(rows, order.order_no.text()).map([&] { ++order.version; });
}

Result<void> SqlGoods::append_log(const GoodsOrderLogEntry &entry)
{
    return insert_chained(context_.database, context_.chain, "order_status_log", chain_number(entry.order_no.text()),
                          entry);
}

Result<void> SqlGoods::check_use(const OrderNo &order_no, const std::vector<ItemUnit> &units, UnitUse expected)
{
    std::set<std::pair<OrderItemId, int>> seen;
    for (const ItemUnit &unit : units) {
        if (!seen.emplace(unit.order_item_id, unit.unit).second)
            return fail(ErrorCode::UnitsNotLeft, name_of(order_no, unit) + " twice");
        Query query(context_.database, QStringLiteral("SELECT COUNT(*) FROM order_item_unit WHERE order_no = ? AND "
                                                      "order_item_id = ? AND unit = ? AND use = ?"));
        const auto count = number(query.bind(order_no, unit.order_item_id, unit.unit, expected));
        if (!count)
            return tl::unexpected(count.error());
        if (*count == 0) {
            return fail(ErrorCode::UnitsNotLeft, name_of(order_no, unit) + " is not " + std::string(to_text(expected)));
        }
    }
    return {};
}

Result<void> SqlGoods::set_replaced(const OrderNo &order_no, const std::vector<ItemUnit> &units, bool replaced)
{
    if (const auto checked = check_use(order_no, units, replaced ? UnitUse::None : UnitUse::Replaced); !checked)
        return checked;
    for (const ItemUnit &unit : units) {
        Query query(context_.database, QStringLiteral("UPDATE order_item_unit SET use = ? WHERE order_no = ? AND "
                                                      "order_item_id = ? AND unit = ?"));
        query.bind(replaced ? UnitUse::Replaced : UnitUse::None, order_no, unit.order_item_id, unit.unit);
        if (const auto done = write(query); !done)
            return done;
    }
    return {};
}

}  // namespace aftercharge

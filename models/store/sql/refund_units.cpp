// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/refund_units.h"

#include <map>
#include <set>

#include "models/domain/goods_order.h"
#include "models/store/sql/query.h"

namespace aftercharge {
namespace {

using Sums = std::map<OrderItemId, RefundItem>;

Result<Sums> sums_of(const std::vector<RefundUnit> &units)
{
    Sums sums;
    std::set<std::pair<OrderItemId, int>> seen;
    for (const RefundUnit &unit : units) {
        if (!seen.emplace(unit.order_item_id, unit.unit).second || unit.amount.is_negative())
            return fail(ErrorCode::InputInvalid, unit.order_item_id.text() + " unit " + std::to_string(unit.unit));
        const auto [place, is_new] = sums.try_emplace(unit.order_item_id,
                                                      RefundItem{unit.order_item_id, 1, unit.amount});
        if (is_new)
            continue;
        RefundItem &item = place->second;
        const auto sum = add(item.amount, unit.amount);
        if (!sum)
            return tl::unexpected(sum.error());
        item.amount = *sum;
        ++item.quantity;
    }
    return sums;
}

Result<void> check_sums(const Refund &refund, const Sums &sums)
{
    Result<Money> total = Money::zero(refund.amount.currency());
    for (const auto &[line, item] : sums) {
        total = add(*total, item.amount);
        if (!total)
            return tl::unexpected(total.error());
    }
    if (*total != refund.amount) {
        return fail(ErrorCode::InputInvalid,
                    refund.amount.to_text() + " asked, the units add up to " + total->to_text());
    }
    for (const RefundItem &item : refund.items) {
        const auto found = sums.find(item.order_item_id);
        if (found == sums.end() || found->second != item)
            return fail(ErrorCode::InputInvalid, item.order_item_id.text() + ": not the sum of its units");
    }
    if (!refund.items.empty() && refund.items.size() != sums.size())
        return fail(ErrorCode::InputInvalid, "a line of units is not among the items");
    return {};
}

struct UnitLeft {
    UnitUse use = UnitUse::None;
    std::int64_t left = 0;
};

}  // namespace

static void read_row(Query &row, UnitLeft &unit)
{
    row.read(unit.use, unit.left);
}

static void read_row(Query &row, RefundUnit &u)
{
    Currency currency;
    row.read(u.order_item_id, u.unit, currency, MoneyOut{u.amount, currency});
}

static void read_row(Query &row, RefundItem &i)
{
    Currency currency;
    row.read(i.order_item_id, i.quantity, currency, MoneyOut{i.amount, currency});
}

Result<std::vector<RefundUnit>> RefundUnits::of(const RefundNo &refund_no)
{
    Query query(database_,
                QStringLiteral("SELECT u.order_item_id, u.unit, r.currency, u.amount_minor FROM payment_refund_unit u "
                               "JOIN payment_refund r ON r.refund_no = u.refund_no JOIN order_item i ON i.order_no = "
                               "u.order_no AND i.order_item_id = u.order_item_id WHERE u.refund_no = ? ORDER BY "
                               "i.line_no, u.unit"));
    return all<RefundUnit>(query.bind(refund_no));
}

Result<void> RefundUnits::load_items(Refund &refund)
{
    refund.items.clear();
    if (!is_of_goods(refund.kind))
        return {};
    Query query(database_,
                QStringLiteral("SELECT p.order_item_id, p.quantity, r.currency, p.amount_minor FROM "
                               "payment_refund_item p JOIN payment_refund r ON r.refund_no = p.refund_no JOIN "
                               "order_item i ON i.order_no = p.order_no AND i.order_item_id = p.order_item_id WHERE "
                               "p.refund_no = ? ORDER BY i.line_no"));
    auto items = all<RefundItem>(query.bind(refund.refund_no));
    if (!items)
        return tl::unexpected(items.error());
    refund.items = std::move(*items);
    return {};
}

Result<void> RefundUnits::check(const Refund &refund, const std::vector<RefundUnit> &units)
{
    if (!is_of_goods(refund.kind)) {
        return units.empty() && refund.items.empty() ? Result<void>()
                                                     : fail(ErrorCode::InputInvalid, "a charging order has no lines");
    }
    const auto sums = sums_of(units);
    if (!sums)
        return tl::unexpected(sums.error());
    if (const auto checked = check_sums(refund, *sums); !checked)
        return checked;
    return holds_money(refund) ? check_left(refund, units) : Result<void>();
}

Result<void> RefundUnits::check_left(const Refund &refund, const std::vector<RefundUnit> &units)
{
    for (const RefundUnit &unit : units) {
        Query query(database_, QStringLiteral("SELECT use, share_minor - refunded_minor FROM order_item_unit WHERE "
                                              "order_no = ? AND order_item_id = ? AND unit = ?"));
        const auto found = first<UnitLeft>(query.bind(refund.order_no, unit.order_item_id, unit.unit));
        if (!found)
            return tl::unexpected(found.error());
        const std::string name = unit.order_item_id.text() + " unit " + std::to_string(unit.unit);
        if (!*found)
            return fail(ErrorCode::ItemNotFound, refund.order_no.text() + " has no " + name);
        if ((*found)->use == UnitUse::Replaced)
            return fail(ErrorCode::UnitsNotLeft, name + " is replaced");
        if (unit.amount.minor() > (*found)->left) {
            const auto left = Money::from_minor((*found)->left, refund.amount.currency());
            return fail(ErrorCode::RefundExceedsPaid, name + ": " + unit.amount.to_text() + " asked, " +
                                                          (left ? left->to_text() : std::string("0")) + " left");
        }
    }
    return {};
}

Result<void> RefundUnits::insert(const Refund &refund, const std::vector<RefundUnit> &units)
{
    const auto sums = sums_of(units);
    if (!sums)
        return tl::unexpected(sums.error());
    for (const auto &[line, item] : *sums) {
        Query query(database_, insert_sql(QStringLiteral("payment_refund_item"),
                                          QStringLiteral("refund_no, order_no, order_item_id, quantity, "
                                                         "amount_minor")));
        query.bind(refund.refund_no, refund.order_no, line, item.quantity, item.amount);
        if (const auto done = write(query); !done)
            return done;
    }
    for (const RefundUnit &unit : units) {
        Query query(database_, insert_sql(QStringLiteral("payment_refund_unit"),
                                          QStringLiteral("refund_no, order_no, order_item_id, unit, amount_minor")));
        query.bind(refund.refund_no, refund.order_no, unit.order_item_id, unit.unit, unit.amount);
        if (const auto done = write(query); !done)
            return done;
    }
    return {};
}

Result<void> RefundUnits::hold(const Refund &refund, const std::vector<RefundUnit> &units)
{
    for (const RefundUnit &unit : units) {
        Query query(database_,
                    QStringLiteral("UPDATE order_item_unit SET use = 'REFUNDED', refunded_minor = refunded_minor + ? "
                                   "WHERE order_no = ? AND order_item_id = ? AND unit = ?"));
        query.bind(unit.amount, refund.order_no, unit.order_item_id, unit.unit);
        if (const auto done = write(query); !done)
            return done;
    }
    return {};
}

Result<void> RefundUnits::release(const Refund &refund, const std::vector<RefundUnit> &units)
{
    for (const RefundUnit &unit : units) {
        Query query(database_,
                    QStringLiteral("UPDATE order_item_unit SET use = CASE WHEN refunded_minor = ? THEN 'NONE' ELSE "
                                   "'REFUNDED' END, refunded_minor = refunded_minor - ? WHERE order_no = ? AND "
                                   "order_item_id = ? AND unit = ?"));
        query.bind(unit.amount, unit.amount, refund.order_no, unit.order_item_id, unit.unit);
        if (const auto done = write(query); !done)
            return done;
    }
    return {};
}

}  // namespace aftercharge

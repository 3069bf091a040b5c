// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settlement/goods.h"

#include <algorithm>
#include <numeric>
#include <set>

#include "models/settlement/allocation.h"

namespace aftercharge {
namespace {

using Indices = std::vector<std::size_t>;

// By line number, so that a tie goes to the lower one in whatever order the lines came.
Indices in_line_order(const std::vector<OrderItem> &items)
{
    Indices order(items.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return items[a].line_no < items[b].line_no; });
    return order;
}

std::string name_of(const OrderItem &item)
{
    return "line " + std::to_string(item.line_no) + " (" + item.order_item_id.text() + ")";
}

Result<void> check_line(const OrderItem &item)
{
    if (item.order_item_id.is_empty())
        return fail(ErrorCode::InputInvalid, "line " + std::to_string(item.line_no) + " has no id");
    if (item.quantity < 1 || item.quantity > max_units_of_line)
        return fail(ErrorCode::InputInvalid, name_of(item) + ": quantity " + std::to_string(item.quantity) +
                                                 " is not 1 to " + std::to_string(max_units_of_line));
    if (item.gross.is_negative() || item.tax.is_negative())
        return fail(ErrorCode::InputInvalid, name_of(item) + ": negative amount");
    return {};
}

Result<void> check_lines(const std::vector<OrderItem> &items)
{
    if (items.empty())
        return fail(ErrorCode::InputInvalid, "no lines");
    std::set<OrderItemId> ids;
    std::set<int> numbers;
    std::int64_t units = 0;
    for (const OrderItem &item : items) {
        if (auto checked = check_line(item); !checked)
            return checked;
        if (!ids.insert(item.order_item_id).second || !numbers.insert(item.line_no).second)
            return fail(ErrorCode::InputInvalid, name_of(item) + " is there twice");
        units += item.quantity;
        if (units > max_units_of_order)
            return fail(ErrorCode::InputInvalid, "more than " + std::to_string(max_units_of_order) + " units");
    }
    return {};
}

Result<std::size_t> index_of(const std::vector<OrderItem> &items, const OrderItemId &id)
{
    const auto found = std::find_if(items.begin(), items.end(),
                                    [&](const OrderItem &item) { return item.order_item_id == id; });
    if (found == items.end())
        return fail(ErrorCode::ItemNotFound, id.text());
    return static_cast<std::size_t>(found - items.begin());
}

// The lines that a discount falls on, in line order.
Result<Indices> lines_of(const std::vector<OrderItem> &items, const OrderDiscount &discount)
{
    if (!discount.order_item_id.is_empty())
        return index_of(items, discount.order_item_id).map([](std::size_t index) { return Indices{index}; });
    Indices lines = in_line_order(items);
    std::erase_if(lines, [&](std::size_t index) { return items[index].kind != ItemKind::Goods; });
    return lines;
}

// A code that falls on a line twice is one row of it.
void record(std::vector<OrderDiscountApplied> &applied, OrderDiscountApplied share)
{
    for (OrderDiscountApplied &row : applied) {
        if (row.code == share.code && row.order_item_id == share.order_item_id) {
            // Two parts of one line's gross: within bounds as it is.
            row.amount = *add(row.amount, share.amount);
            return;
        }
    }
    applied.push_back(std::move(share));
}

Result<void> apply(std::vector<OrderItem> &items, const OrderDiscount &discount,
                   std::vector<OrderDiscountApplied> &applied)
{
    if (discount.amount.is_negative())
        return fail(ErrorCode::InputInvalid, "discount " + discount.code + ": negative amount");
    if (discount.amount.is_zero())
        return {};
    const auto lines = lines_of(items, discount);
    if (!lines)
        return pass_on(lines);
    std::vector<std::int64_t> left;
    Int128 left_in_all = 0;
    for (std::size_t index : *lines) {
        if (auto same = compare(discount.amount, items[index].gross); !same)
            return pass_on(same);
        left.push_back(items[index].gross.minor() - items[index].discount.minor());
        left_in_all += left.back();
    }
    if (discount.amount.minor() > left_in_all)
        return fail(ErrorCode::InputInvalid,
                    "discount " + discount.code + ": " + discount.amount.to_text() + " is above what is left");
    // Not above the sum of the weights, so no share is above its own.
    const auto shares = allocate(discount.amount, left);
    if (!shares)
        return pass_on(shares);
    for (std::size_t i = 0; i < lines->size(); ++i) {
        if ((*shares)[i].is_zero())
            continue;
        OrderItem &item = items[(*lines)[i]];
        item.discount = *add(item.discount, (*shares)[i]);
        record(applied, {discount.code, item.order_item_id, (*shares)[i]});
    }
    return {};
}

Result<Money> sum(Result<Money> so_far, const Result<Money> &amount)
{
    return so_far.and_then([&](const Money &a) { return amount.and_then([&](const Money &b) { return add(a, b); }); });
}

// The part of `whole` that some units have of it.
Result<Money> part_of(const Money &whole, std::int64_t quantity, const std::vector<int> &units)
{
    Result<Money> part = Money::zero(whole.currency());
    for (int unit : units)
        part = sum(part, refund_of_units(whole, quantity, std::int64_t{unit} - 1, unit));
    return part;
}

}  // namespace

Result<std::vector<OrderDiscountApplied>> price_order(std::vector<OrderItem> &items,
                                                      const std::vector<OrderDiscount> &discounts)
{
    if (auto checked = check_lines(items); !checked)
        return pass_on(checked);
    for (OrderItem &item : items)
        item.discount = Money::zero(item.gross.currency());
    std::vector<OrderDiscountApplied> applied;
    for (const OrderDiscount &discount : discounts) {
        if (auto done = apply(items, discount, applied); !done)
            return pass_on(done);
    }
    for (OrderItem &item : items) {
        auto total = subtract(item.gross, item.discount).and_then([&](const Money &net) { return add(net, item.tax); });
        if (!total)
            return pass_on(total);
        item.total = *total;
    }
    if (auto total = order_total(items); !total)
        return pass_on(total);
    return applied;
}

Result<Money> order_total(const std::vector<OrderItem> &items)
{
    if (items.empty())
        return fail(ErrorCode::InputInvalid, "no lines");
    Result<Money> total = Money::zero(items.front().total.currency());
    for (const OrderItem &item : items)
        total = sum(total, item.total);
    return total;
}

Result<std::vector<Money>> unit_shares(const Money &total, std::int64_t quantity)
{
    if (quantity < 1 || quantity > max_units_of_line)
        return fail(ErrorCode::InputInvalid, "quantity " + std::to_string(quantity));
    if (total.is_negative())
        return fail(ErrorCode::InputInvalid, "negative total " + total.to_text());
    std::vector<Money> shares;
    shares.reserve(static_cast<std::size_t>(quantity));
    for (std::int64_t unit = 1; unit <= quantity; ++unit) {
        auto share = refund_of_units(total, quantity, unit - 1, unit);
        if (!share)
            return pass_on(share);
        shares.push_back(*share);
    }
    return shares;
}

Result<ShareParts> parts_of_units(const OrderItem &item, const std::vector<int> &units)
{
    if (std::set<int>(units.begin(), units.end()).size() != units.size())
        return fail(ErrorCode::InputInvalid, name_of(item) + ": a unit is named twice");
    const auto gross = part_of(item.gross, item.quantity, units);
    const auto tax = part_of(item.tax, item.quantity, units);
    const auto total = part_of(item.total, item.quantity, units);
    const auto discount = sum(gross, tax).and_then([&](const Money &all) {
        return total.and_then([&](const Money &given) { return subtract(all, given); });
    });
    for (const auto *part : {&gross, &tax, &total, &discount}) {
        if (!*part)
            return pass_on(*part);
    }
    return ShareParts{.gross = *gross, .discount = *discount, .tax = *tax, .total = *total};
}

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>

#include "models/settlement/allocation.h"
#include "models/settlement/goods.h"

namespace aftercharge {
namespace {

using Units = std::vector<ItemUnit>;

// Whether a refund can still take something of it: a free unit, too, as long as nothing was done with it.
bool is_refundable(const ItemUnit &unit)
{
    return unit.use == UnitUse::None || (unit.use == UnitUse::Refunded && unit.refunded.minor() < unit.share.minor());
}

bool by_number(const ItemUnit &a, const ItemUnit &b)
{
    return a.unit < b.unit;
}

// Those of the line that `takes` accepts, lowest number first.
template<typename Takes>
Units units_of(const Units &units, const OrderItem &item, Takes takes)
{
    Units found;
    std::copy_if(units.begin(), units.end(), std::back_inserter(found),
                 [&](const ItemUnit &unit) { return unit.order_item_id == item.order_item_id && takes(unit); });
    std::sort(found.begin(), found.end(), by_number);
    return found;
}

tl::unexpected<Error> not_left(const OrderItem &item, std::int64_t asked, std::size_t left)
{
    return fail(ErrorCode::UnitsNotLeft,
                item.order_item_id.text() + ": " + std::to_string(asked) + " asked, " + std::to_string(left) + " left");
}

struct Wanted {
    const OrderItem *item = nullptr;
    std::int64_t quantity = 0;
};

// What is asked for, in line order; each line once.
Result<std::vector<Wanted>> wanted_lines(const std::vector<OrderItem> &items, const std::vector<LineQuantity> &lines)
{
    if (lines.empty())
        return fail(ErrorCode::InputInvalid, "no lines");
    std::map<OrderItemId, std::int64_t> quantities;
    for (const LineQuantity &line : lines) {
        if (line.quantity < 1)
            return fail(ErrorCode::InputInvalid,
                        line.order_item_id.text() + ": quantity " + std::to_string(line.quantity));
        if (!quantities.emplace(line.order_item_id, line.quantity).second)
            return fail(ErrorCode::InputInvalid, line.order_item_id.text() + " is named twice");
    }
    std::vector<Wanted> wanted;
    for (const OrderItem &item : items) {
        if (const auto found = quantities.find(item.order_item_id); found != quantities.end()) {
            wanted.push_back({&item, found->second});
            quantities.erase(found);
        }
    }
    if (!quantities.empty())
        return fail(ErrorCode::ItemNotFound, quantities.begin()->first.text());
    std::sort(wanted.begin(), wanted.end(),
              [](const Wanted &a, const Wanted &b) { return a.item->line_no < b.item->line_no; });
    return wanted;
}

// Untouched units first, so that a unit refunded in part is completed only when it must be.
Result<Units> choose_refunded(const Units &units, const Wanted &wanted)
{
    Units chosen = units_of(units, *wanted.item, is_refundable);
    if (wanted.quantity > static_cast<std::int64_t>(chosen.size()))
        return not_left(*wanted.item, wanted.quantity, chosen.size());
    std::stable_partition(chosen.begin(), chosen.end(), [](const ItemUnit &unit) { return unit.use == UnitUse::None; });
    chosen.resize(static_cast<std::size_t>(wanted.quantity));
    std::sort(chosen.begin(), chosen.end(), by_number);
    return chosen;
}

Result<RefundLineQuote> quote_line(const Wanted &wanted, const Units &chosen)
{
    RefundLineQuote line;
    line.item.order_item_id = wanted.item->order_item_id;
    line.item.quantity = wanted.quantity;
    line.item.amount = line.already = Money::zero(wanted.item->total.currency());
    std::vector<int> numbers;
    for (const ItemUnit &unit : chosen) {
        numbers.push_back(unit.unit);
        auto already = add(line.already, unit.refunded);
        if (!already)
            return pass_on(already);
        line.already = *already;
    }
    auto parts = parts_of_units(*wanted.item, numbers);
    if (!parts)
        return pass_on(parts);
    line.parts = *parts;
    return line;
}

// What of `left` goes back: all of it, or `amount` spread over it.
Result<std::vector<Money>> spread(const std::vector<std::int64_t> &left, const Money &at_most,
                                  const std::optional<Money> &amount)
{
    const Money wanted = amount.value_or(at_most);
    if (wanted.currency() != at_most.currency())
        return fail(ErrorCode::MoneyCurrencyMismatch, std::string(wanted.currency().code()));
    if (amount && !amount->is_positive())
        return fail(ErrorCode::MoneyNotPositive, amount->to_text());
    if (wanted.minor() > at_most.minor())
        return fail(ErrorCode::RefundExceedsPaid, wanted.to_text() + " asked, " + at_most.to_text() + " left");
    if (wanted.is_zero())
        return std::vector<Money>(left.size(), wanted);
    return allocate(wanted, left);
}

Result<RefundQuote> quote(const Units &units, const std::vector<Wanted> &wanted, Currency currency,
                          const std::optional<Money> &amount)
{
    RefundQuote made{.total = Money::zero(currency), .at_most = Money::zero(currency), .lines = {}, .units = {}};
    std::vector<std::int64_t> left;
    for (const Wanted &line : wanted) {
        const auto chosen = choose_refunded(units, line);
        if (!chosen)
            return pass_on(chosen);
        auto quoted = quote_line(line, *chosen);
        if (!quoted)
            return pass_on(quoted);
        made.lines.push_back(std::move(*quoted));
        for (const ItemUnit &unit : *chosen) {
            const auto rest = subtract(unit.share, unit.refunded);
            const auto at_most = rest.and_then([&](const Money &more) { return add(made.at_most, more); });
            if (!at_most)
                return pass_on(at_most);
            made.at_most = *at_most;
            left.push_back(rest->minor());
            made.units.push_back({unit.order_item_id, unit.unit, {}});
        }
    }
    const auto amounts = spread(left, made.at_most, amount);
    if (!amounts)
        return pass_on(amounts);
    // Parts of at_most, which was summed above: no sum of them overflows.
    auto unit = made.units.begin();
    for (RefundLineQuote &line : made.lines) {
        for (std::int64_t i = 0; i < line.item.quantity; ++i, ++unit) {
            unit->amount = (*amounts)[static_cast<std::size_t>(unit - made.units.begin())];
            line.item.amount = *add(line.item.amount, unit->amount);
        }
        made.total = *add(made.total, line.item.amount);
    }
    return made;
}

}  // namespace

Result<RefundQuote> quote_refund(const std::vector<OrderItem> &items, const std::vector<ItemUnit> &units,
                                 const std::vector<LineQuantity> &lines, const std::optional<Money> &amount)
{
    const auto wanted = wanted_lines(items, lines);
    if (!wanted)
        return pass_on(wanted);
    return quote(units, *wanted, items.front().total.currency(), amount);
}

Result<RefundQuote> quote_rest(const std::vector<OrderItem> &items, const std::vector<ItemUnit> &units)
{
    if (items.empty())
        return fail(ErrorCode::InputInvalid, "no lines");
    std::vector<LineQuantity> lines;
    for (const OrderItem &item : items) {
        const auto left = static_cast<std::int64_t>(units_of(units, item, is_refundable).size());
        if (left > 0)
            lines.push_back({item.order_item_id, left});
    }
    if (!lines.empty())
        return quote_refund(items, units, lines, std::nullopt);
    return quote(units, {}, items.front().total.currency(), std::nullopt);
}

Result<std::vector<ItemUnit>> choose_replaced(const std::vector<OrderItem> &items, const std::vector<ItemUnit> &units,
                                              const std::vector<LineQuantity> &lines)
{
    const auto wanted = wanted_lines(items, lines);
    if (!wanted)
        return pass_on(wanted);
    Units replaced;
    for (const Wanted &line : *wanted) {
        if (line.item->kind != ItemKind::Goods)
            return fail(ErrorCode::InputInvalid, line.item->order_item_id.text() + " is not goods");
        Units unused = units_of(units, *line.item, [](const ItemUnit &unit) { return unit.use == UnitUse::None; });
        if (line.quantity > static_cast<std::int64_t>(unused.size()))
            return not_left(*line.item, line.quantity, unused.size());
        const auto first = unused.end() - static_cast<std::ptrdiff_t>(line.quantity);
        std::transform(first, unused.end(), std::back_inserter(replaced), [](ItemUnit unit) {
            unit.use = UnitUse::Replaced;
            return unit;
        });
    }
    return replaced;
}

}  // namespace aftercharge

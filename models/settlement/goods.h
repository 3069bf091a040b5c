// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "models/domain/goods_order.h"
#include "models/domain/refund.h"

namespace aftercharge {

// The money of goods orders (product.md, "Allocation"): everything here is exact, adds up, and
// sees neither a store nor a clock.

// Fills in the discounts and totals of the lines of a new order: each order discount is
// allocated to the goods lines by largest remainder in proportion to what their earlier
// discounts left of their gross (ties: the lower line number), one of a line goes to it alone.
// Returns what is to be stored as order_discount_applied: one row a code and line, none of zero.
// Errors: input.invalid (no lines, a line without units, a negative amount, two lines with one id
// or number, a discount above what is left), order_item.not_found, money.*.
Result<std::vector<OrderDiscountApplied>> price_order(std::vector<OrderItem> &items,
                                                      const std::vector<OrderDiscount> &discounts);

// Σ of the lines' totals.
Result<Money> order_total(const std::vector<OrderItem> &items);

// The shares of a line's units 1 … quantity: R(j) − R(j − 1) with
// R(j) = round_half_even(total · j / quantity). They add up to the total.
Result<std::vector<Money>> unit_shares(const Money &total, std::int64_t quantity);

// Of a set of units of one line: their part of gross, tax and total by R; the discount is what
// lies between, so that the three explain the amount to the cent. Of single units it may be a
// minor unit off its own R, below 0 too (DECISIONS.md, 15); over a whole line it is the line's.
struct ShareParts {
    Money gross;
    Money discount;
    Money tax;
    Money total;
    friend bool operator==(const ShareParts &, const ShareParts &) = default;
};
Result<ShareParts> parts_of_units(const OrderItem &item, const std::vector<int> &units);

// One line of a refund as it will be made and as it is explained.
struct RefundLineQuote {
    RefundItem item;
    ShareParts parts;  // of the whole units, before what was refunded of them already
    Money already;     // refunded of these units before
    friend bool operator==(const RefundLineQuote &, const RefundLineQuote &) = default;
};

struct RefundQuote {
    Money total;    // what is given back
    Money at_most;  // what these units could still give back
    std::vector<RefundLineQuote> lines;
    std::vector<RefundUnit> units;
    friend bool operator==(const RefundQuote &, const RefundQuote &) = default;
};

// What refunding so many units of each line comes to. Of a line the units that nobody used yet
// are taken first, lowest number first; then those that were refunded in part. `amount` below
// what the units are worth is spread over them by largest remainder; none: all of it. Errors:
// order_item.not_found, order_item.units_not_left, refund.exceeds_paid (amount above),
// money.not_positive (amount not above 0), money.currency_mismatch, input.invalid (no lines, a line
// named twice, quantity below 1). Lines come by line number; `units` names every unit that was
// asked for, also with an amount of 0.
Result<RefundQuote> quote_refund(const std::vector<OrderItem> &items, const std::vector<ItemUnit> &units,
                                 const std::vector<LineQuantity> &lines, const std::optional<Money> &amount);

// Everything that is left of an order; without lines and 0 where nothing is.
Result<RefundQuote> quote_rest(const std::vector<OrderItem> &items, const std::vector<ItemUnit> &units);

// The units that a replacement of so many of each line uses up, marked as replaced: unused ones,
// highest number first. Errors: order_item.not_found, order_item.units_not_left, input.invalid (a shipping line).
Result<std::vector<ItemUnit>> choose_replaced(const std::vector<OrderItem> &items, const std::vector<ItemUnit> &units,
                                              const std::vector<LineQuantity> &lines);

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/settlement/goods.h"

namespace aftercharge::testing {

inline Money money(std::string_view text, std::string_view currency = "CNY")
{
    return Money::from_text(text, Currency::from_code(currency).value()).value();
}

inline OrderItemId line_id(int number)
{
    return OrderItemId::from_text("L" + std::to_string(number)).value();
}

inline OrderItem line(int number, std::int64_t quantity, std::string_view gross, std::string_view tax,
                      std::string_view currency = "CNY", ItemKind kind = ItemKind::Goods)
{
    OrderItem item;
    item.order_item_id = line_id(number);
    item.line_no = number;
    item.kind = kind;
    item.sku = "SKU-" + std::to_string(number);
    item.quantity = quantity;
    item.gross = money(gross, currency);
    item.tax = money(tax, currency);
    return item;
}

inline std::vector<OrderItem> priced(std::vector<OrderItem> items, const std::vector<OrderDiscount> &discounts = {})
{
    price_order(items, discounts).value();
    return items;
}

// As a store makes them when the order is taken.
inline std::vector<ItemUnit> units_of_order(const std::vector<OrderItem> &items)
{
    std::vector<ItemUnit> units;
    for (const OrderItem &item : items) {
        const auto shares = unit_shares(item.total, item.quantity).value();
        int unit = 0;
        for (const Money &share : shares)
            units.push_back({item.order_item_id, ++unit, share, UnitUse::None, Money::zero(item.total.currency())});
    }
    return units;
}

}  // namespace aftercharge::testing

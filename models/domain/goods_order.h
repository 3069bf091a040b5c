// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/domain/actor.h"
#include "models/domain/goods_states.h"
#include "models/domain/id.h"
#include "models/domain/money.h"

namespace aftercharge {

// A line is goods that travel in parcels, or what was charged for sending them.
enum class ItemKind { Goods, Shipping };

constexpr auto text_table(ItemKind)
{
    return std::array{EnumText{ItemKind::Goods, "GOODS"}, EnumText{ItemKind::Shipping, "SHIPPING"}};
}

// One line of an order. gross = price × quantity; discount is the line's share of the order's
// discounts (order_discount_applied), allocated once when the order was taken; tax is what was
// added on top (0 where prices include it).
//   total = gross − discount + tax,  0 <= discount <= gross,  1 <= quantity <= max_units_of_line
struct OrderItem {
    OrderItemId order_item_id;  // unique within the order
    int line_no = 1;
    ItemKind kind = ItemKind::Goods;
    std::string sku;
    std::string name;
    std::int64_t quantity = 1;
    Money gross;
    Money discount;
    Money tax;
    Money total;
    friend bool operator==(const OrderItem &, const OrderItem &) = default;
};
inline constexpr std::int64_t max_units_of_line = 10'000;
inline constexpr std::int64_t max_units_of_order = 20'000;

// A discount of the whole order (`order_item_id` empty: allocated to all goods lines) or of one
// line, and the shares it was allocated in.
struct OrderDiscount {
    std::string code;
    OrderItemId order_item_id;
    Money amount;
    friend bool operator==(const OrderDiscount &, const OrderDiscount &) = default;
};

// order_discount_applied: never recomputed.
struct OrderDiscountApplied {
    std::string code;
    OrderItemId order_item_id;
    Money amount;
    friend bool operator==(const OrderDiscountApplied &, const OrderDiscountApplied &) = default;
};

// What became of one unit of a line. `share` is its part of the line's total: the units' shares
// add up to it exactly. A unit is refunded (up to its share, perhaps in several parts) or
// replaced, never both.
enum class UnitUse { None, Refunded, Replaced };

constexpr auto text_table(UnitUse)
{
    return std::array{EnumText{UnitUse::None, "NONE"}, EnumText{UnitUse::Refunded, "REFUNDED"},
                      EnumText{UnitUse::Replaced, "REPLACED"}};
}

struct ItemUnit {
    OrderItemId order_item_id;
    int unit = 1;  // 1 … quantity
    Money share;
    UnitUse use = UnitUse::None;
    Money refunded;  // promised or paid back; 0 <= refunded <= share
    friend bool operator==(const ItemUnit &, const ItemUnit &) = default;
};

enum class PaymentProvider { Stripe, WechatPay };

constexpr auto text_table(PaymentProvider)
{
    return std::array{EnumText{PaymentProvider::Stripe, "STRIPE"}, EnumText{PaymentProvider::WechatPay, "WECHAT_PAY"}};
}

// payment_order: how an order was paid. `external_id` is the gateway's name for the payment: a
// Stripe charge or payment intent, WeChat's out_trade_no.
struct PaymentOrder {
    std::string payment_order_id;
    OrderNo order_no;
    PaymentProvider provider = PaymentProvider::Stripe;
    std::string external_id;
    Money amount;
    UtcTime paid_at;
    friend bool operator==(const PaymentOrder &, const PaymentOrder &) = default;
};

// orders of the specification: goods. `paid` is what the customer paid (Σ of the lines'
// totals); `refunded` what refunds that succeeded gave back. While `locked_by` names a refund,
// nothing of the order may be shipped.
struct GoodsOrder {
    OrderNo order_no;
    GoodsOrderState state = GoodsOrderState::Paid;
    MemberId member_id;
    Money paid;
    Money refunded;
    RefundNo locked_by;
    UtcTime ordered_at;
    std::int64_t version = 0;
    friend bool operator==(const GoodsOrder &, const GoodsOrder &) = default;
};

// order_status_log of a goods order.
struct GoodsOrderLogEntry {
    OrderNo order_no;
    UtcTime at;
    GoodsOrderState from = GoodsOrderState::Paid;
    GoodsOrderState to = GoodsOrderState::Paid;
    std::string event;
    Actor actor;
    std::string note;
    friend bool operator==(const GoodsOrderLogEntry &, const GoodsOrderLogEntry &) = default;
};

// So many units of a line, as a person asks for them.
struct LineQuantity {
    OrderItemId order_item_id;
    std::int64_t quantity = 0;
    friend bool operator==(const LineQuantity &, const LineQuantity &) = default;
};

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/domain/goods_order.h"
#include "models/store/page.h"

namespace aftercharge {

struct GoodsQuery {
    std::optional<GoodsOrderState> state;
    std::optional<MemberId> member_id;
    std::string text;  // part of order number, member, payment or tracking number
    enum class Sort { OrderedAt, Number, Paid } sort = Sort::OrderedAt;
    PageRequest page;
};

class GoodsReader {
public:
    virtual ~GoodsReader() = default;
    virtual Result<GoodsOrder> find(const OrderNo &order_no) = 0;  // order.not_found
    virtual Result<bool> exists(const OrderNo &order_no) = 0;
    virtual Result<std::vector<OrderItem>> items(const OrderNo &order_no) = 0;  // by line number
    virtual Result<std::vector<OrderDiscountApplied>> discounts(const OrderNo &order_no) = 0;
    virtual Result<std::vector<ItemUnit>> units(const OrderNo &order_no) = 0;  // by line, then unit
    virtual Result<std::optional<PaymentOrder>> payment(const OrderNo &order_no) = 0;
    // Which order a payment of the gateway is of, by the gateway's own name for it.
    virtual Result<std::optional<OrderNo>> order_of_payment(PaymentProvider provider, std::string_view external_id) = 0;
    virtual Result<std::vector<GoodsOrderLogEntry>> log(const OrderNo &order_no) = 0;  // oldest first
    virtual Result<Page<GoodsOrder>> page(const GoodsQuery &query) = 0;
};

// A goods order as it is taken, in one piece.
struct NewGoodsOrder {
    GoodsOrder order;
    std::vector<OrderItem> items;
    std::vector<OrderDiscountApplied> discounts;
    std::optional<PaymentOrder> payment;  // none: UNPAID
};

class GoodsWriter : public GoodsReader {
public:
    // With a row a unit, shares by settlement's unit_shares. goods_order.exists, also for a number
    // that a charging order has.
    virtual Result<void> insert(const NewGoodsOrder &order) = 0;
    virtual Result<void> update(GoodsOrder &order) = 0;  // by version (store.conflict)
    virtual Result<void> append_log(const GoodsOrderLogEntry &entry) = 0;
    // Marks units as replaced, or gives them back (a cancelled reshipment). A unit that is
    // refunded or already replaced: order_item.units_not_left, by the store's own rule too.
    virtual Result<void> set_replaced(const OrderNo &order_no, const std::vector<ItemUnit> &units, bool replaced) = 0;
};

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/domain/goods_order.h"
#include "models/domain/shipment.h"

namespace aftercharge {

struct ImportedParcel {
    Shipment shipment;  // number may be empty: it is given one
    std::vector<ShipmentItem> items;
    PostalAddress address;
};

// One order of an import file, checked for form only; money in the file's own currency.
struct ImportedOrder {
    std::string where;  // "order 3" or "rows 12–15": for the report
    GoodsOrder order;
    std::vector<OrderItem> items;  // without discount and total: those are computed
    std::vector<OrderDiscount> discounts;
    std::vector<PaymentOrder> payments;  // none or one
    std::vector<ImportedParcel> parcels;
};

struct RefusedRow {
    std::string where;
    std::string order_no;  // where it could be read
    std::string why;       // "line 2: quantity is 0"
    friend bool operator==(const RefusedRow &, const RefusedRow &) = default;
};

struct GoodsFile {
    std::vector<ImportedOrder> orders;
    std::vector<RefusedRow> refused;  // an order with one bad row is refused whole
};

// A file of goods orders, JSON (an array of orders) or CSV (one row a line of an order, orders
// by order_no); CONTRIBUTING.md names the fields. input.invalid where the file as a whole
// cannot be read.
Result<GoodsFile> read_goods_json(std::string_view text);
Result<GoodsFile> read_goods_csv(std::string_view text);

}  // namespace aftercharge

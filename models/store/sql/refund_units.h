// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "models/domain/refund.h"
#include "models/store/sql/database.h"

namespace aftercharge {

// The units of goods that a refund gives back, with their sums a line. While the refund holds
// money, order_item_unit counts its parts of the units' shares.
class RefundUnits {
public:
    explicit RefundUnits(Database &database) : database_(database) {}

    // By line number, then unit.
    Result<std::vector<RefundUnit>> of(const RefundNo &refund_no);
    // Fills in the items, by line number; none for a charging order.
    Result<void> load_items(Refund &refund);

    // Before anything is written. Of goods: units that add up to the amount and, where the refund
    // names items, to those, and are there to be refunded. Of a charging order: none.
    Result<void> check(const Refund &refund, const std::vector<RefundUnit> &units);
    // Each unit is not replaced and has as much left: order_item.units_not_left, refund.exceeds_paid.
    Result<void> check_left(const Refund &refund, const std::vector<RefundUnit> &units);

    Result<void> insert(const Refund &refund, const std::vector<RefundUnit> &units);
    Result<void> hold(const Refund &refund, const std::vector<RefundUnit> &units);
    // A unit of which nothing is refunded any more is unused again.
    Result<void> release(const Refund &refund, const std::vector<RefundUnit> &units);

private:
    Database &database_;
};

}  // namespace aftercharge

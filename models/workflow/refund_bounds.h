// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "models/domain/charging_order.h"
#include "models/domain/refund.h"

namespace aftercharge {

// What was paid for an order (fee − owed), and what may still be refunded of it: paid, less
// what was refunded, less what is requested, approved or on its way.
struct RefundBounds {
    Money paid;
    Money refundable;
};
Result<RefundBounds> refund_bounds(const ChargingOrder &order, const std::vector<Refund> &refunds);

// Whether a refund still holds a part of what was paid.
bool holds_money(const Refund &refund);

}  // namespace aftercharge

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

// What a person granted by himself of one order, of `refunds`: his limit holds for all of it, or
// several small requests would do what one large one may not.
Result<Money> granted_alone(const std::vector<Refund> &refunds, const OperatorName &by, Currency currency);

}  // namespace aftercharge

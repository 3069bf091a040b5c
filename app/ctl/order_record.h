// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/record.h"
#include "models/domain/charging_order.h"
#include "models/workflow/explain_order.h"

namespace aftercharge::ctl {

// What `order show` prints: its fields and their order are an interface.
Record order_record(const ChargingOrder &order);

// One line of `session list`.
Record session_record(const ChargingOrder &order);

// What `order explain` prints: each period with its price, the lines that add up to the fee,
// the movements, and what may still be refunded.
Record explanation_record(const OrderExplanation &explanation);

// The order with the fee and energy so far, while it runs.
ChargingOrder priced_so_far(const OrderExplanation &explanation);

// How an amount that is asked for came about, for the approver: periods, paid, refunded, left.
std::string refund_basis(const OrderExplanation &explanation);

}  // namespace aftercharge::ctl

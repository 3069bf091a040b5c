// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "models/domain/charging_order.h"
#include "models/workflow/work.h"

namespace aftercharge {

// A person accepts the fee of an order that was settled provisionally because a reading that
// is kept as evidence would have decided it. The fee stays what the accepted readings gave:
// the program does not correct meters. The order becomes FINAL and, with nothing owed, PAYED.
// Errors: state.not_allowed unless it is in SETTLE and PROVISIONAL; input.invalid without a reason.
Result<ChargingOrder> confirm_settlement(Work &work, const OrderNo &order_no, const std::string &reason,
                                         const OperatorName &by);

}  // namespace aftercharge

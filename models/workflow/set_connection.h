// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/charging_order.h"
#include "models/workflow/work.h"

namespace aftercharge {

// A running order's charge point went away or came back. A lost connection does not settle:
// the charge point stores and uploads later. Returns the order as it is now.
Result<ChargingOrder> set_order_connection(Work &work, const OrderNo &order_no, Connection connection);

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "models/domain/charging_order.h"
#include "models/workflow/work.h"

namespace aftercharge {

struct ConnectionChange {
    OrderNo order_no;
    Connection connection = Connection::Online;
};

// Charge points of running orders went away or came back: a whole network at once when it loses
// its line, so all of them are one unit of work. A lost connection does not settle: the charge
// point stores and uploads later. Returns the orders that changed, as they are now.
Result<std::vector<ChargingOrder>> set_order_connections(Work &work, const std::vector<ConnectionChange> &changes);

}  // namespace aftercharge

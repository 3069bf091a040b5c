// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/charging_order.h"
#include "models/workflow/session_view.h"

namespace aftercharge {

// The view of an order that no running session stands behind: what its row says.
SessionView view_of_order(const ChargingOrder &order);

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/settlement/goods.h"

namespace aftercharge {

// How a refund was computed, for the approver, one line a row:
// "CABLE-5 Type 2 cable × 2: 200.00 − 20.00 + 0.00 = 180.00", then what was given back of these
// units before and what is given back now where that is less, and the sum.
std::string basis_of(const std::vector<OrderItem> &items, const RefundQuote &quote, bool before_shipment);

}  // namespace aftercharge

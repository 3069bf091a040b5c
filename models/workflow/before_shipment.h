// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workflow/work.h"

namespace aftercharge {

// No parcel has left: shipment.has_left.
Result<void> check_not_left(ShipmentReader &shipments, const OrderNo &order_no);

// Before an order is locked against shipping: a label that was to be bought is not; one that is
// being bought at this moment forbids the lock (state.not_allowed), as nobody knows of it yet.
Result<void> stop_label_purchases(UnitOfWork &unit, Work &work, const OrderNo &order_no);

// The same of one parcel that is to be cancelled.
Result<void> stop_label_purchase(UnitOfWork &unit, Work &work, const Shipment &parcel);

}  // namespace aftercharge

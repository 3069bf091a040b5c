// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workflow/work.h"

namespace aftercharge {

// Brings a goods order after its own parcels (purpose ORDER, not CANCELLED): PAID → FULFILLED when
// those that have left hold every unit of every goods line, → COMPLETED when those that were
// delivered do. A parcel that was lost or came back leaves the order FULFILLED, a reshipment moves
// nothing. For whoever has just moved `shipment`; nothing is done in any other state.
Result<void> advance_order_with_parcels(UnitOfWork &unit, Work &work, const Shipment &shipment, const Actor &actor);

}  // namespace aftercharge

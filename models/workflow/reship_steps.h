// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/shipment.h"
#include "models/workflow/work.h"

namespace aftercharge {

// The label of a reshipment is there (the shipment is LABEL_CREATED and written): notice
// ParcelSentAgain with the new tracking number; the ticket of its decision is resolved with it,
// unless something else of it is still on its way (then it is noted there).
Result<void> tell_sent_again(UnitOfWork &unit, Work &work, const Shipment &shipment);

// A reshipment's label cannot be bought: the ticket is in review again, with the carrier's words.
Result<void> tell_not_sent_again(UnitOfWork &unit, Work &work, const Shipment &shipment, const std::string &words);

// A reshipment that is CANCELLED gives the units that it replaced back.
Result<void> give_units_back(UnitOfWork &unit, Work &work, const Shipment &shipment);

}  // namespace aftercharge

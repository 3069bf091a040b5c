// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workflow/work.h"

namespace aftercharge {

// What the charge points of the journeys say at the door.
inline constexpr char journey_password[] = "journey-loopback-0412";

// Station, tariff of the demo, charge points, members with balances, operators; through the
// same workflows as everybody's.
Result<void> fill_journey_network(Work &work);

}  // namespace aftercharge

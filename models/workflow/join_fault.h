// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "models/domain/charging_order.h"
#include "models/workflow/connector_faults.h"
#include "models/workflow/work.h"

namespace aftercharge {

// A fault that a connector reports shortly after a stop explains that stop: orders of the
// connector (0: of all) that stopped near it and whose own reason leaves it open get the
// fault's reason and words, a log row and the notice of a fault stop. Money does not move: it
// was settled alike. A fault within a session that still runs explains no earlier stop.
// Returns the orders that were amended.
Result<std::vector<ChargingOrder>> join_fault(Work &work, const ConnectorId &connector,
                                              const ConnectorFaults::Fault &fault);

}  // namespace aftercharge

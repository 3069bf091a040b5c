// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "models/gateway/chargepoint/charge_point_gateway.h"
#include "models/workflow/work.h"

namespace aftercharge {

// The effect worker's part for charge points: leases due commands from the outbox and sends
// them. `report` is called with the answer, on any thread; it is to bring it back to
// finish_command on the engine's.
using CommandReport = std::function<void(Uuid id, Result<void> answer)>;
// Which charge points are connected here, where other daemons serve others; empty: all are ours.
using CommandReach = std::function<bool(const ChargePointId &)>;
Result<int> pass_commands(Work &work, chargepoint::ChargePointGateway &gateway, const CommandReport &report,
                          const CommandReach &reach = {});

// Writes what the charge point answered.
Result<void> finish_command(Work &work, const Uuid &id, const Result<void> &answer);

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/chargepoint/messages.h"
#include "models/workflow/charge_point_directory.h"
#include "models/workflow/work.h"

namespace aftercharge {

// What a charge point says of itself at its start, into the registry.
Result<void> register_boot(Work &work, ChargePointDirectory &directory, const ChargePointId &charge_point_id,
                           const chargepoint::BootReport &boot);

}  // namespace aftercharge

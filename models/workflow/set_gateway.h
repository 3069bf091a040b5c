// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/gateways.h"
#include "models/workflow/work.h"

namespace aftercharge {

// How a gateway is reached from now on. An administrator's; the audit log names the gateway and its
// address, never a secret. input.invalid for a name that is no gateway's or an address that is
// neither https nor loopback.
Result<void> set_gateway(Work &work, const GatewayAccount &account, const Actor &actor);

}  // namespace aftercharge

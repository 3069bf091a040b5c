// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "models/domain/time.h"
#include "models/gateway/chargepoint/messages.h"
#include "models/gateway/ocpp16/json_tape.h"
#include "models/gateway/ocpp16/suspicions.h"
#include "models/gateway/ocpp16/violation.h"

namespace aftercharge::ocpp16 {

// The body of a call by its action: NotImplemented for one that 1.6 does not know,
// NotSupported for one it knows and we do not take from a charge point.
Understood<chargepoint::Body> decode_call(std::string_view action, JsonValue payload, UtcTime received_at,
                                          Suspicions &suspicions);

}  // namespace aftercharge::ocpp16

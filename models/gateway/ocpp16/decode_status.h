// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "models/domain/time.h"
#include "models/gateway/chargepoint/messages.h"
#include "models/gateway/ocpp16/json_tape.h"
#include "models/gateway/ocpp16/suspicions.h"
#include "models/gateway/ocpp16/violation.h"

namespace aftercharge::ocpp16 {

// OCPP 1.6's ChargePointErrorCode as the reason a stop near it had: None only for NoError,
// Other for what cuts nothing off by itself (ReaderFailure, WeakSignal, …) or is unknown.
StopReason fault_of(std::string_view error_code);

Understood<chargepoint::Body> decode_status(JsonValue payload, UtcTime received_at, Suspicions &suspicions);

}  // namespace aftercharge::ocpp16

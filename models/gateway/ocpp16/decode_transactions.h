// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/time.h"
#include "models/gateway/chargepoint/messages.h"
#include "models/gateway/ocpp16/json_tape.h"
#include "models/gateway/ocpp16/suspicions.h"
#include "models/gateway/ocpp16/violation.h"

namespace aftercharge::ocpp16 {

Understood<chargepoint::Body> decode_start(JsonValue payload, UtcTime received_at, Suspicions &suspicions);
Understood<chargepoint::Body> decode_meter(JsonValue payload, UtcTime received_at, Suspicions &suspicions);
// Never refused: a charge point whose stop is not confirmed keeps the session open for ever.
chargepoint::StopRequest decode_stop(JsonValue payload, UtcTime received_at, Suspicions &suspicions);

}  // namespace aftercharge::ocpp16

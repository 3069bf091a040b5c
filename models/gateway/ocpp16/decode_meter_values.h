// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "models/domain/reading.h"
#include "models/gateway/ocpp16/json_tape.h"
#include "models/gateway/ocpp16/suspicions.h"

namespace aftercharge::ocpp16 {

// The readings of a meterValue[] or transactionData[], in its order, normalised here and
// nowhere else to Wh, mV, mA, W and 0.1 %:
// - a value without phase wins over those of phases; else register, current and power are the
//   sum of L1 to L3, the voltage is the mean of the phases that have one (the neutral is left
//   out, line-to-line voltages are divided by √3);
// - register, voltage, current and power count at the outlet, SoC anywhere;
// - power that is not reported stays absent (Reading::power_or_vi derives it);
// - a meterValue without anything of this gives no reading.
std::vector<Reading> decode_meter_values(JsonValue meter_values, UtcTime received_at, Suspicions &suspicions);

}  // namespace aftercharge::ocpp16

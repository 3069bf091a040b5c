// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string>

#include "models/gateway/ocpp16/json_tape.h"
#include "models/gateway/ocpp16/suspicions.h"

namespace aftercharge::ocpp16 {

// What of OCPP 1.6's 22 measurands is read. The others are known and passed over.
enum class Measurand : std::size_t { Register, Voltage, Current, Power, Soc, PassedOver };
inline constexpr std::size_t read_measurands = 5;

enum class Phase { None, L1, L2, L3, L1L2, L2L3, L3L1, Neutral };

Measurand measurand_of(JsonValue name, Suspicions &suspicions);
Phase phase_of(JsonValue name, Suspicions &suspicions);

// Whether a value at that location counts: at the outlet (or the cable, or unnamed). Only the
// state of charge is measured in the car.
bool counts_at(JsonValue location, Measurand measurand, Suspicions &suspicions);

// The power of ten from the unit to ours (Wh, mV, mA, W, 0.1 %); nothing for a unit that
// cannot be the measurand's. Without a unit it is Wh, V, A, W or Percent.
std::optional<int> power_of_ten(Measurand measurand, JsonValue unit, Suspicions &suspicions);

}  // namespace aftercharge::ocpp16

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/settlement/pricing_support.h"

namespace aftercharge::testing {

// A second opinion: walks a session second by second, asks every element anew each second,
// and adds fractions with one denominator. Shares no code with the pricing. Every reading has
// a register and stands on a whole second, and the energy of each second is a whole number of
// 10^-6 Wh.
std::int64_t fee_by_the_second(const Tariff &tariff, const ZoneOffsets &zone, UtcTime start, std::int64_t meter_start,
                               const std::vector<Reading> &readings);

}  // namespace aftercharge::testing

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "models/domain/error.h"
#include "models/domain/money.h"

namespace aftercharge {

// Shares of `total` in proportion to `weights` by largest remainder (Hamilton's method): each
// share is rounded towards zero, what is left goes unit by unit to the largest remainders,
// ties to the lower line number. The shares add up to the total exactly. Weights must be
// >= 0 with a sum > 0, else input.invalid.
Result<std::vector<Money>> allocate(const Money &total, const std::vector<std::int64_t> &weights);

// The refund of the units a → b of a line of `quantity` units that cost `line_total`:
// R(b) − R(a) with R(j) = round_half_even(line_total · j / quantity). It telescopes: partial
// refunds in any order add up to exactly what was paid. 0 <= a <= b <= quantity, else
// input.invalid.
Result<Money> refund_of_units(const Money &line_total, std::int64_t quantity, std::int64_t a, std::int64_t b);

// The integers that `exact` / `unit` become when they must add up to `sum`, by largest
// remainder, ties to the lower index. `sum` must lie within [Σ floor, Σ floor + count], which
// holds for every way of rounding Σ exact / unit.
std::vector<std::int64_t> round_to_sum(const std::vector<Int128> &exact, Int128 unit, std::int64_t sum);

}  // namespace aftercharge

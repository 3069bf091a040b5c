// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/bench_result.h"

namespace aftercharge::bench {

// PricingFold over a session of 1,200 readings by the time-of-use tariff: what a reading costs,
// and what the fee costs at any moment; beside a plain loop that looks the hour's price up in a
// table and adds integers (no zones, no steps, no limits, no lines).
Result<BenchResults> run_pricing_bench(const BenchOptions &options);

}  // namespace aftercharge::bench

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/bench_result.h"

namespace aftercharge::bench {

// One daemon on PostgreSQL with 2,000 charge points that report every 15 s, and 50 desks that hear
// of all of them: what it uses, beside what it may (half of two cores, 300 MiB), and how old a
// reading is when a desk has it, beside the quarter of a second at which frames go out.
Result<BenchResults> run_network_bench(const BenchOptions &options);

}  // namespace aftercharge::bench

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/bench_result.h"

namespace aftercharge::bench {

// Goods orders from their import to the refund that the gateway has paid, on PostgreSQL at eight
// clients, beside what the same server commits at eight clients when a transaction is one row.
Result<BenchResults> run_refunds_bench(const BenchOptions &options);

}  // namespace aftercharge::bench

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/bench_result.h"

namespace aftercharge::bench {

// Samples a second in durable batches of 200, beside a bare INSERT loop in the same kind of
// file; sessions settled a second, each one durable ledger transaction, beside a bare commit
// of one row under the ledger's own journal mode.
Result<BenchResults> run_store_bench(const BenchOptions &options);

}  // namespace aftercharge::bench

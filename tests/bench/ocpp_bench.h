// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/bench_result.h"

namespace aftercharge::bench {

// MeterValues that aftercharged acknowledges once they are durable, a second, over 200 and
// over 900 connections with one outstanding message each, the load generator on the same
// cores; beside a bare Qt WebSocket server (bare_ocpp_server.h) under the same load.
Result<BenchResults> run_ocpp_bench(const BenchOptions &options);

}  // namespace aftercharge::bench

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/bench_result.h"

namespace aftercharge::bench {

// From the start of the desk's process to its window, open on a store and painted with its
// running sessions; beside an empty Qt window. Files are in the system's cache.
Result<BenchResults> run_start_bench(const BenchOptions &options);

// The Live page with 1,000 running sessions, all of them told anew four times a second, and
// four curves of 1,200 readings that grow with every frame: what the UI thread does between
// two rests, beside the 16.7 ms that a frame has at 60 a second. Offscreen: painted, not shown.
Result<BenchResults> run_frames_bench(const BenchOptions &options);

// The empty window of the baseline: prints "ready" once it is painted; ends on SIGTERM.
int run_empty_window();

}  // namespace aftercharge::bench

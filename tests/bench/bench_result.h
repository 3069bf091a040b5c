// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "models/domain/error.h"

namespace aftercharge::bench {

// One figure beside what it is compared with: both measured in turn in the same run, each the
// median of its rounds. ratio = value / baseline_value.
struct BenchResult {
    std::string name;
    double value = 0;
    std::string unit;
    std::string baseline_name;
    double baseline_value = 0;
    int rounds = 0;

    double ratio() const { return baseline_value != 0 ? value / baseline_value : 0; }
};
using BenchResults = std::vector<BenchResult>;

struct BenchOptions {
    int rounds = 3;
    int seconds = 8;  // of a round under load
    std::vector<int> connections{200, 900};
    std::filesystem::path folder;  // an empty one on the disk that is measured
};

using Bench = std::function<Result<BenchResults>(const BenchOptions &)>;

double median(std::vector<double> values);
// Between 0 and 1000; of a sorted or unsorted list.
double percentile(std::vector<double> values, int permille);

void print_table(const BenchResults &results);
Result<void> write_json(const BenchResults &results, const std::filesystem::path &file);

}  // namespace aftercharge::bench

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "app/sim/load_connection.h"

namespace aftercharge::sim {

struct LoadOptions {
    std::string host;
    int port = 9210;
    std::string path = "/ocpp/";
    std::vector<Credential> credentials;  // one a connection
    int connections = 1;
    std::chrono::seconds duration{10};
    // Between two reports of a charge point; 0: the next as soon as one is answered.
    std::chrono::milliseconds interval{0};
    std::chrono::seconds setup_limit{60};
    int threads = 1;
    std::int64_t power_w = 60000;
};

struct LoadReport {
    int connections = 0;  // that had a transaction when the measurement began
    double seconds = 0;
    LoadCounters counters;
    std::vector<std::uint64_t> each_second;
};

// "id,password,id_tag" a line; empty lines and those with # are skipped. Errors: input.invalid.
Result<std::vector<Credential>> parse_credentials(std::string_view text);

// Blocks. All connections first get a transaction, then the clock starts for all at once. Errors:
// input.invalid (fewer credentials than connections), network.unreachable (no connection came up).
Result<LoadReport> run_load(const LoadOptions &options);

// One line of JSON: connections, seconds, acknowledged, per_second, each_second, latency_us
// {p50, p90, p99, p999, max}, errors, refused, disconnected, remote_stops.
std::string to_json(const LoadReport &report);

}  // namespace aftercharge::sim

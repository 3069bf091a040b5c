// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/workflow/engine_figures.h"

namespace aftercharge::metrics {

struct GatewayCalls {
    std::string kind;     // "send_refund": one of a fixed few
    std::string outcome;  // "accepted", "refused", "later", "not_sent", "unknown"
    std::int64_t count = 0;
};

// What the kernel says of this process; what it does not say is left out.
struct ProcessFigures {
    std::optional<std::int64_t> resident_bytes = {};
    std::optional<std::chrono::milliseconds> cpu_time = {};
    std::optional<UtcTime> started_at = {};
};

// What a scrape tells. Without a listener there is no number of its clients, without an engine
// that ever answered none of its own: an absent figure is left out, never told as 0.
struct Figures {
    std::string version;
    std::string qt_version;
    bool engine_responsive = false;
    std::optional<EngineFigures> engine = {};  // as of its last answer
    std::optional<std::int64_t> charge_points = {};
    std::optional<std::int64_t> feed_clients = {};
    std::optional<std::int64_t> customer_clients = {};
    std::vector<GatewayCalls> gateway_calls = {};
    ProcessFigures process = {};
};

// The Prometheus text format 0.0.4 (prometheus.io, "Exposition formats"): seconds and bytes,
// counters end in _total.
constexpr const char *text_content_type = "text/plain; version=0.0.4; charset=utf-8";
std::string prometheus_text(const Figures &figures);

}  // namespace aftercharge::metrics

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "models/live/prometheus_text.h"
#include "models/workflow/gateway_tasks.h"

namespace aftercharge {

// Calls to gateways since the start, by what was asked and how it was answered. Not thread-safe.
class CallCounts {
public:
    // A task that led to no call (it is only to be asked about, or had nothing to call with)
    // counts as none.
    void add(const GatewayTask &task, const GatewayAnswer &answer);
    std::vector<metrics::GatewayCalls> list() const;

private:
    std::map<std::pair<EffectKind, std::string_view>, std::int64_t> counts_;
};

}  // namespace aftercharge

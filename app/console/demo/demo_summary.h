// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <QtCore/QString>

namespace aftercharge::demo {

struct StoryStep {
    std::string name;
    bool ok = false;
    std::string detail;  // what was seen
};

// summary.json of interfaces.md.
struct Summary {
    std::int64_t sessions = 0;
    std::int64_t fault_stops = 0;
    std::int64_t settled = 0;
    std::int64_t refunds_success = 0;
    std::int64_t tickets = 0;
    std::int64_t orphan_reports = 0;
    std::int64_t ledger_sum_minor = -1;
    std::vector<std::string> pictures;
    std::vector<StoryStep> steps;

    bool all_ok() const;
    bool save(const QString &file) const;
    void print() const;
};

}  // namespace aftercharge::demo

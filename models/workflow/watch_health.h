// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>
#include <vector>

#include "models/settlement/health.h"
#include "models/workflow/running_session.h"
#include "models/workflow/work.h"

namespace aftercharge {

// Turns findings about running sessions into tickets: one ticket an order, opened by the
// SYSTEM with the section of the curve and the figures that show it; a person decides.
class HealthWatch {
public:
    // Opens a ticket for what is new in this session's health. Findings that pass by
    // themselves without touching the bill (voltage, SOC) are shown, not ticketed.
    Result<void> look_at(Work &work, const RunningSession &session);
    void forget(const OrderNo &order_no) { told_.erase(order_no); }

private:
    std::map<OrderNo, std::set<HealthFlag>> told_;
};

}  // namespace aftercharge

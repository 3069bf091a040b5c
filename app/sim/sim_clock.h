// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>

#include "models/domain/time.h"

namespace aftercharge::sim {

// Simulated time and how long it takes in reality.
class SimClock : public Clock {
public:
    // The real wait until the simulated instant; 0 if it has passed.
    virtual Duration wall_until(UtcTime when) const = 0;
    // How much simulated time passes within `wall`.
    virtual Duration simulated_for(Duration wall) const = 0;
};

// Starts at `epoch` (none: now) when it is made and runs `speed` times as fast as reality.
// A server that is given the same epoch and speed agrees with the timestamps.
class ScaledClock final : public SimClock {
public:
    ScaledClock(std::optional<UtcTime> epoch, int speed);

    UtcTime now() const override;
    Duration wall_until(UtcTime when) const override;
    Duration simulated_for(Duration wall) const override { return wall * speed_; }

private:
    std::chrono::steady_clock::time_point started_;
    UtcTime epoch_;
    int speed_;
};

}  // namespace aftercharge::sim

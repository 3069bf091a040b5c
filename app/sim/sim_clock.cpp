// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/sim_clock.h"

#include <algorithm>

namespace aftercharge::sim {

ScaledClock::ScaledClock(std::optional<UtcTime> epoch, int speed)
    : started_(std::chrono::steady_clock::now()),
      epoch_(epoch ? *epoch : std::chrono::time_point_cast<Duration>(std::chrono::system_clock::now())),
      speed_(std::max(1, speed))
{
}

UtcTime ScaledClock::now() const
{
    const auto elapsed = std::chrono::steady_clock::now() - started_;
    return epoch_ + std::chrono::duration_cast<Duration>(elapsed * speed_);
}

Duration ScaledClock::wall_until(UtcTime when) const
{
    const Duration ahead = when - now();
    return ahead.count() <= 0 ? Duration{0} : (ahead + Duration{speed_ - 1}) / speed_;
}

}  // namespace aftercharge::sim

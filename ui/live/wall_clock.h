// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/time.h"

namespace aftercharge {

// The time of the desk's own clock; pictures and tests give another.
class WallClock final : public Clock {
public:
    UtcTime now() const override { return std::chrono::time_point_cast<Duration>(std::chrono::system_clock::now()); }
};

}  // namespace aftercharge

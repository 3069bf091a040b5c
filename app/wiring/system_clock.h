// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/time.h"

namespace aftercharge {

// The operating system's clock.
class SystemClock final : public Clock {
public:
    UtcTime now() const override { return std::chrono::floor<Duration>(std::chrono::system_clock::now()); }
};

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/time.h"

namespace aftercharge {

// A clock that stands still until it is set.
class SettableClock final : public Clock {
public:
    explicit SettableClock(UtcTime now) : now_(now) {}
    UtcTime now() const override { return now_; }
    void set(UtcTime now) { now_ = now; }
    void advance(Duration by) { now_ += by; }

private:
    UtcTime now_;
};

}  // namespace aftercharge

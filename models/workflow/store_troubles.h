// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workflow/engine_figures.h"

namespace aftercharge {

// How often the store could not be read or written, and whether that was just now.
class StoreTroubles {
public:
    // So long it is told after it was met last: the next attempt may come only with the next tick.
    static constexpr std::chrono::seconds lasts{10};

    // Any other code is passed over, see is_store_trouble.
    void note(ErrorCode code, UtcTime now)
    {
        if (!is_store_trouble(code))
            return;
        ++count_;
        last_ = code;
        last_at_ = now;
    }
    std::int64_t count() const { return count_; }
    std::optional<ErrorCode> recent(UtcTime now) const { return now - last_at_ < lasts ? last_ : std::nullopt; }

private:
    std::int64_t count_ = 0;
    std::optional<ErrorCode> last_;
    UtcTime last_at_;
};

}  // namespace aftercharge

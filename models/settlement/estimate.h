// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>

#include "models/domain/money.h"
#include "models/domain/reading.h"
#include "models/settlement/pricing.h"

namespace aftercharge {

// When the vehicle will have reached its target, from the pace of its SOC. Streaming,
// constant memory, integers only. Batteries slow down near the end: below 80 % the pace holds,
// then one point takes 2 times as long (80–90 %), 4 times (90–95 %), 8 times (95–100 %).
// The pace is taken over the last 5 points of SOC or 10 minutes, whichever comes first, and
// corrected by the factor of the zone in which it was measured.
class EndEstimator {
public:
    // Readings in order of time; those without SOC, or with flags, are passed over.
    void add(const Reading &reading);
    // Nothing while the pace is unknown, when SOC does not grow, or after a pause of more
    // than 10 minutes; the last reading's instant when the target is reached.
    std::optional<UtcTime> estimate(SocPermille target = SocPermille{1000}) const;

private:
    struct Point {
        UtcTime at;
        std::int64_t soc = 0;
    };
    std::optional<Point> from_;  // the pace runs from here …
    std::optional<Point> mid_;   // … and soon from here
    std::optional<Point> last_;
};

// What the session will cost at `at` if `power` flows from the last reading on.
Result<Money> projected_fee(const PricingFold &fold, UtcTime at, PowerW power);

// Whether a running session has to be asked to stop: its fee, together with what the next
// `margin` will add at `fee_per_minute`, reaches what the member has (frozen + available).
// Fails with money.currency_mismatch or money.overflow.
Result<bool> should_request_stop(const Money &fee, const Money &fee_per_minute, const Money &frozen_and_available,
                                 std::chrono::seconds margin);

}  // namespace aftercharge

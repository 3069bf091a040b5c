// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>

namespace aftercharge {

// How long something took, counted in fixed buckets: each holds what took at most its bound and
// more than the one before; the last holds the rest.
class DurationHistogram {
public:
    using Microseconds = std::chrono::microseconds;

    static constexpr std::array<Microseconds, 12> bounds{
        Microseconds{1'000},   Microseconds{2'500},     Microseconds{5'000},     Microseconds{10'000},
        Microseconds{25'000},  Microseconds{50'000},    Microseconds{100'000},   Microseconds{250'000},
        Microseconds{500'000}, Microseconds{1'000'000}, Microseconds{2'500'000}, Microseconds{5'000'000}};

    void add(Microseconds took)
    {
        const auto *bound = std::lower_bound(bounds.begin(), bounds.end(), took);
        ++counts_[static_cast<std::size_t>(bound - bounds.begin())];
        ++count_;
        sum_ += took;
    }

    const std::array<std::int64_t, bounds.size() + 1> &counts() const { return counts_; }
    std::int64_t count() const { return count_; }
    Microseconds sum() const { return sum_; }

private:
    std::array<std::int64_t, bounds.size() + 1> counts_{};
    std::int64_t count_ = 0;
    Microseconds sum_{};
};

}  // namespace aftercharge

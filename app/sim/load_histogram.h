// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

namespace aftercharge::sim {

// Latencies in µs in buckets of at most 1/64 relative width: constant memory, no allocation on
// the measured path.
class LoadHistogram {
public:
    void add(std::uint64_t microseconds)
    {
        ++counts_[index_of(microseconds)];
        ++total_;
        max_ = std::max(max_, microseconds);
    }

    void merge(const LoadHistogram &other)
    {
        for (std::size_t i = 0; i < counts_.size(); ++i)
            counts_[i] += other.counts_[i];
        total_ += other.total_;
        max_ = std::max(max_, other.max_);
    }

    // The smallest value that at least `permille` of the latencies do not exceed.
    std::uint64_t percentile(std::uint64_t permille) const
    {
        const std::uint64_t wanted = (total_ * permille + 999) / 1000;
        std::uint64_t seen = 0;
        for (std::size_t i = 0; i < counts_.size(); ++i) {
            seen += counts_[i];
            if (seen >= wanted && seen > 0)
                return std::min(max_, value_of(i));
        }
        return max_;
    }

    std::uint64_t max() const { return max_; }
    std::uint64_t total() const { return total_; }

private:
    static constexpr int sub_bits = 6;
    static constexpr std::uint64_t sub_count = 1U << sub_bits;

    static std::size_t index_of(std::uint64_t value)
    {
        const std::uint64_t bounded = std::min<std::uint64_t>(value, (1ULL << 32) - 1);
        if (bounded < sub_count)
            return static_cast<std::size_t>(bounded);
        const int shift = static_cast<int>(std::bit_width(bounded)) - 1 - sub_bits;
        return static_cast<std::size_t>((static_cast<std::uint64_t>(shift) + 1) * sub_count +
                                        ((bounded >> shift) - sub_count));
    }

    // The highest value of a bucket.
    static std::uint64_t value_of(std::size_t index)
    {
        if (index < sub_count)
            return index;
        const std::uint64_t shift = index / sub_count - 1;
        return ((index % sub_count + sub_count + 1) << shift) - 1;
    }

    std::array<std::uint64_t, (32 - sub_bits + 1) * sub_count> counts_{};
    std::uint64_t total_ = 0;
    std::uint64_t max_ = 0;
};

}  // namespace aftercharge::sim

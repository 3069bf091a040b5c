// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/id.h"

namespace aftercharge::sim {

// SplitMix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number generators", 2014).
// Copyable on purpose: a copy of a simulation that is run ahead sees the same future.
// Not for secrets.
class SeededRandom final : public Random {
public:
    explicit SeededRandom(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() override
    {
        state_ += 0x9e3779b97f4a7c15ULL;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }

    // Even in [0, 1).
    double unit() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }

    // A bell of mean 0 and variance 1, never beyond ±3.5: the sum of four even ones.
    double bell() { return (unit() + unit() + unit() + unit() - 2.0) * 1.7320508; }

private:
    std::uint64_t state_;
};

}  // namespace aftercharge::sim

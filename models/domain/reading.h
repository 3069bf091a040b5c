// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include "models/domain/quantity.h"
#include "models/domain/time.h"

namespace aftercharge {

// What is known against, or about, a reading. A bit mask: stored as its integer, so the
// values never change.
enum class ReadingFlag : std::uint32_t {
    Duplicate = 1U << 0,          // the same instant and content came before
    RegisterBackwards = 1U << 1,  // the register is below an accepted earlier one
    BeyondConnector = 1U << 2,    // more energy than the connector can deliver in that time, or not plausible
    ClockSuspect = 1U << 3,       // before the start, 1970, in the future, or without a zone
    Replayed = 1U << 4,           // uploaded later from the charge point's queue
    ScaleSuspect = 1U << 5,       // kWh labelled Wh, or the other way round
    AfterStop = 1U << 6,          // later than the stop of its transaction
};

class ReadingFlags {
public:
    constexpr ReadingFlags() = default;
    constexpr ReadingFlags(ReadingFlag flag) : bits_(static_cast<std::uint32_t>(flag)) {}
    static constexpr ReadingFlags from_bits(std::uint32_t bits) { return ReadingFlags(bits & all_bits); }

    constexpr std::uint32_t bits() const { return bits_; }
    constexpr bool is_empty() const { return bits_ == 0; }
    constexpr bool has(ReadingFlag flag) const { return (bits_ & static_cast<std::uint32_t>(flag)) != 0; }
    constexpr void set(ReadingFlag flag) { bits_ |= static_cast<std::uint32_t>(flag); }

    friend constexpr ReadingFlags operator|(ReadingFlags a, ReadingFlags b) { return ReadingFlags(a.bits_ | b.bits_); }
    friend constexpr bool operator==(ReadingFlags, ReadingFlags) = default;

private:
    static constexpr std::uint32_t all_bits = (1U << 7) - 1;
    constexpr explicit ReadingFlags(std::uint32_t bits) : bits_(bits) {}
    std::uint32_t bits_ = 0;
};

constexpr ReadingFlags operator|(ReadingFlag a, ReadingFlag b)
{
    return ReadingFlags(a) | ReadingFlags(b);
}

// One report of the charge point, normalised at the edge: Wh, mV, mA, W, 0.1 %. What was not
// reported is absent, never 0. Phases are summed into `power`; `voltage` is one phase's and
// `current` the sum over the phases, so that V·I is the power.
struct Reading {
    UtcTime at;
    std::optional<EnergyWh> register_wh;  // import register, not the session's energy
    std::optional<VoltageMv> voltage;
    std::optional<CurrentMa> current;
    std::optional<PowerW> power;
    std::optional<SocPermille> soc;
    ReadingFlags flags;

    // Kept as evidence, left out of the fee. Replayed alone does not exclude.
    bool excluded() const { return (flags.bits() & ~static_cast<std::uint32_t>(ReadingFlag::Replayed)) != 0; }
    // The power, else V·I (mV·mA = 10^-6 W, rounded down), else nothing. Of a plausible reading.
    std::optional<PowerW> power_or_vi() const
    {
        if (power)
            return power;
        if (voltage && current)
            return PowerW{voltage->value() * current->value() / 1'000'000};
        return std::nullopt;
    }

    friend bool operator==(const Reading &, const Reading &) = default;
};

// Within what a charge point can mean: a register of 0 to 10^15 Wh, up to 10 kV and 10 kA,
// 100 MW, a SOC of 0 to 100 %. Products of such values fit into 64 bits.
inline bool is_plausible(const Reading &reading)
{
    const auto within = [](const auto &value, std::int64_t low, std::int64_t high) {
        return !value || (value->value() >= low && value->value() <= high);
    };
    return within(reading.register_wh, 0, 1'000'000'000'000'000) && within(reading.voltage, 0, 10'000'000) &&
           within(reading.current, -10'000'000, 10'000'000) && within(reading.power, -100'000'000, 100'000'000) &&
           within(reading.soc, 0, 1000);
}

// Equal in all but the flags.
inline bool same_content(const Reading &a, const Reading &b)
{
    return a.at == b.at && a.register_wh == b.register_wh && a.voltage == b.voltage && a.current == b.current &&
           a.power == b.power && a.soc == b.soc;
}

}  // namespace aftercharge

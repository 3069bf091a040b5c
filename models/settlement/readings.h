// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "models/domain/reading.h"

// Which readings have a part in the fee. The answer is a function of the set of readings, not
// of their order of arrival:
//
// - Canonical order: by instant, then register, power, current, voltage, SOC (absent first),
//   then flags.
// - The same instant and content: the first counts, the others are Duplicate.
// - The same instant, other content: both count, in canonical order; so of two registers of
//   one instant the higher comes second, and only if the connector can have delivered it.
// - Before the start, or flagged ClockSuspect by the caller: ClockSuspect. After the stop:
//   AfterStop. With a value that is not plausible (reading.h): BeyondConnector. None of them
//   takes part in what follows.
// - In canonical order a register below the last accepted one is RegisterBackwards, one
//   further above it than the connector can deliver in between is BeyondConnector; with
//   ScaleSuspect when 1000 times, or a 1000th of, it would have fitted. What is flagged is
//   never compared with. So a register that fell for good flags all that follow: meters are
//   corrected by people.
// - A reading without a register is accepted as it is; it does not move the fee.
namespace aftercharge {

struct ConnectorLimits {
    PowerW max_power;              // 0: unknown, nothing is beyond it
    int tolerance_permille = 100;  // on max_power · Δt
    EnergyWh slack{100};           // register resolution (0.1 kWh is common)
    Duration clock_slack{5'000};   // coarse timestamps: so much longer may Δt have been
};

// The most that a register can have grown in `passed`.
EnergyWh max_growth(const ConnectorLimits &limits, Duration passed);

// Canonical order, see above.
bool reading_before(const Reading &a, const Reading &b);

enum class Verdict {
    Accepted,    // counts; give it to the fold
    Flagged,     // keep as evidence, with the flags that were set
    OutOfOrder,  // arrived late: normalise the whole set and fold anew
};

// The live path: O(1) for each reading in canonical order, with the outcome that
// normalise_readings has for the set of all that were judged.
class ReadingJudge {
public:
    ReadingJudge(const ConnectorLimits &limits, UtcTime start, EnergyWh meter_start,
                 std::optional<UtcTime> stop = std::nullopt);
    // Sets flags on `reading` unless the verdict is OutOfOrder.
    Verdict judge(Reading &reading);

private:
    bool fits(std::int64_t register_wh, Duration passed) const;
    void flag_register(Reading &reading) const;

    ConnectorLimits limits_;
    UtcTime start_;
    std::optional<UtcTime> stop_;
    UtcTime accepted_at_;  // of the last accepted register
    EnergyWh accepted_register_;
    std::optional<Reading> last_;  // in canonical order, flagged ones too
};

struct NormalisedReadings {
    std::vector<Reading> accepted;  // in canonical order, without evidence against them
    std::vector<Reading> flagged;   // in canonical order, each with its flags

    // Whether a flagged register would decide the fee: one that is neither a duplicate nor
    // after the stop, at or after the last accepted register. Then the order stays provisional.
    bool undecided() const;
};

NormalisedReadings normalise_readings(std::vector<Reading> readings, const ConnectorLimits &limits, UtcTime start,
                                      EnergyWh meter_start, std::optional<UtcTime> stop = std::nullopt);

}  // namespace aftercharge

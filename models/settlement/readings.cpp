// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settlement/readings.h"

#include <algorithm>
#include <limits>
#include <tuple>

#include "models/domain/money.h"

namespace aftercharge {
namespace {

auto content_key(const Reading &r)
{
    return std::tie(r.at, r.register_wh, r.power, r.current, r.voltage, r.soc);
}

// What the judge finds out by itself; the caller's flags stay.
constexpr ReadingFlags own_flags = ReadingFlag::Duplicate | ReadingFlag::RegisterBackwards |
                                   ReadingFlag::BeyondConnector | ReadingFlag::ScaleSuspect |
                                   ReadingFlags(ReadingFlag::AfterStop);

Reading without_own_flags(Reading reading)
{
    reading.flags = ReadingFlags::from_bits(reading.flags.bits() & ~own_flags.bits());
    return reading;
}

}  // namespace

EnergyWh max_growth(const ConnectorLimits &limits, Duration passed)
{
    if (limits.max_power.value() <= 0)
        return EnergyWh{std::numeric_limits<std::int64_t>::max() / 4};
    const Int128 milliseconds = (passed + limits.clock_slack).count();
    const Int128 watt_milliseconds = milliseconds * limits.max_power.value() * (1000 + limits.tolerance_permille) /
                                     1000;
    return EnergyWh{static_cast<std::int64_t>(watt_milliseconds / 3'600'000)} + limits.slack;
}

bool reading_before(const Reading &a, const Reading &b)
{
    if (!same_content(a, b))
        return content_key(a) < content_key(b);
    return a.flags.bits() < b.flags.bits();
}

ReadingJudge::ReadingJudge(const ConnectorLimits &limits, UtcTime start, EnergyWh meter_start,
                           std::optional<UtcTime> stop)
    : limits_(limits), start_(start), stop_(stop), accepted_at_(start), accepted_register_(meter_start)
{
}

bool ReadingJudge::fits(std::int64_t register_wh, Duration passed) const
{
    const std::int64_t low = accepted_register_.value();
    return register_wh >= low && register_wh - low <= max_growth(limits_, passed).value();
}

void ReadingJudge::flag_register(Reading &reading) const
{
    const std::int64_t value = reading.register_wh->value();
    const Duration passed = reading.at - accepted_at_;
    reading.flags.set(value < accepted_register_.value() ? ReadingFlag::RegisterBackwards
                                                         : ReadingFlag::BeyondConnector);
    constexpr std::int64_t bound = std::numeric_limits<std::int64_t>::max() / 1000;
    // A kWh that lost its decimals may be up to 999 Wh short.
    const bool kwh_as_wh = value > 0 && value < bound &&
                           (fits(value * 1000, passed) || fits(value * 1000 + 999, passed));
    const bool wh_as_kwh = value % 1000 == 0 && fits(value / 1000, passed);
    if (kwh_as_wh || wh_as_kwh)
        reading.flags.set(ReadingFlag::ScaleSuspect);
}

Verdict ReadingJudge::judge(Reading &reading)
{
    Reading judged = without_own_flags(reading);
    if (judged.at < start_)
        judged.flags.set(ReadingFlag::ClockSuspect);
    else if (stop_ && judged.at > *stop_)
        judged.flags.set(ReadingFlag::AfterStop);
    if (!is_plausible(judged))
        judged.flags.set(ReadingFlag::BeyondConnector);
    if (judged.excluded()) {
        reading = judged;
        return Verdict::Flagged;
    }
    if (last_ && content_key(judged) < content_key(*last_))
        return Verdict::OutOfOrder;
    const bool duplicate = last_ && same_content(judged, *last_);
    last_ = judged;
    if (duplicate)
        judged.flags.set(ReadingFlag::Duplicate);
    else if (judged.register_wh && !fits(judged.register_wh->value(), judged.at - accepted_at_))
        flag_register(judged);
    reading = judged;
    if (judged.excluded())
        return Verdict::Flagged;
    if (judged.register_wh) {
        accepted_at_ = judged.at;
        accepted_register_ = *judged.register_wh;
    }
    return Verdict::Accepted;
}

bool NormalisedReadings::undecided() const
{
    const auto last = std::find_if(accepted.rbegin(), accepted.rend(),
                                   [](const Reading &reading) { return reading.register_wh.has_value(); });
    return std::any_of(flagged.begin(), flagged.end(), [&](const Reading &reading) {
        const bool evidence = reading.flags.has(ReadingFlag::RegisterBackwards) ||
                              reading.flags.has(ReadingFlag::BeyondConnector);
        return evidence && (last == accepted.rend() || reading.at >= last->at);
    });
}

NormalisedReadings normalise_readings(std::vector<Reading> readings, const ConnectorLimits &limits, UtcTime start,
                                      EnergyWh meter_start, std::optional<UtcTime> stop)
{
    for (Reading &reading : readings)
        reading = without_own_flags(reading);
    std::sort(readings.begin(), readings.end(), reading_before);
    ReadingJudge judge(limits, start, meter_start, stop);
    NormalisedReadings result;
    result.accepted.reserve(readings.size());
    for (Reading &reading : readings) {
        const Verdict verdict = judge.judge(reading);
        (verdict == Verdict::Accepted ? result.accepted : result.flagged).push_back(reading);
    }
    return result;
}

}  // namespace aftercharge

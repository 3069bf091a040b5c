// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/session_meter.h"

#include <algorithm>
#include <cmath>

namespace aftercharge::sim {
namespace {

constexpr double joules_per_wh = 3600;
constexpr double fluctuation = 0.12;

}  // namespace

SessionMeter::SessionMeter(BatteryModel battery, std::vector<FaultPlan> faults, EnergyWh meter_start, UtcTime start,
                           std::uint64_t seed)
    : battery_(std::move(battery)), waiting_(std::move(faults)), start_(start), time_(start), random_(seed),
      register_j_(static_cast<double>(meter_start.value()) * joules_per_wh)
{
}

bool SessionMeter::is_active(FaultKind kind) const
{
    return std::any_of(active_.begin(), active_.end(),
                       [&](const Active &fault) { return fault.plan.kind == kind && time_ <= fault.until; });
}

void SessionMeter::inject(const FaultPlan &fault)
{
    // "To the end" is a day: no session of ours is longer.
    const std::chrono::seconds lasts{fault.parameter > 0 && fault.kind != FaultKind::FastMeter ? fault.parameter
                                                                                               : 86400};
    active_.push_back({fault, time_ + lasts});
    if (fault.kind == FaultKind::FrozenSoc)
        frozen_soc_ = battery_.state().soc;
    if (fault.kind == FaultKind::RegisterReset)
        register_j_ = 0;
}

std::optional<FaultPlan> SessionMeter::take_due()
{
    const ElectricalState state = battery_.state();
    const auto energy_wh = static_cast<std::int64_t>(state.energy_j / joules_per_wh);
    const std::int64_t seconds = std::chrono::duration_cast<std::chrono::seconds>(time_ - start_).count();
    const auto due = std::find_if(waiting_.begin(), waiting_.end(), [&](const FaultPlan &fault) {
        switch (fault.trigger) {
        case FaultTrigger::Soc:
            return state.soc.value() >= fault.value;
        case FaultTrigger::Energy:
            return energy_wh >= fault.value;
        case FaultTrigger::Time:
            return seconds >= fault.value;
        }
        return false;
    });
    if (due == waiting_.end())
        return std::nullopt;
    const FaultPlan fault = *due;
    waiting_.erase(due);
    inject(fault);
    return fault;
}

void SessionMeter::run_one_second()
{
    time_ += std::chrono::seconds(1);
    // A phantom: the contactors are open, the meter shows the last current all the same.
    if (is_active(FaultKind::Phantom))
        return;
    const double before = battery_.state().energy_j;
    battery_.advance_one_second();
    double grown = battery_.state().energy_j - before;
    for (const Active &fault : active_) {
        if (fault.plan.kind == FaultKind::FastMeter)
            grown *= static_cast<double>(fault.plan.parameter) / 1000.0;
    }
    register_j_ += grown;
    voltage_factor_ = is_active(FaultKind::VoltageFluctuation)
                          ? 1.0 + (random_.unit() < 0.5 ? -fluctuation : fluctuation) * (0.6 + 0.4 * random_.unit())
                          : 1.0;
}

std::optional<FaultPlan> SessionMeter::advance(UtcTime until, SocPermille target)
{
    while (time_ + std::chrono::seconds(1) <= until && !has_reached(target)) {
        run_one_second();
        if (std::optional<FaultPlan> fault = take_due())
            return fault;
    }
    return std::nullopt;
}

void SessionMeter::set_paused(bool paused)
{
    battery_.set_paused(paused);
}

bool SessionMeter::has_reached(SocPermille target) const
{
    return battery_.state().soc >= target || battery_.is_full();
}

MeterReading SessionMeter::reading() const
{
    const ElectricalState state = battery_.state();
    MeterReading reading{time_,       state.voltage, state.current,
                         state.power, state.soc,     EnergyWh(static_cast<std::int64_t>(register_j_ / joules_per_wh)),
                         state.phases};
    if (is_active(FaultKind::FrozenSoc))
        reading.soc = frozen_soc_;
    if (voltage_factor_ != 1.0) {
        // The power stays: the current answers the voltage.
        const double volts = static_cast<double>(state.voltage.value()) / 1000.0 * voltage_factor_;
        const double amperes = static_cast<double>(state.power.value()) / (volts * state.phases);
        reading.voltage = VoltageMv(std::llround(volts * 10.0) * 100);
        reading.current = CurrentMa(std::llround(amperes * 10.0) * 100);
        reading.power = power_of(reading.voltage, reading.current, state.phases);
    }
    return reading;
}

}  // namespace aftercharge::sim

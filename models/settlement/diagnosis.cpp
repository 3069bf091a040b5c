// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settlement/diagnosis.h"

namespace aftercharge {
namespace {

constexpr VoltageMv dc_from{300'000};

}  // namespace

void HealthMonitor::add(const Reading &reading)
{
    if (reading.excluded() || !is_plausible(reading) || (last_at_ && reading.at < *last_at_))
        return;
    last_at_ = reading.at;
    if (reading.voltage && reading.current)
        add_flow(reading);
    if (reading.register_wh)
        add_register(reading);
    if (reading.soc)
        soc_.add_soc(reading.at, *reading.soc, thresholds_);
}

void HealthMonitor::add_flow(const Reading &reading)
{
    const bool carrying = *reading.current > thresholds_.carrying;
    if (kind_ == CurrentKind::Unknown && carrying)
        kind_ = thresholds_.kind != CurrentKind::Unknown ? thresholds_.kind
                : *reading.voltage >= dc_from            ? CurrentKind::Dc
                                                         : CurrentKind::Ac;
    if (carrying)
        voltage_.add(reading.at, *reading.voltage, is_dc(), thresholds_);
    else
        voltage_.pause();

    const PowerW power{reading.voltage->value() * reading.current->value() / 1'000'000};
    if (flow_at_) {
        const std::int64_t passed = std::min(reading.at - *flow_at_, thresholds_.longest_gap).count();
        const std::int64_t change = power.value() - flow_power_.value();
        step_.expected += (power.value() + flow_power_.value()) * passed / 2;
        step_.uncertain += (change < 0 ? -change : change) * passed / 2;
        step_.flow_known = step_.flow_known && reading.at - *flow_at_ <= thresholds_.longest_gap;
    } else {
        step_.flow_known = false;
    }
    step_.carrying = step_.carrying && carrying && flow_carrying_;
    step_.highest = std::max({step_.highest, power, flow_power_});
    flow_at_ = reading.at;
    flow_power_ = power;
    flow_carrying_ = carrying;
}

void HealthMonitor::note_resolution(std::int64_t register_wh)
{
    while (resolution_ > 1 && register_wh % resolution_ != 0)
        resolution_ /= 10;
}

void HealthMonitor::add_register(const Reading &reading)
{
    note_resolution(reading.register_wh->value());
    if (last_register_) {
        step_.to = reading.at;
        step_.growth = reading.register_wh->value() - last_register_->value();
        // V and I may come in a message of their own, a sample behind.
        step_.flow_known = step_.flow_known && flow_at_ && reading.at - *flow_at_ <= thresholds_.meter_lag;
        step_.dc = is_dc();
        step_.resolution = resolution_;
        phantom_.add(step_, thresholds_);
        fast_.add(step_, thresholds_);
        soc_.add_energy(step_.growth, step_.expected);
    }
    last_register_ = reading.register_wh;
    step_ = MeterStep{};
    step_.from = reading.at;
    step_.flow_known = flow_at_.has_value();
    step_.carrying = flow_carrying_;
}

Health HealthMonitor::health() const
{
    Health health;
    const auto put = [&](HealthFlag flag, const std::optional<HealthFinding> &finding) {
        health.findings[static_cast<std::size_t>(flag)] = finding;
    };
    put(HealthFlag::Phantom, phantom_.finding());
    put(HealthFlag::MeterFast, fast_.finding());
    put(HealthFlag::SocFrozen, soc_.finding());
    put(HealthFlag::VoltageOutOfRange, voltage_.out_of_range());
    put(HealthFlag::VoltageFluctuating, voltage_.fluctuating());
    return health;
}

}  // namespace aftercharge

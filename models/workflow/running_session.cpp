// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/running_session.h"

#include <algorithm>

#include "models/workflow/order_view.h"

namespace aftercharge {
namespace {

constexpr std::chrono::seconds report_interval{15};
// Four missed reports: the charge point is silent.
constexpr std::chrono::seconds silent_after = report_interval * 4;
// A stop that was refused, or could not be passed on, is asked for again.
constexpr std::chrono::seconds ask_again_after{60};

ConnectorLimits limits_of(const OrderTariff &tariff)
{
    return ConnectorLimits{.max_power = tariff.max_power};
}

std::uint32_t bit(HealthSign sign)
{
    return static_cast<std::uint32_t>(sign);
}

HealthSign sign_of(HealthFlag flag)
{
    switch (flag) {
    case HealthFlag::Phantom:
        return HealthSign::Phantom;
    case HealthFlag::MeterFast:
        return HealthSign::MeterFast;
    case HealthFlag::SocFrozen:
        return HealthSign::SocFrozen;
    case HealthFlag::VoltageOutOfRange:
        return HealthSign::VoltageOutOfRange;
    case HealthFlag::VoltageFluctuating:
        return HealthSign::VoltageFluctuating;
    }
    return HealthSign::Phantom;
}

}  // namespace

RunningSession::RunningSession(ChargingOrder order, OrderTariff tariff, const Money &available)
    : order_(std::move(order)), tariff_(std::move(tariff)), available_(available),
      judge_(limits_of(tariff_), order_.started_at, order_.meter_start),
      fold_(tariff_.tariff, order_.started_at, order_.meter_start), fee_(Money::zero(order_.prepaid.currency())),
      received_at_(order_.started_at)
{
    latest_.at = order_.started_at;
}

void RunningSession::begin_anew()
{
    judge_ = ReadingJudge(limits_of(tariff_), order_.started_at, order_.meter_start);
    fold_ = PricingFold(tariff_.tariff, order_.started_at, order_.meter_start);
    health_ = HealthMonitor();
    estimator_ = EndEstimator();
    latest_ = Reading{};
    latest_.at = order_.started_at;
    excluded_any_ = false;
}

// An accepted reading's part in everything that is derived.
Result<void> RunningSession::count(const Reading &reading)
{
    if (auto added = fold_.add(reading); !added)
        return added;
    health_.add(reading);
    estimator_.add(reading);
    latest_.at = reading.at;
    if (reading.register_wh)
        latest_.register_wh = reading.register_wh;
    if (reading.voltage)
        latest_.voltage = reading.voltage;
    if (reading.current)
        latest_.current = reading.current;
    if (const auto power = reading.power_or_vi())
        latest_.power = power;
    if (reading.soc)
        latest_.soc = reading.soc;
    return {};
}

Result<void> RunningSession::refold()
{
    begin_anew();
    NormalisedReadings normalised = normalise_readings(readings_, limits_of(tariff_), order_.started_at,
                                                       order_.meter_start);
    // The judge walks the same way, so that the next reading is judged against this set.
    std::vector<Reading> all = readings_;
    std::sort(all.begin(), all.end(), reading_before);
    for (Reading &reading : all)
        judge_.judge(reading);
    for (const Reading &reading : normalised.accepted) {
        if (auto counted = count(reading); !counted)
            return counted;
    }
    excluded_any_ = std::any_of(normalised.flagged.begin(), normalised.flagged.end(),
                                [](const Reading &reading) { return !reading.flags.has(ReadingFlag::Duplicate); });
    return {};
}

Result<void> RunningSession::update_fee()
{
    const auto priced = fold_.priced(fold_.last_at());
    if (!priced)
        return pass_on(priced);
    fee_ = priced->total;
    energy_ = priced->energy;
    return {};
}

Result<Reading> RunningSession::add(Reading reading, UtcTime received_at)
{
    received_at_ = received_at;
    const Verdict verdict = judge_.judge(reading);
    if (readings_.size() < max_readings)
        readings_.push_back(reading);
    else
        holds_all_ = false;
    if (verdict == Verdict::OutOfOrder && !holds_all_) {
        excluded_any_ = true;
    } else if (verdict == Verdict::OutOfOrder) {
        if (auto folded = refold(); !folded)
            return pass_on(folded);
    } else if (verdict == Verdict::Accepted) {
        if (auto counted = count(reading); !counted)
            return pass_on(counted);
    } else if (!reading.flags.has(ReadingFlag::Duplicate)) {
        excluded_any_ = true;
    }
    if (auto updated = update_fee(); !updated)
        return pass_on(updated);
    return reading;
}

Result<void> RunningSession::restore(std::vector<Reading> readings, UtcTime received_at)
{
    readings_ = std::move(readings);
    received_at_ = received_at;
    if (auto folded = refold(); !folded)
        return folded;
    holds_all_ = readings_.size() <= max_readings;
    if (!holds_all_) {
        readings_.resize(max_readings);
        readings_.shrink_to_fit();
    }
    return update_fee();
}

bool RunningSession::money_runs_out() const
{
    const auto has = aftercharge::add(order_.prepaid, available_);
    // Far from the limit nothing needs to be projected.
    if (!has || fee_.minor() < has->minor() / 2)
        return false;
    if (order_.stop_requested_at && received_at_ - *order_.stop_requested_at < ask_again_after)
        return false;
    const PowerW power = latest_.power.value_or(PowerW{0});
    const auto soon = projected_fee(fold_, fold_.last_at() + report_interval * 2, power);
    return soon && soon->minor() >= has->minor();
}

std::uint32_t RunningSession::health_signs(UtcTime now) const
{
    std::uint32_t signs = 0;
    for (const auto &finding : health_.health().findings) {
        if (finding && finding->active)
            signs |= bit(sign_of(finding->flag));
    }
    if (order_.connection == Connection::Offline)
        signs |= bit(HealthSign::Offline);
    else if (now - received_at_ > silent_after)
        signs |= bit(HealthSign::Silent);
    if (fault_)
        signs |= bit(HealthSign::Fault);
    if (excluded_any_)
        signs |= bit(HealthSign::ReadingsExcluded);
    return signs;
}

SessionView RunningSession::view(UtcTime now) const
{
    SessionView view = view_of_order(order_);
    view.at = latest_.at;
    view.received_at = received_at_;
    view.voltage = latest_.voltage;
    view.current = latest_.current;
    view.power = latest_.power;
    view.soc = latest_.soc;
    view.energy = energy_;
    view.fee = fee_;
    view.estimated_end = estimator_.estimate();
    view.health = health_signs(now);
    return view;
}

SessionView RunningSession::final_view(UtcTime now) const
{
    SessionView last = view(now);
    last.fee = order_.fee;
    last.energy = order_.energy;
    last.received_at = now;
    last.estimated_end.reset();
    last.power = PowerW{0};
    last.current = CurrentMa{0};
    return last;
}

}  // namespace aftercharge

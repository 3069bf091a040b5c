// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "models/settlement/fee_settlement.h"
#include "models/settlement/pricing.h"

namespace aftercharge {
namespace {

constexpr std::int64_t uwh_in_wh = 1'000'000;
constexpr std::int64_t max_session_wh = 1'000'000'000;              // 1 GWh
constexpr Duration max_session_duration = std::chrono::days{3653};  // with these the sums fit into 128 bits
constexpr PowerW idle_power{100};
constexpr CurrentMa idle_current{500};

// Whether the reading says that nothing flows; nothing when it says nothing about it.
std::optional<bool> reports_idle(const Reading &reading)
{
    if (const auto power = reading.power_or_vi())
        return *power <= idle_power;
    if (reading.current)
        return *reading.current <= idle_current;
    return std::nullopt;
}

std::optional<PowerW> power_of_stretch(const Reading &reading, std::int64_t growth_wh, Duration lasted)
{
    if (const auto power = reading.power_or_vi())
        return power;
    if (lasted.count() == 0)
        return std::nullopt;
    return PowerW{growth_wh * 3'600'000 / lasted.count()};
}

}  // namespace

PricingFold::PricingFold(const Tariff &tariff, const ZoneOffsets &zone, UtcTime start, EnergyWh meter_start,
                         SessionActivity activity)
    : PricingFold(std::make_shared<const CompiledTariff>(tariff, zone), start, meter_start, std::move(activity))
{
}

PricingFold::PricingFold(std::shared_ptr<const CompiledTariff> tariff, UtcTime start, EnergyWh meter_start,
                         SessionActivity activity)
    : tariff_(std::move(tariff)), start_(start), meter_start_(meter_start), last_register_(meter_start),
      activity_(std::move(activity))
{
    state_.at = start;
    if (tariff_->error())
        return;
    refresh(state_);
    flat_entry_ = state_.winners[static_cast<std::size_t>(TariffDimension::Flat)];
}

Result<void> PricingFold::add(const Reading &reading)
{
    if (tariff_->error())
        return tl::unexpected(*tariff_->error());
    if (reading.excluded())
        return fail(ErrorCode::InputInvalid, "a flagged reading has no part in the fee");
    if (reading.at < state_.at)
        return fail(ErrorCode::InputInvalid, "reading out of order");
    if (!reading.register_wh)
        return {};
    if (!is_plausible(reading) || meter_start_.value() < 0)
        return fail(ErrorCode::InputInvalid, "a value beyond all measure");
    const std::int64_t growth = reading.register_wh->value() - last_register_.value();
    const std::int64_t session_wh = reading.register_wh->value() - meter_start_.value();
    if (growth < 0)
        return fail(ErrorCode::InputInvalid, "register " + std::to_string(reading.register_wh->value()) + " below " +
                                                 std::to_string(last_register_.value()));
    if (session_wh > max_session_wh || reading.at - start_ > max_session_duration)
        return fail(ErrorCode::MoneyOverflow, "session beyond 1 GWh or ten years");

    const std::optional<bool> idle = reports_idle(reading);
    const bool parking = any_reading_ && growth == 0 && idle.value_or(true);
    if (tariff_->asks_for_flow())
        set_flow(state_, power_of_stretch(reading, growth, reading.at - state_.at), reading.current);
    advance(state_, {reading.at, session_wh * uwh_in_wh, parking});
    last_register_ = *reading.register_wh;
    any_reading_ = true;
    parking_goes_on_ = idle.value_or(parking);
    return {};
}

void PricingFold::set_flow(State &state, std::optional<PowerW> power, std::optional<CurrentMa> current) const
{
    if (power)
        state.power = power;
    if (current)
        state.current = current;
    state.next_time_cut = UtcTime::min();  // the winners have to be found anew
}

bool PricingFold::suspended(UtcTime at) const
{
    return std::any_of(activity_.begin(), activity_.end(),
                       [&](const SuspendedInterval &pause) { return pause.from <= at && at < pause.to; });
}

UtcTime PricingFold::next_activity_cut(UtcTime after) const
{
    UtcTime next = UtcTime::max();
    for (const SuspendedInterval &pause : activity_) {
        for (UtcTime edge : {pause.from, pause.to}) {
            if (edge > after)
                next = std::min(next, edge);
        }
    }
    return next;
}

void PricingFold::refresh(State &state) const
{
    if (state.at < state.next_time_cut && state.energy_uwh < state.next_energy_cut)
        return;
    state.winners = tariff_->winners({start_, state.at, state.energy_uwh, state.power, state.current});
    state.next_time_cut = std::min(tariff_->next_time_cut(start_, state.at), next_activity_cut(state.at));
    state.next_energy_cut = tariff_->next_energy_cut(state.energy_uwh);
}

// The first place after the state's at which a price may change, or the end of the stretch.
PricingFold::Cut PricingFold::next_cut(const State &state, const Cut &begin, const Cut &end) const
{
    const Int128 energy = end.energy_uwh - begin.energy_uwh;
    const Int128 time = (end.at - begin.at).count();
    Cut cut = end;
    if (state.next_time_cut < end.at) {
        const Int128 passed = (state.next_time_cut - begin.at).count();
        cut = {state.next_time_cut, begin.energy_uwh + static_cast<std::int64_t>(energy * passed / time)};
    }
    if (state.next_energy_cut <= cut.energy_uwh) {
        // The first millisecond at which C(t) has reached the limit: rounded up.
        const Int128 wanted = state.next_energy_cut - begin.energy_uwh;
        const auto passed = static_cast<std::int64_t>((wanted * time + energy - 1) / energy);
        cut = {begin.at + Duration{passed}, state.next_energy_cut};
    }
    return cut;
}

void PricingFold::advance(State &state, const Stretch &stretch) const
{
    const Cut begin{state.at, state.energy_uwh};
    const Cut end{stretch.to, stretch.energy_uwh};
    while (state.at != end.at || state.energy_uwh != end.energy_uwh) {
        refresh(state);
        const Cut cut = next_cut(state, begin, end);
        accumulate(state, cut, stretch.parking || suspended(state.at));
    }
}

void PricingFold::accumulate(State &state, const Cut &to, bool parking) const
{
    const Duration lasted = to.at - state.at;
    const TariffDimension timed = parking ? TariffDimension::ParkingTime : TariffDimension::Time;
    const int energy_entry = state.winners[static_cast<std::size_t>(TariffDimension::Energy)];
    const int time_entry = state.winners[static_cast<std::size_t>(timed)];
    if (state.periods.empty() || state.periods.back().energy_entry != energy_entry ||
        state.periods.back().time_entry != time_entry)
        state.periods.push_back({state.at, to.at, energy_entry, time_entry, 0, Duration{}});
    Period &period = state.periods.back();
    period.to = to.at;
    period.energy_uwh += to.energy_uwh - state.energy_uwh;
    period.duration += lasted;
    (parking ? state.parking : state.charging) += lasted;
    state.at = to.at;
    state.energy_uwh = to.energy_uwh;
}

Result<PricedSession> PricingFold::priced(UtcTime until) const
{
    if (tariff_->error())
        return tl::unexpected(*tariff_->error());
    if (until - start_ > max_session_duration)
        return fail(ErrorCode::MoneyOverflow, "session beyond ten years");
    if (until <= state_.at)
        return FeeSettlement(*this, state_).settle();
    State state = state_;
    advance(state, {until, state.energy_uwh, parking_goes_on_});
    return FeeSettlement(*this, state).settle();
}

Result<PricedSession> price_session(const Tariff &tariff, const ZoneOffsets &zone, UtcTime start, EnergyWh meter_start,
                                    const std::vector<Reading> &readings, std::optional<UtcTime> stop,
                                    std::optional<EnergyWh> meter_stop, const SessionActivity &activity)
{
    PricingFold fold(tariff, zone, start, meter_start, activity);
    for (const Reading &reading : readings) {
        if (stop && reading.at > *stop)
            continue;
        if (auto ok = fold.add(reading); !ok)
            return tl::unexpected(ok.error());
    }
    if (stop && meter_stop) {
        Reading last;
        last.at = *stop;
        last.register_wh = meter_stop;
        if (auto ok = fold.add(last); !ok)
            return tl::unexpected(ok.error());
    }
    return fold.priced(stop.value_or(fold.last_at()));
}

}  // namespace aftercharge

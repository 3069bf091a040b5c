// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settlement/fee_settlement.h"

#include <algorithm>

#include "models/settlement/allocation.h"

namespace aftercharge {
namespace {

constexpr std::int64_t uwh_in_wh = 1'000'000;
constexpr std::int64_t no_vat = 10'000;
// Fee units, see pricing.h: the factors without the 10^4 that stands for VAT.
constexpr Int128 energy_factor = 9;
constexpr Int128 time_factor = 2500;
constexpr Int128 flat_factor = 9'000'000'000;
constexpr Int128 units_in_currency = static_cast<Int128>(flat_factor) * 1'000'000 * no_vat;  // 9·10^19

// What has to be added to reach the next multiple; 0 for a step of nothing.
std::int64_t missing_to_step(std::int64_t quantity, std::int64_t step)
{
    if (step <= 0)
        return 0;
    const std::int64_t over = quantity % step;
    return over == 0 ? 0 : step - over;
}

}  // namespace

FeeSettlement::FeeSettlement(const PricingFold &fold, const PricingFold::State &state)
    : fold_(fold), state_(state), tariff_(*fold.tariff_)
{
}

Result<PricedSession> FeeSettlement::settle()
{
    result_.from = fold_.start_;
    result_.to = state_.at;
    result_.energy = fold_.last_register_ - fold_.meter_start_;
    result_.charging = state_.charging;
    result_.parking = state_.parking;
    result_.periods.reserve(state_.periods.size());
    result_.lines.reserve(state_.periods.size() * 3 + 2);
    exact_.reserve(result_.lines.capacity());
    find_steps();
    add_flat_line();
    for (std::size_t i = 0; i < state_.periods.size(); ++i)
        add_period(static_cast<int>(i));
    apply_limits();
    if (auto ok = round(); !ok)
        return tl::unexpected(ok.error());
    return std::move(result_);
}

void FeeSettlement::find_steps()
{
    for (std::size_t i = 0; i < state_.periods.size(); ++i) {
        const PricingFold::Period &period = state_.periods[i];
        if (period.energy_entry >= 0 && period.energy_uwh > 0)
            steps_.energy_period = static_cast<int>(i);
        if (period.time_entry >= 0 && period.duration.count() > 0)
            steps_.time_period = static_cast<int>(i);
    }
    if (steps_.energy_period >= 0)
        add_energy_step();
    if (steps_.time_period >= 0)
        add_time_step();
}

void FeeSettlement::add_energy_step()
{
    std::int64_t total = 0;
    for (const PricingFold::Period &period : state_.periods)
        total += period.energy_entry >= 0 ? period.energy_uwh : 0;
    const auto &last = state_.periods[static_cast<std::size_t>(steps_.energy_period)];
    steps_.energy_added = missing_to_step(total, tariff_.entry(last.energy_entry).component.step_size * uwh_in_wh);
}

void FeeSettlement::add_time_step()
{
    const auto &last = state_.periods[static_cast<std::size_t>(steps_.time_period)];
    const PriceComponent &component = tariff_.entry(last.time_entry).component;
    Duration total{};
    for (const PricingFold::Period &period : state_.periods) {
        if (period.time_entry >= 0 && tariff_.entry(period.time_entry).component.dimension == component.dimension)
            total += period.duration;
    }
    steps_.time_added = Duration{missing_to_step(total.count(), component.step_size * 1000)};
}

void FeeSettlement::add_line(FeeLine line, Int128 base, const std::optional<VatRate> &vat)
{
    line.vat = vat;
    has_vat_ = has_vat_ || vat.has_value();
    const Int128 excl_vat = base * no_vat;
    const Int128 incl_vat = base * (no_vat + (vat ? vat->value() : 0));
    exact_.push_back(incl_vat);
    total_ += incl_vat;
    total_excl_vat_ += excl_vat;
    result_.lines.push_back(std::move(line));
}

void FeeSettlement::add_flat_line()
{
    if (fold_.flat_entry_ < 0)
        return;
    const CompiledTariff::Entry &entry = tariff_.entry(fold_.flat_entry_);
    FeeLine line;
    line.kind = FeeKind::Flat;
    line.from = line.to = fold_.start_;
    line.element = entry.element;
    line.label = tariff_.label(entry.element);
    line.unit_price = entry.component.price;
    add_line(std::move(line), entry.component.price.value() * flat_factor, entry.component.vat);
}

void FeeSettlement::add_period(int index)
{
    const PricingFold::Period &sum = state_.periods[static_cast<std::size_t>(index)];
    FeePeriod period;
    period.from = sum.from;
    period.to = sum.to;
    period.energy = EnergyMicroWh{sum.energy_uwh};
    const int deciding = sum.energy_entry >= 0 ? sum.energy_entry : sum.time_entry;
    if (deciding >= 0) {
        period.element = tariff_.entry(deciding).element;
        period.label = tariff_.label(period.element);
    }
    result_.periods.push_back(std::move(period));
    if (sum.energy_entry >= 0)
        add_energy_lines(index, tariff_.entry(sum.energy_entry));
    if (sum.time_entry >= 0)
        add_time_line(index, tariff_.entry(sum.time_entry));
}

void FeeSettlement::add_energy_lines(int index, const CompiledTariff::Entry &entry)
{
    FeePeriod &period = result_.periods.back();
    const std::int64_t added = index == steps_.energy_period ? steps_.energy_added : 0;
    const auto add = [&](FeeKind kind, UnitPrice price) {
        FeeLine line;
        line.kind = kind;
        line.from = period.from;
        line.to = period.to;
        line.period = index;
        line.element = entry.element;
        line.label = tariff_.label(entry.element);
        line.unit_price = price;
        line.energy = period.energy;
        line.energy_added = EnergyMicroWh{added};
        const Int128 quantity = period.energy.value() + added;
        add_line(std::move(line), quantity * price.value() * energy_factor, entry.component.vat);
    };
    period.electricity = entry.component.price;
    period.service = entry.component.service_price;
    if (period.energy.value() == 0)
        return;
    add(FeeKind::Electricity, entry.component.price);
    if (entry.component.service_price)
        add(FeeKind::Service, *entry.component.service_price);
}

void FeeSettlement::add_time_line(int index, const CompiledTariff::Entry &entry)
{
    FeePeriod &period = result_.periods.back();
    const bool parking = entry.component.dimension == TariffDimension::ParkingTime;
    (parking ? period.parking : period.time) = entry.component.price;
    FeeLine line;
    line.kind = parking ? FeeKind::Parking : FeeKind::Time;
    line.from = period.from;
    line.to = period.to;
    line.period = index;
    line.element = entry.element;
    line.label = tariff_.label(entry.element);
    line.unit_price = entry.component.price;
    line.duration = state_.periods[static_cast<std::size_t>(index)].duration;
    line.duration_added = index == steps_.time_period ? steps_.time_added : Duration{};
    const Int128 quantity = (line.duration + line.duration_added).count();
    if (quantity > 0)
        add_line(std::move(line), quantity * entry.component.price.value() * time_factor, entry.component.vat);
}

void FeeSettlement::apply_limits()
{
    const Int128 limit_factor = flat_factor * no_vat;
    const auto difference = [&](const PriceLimit &limit) -> Int128 {
        if (limit.incl_vat)
            return limit.incl_vat->value() * limit_factor - total_;
        return limit.excl_vat.value() * limit_factor - total_excl_vat_;
    };
    Int128 change = 0;
    UnitPrice shown;
    if (const auto &low = tariff_.tariff().min_price) {
        change = std::max(difference(*low), Int128{0});
        shown = low->incl_vat.value_or(low->excl_vat);
        total_excl_vat_ = std::max(total_excl_vat_, low->excl_vat.value() * limit_factor);
    }
    if (const auto &high = tariff_.tariff().max_price; high && change == 0) {
        change = std::min(difference(*high), Int128{0});
        shown = high->incl_vat.value_or(high->excl_vat);
        total_excl_vat_ = std::min(total_excl_vat_, high->excl_vat.value() * limit_factor);
    }
    if (change == 0)
        return;
    FeeLine line;
    line.kind = FeeKind::PriceLimit;
    line.from = result_.from;
    line.to = result_.to;
    line.unit_price = shown;
    result_.lines.push_back(std::move(line));
    exact_.push_back(change);
    total_ += change;
}

Result<void> FeeSettlement::round()
{
    const Currency currency = tariff_.tariff().currency;
    const Int128 unit = units_in_currency / currency.scale();
    const auto to_money = [&](Int128 exact) {
        return Money::from_minor(static_cast<std::int64_t>(divide_half_even(exact, unit)), currency);
    };
    const auto total = to_money(total_);
    const auto excl_vat = to_money(total_excl_vat_);
    if (!total || !excl_vat)
        return tl::unexpected(total ? excl_vat.error() : total.error());
    result_.total = *total;
    result_.exact = total_;
    if (has_vat_)
        result_.total_excl_vat = *excl_vat;
    for (FeePeriod &period : result_.periods)
        period.amount = Money::zero(currency);
    const std::vector<std::int64_t> shares = round_to_sum(exact_, unit, total->minor());
    for (std::size_t i = 0; i < shares.size(); ++i) {
        FeeLine &line = result_.lines[i];
        auto amount = Money::from_minor(shares[i], currency);
        if (!amount)
            return tl::unexpected(amount.error());
        line.amount = *amount;
        if (line.period < 0)
            continue;
        FeePeriod &period = result_.periods[static_cast<std::size_t>(line.period)];
        auto sum = aftercharge::add(period.amount, *amount);
        if (!sum)
            return tl::unexpected(sum.error());
        period.amount = *sum;
    }
    return {};
}

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/battery_model.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace aftercharge::sim {
namespace {

constexpr double ramp_seconds = 20;  // the charger raises its current, it does not jump
constexpr double nominal_phase_volts = 230;
constexpr double reference_cells = 108;  // 108 in series: a 400 V pack
constexpr double reference_ohms = 0.05;  // of a 75 kWh pack of 108 cells, charger side
constexpr double reference_wh = 75000;

// Open-circuit volts of an NMC cell by SOC, a usual textbook curve.
constexpr std::array<std::pair<double, double>, 7> cell_curve{
    {{0.0, 3.20}, {0.1, 3.45}, {0.2, 3.55}, {0.5, 3.68}, {0.7, 3.85}, {0.9, 4.06}, {1.0, 4.17}}};

double cell_volts(double soc)
{
    const double at = std::clamp(soc, 0.0, 1.0);
    for (std::size_t i = 1; i < cell_curve.size(); ++i) {
        const auto &[right, high] = cell_curve[i];
        if (at > right)
            continue;
        const auto &[left, low] = cell_curve[i - 1];
        return low + (high - low) * (at - left) / (right - left);
    }
    return cell_curve.back().second;
}

double cells_in_series(const Vehicle &vehicle)
{
    return vehicle.voltage_class == 800 ? 192 : reference_cells;
}

// Resistance grows with the square of the voltage and shrinks with the capacity.
double pack_ohms(const Vehicle &vehicle)
{
    const double scale = cells_in_series(vehicle) / reference_cells;
    return reference_ohms * scale * scale * reference_wh / static_cast<double>(vehicle.usable_battery.value());
}

// Meters show tenths of a volt and of an ampere.
std::int64_t tenths(double value)
{
    return std::llround(value * 10.0) * 100;
}

}  // namespace

PowerW power_of(VoltageMv voltage, CurrentMa current, int phases)
{
    return PowerW((voltage.value() * current.value() * phases + 500000) / 1000000);
}

BatteryModel::BatteryModel(BatteryOptions options)
    : options_(std::move(options)), random_(options_.seed),
      soc_(static_cast<double>(options_.start_soc.value()) / 1000.0)
{
    phases_ = options_.kind == ChargeKind::Dc ? 1 : options_.vehicle.ac_phases;
    options_.kind == ChargeKind::Dc ? set_dc_power(0) : set_ac_power(0);
}

double BatteryModel::wanted_power() const
{
    const Vehicle &vehicle = options_.vehicle;
    const auto station = static_cast<double>(options_.station_max.value());
    if (options_.kind == ChargeKind::Dc) {
        const double limit = std::min(curve_power(vehicle, soc_), static_cast<double>(vehicle.dc_max.value()));
        return std::min(limit, station);
    }
    // An AC charger takes its full power until shortly before the end.
    const double taper = soc_ < 0.95 ? 1.0 : std::max(0.2, (1.0 - soc_) / 0.05);
    return std::min(static_cast<double>(vehicle.ac_max.value()), station) * taper;
}

// power = V · I and V = open circuit + I · R, solved for I.
void BatteryModel::set_dc_power(double power)
{
    const double open = cell_volts(soc_) * cells_in_series(options_.vehicle);
    const double ohms = pack_ohms(options_.vehicle);
    const double amperes = (std::sqrt(open * open + 4.0 * ohms * power) - open) / (2.0 * ohms);
    current_ma_ = tenths(amperes);
    voltage_mv_ = tenths(open + amperes * ohms);
    power_w_ = power_of(VoltageMv(voltage_mv_), CurrentMa(current_ma_), 1).value();
}

void BatteryModel::set_ac_power(double power)
{
    const double volts = nominal_phase_volts * (1.0 + noise_ / 2.0);
    voltage_mv_ = tenths(volts);
    current_ma_ = tenths(power / (volts * phases_));
    power_w_ = power_of(VoltageMv(voltage_mv_), CurrentMa(current_ma_), phases_).value();
}

void BatteryModel::set_paused(bool paused)
{
    paused_ = paused;
    seconds_ = 0;
    if (paused)
        options_.kind == ChargeKind::Dc ? set_dc_power(0) : set_ac_power(0);
}

void BatteryModel::advance_one_second()
{
    if (paused_)
        return;
    ++seconds_;
    noise_ = 0.9 * noise_ + 0.0015 * random_.bell();
    const double ramp = std::min(1.0, seconds_ / ramp_seconds);
    const double power = is_full() ? 0.0 : wanted_power() * ramp * (1.0 + noise_);
    const auto before = static_cast<double>(power_w_);
    options_.kind == ChargeKind::Dc ? set_dc_power(power) : set_ac_power(power);
    const double joules = (before + static_cast<double>(power_w_)) / 2.0;
    energy_j_ += joules;
    const double capacity_j = static_cast<double>(options_.vehicle.usable_battery.value()) * 3600.0;
    soc_ = std::min(1.0, soc_ + joules * efficiency() / capacity_j);
}

ElectricalState BatteryModel::state() const
{
    return {VoltageMv(voltage_mv_),
            CurrentMa(current_ma_),
            PowerW(power_w_),
            SocPermille(std::llround(std::floor(soc_ * 1000.0))),
            energy_j_,
            phases_};
}

}  // namespace aftercharge::sim

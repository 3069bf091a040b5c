// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>

#include "app/sim/seeded_random.h"
#include "app/sim/vehicle.h"

namespace aftercharge::sim {

enum class ChargeKind { Dc, Ac };

struct BatteryOptions {
    Vehicle vehicle;
    ChargeKind kind = ChargeKind::Dc;
    SocPermille start_soc{200};
    PowerW station_max{120000};
    std::uint64_t seed = 1;
};

// What the charge point's meter sees at one instant. power = voltage · current · phases to the
// nearest W; voltage (pack for DC, phase to neutral for AC) in steps of 100 mV, current (of one
// phase) in steps of 100 mA. energy = ∫ power dt since the start.
struct ElectricalState {
    VoltageMv voltage;
    CurrentMa current;
    PowerW power;
    SocPermille soc;
    double energy_j = 0;
    int phases = 1;
};

// A battery that charges by its vehicle's curve, second by second: open-circuit voltage by SOC
// times the cells in series, plus current times internal resistance. Of the metered energy the
// share `efficiency` reaches the battery: SOC = start + energy · efficiency / capacity. The
// power carries a small drifting noise. A value type: a copy goes on with the same noise.
class BatteryModel {
public:
    static constexpr double dc_efficiency = 0.95;
    static constexpr double ac_efficiency = 0.90;

    explicit BatteryModel(BatteryOptions options);

    void advance_one_second();
    // Contactors open (true): no current until it is closed again.
    void set_paused(bool paused);

    ElectricalState state() const;
    bool is_full() const { return soc_ >= 1.0; }
    double efficiency() const { return options_.kind == ChargeKind::Dc ? dc_efficiency : ac_efficiency; }

private:
    double wanted_power() const;
    void set_dc_power(double power);
    void set_ac_power(double power);

    BatteryOptions options_;
    SeededRandom random_;
    double soc_;
    double energy_j_ = 0;
    double noise_ = 0;
    int seconds_ = 0;
    bool paused_ = false;
    std::int64_t voltage_mv_ = 0;
    std::int64_t current_ma_ = 0;
    std::int64_t power_w_ = 0;
    int phases_ = 1;
};

// V · I · phases to the nearest W.
PowerW power_of(VoltageMv voltage, CurrentMa current, int phases);

}  // namespace aftercharge::sim

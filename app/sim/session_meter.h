// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "app/sim/battery_model.h"
#include "app/sim/fault.h"
#include "models/domain/time.h"

namespace aftercharge::sim {

// One line of the charge point's meter. register_value is the connector's counter, not the
// session's energy.
struct MeterReading {
    UtcTime time;
    VoltageMv voltage;
    CurrentMa current;
    PowerW power;
    SocPermille soc;
    EnergyWh register_value;
    int phases = 1;
    friend bool operator==(const MeterReading &, const MeterReading &) = default;
};

// A battery behind a meter that may be sick. A value type: the session runs a copy ahead to
// learn when something happens, and the original only when that time has come.
class SessionMeter {
public:
    SessionMeter(BatteryModel battery, std::vector<FaultPlan> faults, EnergyWh meter_start, UtcTime start,
                 std::uint64_t seed);

    // Runs to `until` in whole seconds, but not past the second in which a fault begins (returned;
    // faults of the meter are in effect from then on) or in which `target` is reached.
    std::optional<FaultPlan> advance(UtcTime until, SocPermille target);
    // A fault that begins now.
    void inject(const FaultPlan &fault);
    void set_paused(bool paused);

    MeterReading reading() const;
    UtcTime time() const { return time_; }
    // Of the battery, whatever the meter shows.
    bool has_reached(SocPermille target) const;

private:
    struct Active {
        FaultPlan plan;
        UtcTime until;
    };

    bool is_active(FaultKind kind) const;
    std::optional<FaultPlan> take_due();
    void run_one_second();

    BatteryModel battery_;
    std::vector<FaultPlan> waiting_;
    std::vector<Active> active_;
    UtcTime start_;
    UtcTime time_;
    SeededRandom random_;
    double register_j_;
    double voltage_factor_ = 1;
    SocPermille frozen_soc_;
};

}  // namespace aftercharge::sim

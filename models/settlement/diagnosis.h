// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "models/domain/reading.h"
#include "models/settlement/health.h"
#include "models/settlement/health_detectors.h"

namespace aftercharge {

// Watches one session for what the curve alone can show, reading by reading, in constant
// memory. What is normal raises nothing: taper at high SOC, pauses of the vehicle (no
// current), cold batteries (low power), conversion loss of a meter on the AC side, registers
// that count in 10 or 100 Wh. Messages that carry only some of the measurands are put
// together. Power is V·I, never the reported one: that comes from the meter under suspicion.
class HealthMonitor {
public:
    explicit HealthMonitor(const HealthThresholds &thresholds = {}) : thresholds_(thresholds) {}

    // In order of time; readings that are excluded, not plausible or go back in time are passed over.
    void add(const Reading &reading);
    Health health() const;

private:
    void add_flow(const Reading &reading);
    void add_register(const Reading &reading);
    void note_resolution(std::int64_t register_wh);
    bool is_dc() const { return kind_ == CurrentKind::Dc; }

    HealthThresholds thresholds_;
    CurrentKind kind_ = CurrentKind::Unknown;
    std::optional<UtcTime> last_at_;
    // The last V and I, and what has flowed since the last register.
    std::optional<UtcTime> flow_at_;
    PowerW flow_power_;
    bool flow_carrying_ = false;
    MeterStep step_;
    std::optional<EnergyWh> last_register_;
    std::int64_t resolution_ = 100;  // the largest of 100, 10, 1 that divides all registers seen

    PhantomDetector phantom_;
    FastMeterDetector fast_;
    SocDetector soc_;
    VoltageDetector voltage_;
};

}  // namespace aftercharge

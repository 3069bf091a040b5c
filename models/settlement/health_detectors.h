// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "models/domain/reading.h"
#include "models/settlement/health.h"

// The parts of HealthMonitor, one a fault: constant memory, integers only. Energy within is
// in W·ms (3.6·10^6 a Wh).
namespace aftercharge {

// From one register reading to the next.
struct MeterStep {
    UtcTime from;
    UtcTime to;
    std::int64_t expected = 0;   // ∫V·I dt by trapezoids, W·ms
    std::int64_t uncertain = 0;  // Σ|ΔP|·Δt/2: no monotone course between samples is further off
    std::int64_t growth = 0;     // Wh
    PowerW highest;              // V·I
    bool flow_known = false;     // V and I at every sample, no gap
    bool carrying = false;       // current at every sample
    bool dc = false;
    std::int64_t resolution = 1;  // of the register, Wh
};

// Opens, extends and closes one finding.
class FindingKeeper {
public:
    explicit FindingKeeper(HealthFlag flag) : flag_(flag) {}
    void bad(UtcTime now, UtcTime from, EnergyWh expected, EnergyWh measured);
    void good();
    const std::optional<HealthFinding> &finding() const { return finding_; }

private:
    HealthFlag flag_;
    std::optional<HealthFinding> finding_;
};

class PhantomDetector {
public:
    void add(const MeterStep &step, const HealthThresholds &thresholds);
    const std::optional<HealthFinding> &finding() const { return keeper_.finding(); }

private:
    FindingKeeper keeper_{HealthFlag::Phantom};
    std::optional<UtcTime> from_;
    std::int64_t expected_ = 0;
};

class FastMeterDetector {
public:
    void add(const MeterStep &step, const HealthThresholds &thresholds);
    const std::optional<HealthFinding> &finding() const { return keeper_.finding(); }

private:
    bool is_fast(const MeterStep &step, const HealthThresholds &thresholds) const;

    FindingKeeper keeper_{HealthFlag::MeterFast};
    std::optional<UtcTime> from_;
    std::int64_t expected_ = 0;
    std::int64_t uncertain_ = 0;
    std::int64_t growth_ = 0;
    PowerW highest_;
};

class SocDetector {
public:
    void add_energy(std::int64_t growth_wh, std::int64_t expected);
    void add_soc(UtcTime at, SocPermille soc, const HealthThresholds &thresholds);
    const std::optional<HealthFinding> &finding() const { return keeper_.finding(); }

private:
    FindingKeeper keeper_{HealthFlag::SocFrozen};
    std::optional<SocPermille> soc_;
    UtcTime from_;
    std::int64_t growth_ = 0;    // Wh since the last change
    std::int64_t expected_ = 0;  // W·ms since the last change
    std::int64_t largest_step_ = 0;
    bool whole_step_ = false;  // the first step is seen from its middle
};

class VoltageDetector {
public:
    // Voltages under current, in order of time.
    void add(UtcTime at, VoltageMv voltage, bool dc, const HealthThresholds &thresholds);
    // No current: voltage says nothing.
    void pause();
    const std::optional<HealthFinding> &out_of_range() const { return range_.finding(); }
    const std::optional<HealthFinding> &fluctuating() const { return fluctuation_.finding(); }

private:
    void check_range(UtcTime at, VoltageMv voltage, bool dc, const HealthThresholds &thresholds);
    void check_fluctuation(UtcTime at, VoltageMv voltage, bool dc, const HealthThresholds &thresholds);

    FindingKeeper range_{HealthFlag::VoltageOutOfRange};
    FindingKeeper fluctuation_{HealthFlag::VoltageFluctuating};
    std::optional<VoltageMv> last_;
    UtcTime bad_from_;
    int bad_in_a_row_ = 0;
    UtcTime swing_from_;
    UtcTime last_jump_;
    int direction_ = 0;
    int reversals_ = 0;
};

}  // namespace aftercharge

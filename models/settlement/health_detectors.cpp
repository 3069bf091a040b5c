// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settlement/health_detectors.h"

namespace aftercharge {
namespace {

constexpr std::int64_t wms_in_wh = 3'600'000;

std::int64_t difference(const HealthFinding &finding)
{
    const std::int64_t value = finding.expected.value() - finding.measured.value();
    return value < 0 ? -value : value;
}

}  // namespace

void FindingKeeper::bad(UtcTime now, UtcTime from, EnergyWh expected, EnergyWh measured)
{
    const HealthFinding found{flag_, finding_ ? finding_->since : now, from, now, true, expected, measured};
    const bool same_section = finding_ && finding_->active && finding_->from == from;
    if (!finding_ || same_section || difference(found) >= difference(*finding_))
        finding_ = found;
    else
        finding_->active = true;
}

void FindingKeeper::good()
{
    if (finding_)
        finding_->active = false;
}

void PhantomDetector::add(const MeterStep &step, const HealthThresholds &thresholds)
{
    if (!step.flow_known || !step.carrying || step.growth != 0) {
        from_.reset();
        keeper_.good();
        return;
    }
    if (!from_) {
        from_ = step.from;
        expected_ = 0;
    }
    expected_ += step.expected;
    const std::int64_t enough = std::max(thresholds.phantom_energy.value(), step.resolution * 3 / 2);
    if (step.to - *from_ >= thresholds.phantom_time && expected_ >= enough * wms_in_wh)
        keeper_.bad(step.to, *from_, EnergyWh{expected_ / wms_in_wh}, EnergyWh{0});
}

bool FastMeterDetector::is_fast(const MeterStep &step, const HealthThresholds &thresholds) const
{
    const std::int64_t loss = step.dc ? thresholds.dc_loss_permille : thresholds.ac_loss_permille;
    const PowerW standby = step.dc ? thresholds.dc_standby : thresholds.ac_standby;
    const std::int64_t lasted = (step.to - *from_).count();
    const std::int64_t allowed = (expected_ + uncertain_) / 1000 * (1000 + loss) + standby.value() * lasted +
                                 highest_.value() * thresholds.meter_lag.count() + 2 * step.resolution * wms_in_wh;
    return lasted >= thresholds.fast_time.count() && growth_ * wms_in_wh > allowed;
}

void FastMeterDetector::add(const MeterStep &step, const HealthThresholds &thresholds)
{
    if (!step.flow_known) {
        from_.reset();
        keeper_.good();
        return;
    }
    if (!from_) {
        from_ = step.from;
        expected_ = uncertain_ = growth_ = 0;
        highest_ = PowerW{};
    }
    expected_ += step.expected;
    uncertain_ += step.uncertain;
    growth_ += step.growth;
    highest_ = std::max(highest_, step.highest);
    if (is_fast(step, thresholds)) {
        keeper_.bad(step.to, *from_, EnergyWh{expected_ / wms_in_wh}, EnergyWh{growth_});
        return;
    }
    if (step.to - *from_ >= thresholds.fast_window) {
        from_.reset();
        keeper_.good();
    }
}

void SocDetector::add_energy(std::int64_t growth_wh, std::int64_t expected)
{
    growth_ += growth_wh;
    expected_ += expected;
}

void SocDetector::add_soc(UtcTime at, SocPermille soc, const HealthThresholds &thresholds)
{
    if (!soc_ || *soc_ != soc) {
        if (whole_step_)
            largest_step_ = std::max(largest_step_, growth_);
        whole_step_ = soc_.has_value();
        soc_ = soc;
        from_ = at;
        growth_ = expected_ = 0;
        keeper_.good();
        return;
    }
    const std::int64_t enough = largest_step_ == 0
                                    ? thresholds.frozen_energy.value()
                                    : std::max(thresholds.frozen_energy_known.value(), 4 * largest_step_);
    if (soc < thresholds.frozen_below && growth_ >= enough && at - from_ >= thresholds.frozen_time)
        keeper_.bad(at, from_, EnergyWh{expected_ / wms_in_wh}, EnergyWh{growth_});
}

void VoltageDetector::add(UtcTime at, VoltageMv voltage, bool dc, const HealthThresholds &thresholds)
{
    check_range(at, voltage, dc, thresholds);
    check_fluctuation(at, voltage, dc, thresholds);
    last_ = voltage;
}

void VoltageDetector::pause()
{
    last_.reset();
    bad_in_a_row_ = 0;
    range_.good();
}

void VoltageDetector::check_range(UtcTime at, VoltageMv voltage, bool dc, const HealthThresholds &thresholds)
{
    const VoltageMv low = dc ? thresholds.dc_low : thresholds.ac_low;
    const VoltageMv high = dc ? thresholds.dc_high : thresholds.ac_high;
    if (voltage >= low && voltage <= high) {
        bad_in_a_row_ = 0;
        range_.good();
        return;
    }
    if (bad_in_a_row_++ == 0)
        bad_from_ = at;
    if (bad_in_a_row_ >= thresholds.out_of_range_readings)
        range_.bad(at, bad_from_, EnergyWh{}, EnergyWh{});
}

void VoltageDetector::check_fluctuation(UtcTime at, VoltageMv voltage, bool dc, const HealthThresholds &thresholds)
{
    if (reversals_ > 0 && at - last_jump_ > thresholds.fluctuation_window) {
        reversals_ = 0;
        direction_ = 0;
        fluctuation_.good();
    }
    if (!last_)
        return;
    const std::int64_t change = voltage.value() - last_->value();
    const std::int64_t jump = (dc ? thresholds.dc_jump_permille : thresholds.ac_jump_permille) * last_->value() / 1000;
    if (change < jump && change > -jump)
        return;
    const int direction = change > 0 ? 1 : -1;
    const bool fresh = direction_ == 0 || at - last_jump_ > thresholds.fluctuation_window;
    if (fresh) {
        swing_from_ = at;
        reversals_ = 0;
    } else if (direction != direction_) {
        ++reversals_;
    }
    direction_ = direction;
    last_jump_ = at;
    if (reversals_ >= thresholds.reversals)
        fluctuation_.bad(at, swing_from_, EnergyWh{}, EnergyWh{});
}

}  // namespace aftercharge

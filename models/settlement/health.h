// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <optional>

#include "models/domain/enum_text.h"
#include "models/domain/quantity.h"
#include "models/domain/time.h"

namespace aftercharge {

enum class HealthFlag { Phantom, MeterFast, SocFrozen, VoltageOutOfRange, VoltageFluctuating };
constexpr auto text_table(HealthFlag)
{
    return std::array{EnumText{HealthFlag::Phantom, "PHANTOM"}, EnumText{HealthFlag::MeterFast, "METER_FAST"},
                      EnumText{HealthFlag::SocFrozen, "SOC_FROZEN"},
                      EnumText{HealthFlag::VoltageOutOfRange, "VOLTAGE_OUT_OF_RANGE"},
                      EnumText{HealthFlag::VoltageFluctuating, "VOLTAGE_FLUCTUATING"}};
}
constexpr std::size_t health_flag_count = 5;

// A finding with the section of the curve that shows it. Where a session shows the same fault
// more than once, the section with the largest |expected − measured| is kept.
struct HealthFinding {
    HealthFlag flag = HealthFlag::Phantom;
    UtcTime since;  // when it was first found
    UtcTime from;   // the section
    UtcTime to;
    bool active = false;  // still so at the last reading
    EnergyWh expected;    // in the section, by V·I·t
    EnergyWh measured;    // in the section, by the register

    friend bool operator==(const HealthFinding &, const HealthFinding &) = default;
};

struct Health {
    std::array<std::optional<HealthFinding>, health_flag_count> findings;  // by HealthFlag

    bool healthy() const
    {
        return std::none_of(findings.begin(), findings.end(), [](const auto &finding) { return finding.has_value(); });
    }
    const std::optional<HealthFinding> &find(HealthFlag flag) const { return findings[static_cast<std::size_t>(flag)]; }

    friend bool operator==(const Health &, const Health &) = default;
};

enum class CurrentKind { Unknown, Ac, Dc };  // Unknown: by the first voltage under current, DC from 300 V

struct HealthThresholds {
    CurrentKind kind = CurrentKind::Unknown;
    CurrentMa carrying{2'000};                       // above it, current flows
    Duration longest_gap = std::chrono::minutes{3};  // a longer one says nothing about V·I·t

    // Phantom: so long without growth of the register while current flows, and so much of
    // V·I·t (at least 1.5 times the register's resolution, which is seen from its values).
    Duration phantom_time = std::chrono::seconds{60};
    EnergyWh phantom_energy{10};

    // MeterFast: growth beyond V·I·t (1 + loss) + standby · t + lag · power. Meters on the AC side of a
    // DC charger count the rectifier and its cooling too.
    Duration fast_time = std::chrono::minutes{2};
    Duration fast_window = std::chrono::minutes{10};
    std::int64_t ac_loss_permille = 80;
    std::int64_t dc_loss_permille = 120;
    PowerW ac_standby{100};
    PowerW dc_standby{600};
    Duration meter_lag = std::chrono::seconds{20};

    // SocFrozen: so much energy without a change of SOC, so long; below a SOC at which
    // balancing may hold it. Once steps were seen: four times the largest step.
    EnergyWh frozen_energy{8'000};
    EnergyWh frozen_energy_known{2'000};
    Duration frozen_time = std::chrono::minutes{5};
    SocPermille frozen_below{970};

    // Voltage under current, of a phase or of the DC side; so many times in a row.
    VoltageMv ac_low{195'000};
    VoltageMv ac_high{265'000};
    VoltageMv dc_low{150'000};
    VoltageMv dc_high{1'000'000};
    int out_of_range_readings = 2;

    // Fluctuating: so many changes of direction, each by a jump of so much, no two further
    // apart than the window.
    std::int64_t ac_jump_permille = 60;
    std::int64_t dc_jump_permille = 100;
    int reversals = 4;
    Duration fluctuation_window = std::chrono::minutes{5};
};

}  // namespace aftercharge

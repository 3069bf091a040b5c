// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "models/domain/enum_text.h"
#include "models/domain/error.h"

namespace aftercharge::sim {

enum class FaultKind {
    EmergencyStop,
    OverTemperature,
    Insulation,
    Unplug,
    PowerLoss,
    ConnectionLoss,
    Phantom,
    FastMeter,
    FrozenSoc,
    VoltageFluctuation,
    UnknownTransaction,
    Duplicates,
    Late,
    RegisterReset,
};

constexpr auto text_table(FaultKind)
{
    return std::array{
        EnumText{FaultKind::EmergencyStop, "emergency-stop"},
        EnumText{FaultKind::OverTemperature, "over-temperature"},
        EnumText{FaultKind::Insulation, "insulation"},
        EnumText{FaultKind::Unplug, "unplug"},
        EnumText{FaultKind::PowerLoss, "power-loss"},
        EnumText{FaultKind::ConnectionLoss, "connection-loss"},
        EnumText{FaultKind::Phantom, "phantom"},
        EnumText{FaultKind::FastMeter, "fast-meter"},
        EnumText{FaultKind::FrozenSoc, "frozen-soc"},
        EnumText{FaultKind::VoltageFluctuation, "voltage-fluctuation"},
        EnumText{FaultKind::UnknownTransaction, "unknown-transaction"},
        EnumText{FaultKind::Duplicates, "duplicates"},
        EnumText{FaultKind::Late, "late"},
        EnumText{FaultKind::RegisterReset, "register-reset"},
    };
}

// When a fault begins: value in permille of SOC, Wh delivered, or seconds since the start.
enum class FaultTrigger { Soc, Energy, Time };

// `parameter`: fast-meter: the growth of the register in permille (1300 = 1.3 times); of the
// others: how many seconds it lasts (power-loss and connection-loss: until the charge point is
// back), 0 = to the end of the session.
struct FaultPlan {
    FaultKind kind = FaultKind::EmergencyStop;
    FaultTrigger trigger = FaultTrigger::Soc;
    std::int64_t value = 0;
    std::int64_t parameter = 0;
    friend bool operator==(const FaultPlan &, const FaultPlan &) = default;
};

// KIND@WHEN[:PARAMETER]: "emergency-stop@62.5%", "fast-meter@5kWh:1.3", "connection-loss@90s:120".
// WHEN is a SOC (%), an energy (Wh, kWh) or a time (s, min). Errors: input.invalid.
Result<FaultPlan> parse_fault(std::string_view text);

// Ends the session.
bool is_stop(FaultKind kind);

}  // namespace aftercharge::sim

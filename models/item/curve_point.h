// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include "models/domain/quantity.h"
#include "models/domain/time.h"

namespace aftercharge {

// One reading as a curve shows it. What the charge point did not report is missing, not 0.
struct CurvePoint {
    UtcTime at;
    std::optional<PowerW> power;
    std::optional<VoltageMv> voltage;
    std::optional<CurrentMa> current;
    std::optional<SocPermille> soc;
    std::optional<EnergyWh> energy;         // since the start of the session
    std::optional<std::int64_t> fee_minor;  // running fee, minor units of the session's currency
    bool excluded = false;                  // kept as evidence, left out of the fee
    bool replayed = false;                  // stored by the charge point and uploaded later

    friend bool operator==(const CurvePoint &, const CurvePoint &) = default;
};

enum class CurveQuantity { Power, Voltage, Current, Soc, Energy, Fee };

// The value in the smallest unit (W, mV, mA, 0.1 %, Wh, minor units).
inline std::optional<std::int64_t> value_of(const CurvePoint &point, CurveQuantity quantity)
{
    const auto plain = [](const auto &value) -> std::optional<std::int64_t> {
        if (!value)
            return std::nullopt;
        return value->value();
    };
    switch (quantity) {
    case CurveQuantity::Power:
        return plain(point.power);
    case CurveQuantity::Voltage:
        return plain(point.voltage);
    case CurveQuantity::Current:
        return plain(point.current);
    case CurveQuantity::Soc:
        return plain(point.soc);
    case CurveQuantity::Energy:
        return plain(point.energy);
    case CurveQuantity::Fee:
        return point.fee_minor;
    }
    return std::nullopt;
}

}  // namespace aftercharge

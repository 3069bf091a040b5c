// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "models/domain/charging_order.h"
#include "models/domain/money.h"
#include "models/domain/quantity.h"
#include "models/domain/time.h"

namespace aftercharge {

// What is wrong with a session, as a set of bits; empty is healthy.
enum class HealthSign : std::uint32_t {
    Phantom = 1U << 0,    // current without energy
    MeterFast = 1U << 1,  // energy above V·I·t
    SocFrozen = 1U << 2,
    VoltageOutOfRange = 1U << 3,
    VoltageFluctuating = 1U << 4,
    Silent = 1U << 5,            // no report for four intervals
    Offline = 1U << 6,           // the connection is lost
    Fault = 1U << 7,             // the connector reported a fault
    ReadingsExcluded = 1U << 8,  // readings were kept and left out of the fee
};

constexpr auto text_table(HealthSign)
{
    return std::array{
        EnumText{HealthSign::Phantom, "PHANTOM"},
        EnumText{HealthSign::MeterFast, "METER_FAST"},
        EnumText{HealthSign::SocFrozen, "SOC_FROZEN"},
        EnumText{HealthSign::VoltageOutOfRange, "VOLTAGE_OUT_OF_RANGE"},
        EnumText{HealthSign::VoltageFluctuating, "VOLTAGE_FLUCTUATING"},
        EnumText{HealthSign::Silent, "SILENT"},
        EnumText{HealthSign::Offline, "OFFLINE"},
        EnumText{HealthSign::Fault, "FAULT"},
        EnumText{HealthSign::ReadingsExcluded, "READINGS_EXCLUDED"},
    };
}

// One session as desks and the customer see it now. `voltage` … `soc` are those of the newest
// accepted report; `fee` and `energy` of all of them.
struct SessionView {
    OrderNo order_no;
    ConnectorId connector;
    StationId station_id;
    MemberId member_id;
    OrderState state = OrderState::Charging;
    Connection connection = Connection::Online;
    UtcTime started_at;
    UtcTime at;  // of the newest report, by the charge point's clock; the start before any
    UtcTime received_at;
    std::optional<VoltageMv> voltage;
    std::optional<CurrentMa> current;
    std::optional<PowerW> power;
    std::optional<SocPermille> soc;
    EnergyWh energy{};
    EnergyWh meter_start{};
    Money fee;
    Money prepaid;
    Money owed;
    Money returned;
    std::optional<UtcTime> estimated_end;
    std::uint32_t health = 0;  // HealthSign bits
    StopReason stop_reason = StopReason::None;
    std::optional<UtcTime> stopped_at;

    bool has(HealthSign sign) const { return (health & static_cast<std::uint32_t>(sign)) != 0; }
    friend bool operator==(const SessionView &, const SessionView &) = default;
};

}  // namespace aftercharge

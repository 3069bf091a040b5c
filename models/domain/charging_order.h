// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "models/domain/actor.h"
#include "models/domain/charging_order_states.h"
#include "models/domain/id.h"
#include "models/domain/money.h"
#include "models/domain/network.h"
#include "models/domain/quantity.h"

namespace aftercharge {

enum class Connection { Online, Offline };
enum class Settlement { None, Provisional, Final };

constexpr auto text_table(Connection)
{
    return std::array{EnumText{Connection::Online, "ONLINE"}, EnumText{Connection::Offline, "OFFLINE"}};
}

constexpr auto text_table(Settlement)
{
    return std::array{EnumText{Settlement::None, "NONE"}, EnumText{Settlement::Provisional, "PROVISIONAL"},
                      EnumText{Settlement::Final, "FINAL"}};
}

// Why charging stopped: OCPP 1.6's eleven reasons, the faults that 1.6 tells only by a
// StatusNotification beside the stop, and our own.
enum class StopReason {
    None,
    Local,
    Remote,
    EvDisconnected,
    EmergencyStop,
    PowerLoss,
    Reboot,
    HardReset,
    SoftReset,
    UnlockCommand,
    DeAuthorized,
    Other,
    HighTemperature,
    GroundFailure,
    OverCurrent,
    OverVoltage,
    UnderVoltage,
    ConnectorLockFailure,
    EvCommunicationError,
    PowerMeterFailure,
    InternalError,
    BalanceUsedUp,
};

constexpr auto text_table(StopReason)
{
    return std::array{
        EnumText{StopReason::None, ""},
        EnumText{StopReason::Local, "Local"},
        EnumText{StopReason::Remote, "Remote"},
        EnumText{StopReason::EvDisconnected, "EVDisconnected"},
        EnumText{StopReason::EmergencyStop, "EmergencyStop"},
        EnumText{StopReason::PowerLoss, "PowerLoss"},
        EnumText{StopReason::Reboot, "Reboot"},
        EnumText{StopReason::HardReset, "HardReset"},
        EnumText{StopReason::SoftReset, "SoftReset"},
        EnumText{StopReason::UnlockCommand, "UnlockCommand"},
        EnumText{StopReason::DeAuthorized, "DeAuthorized"},
        EnumText{StopReason::Other, "Other"},
        EnumText{StopReason::HighTemperature, "HighTemperature"},
        EnumText{StopReason::GroundFailure, "GroundFailure"},
        EnumText{StopReason::OverCurrent, "OverCurrentFailure"},
        EnumText{StopReason::OverVoltage, "OverVoltage"},
        EnumText{StopReason::UnderVoltage, "UnderVoltage"},
        EnumText{StopReason::ConnectorLockFailure, "ConnectorLockFailure"},
        EnumText{StopReason::EvCommunicationError, "EVCommunicationError"},
        EnumText{StopReason::PowerMeterFailure, "PowerMeterFailure"},
        EnumText{StopReason::InternalError, "InternalError"},
        EnumText{StopReason::BalanceUsedUp, "BalanceUsedUp"},
    };
}

// Whether the specification's fault stop (0x01 FAULT) applies: the hardware cut off by itself.
constexpr bool is_fault(StopReason reason)
{
    switch (reason) {
    case StopReason::EvDisconnected:
    case StopReason::EmergencyStop:
    case StopReason::PowerLoss:
    case StopReason::HighTemperature:
    case StopReason::GroundFailure:
    case StopReason::OverCurrent:
    case StopReason::OverVoltage:
    case StopReason::UnderVoltage:
    case StopReason::ConnectorLockFailure:
    case StopReason::EvCommunicationError:
    case StopReason::PowerMeterFailure:
    case StopReason::InternalError:
        return true;
    default:
        return false;
    }
}

// The order of one charging session. Money: prepaid was frozen at the start; at the
// settlement fee − owed was taken, `returned` went back from the prepayment; `refunded` is
// what people paid back afterwards, never above fee − owed.
struct ChargingOrder {
    OrderNo order_no;
    ConnectorId connector;
    StationId station_id;
    MemberId member_id;
    IdTag id_tag;
    std::int64_t transaction_id = 0;  // ours, told to the charge point
    OrderState state = OrderState::Created;
    Connection connection = Connection::Online;
    std::optional<UtcTime> offline_since;
    Settlement settlement = Settlement::None;
    TariffId tariff_id;               // empty: free
    std::int64_t tariff_version = 0;  // frozen at the start
    Money prepaid;
    Money fee;
    Money owed;
    Money returned;
    Money refunded;
    EnergyWh meter_start{};
    std::optional<EnergyWh> meter_stop;
    EnergyWh energy{};
    UtcTime started_at;
    std::optional<UtcTime> stopped_at;
    StopReason stop_reason = StopReason::None;
    std::string stop_detail;  // the charge point's own words: error code, vendor code
    std::optional<UtcTime> stop_requested_at;
    std::int64_t version = 0;
    friend bool operator==(const ChargingOrder &, const ChargingOrder &) = default;
};

// order_status_log: a row for every change of state, and for what else belongs to the
// order's history (from == to then).
struct OrderLogEntry {
    OrderNo order_no;
    UtcTime at;
    OrderState from = OrderState::Created;
    OrderState to = OrderState::Created;
    std::string event;  // OrderEvent's text, or a word of its own ("STOP_REQUESTED")
    Actor actor;
    std::string note;
    friend bool operator==(const OrderLogEntry &, const OrderLogEntry &) = default;
};

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "models/domain/charging_order.h"
#include "models/domain/enum_text.h"
#include "models/domain/id.h"
#include "models/domain/quantity.h"
#include "models/domain/reading.h"
#include "models/domain/time.h"

// What charge points say and are answered, free of the protocol's version: nothing above
// gateway/chargepoint knows which OCPP spoke.
namespace aftercharge::chargepoint {

// OCPP 1.6's connector states (2.0.1's Occupied arrives as Preparing).
enum class ConnectorStatus {
    Available,
    Preparing,
    Charging,
    SuspendedEvse,
    SuspendedEv,
    Finishing,
    Reserved,
    Unavailable,
    Faulted,
};

constexpr auto text_table(ConnectorStatus)
{
    return std::array{
        EnumText{ConnectorStatus::Available, "Available"},
        EnumText{ConnectorStatus::Preparing, "Preparing"},
        EnumText{ConnectorStatus::Charging, "Charging"},
        EnumText{ConnectorStatus::SuspendedEvse, "SuspendedEVSE"},
        EnumText{ConnectorStatus::SuspendedEv, "SuspendedEV"},
        EnumText{ConnectorStatus::Finishing, "Finishing"},
        EnumText{ConnectorStatus::Reserved, "Reserved"},
        EnumText{ConnectorStatus::Unavailable, "Unavailable"},
        EnumText{ConnectorStatus::Faulted, "Faulted"},
    };
}

struct Connected {
    std::string protocol;  // "ocpp1.6"
    std::string remote_address;
};

struct Disconnected {
    std::string why;
};

struct BootReport {
    std::string vendor;
    std::string model;
    std::string firmware;
    std::string serial_number;
};

struct HeartbeatReport {};

struct AuthorizeRequest {
    std::string id_tag;
};

struct StatusReport {
    int connector_id = 0;
    ConnectorStatus status = ConnectorStatus::Available;
    StopReason fault = StopReason::None;  // the errorCode as a stop reason, None for NoError
    std::string error_code;               // as sent
    std::string vendor_error_code;
    std::string info;
    std::optional<UtcTime> at;
};

struct StartRequest {
    int connector_id = 0;
    std::string id_tag;
    EnergyWh meter_start{};
    UtcTime at;
    // The charge point's clock is not believed: `at` is when the message came, another when it comes again.
    bool is_clock_unset = false;
};

struct MeterReport {
    int connector_id = 0;
    std::optional<std::int64_t> transaction_id;
    std::vector<Reading> readings;
};

struct StopRequest {
    std::int64_t transaction_id = 0;
    std::string id_tag;  // may be empty
    std::optional<EnergyWh> meter_stop;
    UtcTime at;
    StopReason reason = StopReason::Local;
    std::vector<Reading> readings;  // transactionData
};

struct DataTransferReport {
    std::string vendor_id;
    std::string message_id;
    std::string data;
};

// A frame that could not be read as what it claims to be; it was already answered as the
// protocol demands and is passed on to be kept.
struct MalformedReport {
    std::string action;
    std::string why;
};

using Body = std::variant<Connected, Disconnected, BootReport, HeartbeatReport, AuthorizeRequest, StatusReport,
                          StartRequest, MeterReport, StopRequest, DataTransferReport, MalformedReport>;

// Where an answer goes: the socket that asked and the message's id there.
struct ReplyTo {
    std::uint64_t connection = 0;
    std::string message_id;
};

struct Inbound {
    ChargePointId charge_point_id;
    ReplyTo reply_to;
    UtcTime received_at;
    Body body;
    std::vector<std::string> suspicions;  // "timestamp without zone", "fractional Wh", …
    std::string raw;                      // the frame
};

enum class TagStatus { Accepted, Blocked, Expired, Invalid, ConcurrentTx };

struct BootAnswer {
    UtcTime now;
    int heartbeat_interval_s = 300;
};
struct HeartbeatAnswer {
    UtcTime now;
};
struct AuthorizeAnswer {
    TagStatus status = TagStatus::Invalid;
};
struct StartAnswer {
    std::int64_t transaction_id = 0;
    TagStatus status = TagStatus::Invalid;
};
struct StopAnswer {};
struct MeterAnswer {};
struct StatusAnswer {};
struct DataTransferAnswer {
    bool known_vendor = false;
};
// The request could not be stored: the charge point is to send it again (CALLERROR InternalError).
struct TryAgainAnswer {
    std::string why;
};

struct Answer {
    ReplyTo to;
    std::variant<BootAnswer, HeartbeatAnswer, AuthorizeAnswer, StartAnswer, StopAnswer, MeterAnswer, StatusAnswer,
                 DataTransferAnswer, TryAgainAnswer>
        body;
};

struct RemoteStop {
    std::int64_t transaction_id = 0;
};
struct RemoteStart {
    int connector_id = 0;
    std::string id_tag;
};
struct UnlockConnector {
    int connector_id = 0;
};
struct Reset {
    bool hard = false;
};
struct ChangeConfiguration {
    std::string key;
    std::string value;
};

using Command = std::variant<RemoteStop, RemoteStart, UnlockConnector, Reset, ChangeConfiguration>;

}  // namespace aftercharge::chargepoint

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/ocpp16/decode_status.h"

#include <array>
#include <utility>

#include "models/gateway/ocpp16/decode_time.h"
#include "models/gateway/ocpp16/fields.h"

namespace aftercharge::ocpp16 {
namespace {

constexpr std::array<std::pair<std::string_view, StopReason>, 16> faults{{
    {"NoError", StopReason::None},
    {"ConnectorLockFailure", StopReason::ConnectorLockFailure},
    {"EVCommunicationError", StopReason::EvCommunicationError},
    {"GroundFailure", StopReason::GroundFailure},
    {"HighTemperature", StopReason::HighTemperature},
    {"InternalError", StopReason::InternalError},
    {"LocalListConflict", StopReason::Other},
    {"OtherError", StopReason::Other},
    {"OverCurrentFailure", StopReason::OverCurrent},
    {"OverVoltage", StopReason::OverVoltage},
    {"PowerMeterFailure", StopReason::PowerMeterFailure},
    {"PowerSwitchFailure", StopReason::InternalError},  // the contactor: the hardware itself
    {"ReaderFailure", StopReason::Other},
    {"ResetFailure", StopReason::Other},
    {"UnderVoltage", StopReason::UnderVoltage},
    {"WeakSignal", StopReason::Other},
}};

const std::pair<std::string_view, StopReason> *find_fault(std::string_view error_code)
{
    for (const auto &entry : faults) {
        if (entry.first == error_code)
            return &entry;
    }
    return nullptr;
}

}  // namespace

StopReason fault_of(std::string_view error_code)
{
    const auto *entry = find_fault(error_code);
    return entry ? entry->second : StopReason::Other;
}

Understood<chargepoint::Body> decode_status(JsonValue payload, UtcTime received_at, Suspicions &suspicions)
{
    Fields fields(payload, suspicions);
    fields.expect_only({"connectorId", "errorCode", "info", "status", "timestamp", "vendorId", "vendorErrorCode"});
    const auto connector = fields.connector("connectorId", Need::Required);
    if (!connector)
        return fields.refuse("connectorId");
    const auto word = fields.text("status", 0, Need::Required);
    const auto status = word ? from_text<chargepoint::ConnectorStatus>(*word) : std::nullopt;
    if (!status)
        return fields.refuse("status");
    chargepoint::StatusReport report;
    report.connector_id = *connector;
    report.status = *status;
    report.error_code = fields.text("errorCode", 0, Need::Required).value_or("NoError");
    report.fault = fault_of(report.error_code);
    if (!find_fault(report.error_code))
        suspicions.add("unknown errorCode " + excerpt(report.error_code));
    report.vendor_error_code = fields.text("vendorErrorCode", 50, Need::Optional).value_or(std::string());
    report.info = fields.text("info", 50, Need::Optional).value_or(std::string());
    if (const JsonValue at = payload.member("timestamp"); at.exists() && !at.is(JsonKind::Null))
        report.at = believed_time(decode_time(at, "timestamp", received_at, suspicions), received_at);
    return report;
}

}  // namespace aftercharge::ocpp16

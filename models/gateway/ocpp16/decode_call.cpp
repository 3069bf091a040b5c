// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/ocpp16/decode_call.h"

#include <algorithm>
#include <array>

#include "models/gateway/ocpp16/decode_status.h"
#include "models/gateway/ocpp16/decode_transactions.h"
#include "models/gateway/ocpp16/fields.h"

namespace aftercharge::ocpp16 {
namespace {

using chargepoint::Body;

// Known to 1.6 (or its security extension) and not taken from a charge point: either we never
// ask for what they report, or they are ours to send.
constexpr std::array<std::string_view, 31> not_supported{
    "DiagnosticsStatusNotification",
    "FirmwareStatusNotification",
    "LogStatusNotification",
    "SecurityEventNotification",
    "SignCertificate",
    "SignedFirmwareStatusNotification",
    "CancelReservation",
    "ChangeAvailability",
    "ChangeConfiguration",
    "ClearCache",
    "ClearChargingProfile",
    "GetCompositeSchedule",
    "GetConfiguration",
    "GetDiagnostics",
    "GetLocalListVersion",
    "RemoteStartTransaction",
    "RemoteStopTransaction",
    "ReserveNow",
    "Reset",
    "SendLocalList",
    "SetChargingProfile",
    "TriggerMessage",
    "UnlockConnector",
    "UpdateFirmware",
    "CertificateSigned",
    "DeleteCertificate",
    "ExtendedTriggerMessage",
    "GetInstalledCertificateIds",
    "GetLog",
    "InstallCertificate",
    "SignedUpdateFirmware",
};

Understood<Body> decode_boot(JsonValue payload, UtcTime, Suspicions &suspicions)
{
    Fields fields(payload, suspicions);
    fields.expect_only({"chargePointVendor", "chargePointModel", "chargePointSerialNumber", "chargeBoxSerialNumber",
                        "firmwareVersion", "iccid", "imsi", "meterSerialNumber", "meterType"});
    chargepoint::BootReport boot;
    boot.vendor = fields.text("chargePointVendor", 20, Need::Required).value_or(std::string());
    boot.model = fields.text("chargePointModel", 20, Need::Required).value_or(std::string());
    boot.firmware = fields.text("firmwareVersion", 50, Need::Optional).value_or(std::string());
    const auto serial = fields.text("chargePointSerialNumber", 25, Need::Optional);
    const auto box_serial = fields.text("chargeBoxSerialNumber", 25, Need::Optional);
    boot.serial_number = serial ? *serial : box_serial.value_or(std::string());
    return boot;
}

Understood<Body> decode_heartbeat(JsonValue payload, UtcTime, Suspicions &suspicions)
{
    Fields(payload, suspicions).expect_only({});
    return chargepoint::HeartbeatReport{};
}

Understood<Body> decode_authorize(JsonValue payload, UtcTime, Suspicions &suspicions)
{
    Fields fields(payload, suspicions);
    fields.expect_only({"idTag"});
    const auto id_tag = fields.text("idTag", 20, Need::Required);
    if (!id_tag)
        return fields.refuse("idTag");
    return chargepoint::AuthorizeRequest{*id_tag};
}

Understood<Body> decode_data_transfer(JsonValue payload, UtcTime, Suspicions &suspicions)
{
    Fields fields(payload, suspicions);
    fields.expect_only({"vendorId", "messageId", "data"});
    const auto vendor_id = fields.text("vendorId", 255, Need::Required);
    if (!vendor_id)
        return fields.refuse("vendorId");
    chargepoint::DataTransferReport report;
    report.vendor_id = *vendor_id;
    report.message_id = fields.text("messageId", 50, Need::Optional).value_or(std::string());
    report.data = payload.member("data").text();  // vendors put whole objects here
    return report;
}

Understood<Body> decode_stop_body(JsonValue payload, UtcTime received_at, Suspicions &suspicions)
{
    return decode_stop(payload, received_at, suspicions);
}

struct Decoder {
    std::string_view action;
    Understood<Body> (*decode)(JsonValue, UtcTime, Suspicions &);
    bool empty_payload;  // nothing is required in it
};

constexpr std::array decoders{
    Decoder{"MeterValues", decode_meter, false},         Decoder{"Heartbeat", decode_heartbeat, true},
    Decoder{"StatusNotification", decode_status, false}, Decoder{"StartTransaction", decode_start, false},
    Decoder{"StopTransaction", decode_stop_body, true},  Decoder{"Authorize", decode_authorize, false},
    Decoder{"BootNotification", decode_boot, false},     Decoder{"DataTransfer", decode_data_transfer, false},
};

}  // namespace

Understood<Body> decode_call(std::string_view action, JsonValue payload, UtcTime received_at, Suspicions &suspicions)
{
    const auto decoder = std::find_if(decoders.begin(), decoders.end(),
                                      [&](const Decoder &d) { return d.action == action; });
    if (decoder == decoders.end()) {
        const bool known = std::find(not_supported.begin(), not_supported.end(), action) != not_supported.end();
        return violation(known ? ErrorWord::NotSupported : ErrorWord::NotImplemented,
                         std::string(known ? "not taken from a charge point" : "unknown action"));
    }
    if (!payload.is(JsonKind::Object) && !decoder->empty_payload)
        return violation(ErrorWord::FormationViolation, "the payload is not an object");
    return decoder->decode(payload, received_at, suspicions);
}

}  // namespace aftercharge::ocpp16

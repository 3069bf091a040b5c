// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/ocpp16/decode_transactions.h"

#include <limits>

#include "models/gateway/ocpp16/decode_meter_values.h"
#include "models/gateway/ocpp16/decode_time.h"
#include "models/gateway/ocpp16/fields.h"

namespace aftercharge::ocpp16 {
namespace {

constexpr std::size_t max_id_tag = 20;

// Ours are random, positive and have 31 bits; −1, 0 and 2^63−1 are seen in the field.
std::optional<std::int64_t> transaction_id(Fields &fields, Need need)
{
    const auto id = fields.integer("transactionId", need);
    if (id && (*id <= 0 || *id > std::numeric_limits<std::int32_t>::max()))
        fields.suspicions().add("transactionId " + std::to_string(*id));
    return id;
}

std::optional<StopReason> ocpp_reason(std::string_view text)
{
    const auto reason = from_text<StopReason>(text);
    return reason && *reason > StopReason::None && *reason <= StopReason::Other ? reason : std::nullopt;
}

StopReason stop_reason(Fields &fields)
{
    const auto text = fields.text("reason", 0, Need::Optional);
    if (!text)
        return StopReason::Local;
    if (const auto reason = ocpp_reason(*text))
        return *reason;
    fields.suspicions().add("unknown reason " + excerpt(*text));
    return StopReason::Other;
}

}  // namespace

Understood<chargepoint::Body> decode_start(JsonValue payload, UtcTime received_at, Suspicions &suspicions)
{
    Fields fields(payload, suspicions);
    fields.expect_only({"connectorId", "idTag", "meterStart", "reservationId", "timestamp"});
    chargepoint::StartRequest start;
    const auto connector = fields.connector("connectorId", Need::Required);
    if (!connector || *connector == 0)
        return fields.refuse("connectorId");
    const auto id_tag = fields.text("idTag", max_id_tag, Need::Required);
    if (!id_tag)
        return fields.refuse("idTag");
    const auto meter_start = fields.energy("meterStart", Need::Required);
    if (!meter_start)
        return fields.refuse("meterStart");
    start.connector_id = *connector;
    start.id_tag = *id_tag;
    start.meter_start = *meter_start;
    const ReportedTime time = decode_time(payload.member("timestamp"), "timestamp", received_at, suspicions);
    start.at = believed_time(time, received_at);
    start.is_clock_unset = !time.is_believed || start.at == received_at;
    return start;
}

Understood<chargepoint::Body> decode_meter(JsonValue payload, UtcTime received_at, Suspicions &suspicions)
{
    Fields fields(payload, suspicions);
    fields.expect_only({"connectorId", "transactionId", "meterValue"});
    chargepoint::MeterReport report;
    report.transaction_id = transaction_id(fields, Need::Optional);
    const auto connector = fields.connector("connectorId", Need::Required);
    if (!connector && !report.transaction_id)
        return fields.refuse("connectorId");
    report.connector_id = connector.value_or(0);
    const JsonValue values = fields.array("meterValue", Need::Required);
    if (!values.exists())
        return fields.refuse("meterValue");
    report.readings = decode_meter_values(values, received_at, suspicions);
    return report;
}

chargepoint::StopRequest decode_stop(JsonValue payload, UtcTime received_at, Suspicions &suspicions)
{
    if (!payload.is(JsonKind::Object))
        suspicions.add("payload is not an object");
    Fields fields(payload, suspicions);
    fields.expect_only({"idTag", "meterStop", "timestamp", "transactionId", "reason", "transactionData"});
    chargepoint::StopRequest stop;
    stop.transaction_id = transaction_id(fields, Need::Required).value_or(0);
    stop.id_tag = fields.text("idTag", max_id_tag, Need::Optional).value_or(std::string());
    stop.meter_stop = fields.energy("meterStop", Need::Required);
    stop.at = believed_time(decode_time(payload.member("timestamp"), "timestamp", received_at, suspicions),
                            received_at);
    stop.reason = stop_reason(fields);
    stop.readings = decode_meter_values(fields.array("transactionData", Need::Optional), received_at, suspicions);
    return stop;
}

}  // namespace aftercharge::ocpp16

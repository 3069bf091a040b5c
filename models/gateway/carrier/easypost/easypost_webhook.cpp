// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/carrier/easypost/easypost_webhook.h"

#include <QtCore/QJsonDocument>

#include "models/gateway/carrier/easypost/easypost_answers.h"
#include "models/gateway/carrier/easypost/easypost_claims.h"
#include "models/gateway/carrier/easypost/easypost_json.h"
#include "models/gateway/payment/signature.h"

namespace aftercharge::carrier {
namespace {

constexpr std::string_view scheme = "hmac-sha256-hex=";

QLatin1String key(const char *name)
{
    return QLatin1String(name);
}

void read_tracker(const QJsonObject &tracker, CarrierNews &news)
{
    news.tracking_no = text_of(tracker, key("tracking_code"));
    news.ext_external_id = text_of(tracker, key("shipment_id"));
    news.track = track_of(tracker);
}

void read_refund(const QJsonObject &refund, CarrierNews &news)
{
    news.tracking_no = text_of(refund, key("tracking_code"));
    news.ext_external_id = text_of(refund, key("shipment_id"));
    news.label = label_refund_of(text_of(refund, key("status")));
}

void read_claim(const QJsonObject &claim, Currency currency, CarrierNews &news)
{
    news.claim_external_id = text_of(claim, key("id"));
    news.tracking_no = text_of(claim, key("tracking_code"));
    news.claim = claim_of(claim, currency);
}

bool read_message(const QJsonObject &message, CarrierNews &news)
{
    news.claim_external_id = text_of(message, key("claim_id"));
    news.claim = claim_message_of(message);
    return news.claim.has_value();
}

// By what it is about, not by its name: that was "claims.updated" before it was "claim.updated".
bool read_result(const QJsonObject &result, Currency currency, CarrierNews &news)
{
    const std::string object = text_of(result, key("object"));
    if (object == "Tracker")
        read_tracker(result, news);
    else if (object == "Refund")
        read_refund(result, news);
    else if (object == "Claim")
        read_claim(result, currency, news);
    else
        return object == "ClaimMessage" && read_message(result, news);
    return true;
}

}  // namespace

Result<void> verify_easypost_webhook(const payment::WebhookCall &call, std::string_view secret)
{
    const QByteArray normal = to_qstring(secret).normalized(QString::NormalizationForm_KD).toUtf8();
    for (const auto &[name, value] : call.headers) {
        if (name != "x-hmac-signature" || secret.empty() || !value.starts_with(scheme))
            continue;
        const std::string made = payment::to_hex(payment::hmac_sha256(normal.toStdString(), call.body));
        if (payment::equal_in_constant_time(made, std::string_view(value).substr(scheme.size())))
            return {};
    }
    return fail(ErrorCode::WebhookSignatureInvalid, "x-hmac-signature");
}

Result<std::optional<CarrierNews>> read_easypost_event(std::string_view body, Currency currency)
{
    const QByteArray bytes = QByteArray::fromRawData(body.data(), static_cast<qsizetype>(body.size()));
    const QJsonObject event = QJsonDocument::fromJson(bytes).object();
    CarrierNews news;
    news.event_id = text_of(event, key("id"));
    if (news.event_id.empty() || news.event_id.size() > 200)
        return fail(ErrorCode::WebhookInvalid, "not an Event");
    if (!read_result(event.value(key("result")).toObject(), currency, news))
        return std::optional<CarrierNews>();
    return news;
}

}  // namespace aftercharge::carrier

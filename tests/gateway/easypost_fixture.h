// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <string>

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include "models/gateway/carrier/easypost/easypost_gateway.h"
#include "tests/support/fake_http_client.h"

namespace aftercharge::carrier {

inline const Currency usd = *Currency::from_code("USD");

inline Money dollars(const char *text)
{
    return *Money::from_text(text, usd);
}

inline EasypostOptions options()
{
    EasypostOptions options;
    options.base_url = "https://api.example";
    options.api_key = "EZTK-secret";
    options.webhook_secret = "sécret-ﬁ";
    options.currency = usd;
    options.contact_email = "claims@shop.example";
    options.from = {.name = "Shop",
                    .street1 = "1 Main St",
                    .street2 = {},
                    .city = "Austin",
                    .state = "TX",
                    .zip = "78701",
                    .country = "US",
                    .phone = "5125550100",
                    .email = {}};
    options.parcel_weight_oz = "15.4";
    return options;
}

inline ClaimCall claim_call()
{
    ClaimCall call;
    call.claim_no = *ClaimNo::from_text("K20261124-0001");
    call.type = ClaimType::Damage;
    call.tracking_no = "TRACK-1";
    call.amount = dollars("80.5");
    call.description = "The lamp \"Nova\" is broken";
    call.evidence = {{.name = "photo.jpg", .media_type = "image/jpeg", .bytes = "JPG"},
                     {.name = "invoice-17.png", .media_type = "image/png", .bytes = "PNG"},
                     {.name = "mail.txt", .media_type = "text/plain", .bytes = "Hello"}};
    call.external_id = "clm_1";
    call.opened_at = *parse_iso8601("2026-11-24T10:00:00Z");
    return call;
}

inline QJsonObject json_of(const http::Request &request)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(request.body)).object();
}

// JSON written with single quotes. (moc loses its way in a raw string that ends with a quote.)
inline std::string json(std::string text)
{
    std::replace(text.begin(), text.end(), '\'', '"');
    return text;
}

// Answers in the shapes of the recorded ones, with what the adapter does not read left out.
inline std::string rate(const std::string &id, const std::string &price, const std::string &currency = "USD")
{
    return json("{'id':'") + id + json("','object':'Rate','service':'Priority','carrier':'USPS','rate':'") + price +
           json("','currency':'") + currency + json("','delivery_days':2}");
}

inline std::string shipment(const std::string &id, const std::string &reference, const std::string &tracking = {},
                            const std::string &refund_status = {}, const std::string &rates = {})
{
    const auto text_or_null = [](const std::string &text) {
        return text.empty() ? std::string("null") : "\"" + text + "\"";
    };
    const std::string label = tracking.empty() ? "null"
                                               : json("{'object':'PostageLabel','label_url':'https://labels.example/") +
                                                     id + json(".png'}");
    return json("{'id':'") + id + json("','object':'Shipment','mode':'test','reference':") + text_or_null(reference) +
           json(",'tracking_code':") + text_or_null(tracking) + json(",'insurance':") +
           (tracking.empty() ? std::string("null") : json("'100.00'")) + json(",'postage_label':") + label +
           json(",'refund_status':") + text_or_null(refund_status) + json(",'messages':[],'rates':[") + rates + "]}";
}

inline std::string claim(const std::string &id, const std::string &status, const std::string &detail,
                         const std::string &approved = {}, const std::string &created = "2026-11-24T10:00:05Z",
                         const std::string &reference = {}, const std::string &tracking = "TRACK-1")
{
    const auto text_or_null = [](const std::string &text) {
        return text.empty() ? std::string("null") : "\"" + text + "\"";
    };
    return json("{'approved_amount':") + text_or_null(approved) + json(",'attachments':[],'created_at':'") + created +
           json("','id':'") + id + json("','insurance_amount':'100.00','object':'Claim','reference':") +
           text_or_null(reference) + json(",'requested_amount':'100.00','status':'") + status +
           json("','status_detail':'") + detail +
           json("','status_timestamp':'2026-11-24T11:00:00Z','tracking_code':'") + tracking +
           json("','type':'damage'}");
}

inline std::string error(const std::string &code, const std::string &message, const std::string &errors = {})
{
    return json("{'error':{'code':'") + code + json("','message':'") + message + json("','errors':[") + errors + "]}}";
}

}  // namespace aftercharge::carrier

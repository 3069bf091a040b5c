// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/gateway/payment/signature.h"
#include "models/gateway/payment/stripe/stripe_gateway.h"
#include "tests/support/fake_http_client.h"

namespace aftercharge::stripe_test {

using namespace payment;
using namespace test;

inline constexpr auto api_key = "sk_test_51Secret0000key";
inline constexpr auto webhook_secret = "whsec_Secret0000hook";
inline const UtcTime now{std::chrono::seconds{1'795'514'400}};

inline StripeOptions options()
{
    StripeOptions options;
    options.base_url = "https://api.stripe.example/";
    options.api_key = api_key;
    options.webhook_secret = webhook_secret;
    return options;
}

inline RefundCall call(const char *payment = "ch_3Mm", std::int64_t minor = 1250)
{
    RefundCall call;
    call.refund_no = RefundNo::from_text("R20261124-0001").value();
    call.payment_external_id = payment;
    call.amount = Money::from_minor(minor, Currency::from_code("USD").value()).value();
    call.paid = Money::from_minor(5000, Currency::from_code("USD").value()).value();
    call.created_at = now;
    return call;
}

inline std::string refund_json(const std::string &status, const std::string &refund_no = "R20261124-0001",
                               const std::string &id = "re_1", int amount = 1250)
{
    return R"({"id":")" + id + R"(","object":"refund","amount":)" + std::to_string(amount) +
           R"(,"balance_transaction":null,"charge":"ch_3Mm","created":1795514400,"currency":"usd",)" +
           R"("destination_details":{"card":{"reference_status":"pending","type":"refund"},"type":"card"},)" +
           R"("metadata":{)" + (refund_no.empty() ? "" : R"("refund_no":")" + refund_no + R"(")") +
           R"(},"payment_intent":null,"reason":null,"status":")" + status + R"("})";
}

inline std::string error_json(const std::string &type, const std::string &code, const std::string &message = "No.")
{
    return R"({"error":{"type":")" + type + R"(",)" + (code.empty() ? "" : R"("code":")" + code + R"(",)") +
           R"("message":")" + message + R"("}})";
}

inline std::string list_json(const std::vector<std::string> &refunds, bool more)
{
    std::string data;
    for (const std::string &refund : refunds)
        data += (data.empty() ? "" : ",") + refund;
    return R"({"object":"list","data":[)" + data + R"(],"has_more":)" + (more ? "true" : "false") +
           R"(,"url":"/v1/refunds"})";
}

inline std::string event_json(const std::string &type, const std::string &object)
{
    return R"({"id":"evt_1","object":"event","api_version":"2024-10-28.acacia","type":")" + type +
           R"(","data":{"object":)" + object + "}}";
}

inline std::string v1(const std::string &time, const std::string &body, const char *secret = webhook_secret)
{
    return to_hex(hmac_sha256(secret, time + "." + body));
}

inline WebhookCall webhook(const std::string &body, const std::string &time = "1795514400",
                           const char *secret = webhook_secret)
{
    return {{{"content-type", "application/json"}, {"stripe-signature", "t=" + time + ",v1=" + v1(time, body, secret)}},
            body};
}

inline bool has(const std::string &text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

// One gateway with its scripted other end.
struct Rig {
    FakeHttpClient http;
    StripeGateway gateway{options(), http};
    RefundAnswer sent(http::Answer answer)
    {
        http.answers = {std::move(answer)};
        return gateway.send_refund(call());
    }
};

}  // namespace aftercharge::stripe_test

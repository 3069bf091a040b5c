// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/payment/wechatpay/wechatpay_signature.h"

#include <algorithm>
#include <array>

#include "models/gateway/payment/signed_message.h"
#include "models/gateway/payment/url_text.h"

namespace aftercharge::payment::wechatpay {
namespace {

constexpr auto scheme = "WECHATPAY2-SHA256-RSA2048";
constexpr std::size_t max_value = 4096;

std::string lines(std::initializer_list<std::string_view> parts)
{
    std::string text;
    for (std::string_view part : parts)
        text.append(part).append(1, '\n');
    return text;
}

std::string_view method_text(http::Method method)
{
    switch (method) {
    case http::Method::Post:
        return "POST";
    case http::Method::Put:
        return "PUT";
    default:
        return "GET";
    }
}

}  // namespace

std::string request_message(std::string_view method, std::string_view path_and_query, std::string_view timestamp,
                            std::string_view nonce, std::string_view body)
{
    return lines({method, path_and_query, timestamp, nonce, body});
}

std::string answer_message(std::string_view timestamp, std::string_view nonce, std::string_view body)
{
    return lines({timestamp, nonce, body});
}

Result<http::Request> with_signature(http::Request request, const WechatPayOptions &options, const RsaPrivateKey &key,
                                     UtcTime now, const std::string &nonce)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
    const std::string timestamp = std::to_string(seconds);
    const auto signature = key.sign(
        request_message(method_text(request.method), path_and_query(request.url), timestamp, nonce, request.body));
    if (!signature)
        return pass_on(signature);
    std::string value = scheme;
    value += " mchid=\"" + options.mchid;
    value += "\",nonce_str=\"" + nonce;
    value += "\",signature=\"" + to_base64(*signature);
    value += "\",timestamp=\"" + timestamp;
    value += "\",serial_no=\"" + options.merchant_serial_no + "\"";
    request.headers.emplace_back("Authorization", std::move(value));
    return request;
}

Result<void> verify(const std::vector<std::pair<std::string, std::string>> &headers, std::string_view body,
                    const std::string &platform_serial_no, const RsaPublicKey &key, UtcTime now)
{
    const auto invalid = [](const char *what) {
        return fail(ErrorCode::WebhookSignatureInvalid, std::string("wechatpay: ") + what);
    };
    const auto serial = only_header(headers, "wechatpay-serial");
    const auto timestamp = only_header(headers, "wechatpay-timestamp");
    const auto nonce = only_header(headers, "wechatpay-nonce");
    const auto written = only_header(headers, "wechatpay-signature");
    if (!serial || !timestamp || !nonce || !written || nonce->size() > max_value || written->size() > max_value)
        return invalid("not signed");
    if (platform_serial_no.empty() || *serial != platform_serial_no)
        return invalid("signed with a key that is not the platform's");
    const auto signed_at = unix_time_from_text(*timestamp);
    const auto signature = from_base64(*written);
    if (!signed_at || !signature || !key.verifies(answer_message(*timestamp, *nonce, body), *signature))
        return invalid("the signature does not fit");
    if (!is_fresh(*signed_at, now))
        return fail(ErrorCode::WebhookStale, "wechatpay, signed at " + to_iso8601(*signed_at));
    return {};
}

bool is_signed(const http::Headers &headers)
{
    constexpr std::array<std::string_view, 4> names{"wechatpay-serial", "wechatpay-timestamp", "wechatpay-nonce",
                                                    "wechatpay-signature"};
    return std::any_of(headers.begin(), headers.end(), [&](const auto &entry) {
        return std::find(names.begin(), names.end(), entry.first) != names.end();
    });
}

}  // namespace aftercharge::payment::wechatpay

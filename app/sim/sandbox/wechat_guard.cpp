// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/sandbox/wechat_guard.h"

#include <charconv>
#include <map>

#include "app/sim/sandbox/wechat_json.h"

namespace aftercharge::sim {

namespace {

constexpr std::string_view scheme = "WECHATPAY2-SHA256-RSA2048 ";
constexpr std::int64_t tolerance_s = 300;

// mchid="…",nonce_str="…",… in any order.
std::map<std::string, std::string> fields_of(std::string_view authorization)
{
    std::map<std::string, std::string> fields;
    while (!authorization.empty()) {
        const std::size_t open = authorization.find("=\"");
        if (open == authorization.npos)
            break;
        const std::size_t close = authorization.find('"', open + 2);
        if (close == authorization.npos)
            break;
        fields[std::string(authorization.substr(0, open))] = authorization.substr(open + 2, close - open - 2);
        authorization.remove_prefix(close + 1);
        authorization.remove_prefix(std::min(authorization.find_first_not_of(", "), authorization.size()));
    }
    return fields;
}

std::optional<HttpReply> unsigned_by_merchant(const std::string &why)
{
    return wechat_error(401, "SIGN_ERROR", "错误的签名，验签失败 (" + why + ")");
}

}  // namespace

WechatGuard::WechatGuard(const WechatAccess &access) : access_(access) {}

std::optional<HttpReply> WechatGuard::refusal(const HttpCall &call, UtcTime now) const
{
    // The real one refuses a request without these, and so it breaks here first.
    if (call.header("user-agent").empty() || call.header("accept").empty())
        return wechat_error(400, "PARAM_ERROR", "Http头缺少Accept或User-Agent");
    if (call.method == "POST" && !call.header("content-type").starts_with("application/json"))
        return wechat_error(415, "PARAM_ERROR", "Content-Type 必须为 application/json");
    const std::string sent = call.header("authorization");
    if (!sent.starts_with(scheme))
        return wechat_error(401, "SIGN_ERROR", "Http头Authorization值格式错误");
    auto fields = fields_of(std::string_view(sent).substr(scheme.size()));
    if (fields["mchid"] != access_.mchid || fields["serial_no"] != access_.merchant_serial)
        return unsigned_by_merchant("mchid, serial_no");
    const std::string time = fields["timestamp"];
    std::int64_t seconds = 0;
    std::from_chars(time.data(), time.data() + time.size(), seconds);
    const auto here = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
    if (std::abs(here - seconds) > tolerance_s)
        return unsigned_by_merchant("timestamp");
    const std::string text = call.method + '\n' + call.target + '\n' + time + '\n' + fields["nonce_str"] + '\n' +
                             call.body + '\n';
    if (fields["nonce_str"].empty() || !access_.merchant.verify(text, fields["signature"]))
        return unsigned_by_merchant("signature");
    return std::nullopt;
}

HttpHeaders WechatGuard::headers_for(const std::string &body, const std::string &time, bool by_another_key) const
{
    const std::string nonce = random_hex(32);
    const RsaKey key = by_another_key ? RsaKey::generate() : access_.platform;
    return {{"Wechatpay-Serial", access_.platform_serial},
            {"Wechatpay-Timestamp", time},
            {"Wechatpay-Nonce", nonce},
            {"Wechatpay-Signature-Type", "WECHATPAY2-SHA256-RSA2048"},
            {"Wechatpay-Signature", key.sign(time + '\n' + nonce + '\n' + body + '\n')}};
}

void WechatGuard::sign(HttpReply &reply, const std::string &time, const Step &step) const
{
    for (auto &header : headers_for(reply.body, time, step.has(Outcome::BadSignature)))
        reply.headers.push_back(std::move(header));
}

}  // namespace aftercharge::sim

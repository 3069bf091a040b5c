// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/payment/wechatpay/wechatpay_gateway.h"

#include "models/gateway/payment/json_fields.h"
#include "models/gateway/payment/wechatpay/wechatpay_request.h"
#include "models/gateway/payment/wechatpay/wechatpay_signature.h"
#include "models/gateway/payment/wechatpay/wechatpay_webhook.h"

namespace aftercharge::payment {
namespace {

constexpr std::size_t api_v3_key_bytes = 32;

// INVALID_REQUEST to a number that WeChat Pay has: its state, unless it is of another amount.
RefundAnswer of_known_number(const RefundCall &call, RefundAnswer there, const std::string &said)
{
    if (there.amount && *there.amount == call.amount)
        return there;
    there.standing = Standing::Unknown;
    there.words = "same number, other amount: " + said;
    there.repairable = false;
    return there;
}

}  // namespace

Result<std::unique_ptr<WechatPayGateway>> WechatPayGateway::make(WechatPayOptions options, http::Client &client,
                                                                 const Clock &clock, Random &random)
{
    const auto refused = [](const std::string &what) {
        return fail(ErrorCode::GatewayNotConfigured, "wechatpay: " + what);
    };
    if (!is_gateway_id(options.mchid) || !is_gateway_id(options.merchant_serial_no) ||
        !is_gateway_id(options.platform_serial_no))
        return refused("mchid, merchant_serial_no or platform_serial_no");
    if (options.api_v3_key.size() != api_v3_key_bytes)
        return refused("api_v3_key is not of 32 characters");
    auto merchant_key = RsaPrivateKey::from_pem(options.merchant_private_key);
    if (!merchant_key)
        return refused("merchant_private_key, " + merchant_key.error().detail);
    auto platform_key = RsaPublicKey::from_pem(options.platform_public_key);
    if (!platform_key)
        return refused("platform_public_key, " + platform_key.error().detail);
    return std::unique_ptr<WechatPayGateway>(new WechatPayGateway(std::move(options), std::move(*merchant_key),
                                                                  std::move(*platform_key), client, clock, random));
}

WechatPayGateway::WechatPayGateway(WechatPayOptions options, RsaPrivateKey merchant_key, RsaPublicKey platform_key,
                                   http::Client &client, const Clock &clock, Random &random)
    : options_(std::move(options)), merchant_key_(std::move(merchant_key)), platform_key_(std::move(platform_key)),
      words_({options_.api_v3_key, options_.merchant_private_key}), client_(client), clock_(clock), random_(random)
{
}

std::string WechatPayGateway::fresh_nonce()
{
    std::string bytes;
    for (int i = 0; i < 2; ++i) {
        const std::uint64_t part = random_.next();
        for (int shift = 56; shift >= 0; shift -= 8)
            bytes += static_cast<char>((part >> shift) & 0xff);
    }
    return to_hex(bytes);
}

http::Answer WechatPayGateway::exchange(http::Request request)
{
    const auto signed_request = wechatpay::with_signature(std::move(request), options_, merchant_key_, clock_.now(),
                                                          fresh_nonce());
    if (!signed_request) {
        http::Answer unsent;
        unsent.outcome = http::Outcome::NotSent;
        unsent.problem = signed_request.error().detail;
        return unsent;
    }
    http::Answer answer = client_.send(*signed_request);
    const bool done = answer.status >= 200 && answer.status < 300;
    // Refusals come unsigned too, from the door before WeChat Pay; TLS vouches for those.
    if (answer.outcome != http::Outcome::Answered || (!done && !wechatpay::is_signed(answer.headers)))
        return answer;
    const auto verified = wechatpay::verify(answer.headers, answer.body, options_.platform_serial_no, platform_key_,
                                            clock_.now());
    if (!verified) {
        answer = http::Answer();
        answer.problem = "an answer that cannot be believed: " + verified.error().detail;
    }
    return answer;
}

RefundAnswer WechatPayGateway::send_refund(const RefundCall &call)
{
    const auto request = wechatpay::refund_request(options_, call);
    if (!request)  // it cannot be said in WeChat Pay's terms, now or later
        return standing(Standing::Fail, words_.clean(to_line(request.error())));
    wechatpay::SentAnswer sent = wechatpay::read_sent(exchange(*request), call.refund_no, words_);
    if (!sent.ask_first)
        return std::move(sent.answer);
    RefundAnswer there = wechatpay::read_asked(exchange(wechatpay::ask_request(options_, call.refund_no)),
                                               call.refund_no, words_);
    switch (there.standing) {
    case Standing::NotFound:
        return std::move(sent.answer);
    case Standing::Later:
    case Standing::NotSent:
    case Standing::Unknown:
        return standing(Standing::Unknown, sent.answer.words);
    default:
        return of_known_number(call, std::move(there), sent.answer.words);
    }
}

RefundAnswer WechatPayGateway::ask_refund(const RefundCall &call)
{
    RefundAnswer answer = wechatpay::read_asked(exchange(wechatpay::ask_request(options_, call.refund_no)),
                                                call.refund_no, words_);
    // It gave us its id: that it never got the refund cannot be the reason.
    if (answer.standing == Standing::NotFound && !call.external_refund_id.empty())
        answer.standing = Standing::Unknown;
    return answer;
}

RefundAnswer WechatPayGateway::repair_refund(const RefundCall &call)
{
    std::string id = call.external_refund_id;
    if (!is_gateway_id(id)) {
        RefundAnswer there = ask_refund(call);
        if (there.standing != Standing::Fail || !there.repairable)
            return there;
        id = there.external_refund_id;
    }
    wechatpay::SentAnswer sent = wechatpay::read_sent(exchange(wechatpay::repair_request(options_, id, call.refund_no)),
                                                      call.refund_no, words_);
    // Refused: the refund is what it was.
    if (sent.answer.standing == Standing::Fail) {
        sent.answer.repairable = true;
        sent.answer.external_refund_id = id;
    }
    return std::move(sent.answer);
}

std::chrono::seconds WechatPayGateway::ask_again_after(int asked) const
{
    using namespace std::chrono;
    if (asked < 4)
        return 1min;
    if (asked == 4)
        return 5min;
    if (asked == 5)
        return 10min;
    return asked == 6 ? seconds(20min) : seconds(30min);
}

Result<std::optional<RefundNews>> WechatPayGateway::read_webhook(const WebhookCall &call, UtcTime now) const
{
    const auto verified = wechatpay::verify(call.headers, call.body, options_.platform_serial_no, platform_key_, now);
    if (!verified)
        return pass_on(verified);
    return wechatpay::read_callback(call.body, options_, words_);
}

}  // namespace aftercharge::payment

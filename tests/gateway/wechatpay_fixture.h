// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <QtCore/QtGlobal>

#include "models/gateway/payment/sealed.h"
#include "models/gateway/payment/wechatpay/wechatpay_gateway.h"
#include "models/gateway/payment/wechatpay/wechatpay_signature.h"
#include "tests/support/fake_http_client.h"
#include "tests/support/rsa_pair.h"
#include "tests/support/settable_clock.h"

namespace aftercharge::wechatpay_test {

using namespace payment;
using namespace test;

inline constexpr auto api_v3_key = "0123456789abcdefSECRETv3key54321";
inline constexpr auto platform_serial = "PUB_KEY_ID_0114232134912410000000000000";
inline constexpr auto refunds_url = "https://api.wechat.example/v3/refund/domestic/refunds";
inline const UtcTime now{std::chrono::seconds{1'795'514'400}};

class CountingRandom final : public Random {
public:
    std::uint64_t next() override { return ++count_; }

private:
    std::uint64_t count_ = 0;
};

inline const RsaPair &merchant_pair()
{
    static const RsaPair pair = make_rsa_pair();
    return pair;
}

inline const RsaPair &platform_pair()
{
    static const RsaPair pair = make_rsa_pair();
    return pair;
}

inline WechatPayOptions options()
{
    WechatPayOptions options;
    options.base_url = "https://api.wechat.example/";
    options.mchid = "1900000109";
    options.merchant_serial_no = "5157F09EFDC096DE15EBE81A47057A7232F1B8E1";
    options.platform_serial_no = platform_serial;
    options.platform_public_key = platform_pair().public_pem;
    options.notify_url = "https://shop.example/webhooks/wechatpay";
    options.merchant_private_key = merchant_pair().private_pem;
    options.api_v3_key = api_v3_key;
    return options;
}

inline Money fen(std::int64_t minor)
{
    return Money::from_minor(minor, Currency::from_code("CNY").value()).value();
}

inline RefundCall call(const char *refund_no = "R20261124-0001", std::int64_t minor = 1250)
{
    RefundCall call;
    call.refund_no = RefundNo::from_text(refund_no).value();
    call.provider = PaymentProvider::WechatPay;
    call.payment_external_id = "ORDER20261124001";
    call.amount = fen(minor);
    call.paid = fen(5000);
    call.reason = ReasonCode::Damaged;
    call.created_at = now;
    return call;
}

inline RefundCall known_call()
{
    RefundCall known = call();
    known.external_refund_id = "50000000382019052709732678859";
    return known;
}

inline std::string refund_json(const std::string &status, const std::string &account = "招商银行信用卡0403",
                               int refund = 1250, const std::string &refund_no = "R20261124-0001")
{
    return R"({"refund_id":"50000000382019052709732678859","out_refund_no":")" + refund_no +
           R"(","transaction_id":"1217752501201407033233368018","out_trade_no":"ORDER20261124001",)" +
           R"("channel":"ORIGINAL","user_received_account":")" + account + R"(","create_time":)" +
           R"("2026-11-24T18:00:00+08:00","status":")" + status +
           R"(","funds_account":"UNSETTLED","amount":{"total":5000,)" + R"("refund":)" + std::to_string(refund) +
           R"(,"payer_total":5000,"payer_refund":1250,"currency":"CNY"}})";
}

inline std::string error_json(const std::string &code, const std::string &message = "不行")
{
    return R"({"code":")" + code + R"(","message":")" + message + R"("})";
}

// As WeChat Pay signs: with the platform's key, over the raw body.
inline http::Headers signed_headers(const std::string &body, const std::string &time = "1795514400",
                                    const RsaPair &pair = platform_pair(), const char *serial = platform_serial)
{
    const std::string nonce = "d824f2e086d3c1df967785d13fcd22ef";
    const std::string message = wechatpay::answer_message(time, nonce, body);
    return {{"wechatpay-serial", serial},
            {"wechatpay-timestamp", time},
            {"wechatpay-nonce", nonce},
            {"wechatpay-signature", to_base64(RsaPrivateKey::from_pem(pair.private_pem)->sign(message).value())}};
}

inline http::Answer signed_answer(int status, const std::string &body)
{
    return answered(status, body, signed_headers(body));
}

inline std::string resource_json(const std::string &status, const std::string &mchid = "1900000109",
                                 const std::string &account = "招商银行信用卡0403")
{
    return R"({"mchid":")" + mchid + R"(","out_trade_no":"ORDER20261124001","transaction_id":"12177525",)" +
           R"("out_refund_no":"R20261124-0001","refund_id":"50000000382019052709732678859","refund_status":")" +
           status + R"(","success_time":"2026-11-24T18:00:00+08:00","user_received_account":")" + account +
           R"(","amount":{"total":5000,"refund":1250,"payer_total":5000,"payer_refund":1250}})";
}

inline std::string callback_json(const std::string &event_type, const std::string &resource,
                                 const char *key = api_v3_key)
{
    const std::string nonce = "fdasflkja484";
    const std::string sealed = to_base64(seal(key, nonce, "refund", resource).value());
    return R"({"id":"EV-2018022511223320873","create_time":"2026-11-24T18:00:00+08:00","resource_type":)" +
           std::string(R"("encrypt-resource","event_type":")") + event_type +
           R"(","summary":"退款","resource":{"algorithm":"AEAD_AES_256_GCM","original_type":"refund","ciphertext":")" +
           sealed + R"(","associated_data":"refund","nonce":")" + nonce + R"("}})";
}

inline bool has(const std::string &text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

struct Rig {
    explicit Rig(const WechatPayOptions &with = options())
    {
        auto made = WechatPayGateway::make(with, http, clock, random);
        if (!made)
            qFatal("%s", to_line(made.error()).c_str());
        gateway = std::move(*made);
    }
    FakeHttpClient http;
    SettableClock clock{now};
    CountingRandom random;
    std::unique_ptr<WechatPayGateway> gateway;
};

}  // namespace aftercharge::wechatpay_test

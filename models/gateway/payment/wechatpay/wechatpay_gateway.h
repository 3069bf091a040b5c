// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "models/domain/id.h"
#include "models/gateway/http/http_client.h"
#include "models/gateway/payment/answer_words.h"
#include "models/gateway/payment/signature.h"
#include "models/gateway/payment/wechatpay/wechatpay_answer.h"
#include "models/gateway/payment/wechatpay/wechatpay_options.h"

namespace aftercharge::payment {

// WeChat Pay's API v3, domestic refunds of a direct merchant. The payment is our out_trade_no,
// the refund number the out_refund_no: the same number again is the same refund, so what is
// Later, or NotFound after Unknown, is sent again as it is. May be used by several threads at
// once if client, clock and random may.
class WechatPayGateway final : public PaymentGateway {
public:
    // Fails with gateway.not_configured: a key that is none, an APIv3 key that is not 32 bytes,
    // a number that is none. What is passed by reference outlives it.
    static Result<std::unique_ptr<WechatPayGateway>> make(WechatPayOptions options, http::Client &client,
                                                          const Clock &clock, Random &random);

    PaymentProvider provider() const override { return PaymentProvider::WechatPay; }
    RefundAnswer send_refund(const RefundCall &call) override;
    RefundAnswer ask_refund(const RefundCall &call) override;
    // apply-abnormal-refund, to the merchant's own bank account: the number then ends as
    // Closed, and the customer is paid in another way. Asks for WeChat's id first where it is not known.
    RefundAnswer repair_refund(const RefundCall &call) override;
    // Every minute, after five minutes 5, 10, 20 and then 30 minutes, as its guide asks.
    std::chrono::seconds ask_again_after(int asked) const override;
    Result<std::optional<RefundNews>> read_webhook(const WebhookCall &call, UtcTime now) const override;

private:
    WechatPayGateway(WechatPayOptions options, RsaPrivateKey merchant_key, RsaPublicKey platform_key,
                     http::Client &client, const Clock &clock, Random &random);
    // Signs it, sends it, checks the answer's signature: one that does not fit is Unknown.
    http::Answer exchange(http::Request request);
    std::string fresh_nonce();

    const WechatPayOptions options_;
    const RsaPrivateKey merchant_key_;
    const RsaPublicKey platform_key_;
    const AnswerWords words_;
    http::Client &client_;
    const Clock &clock_;
    Random &random_;
};

}  // namespace aftercharge::payment

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/http/http_client.h"
#include "models/gateway/payment/answer_words.h"
#include "models/gateway/payment/stripe/stripe_options.h"

namespace aftercharge::payment {

// Stripe's API v1. The payment is a charge (ch_…, py_…) or a payment intent (pi_…); the refund
// number is the Idempotency-Key and metadata[refund_no], by which a refund is found again when
// its answer was lost. Whether it may be sent again after NotFound is the caller's to decide:
// under the same number it is the same request. May be used by several threads at once.
class StripeGateway final : public PaymentGateway {
public:
    // `client` outlives it.
    StripeGateway(StripeOptions options, http::Client &client);

    PaymentProvider provider() const override { return PaymentProvider::Stripe; }
    RefundAnswer send_refund(const RefundCall &call) override;
    RefundAnswer ask_refund(const RefundCall &call) override;
    // Stripe has no such thing: the Fail stays one.
    RefundAnswer repair_refund(const RefundCall &call) override;
    std::chrono::seconds ask_again_after(int asked) const override;
    Result<std::optional<RefundNews>> read_webhook(const WebhookCall &call, UtcTime now) const override;

private:
    RefundAnswer find_in_list(const RefundCall &call);

    const StripeOptions options_;
    const AnswerWords words_;
    http::Client &client_;
};

}  // namespace aftercharge::payment

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include "app/sim/sandbox/refund_flow.h"

namespace aftercharge::sim {

struct StripeAccess {
    std::string api_key;
    std::string webhook_secret;
    std::string currency = "cny";        // of payments that nobody named
    std::int64_t paid_on_first_use = 0;  // 0: such a payment does not exist
};

// Refunds as Stripe has them, with its idempotency keys.
class StripeShape {
public:
    StripeShape(SandboxCore &core, StripeAccess access);

    HttpReply answer(const HttpCall &call);
    // With the core's mutex held.
    PaymentBook &book() { return book_; }

private:
    struct Kept {
        std::string fingerprint;  // of the request the answer belongs to
        HttpReply reply;
        UtcTime at;
    };

    HttpReply post_refund(const HttpCall &call);
    std::optional<HttpReply> replayed(const std::string &key, const std::string &fingerprint);
    // Creates it, or says why not. What is to be told before the reply goes into `first`.
    HttpReply act(const Form &form, const std::string &key, const Step &step, std::vector<Webhook> &first);
    HttpReply get(const HttpCall &call);
    HttpReply list_refunds(const Form &query);
    HttpReply rendered(const PlayedRefund &refund);
    PlayedPayment *payment(const std::string &id);
    std::vector<Webhook> webhooks_for(const PlayedRefund &refund, const std::vector<std::string> &types);
    void tell(PlayedRefund &refund, bool created);

    SandboxCore &core_;
    StripeAccess access_;
    PaymentBook book_{false};
    RefundFlow flow_;
    std::map<std::string, Kept> kept_;
};

}  // namespace aftercharge::sim

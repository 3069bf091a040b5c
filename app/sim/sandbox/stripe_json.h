// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sim/sandbox/http_server.h"
#include "app/sim/sandbox/json.h"
#include "app/sim/sandbox/payment_book.h"

// Stripe's shapes, as its API reference and the types of its official library have them.
namespace aftercharge::sim {

Json stripe_refund(const PlayedRefund &refund, const PlayedPayment &payment);
Json stripe_charge(const PlayedPayment &payment, std::int64_t refunded);
Json stripe_payment_intent(const PlayedPayment &payment);
Json stripe_event(const std::string &id, const std::string &type, UtcTime created, const Json &object,
                  const std::string &idempotency_key);

struct StripeError {
    int status = 400;
    std::string type = "invalid_request_error";
    std::string code;
    std::string message;
    std::string param;
};
HttpReply stripe_reply(int status, const Json &body);
HttpReply stripe_reply(const StripeError &error);

}  // namespace aftercharge::sim

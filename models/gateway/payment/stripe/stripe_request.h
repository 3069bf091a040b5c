// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "models/gateway/http/http_client.h"
#include "models/gateway/payment/payment_gateway.h"
#include "models/gateway/payment/stripe/stripe_options.h"

namespace aftercharge::payment::stripe {

// POST /v1/refunds. The same call makes the same bytes: the Idempotency-Key (the refund number)
// goes with one body only. Fails with input.invalid (not a payment of Stripe's) or the errors
// of to_gateway_amount.
Result<http::Request> refund_request(const StripeOptions &options, const RefundCall &call);

// GET /v1/refunds/{id}.
http::Request ask_request(const StripeOptions &options, const std::string &external_refund_id);

// GET /v1/refunds of the payment, 100 a page, newest first; `after` is the last id of the page
// before, empty for the first. Fails with input.invalid.
Result<http::Request> list_request(const StripeOptions &options, const std::string &payment_external_id,
                                   const std::string &after);

}  // namespace aftercharge::payment::stripe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "models/gateway/payment/answer_words.h"

namespace aftercharge::payment::stripe {

// Stripe-Signature: "t=SECONDS,v1=HEX[,v1=HEX…][,v0=…]", HMAC-SHA256 with the endpoint's secret
// over the text of t, a dot and the raw body; several v1 while a secret is being replaced.
// Errors: webhook.signature_invalid, webhook.stale (more than 300 s from `now`).
Result<void> verify_webhook(const WebhookCall &call, std::string_view secret, UtcTime now);

// A verified body. None for events that are not about one refund (charge.refunded among them:
// it has no refund in it). Fails with webhook.invalid.
Result<std::optional<RefundNews>> read_event(std::string_view body, const AnswerWords &words);

}  // namespace aftercharge::payment::stripe

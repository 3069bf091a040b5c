// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "models/gateway/carrier/carrier_gateway.h"

namespace aftercharge::carrier {

// X-Hmac-Signature: "hmac-sha256-hex=" and the HMAC-SHA256 of the raw body under the secret in
// Unicode form KD, as EasyPost's own libraries make it. webhook.signature_invalid, also without
// a secret.
Result<void> verify_easypost_webhook(const payment::WebhookCall &call, std::string_view secret);

// An Event whose bytes were verified: trackers, refunds of labels, claims and their messages;
// none of another kind. webhook.invalid: no Event.
Result<std::optional<CarrierNews>> read_easypost_event(std::string_view body, Currency currency);

}  // namespace aftercharge::carrier

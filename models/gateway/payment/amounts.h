// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include "models/domain/goods_order.h"

namespace aftercharge::payment {

// Amounts as the gateways write them: integers of a minor unit that is not always ISO 4217's.
//
// Stripe (docs.stripe.com/currencies, "Minor units in API amounts" and "Special cases"): two
// decimals; none for its zero-decimal currencies, MGA among them (2 in ISO); ISK and UGX (0 in
// ISO) with two that are always 00; three for BHD, JOD, KWD, OMR and TND, the last always 0.
// Currencies of three or more decimals that its list does not have are refused.
// WeChat Pay (/v3/refund/domestic): CNY alone, in fen.
//
// Errors: money.too_many_decimals (the gateway has no such amount), input.invalid (no such
// currency there), money.overflow.
Result<std::int64_t> to_gateway_amount(PaymentProvider provider, const Money &amount);

// `currency` in either case, as the gateway wrote it.
Result<Money> from_gateway_amount(PaymentProvider provider, std::int64_t amount, std::string_view currency);

}  // namespace aftercharge::payment

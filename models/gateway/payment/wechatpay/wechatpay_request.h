// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "models/gateway/http/http_client.h"
#include "models/gateway/payment/payment_gateway.h"
#include "models/gateway/payment/wechatpay/wechatpay_options.h"

namespace aftercharge::payment::wechatpay {

// Requests before they are signed. The same call makes the same body.

// POST /v3/refund/domestic/refunds. Fails with input.invalid (a number or payment that WeChat
// Pay does not take: ^[0-9A-Za-z_\-|*@]{1,64}$, 6 to 32 for the payment) or the errors of
// to_gateway_amount.
Result<http::Request> refund_request(const WechatPayOptions &options, const RefundCall &call);

// GET /v3/refund/domestic/refunds/{out_refund_no}.
http::Request ask_request(const WechatPayOptions &options, const RefundNo &refund_no);

// POST /v3/refund/domestic/refunds/{refund_id}/apply-abnormal-refund: to the merchant's own
// bank account, since the customer's card, which the other way needs, is not known here.
http::Request repair_request(const WechatPayOptions &options, const std::string &external_refund_id,
                             const RefundNo &refund_no);

}  // namespace aftercharge::payment::wechatpay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "models/domain/time.h"
#include "models/gateway/http/http_client.h"
#include "models/gateway/payment/signature.h"
#include "models/gateway/payment/wechatpay/wechatpay_options.h"

namespace aftercharge::payment::wechatpay {

// What a request's signature is over: five lines, each ended, of the bytes that are sent.
std::string request_message(std::string_view method, std::string_view path_and_query, std::string_view timestamp,
                            std::string_view nonce, std::string_view body);

// The same of an answer or a callback: three lines.
std::string answer_message(std::string_view timestamp, std::string_view nonce, std::string_view body);

// Adds the Authorization header (WECHATPAY2-SHA256-RSA2048).
Result<http::Request> with_signature(http::Request request, const WechatPayOptions &options, const RsaPrivateKey &key,
                                     UtcTime now, const std::string &nonce);

// Wechatpay-Serial, -Timestamp, -Nonce and -Signature over the raw body. Errors:
// webhook.signature_invalid, webhook.stale (more than 300 s from `now`).
Result<void> verify(const std::vector<std::pair<std::string, std::string>> &headers, std::string_view body,
                    const std::string &platform_serial_no, const RsaPublicKey &key, UtcTime now);

// Whether any of those headers is there.
bool is_signed(const http::Headers &headers);

}  // namespace aftercharge::payment::wechatpay

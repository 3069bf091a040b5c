// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/http/http_client.h"
#include "models/gateway/ocpi/json_tree.h"
#include "models/gateway/payment/answer_words.h"

namespace aftercharge::payment::wechatpay {

// A refund object of an answer or, opened, of a callback; `status_name` is "status" there and
// "refund_status" here. PROCESSING is Pending, SUCCESS Success, CLOSED Closed, ABNORMAL a Fail
// that is repaired under its number; without an id, or in another state, Unknown.
// SUCCESS whose money went to the merchant's own account (after a repair) is Closed: the number
// is done with, and the customer has nothing yet.
RefundAnswer refund_in(const JsonNode &object, std::string_view status_name, const AnswerWords &words);

struct SentAnswer {
    RefundAnswer answer;
    // INVALID_REQUEST: refused as a whole, or the number is there already with another amount.
    // Only a question tells which.
    bool ask_first = false;
};

// What a POST came to. NOT_ENOUGH (the merchant's balance), FREQUENCY_LIMITED, SIGN_ERROR and
// the like are Later, the same number again; 5xx, SYSTEM_ERROR and what is not WeChat Pay's are
// Unknown; other 400 and 404, and an account that is gone, are Fail.
SentAnswer read_sent(const http::Answer &answer, const RefundNo &refund_no, const AnswerWords &words);

// What the GET came to; 404 RESOURCE_NOT_EXISTS is NotFound. Never Fail but of a refund that is.
RefundAnswer read_asked(const http::Answer &answer, const RefundNo &refund_no, const AnswerWords &words);

}  // namespace aftercharge::payment::wechatpay

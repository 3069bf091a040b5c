// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "models/gateway/http/http_client.h"
#include "models/gateway/ocpi/json_tree.h"
#include "models/gateway/payment/answer_words.h"

namespace aftercharge::payment::stripe {

// A refund object: pending and requires_action are Pending, succeeded Success, failed Fail,
// canceled Closed; anything that is not a refund with an id and one of these is Unknown.
RefundAnswer refund_in(const JsonNode &object, const AnswerWords &words);

// The number that we gave it, from its metadata; empty where it has none.
RefundNo refund_no_in(const JsonNode &object);

// What POST /v1/refunds came to. Fail only on 400, 402, 404 with Stripe's own error in it;
// 401, 403, 409, 429 are Later; 400 idempotency_error, 5xx and whatever is not Stripe's are
// Unknown: it may have been carried out.
RefundAnswer read_sent(const http::Answer &answer, const RefundNo &refund_no, const AnswerWords &words);

// What GET /v1/refunds/{id} came to; 404 is NotFound. Never Fail but of a refund that is failed.
RefundAnswer read_asked(const http::Answer &answer, const RefundNo &refund_no, const AnswerWords &words);

// One page of a list. `ours` is the refund of that number, if it is in it; `after` asks for the
// next page, empty where there is none.
struct Page {
    std::optional<RefundAnswer> ours;
    std::string after;
};

// Why there is no page is a RefundAnswer: Later, NotSent or Unknown.
tl::expected<Page, RefundAnswer> read_page(const http::Answer &answer, const RefundNo &refund_no,
                                           const AnswerWords &words);

}  // namespace aftercharge::payment::stripe

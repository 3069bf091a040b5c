// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/gateway/http/http_client.h"
#include "models/gateway/payment/payment_gateway.h"

namespace aftercharge::payment {

// What a gateway said, made fit for a ticket, a store and a log: one line of printable text,
// 240 characters at most, and each of our secrets, should it be echoed, replaced by "***".
class AnswerWords {
public:
    explicit AnswerWords(const std::vector<std::string> &secrets);
    std::string clean(std::string_view text) const;

private:
    std::vector<std::string> secrets_;
};

// An answer whose only content is where the refund stands.
RefundAnswer standing(Standing standing, std::string words);

// Of a request that got no answer: NotSent or Unknown.
RefundAnswer unanswered(const http::Answer &answer, const AnswerWords &words);

}  // namespace aftercharge::payment

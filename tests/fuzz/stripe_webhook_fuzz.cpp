// SPDX-License-Identifier: GPL-3.0-or-later
// What anyone may post to the Stripe intake: nothing unsigned is believed, and a signed body of
// any content is read or refused, never half of it. Input: the header, a line end, the body.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "models/gateway/payment/signature.h"
#include "models/gateway/payment/stripe/stripe_webhook.h"

using namespace aftercharge;
using namespace aftercharge::payment;

namespace {

constexpr UtcTime now{std::chrono::seconds{1'795'514'400}};
constexpr std::string_view secret = "whsec_fuzz_secret";

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void check_read(const std::string &body)
{
    static const AnswerWords words({std::string(secret)});
    const auto news = stripe::read_event(body, words);
    if (!news) {
        require(news.error().code == ErrorCode::WebhookInvalid);
        return;
    }
    if (!*news)
        return;
    const Standing standing = (*news)->answer.standing;
    require(standing == Standing::Pending || standing == Standing::Success || standing == Standing::Fail ||
            standing == Standing::Closed);
    require(!(*news)->event_id.empty() && !(*news)->external_refund_id.empty());
    require((*news)->external_refund_id == (*news)->answer.external_refund_id);
    require((*news)->answer.words.find(secret) == std::string::npos);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    const std::size_t line = text.find('\n');
    const std::string header(text.substr(0, line));
    const std::string body(line == std::string_view::npos ? std::string_view() : text.substr(line + 1));
    // The right signature cannot be guessed: whatever the header is, it does not fit.
    require(!stripe::verify_webhook({{{"stripe-signature", header}}, body}, secret, now));
    const std::string good = to_hex(hmac_sha256(secret, "1795514400." + body));
    require(stripe::verify_webhook({{{"stripe-signature", "t=1795514400,v1=" + good}}, body}, secret, now).has_value());
    // Further items in the header neither help nor hurt, but for a second time.
    const bool more = stripe::verify_webhook({{{"stripe-signature", "t=1795514400,v1=" + good + "," + header}}, body},
                                             secret, now)
                          .has_value();
    require(more || header.find("t=") != std::string::npos || header.size() > 1000);
    check_read(body);
    return 0;
}

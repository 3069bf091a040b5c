// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/payment/stripe/stripe_webhook.h"

#include <algorithm>
#include <array>
#include <vector>

#include "models/gateway/payment/json_fields.h"
#include "models/gateway/payment/signature.h"
#include "models/gateway/payment/signed_message.h"
#include "models/gateway/payment/stripe/stripe_answer.h"

namespace aftercharge::payment::stripe {
namespace {

constexpr std::size_t max_header = 4096;
constexpr std::array<std::string_view, 4> refund_events{"refund.created", "refund.updated", "refund.failed",
                                                        "charge.refund.updated"};

struct SignatureHeader {
    std::string_view time;
    std::vector<std::string_view> signatures;  // of scheme v1
};

// None where it is not one time and at least one signature.
std::optional<SignatureHeader> split(std::string_view text)
{
    SignatureHeader header;
    int times = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(','), text.size());
        const std::string_view item = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (item.substr(0, 2) == "t=") {
            header.time = item.substr(2);
            ++times;
        } else if (item.substr(0, 3) == "v1=") {
            header.signatures.push_back(item.substr(3));
        }
    }
    if (times != 1 || header.signatures.empty())
        return std::nullopt;
    return header;
}

}  // namespace

Result<void> verify_webhook(const WebhookCall &call, std::string_view secret, UtcTime now)
{
    const auto invalid = [] { return fail(ErrorCode::WebhookSignatureInvalid, "stripe"); };
    const auto text = only_header(call.headers, "stripe-signature");
    if (secret.empty() || !text || text->size() > max_header)
        return invalid();
    const auto header = split(*text);
    const auto signed_at = header ? unix_time_from_text(header->time) : std::nullopt;
    if (!signed_at)
        return invalid();
    const std::string expected = to_hex(hmac_sha256(secret, std::string(header->time) + "." + call.body));
    bool good = false;
    for (std::string_view signature : header->signatures)
        good = equal_in_constant_time(signature, expected) || good;
    if (!good)
        return invalid();
    if (!is_fresh(*signed_at, now))
        return fail(ErrorCode::WebhookStale, "stripe, signed at " + to_iso8601(*signed_at));
    return {};
}

Result<std::optional<RefundNews>> read_event(std::string_view body, const AnswerWords &words)
{
    const auto invalid = [](const char *what) {
        return fail(ErrorCode::WebhookInvalid, std::string("stripe: ") + what);
    };
    const auto root = parse_json(body);
    if (!root)
        return invalid("not JSON that we read");
    const std::string id = text_in(*root, "id");
    const std::string type = text_in(*root, "type");
    if (!is_gateway_id(id) || type.empty())
        return invalid("not an event");
    if (std::find(refund_events.begin(), refund_events.end(), type) == refund_events.end())
        return std::nullopt;
    const JsonNode *data = object_in(*root, "data");
    const JsonNode *object = data == nullptr ? nullptr : object_in(*data, "object");
    if (object == nullptr)
        return invalid("an event without its object");
    RefundNews news;
    news.event_id = id;
    news.answer = refund_in(*object, words);
    if (news.answer.standing == Standing::Unknown)
        return invalid("an object that is no refund in a state that we know");
    news.refund_no = refund_no_in(*object);
    news.external_refund_id = news.answer.external_refund_id;
    return news;
}

}  // namespace aftercharge::payment::stripe

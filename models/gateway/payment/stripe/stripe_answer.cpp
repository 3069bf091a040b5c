// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/payment/stripe/stripe_answer.h"

#include "models/gateway/http/unreadable.h"
#include "models/gateway/payment/amounts.h"
#include "models/gateway/payment/json_fields.h"

namespace aftercharge::payment::stripe {
namespace {

std::string status_text(const http::Answer &answer)
{
    // A key that was used before replays the stored answer, a 500 too.
    const bool replayed = answer.header("idempotent-replayed") == "true";
    return "HTTP " + std::to_string(answer.status) + (replayed ? " (replayed)" : "");
}

bool is_done(const http::Answer &answer)
{
    return answer.status >= 200 && answer.status < 300;
}

struct ErrorObject {
    std::string type;
    std::string code;
    std::string message;
};

std::optional<ErrorObject> error_in(const http::Answer &answer)
{
    const auto root = parse_json(answer.body);
    const JsonNode *error = root ? object_in(*root, "error") : nullptr;
    if (error == nullptr || text_in(*error, "type").empty())
        return std::nullopt;
    return ErrorObject{text_in(*error, "type"), text_in(*error, "code"), text_in(*error, "message")};
}

RefundAnswer not_stripes(const http::Answer &answer)
{
    return standing(Standing::Unknown, http::unreadable("Stripe", answer));
}

std::string words_of(const http::Answer &answer, const ErrorObject &error, const AnswerWords &words)
{
    return words.clean(status_text(answer) + " " + (error.code.empty() ? error.type : error.code) + ": " +
                       error.message);
}

bool is_to_be_tried_again(int status)
{
    return status == 401 || status == 403 || status == 409 || status == 429;
}

RefundAnswer refusal_of_sending(const http::Answer &answer, const AnswerWords &words)
{
    const auto error = error_in(answer);
    if (!error)
        return not_stripes(answer);
    const std::string said = words_of(answer, *error, words);
    if (is_to_be_tried_again(answer.status))
        return standing(Standing::Later, said);
    // The number was used before with other parameters: what became of that, a person must see.
    if (error->type == "idempotency_error")
        return standing(Standing::Unknown, "same number, other amount: " + said);
    const bool refused = answer.status == 400 || answer.status == 402 || answer.status == 404;
    return standing(refused ? Standing::Fail : Standing::Unknown, said);
}

// A question that is refused says nothing of the refund.
RefundAnswer refusal_of_asking(const http::Answer &answer, const AnswerWords &words)
{
    const auto error = error_in(answer);
    if (!error)
        return not_stripes(answer);
    return standing(is_to_be_tried_again(answer.status) ? Standing::Later : Standing::Unknown,
                    words_of(answer, *error, words));
}

RefundAnswer one_refund(const http::Answer &answer, const RefundNo &refund_no, const AnswerWords &words)
{
    const auto root = parse_json(answer.body);
    if (!root)
        return not_stripes(answer);
    const RefundNo named = refund_no_in(*root);
    if (!named.is_empty() && named != refund_no)
        return standing(Standing::Unknown, words.clean("the answer is of refund " + named.text()));
    return refund_in(*root, words);
}

std::optional<Standing> standing_of(const std::string &status)
{
    if (status == "pending" || status == "requires_action")
        return Standing::Pending;
    if (status == "succeeded")
        return Standing::Success;
    if (status == "failed")
        return Standing::Fail;
    if (status == "canceled")
        return Standing::Closed;
    return std::nullopt;
}

}  // namespace

RefundNo refund_no_in(const JsonNode &object)
{
    const JsonNode *metadata = object_in(object, "metadata");
    return metadata == nullptr ? RefundNo() : RefundNo::from_text(text_in(*metadata, "refund_no")).value_or(RefundNo());
}

RefundAnswer refund_in(const JsonNode &object, const AnswerWords &words)
{
    const std::string id = text_in(object, "id");
    if (text_in(object, "object") != "refund" || !is_gateway_id(id))
        return standing(Standing::Unknown, "not a refund of Stripe's");
    const std::string status = text_in(object, "status");
    const std::string reason = text_in(object, "failure_reason");
    const auto known = standing_of(status);
    RefundAnswer answer = standing(
        known.value_or(Standing::Unknown),
        words.clean((known ? status : "status \"" + status + "\"") + (reason.empty() ? "" : ": " + reason)));
    answer.external_refund_id = id;
    for (const char *name : {"charge", "payment_intent"}) {
        if (std::string payment = text_in(object, name); is_gateway_id(payment))
            answer.payments.push_back(std::move(payment));
    }
    if (const auto amount = integer_in(object, "amount")) {
        if (const auto money = from_gateway_amount(PaymentProvider::Stripe, *amount, text_in(object, "currency")))
            answer.amount = *money;
    }
    return answer;
}

RefundAnswer read_sent(const http::Answer &answer, const RefundNo &refund_no, const AnswerWords &words)
{
    if (answer.outcome != http::Outcome::Answered)
        return unanswered(answer, words);
    return is_done(answer) ? one_refund(answer, refund_no, words) : refusal_of_sending(answer, words);
}

RefundAnswer read_asked(const http::Answer &answer, const RefundNo &refund_no, const AnswerWords &words)
{
    if (answer.outcome != http::Outcome::Answered)
        return unanswered(answer, words);
    if (is_done(answer))
        return one_refund(answer, refund_no, words);
    RefundAnswer refused = refusal_of_asking(answer, words);
    if (answer.status == 404 && error_in(answer))
        refused.standing = Standing::NotFound;
    return refused;
}

tl::expected<Page, RefundAnswer> read_page(const http::Answer &answer, const RefundNo &refund_no,
                                           const AnswerWords &words)
{
    if (answer.outcome != http::Outcome::Answered)
        return tl::unexpected(unanswered(answer, words));
    if (!is_done(answer))
        return tl::unexpected(refusal_of_asking(answer, words));
    const auto root = parse_json(answer.body);
    const JsonNode *data = root ? list_in(*root, "data") : nullptr;
    const auto more = root ? boolean_in(*root, "has_more") : std::nullopt;
    if (data == nullptr || !more)
        return tl::unexpected(not_stripes(answer));
    Page page;
    for (const JsonNode &object : data->items) {
        if (refund_no_in(object) != refund_no)
            continue;
        if (page.ours)
            return tl::unexpected(standing(Standing::Unknown, "two refunds of number " + refund_no.text()));
        page.ours = refund_in(object, words);
    }
    if (*more) {
        page.after = data->items.empty() ? std::string() : text_in(data->items.back(), "id");
        if (!is_gateway_id(page.after))
            return tl::unexpected(not_stripes(answer));
    }
    return page;
}

}  // namespace aftercharge::payment::stripe

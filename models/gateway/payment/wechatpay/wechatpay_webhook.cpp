// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/payment/wechatpay/wechatpay_webhook.h"

#include "models/gateway/payment/json_fields.h"
#include "models/gateway/payment/sealed.h"
#include "models/gateway/payment/signature.h"
#include "models/gateway/payment/wechatpay/wechatpay_answer.h"

namespace aftercharge::payment::wechatpay {
namespace {

tl::unexpected<Error> invalid(const std::string &what)
{
    return fail(ErrorCode::WebhookInvalid, "wechatpay: " + what);
}

// "SUCCESS" of "REFUND.SUCCESS"; none of events that are not about a refund's end.
std::optional<std::string> state_of(const std::string &event_type)
{
    for (const char *state : {"SUCCESS", "ABNORMAL", "CLOSED"}) {
        if (event_type == std::string("REFUND.") + state)
            return state;
    }
    return std::nullopt;
}

Result<JsonNode> opened(const JsonNode &resource, std::string_view key)
{
    if (text_in(resource, "algorithm") != "AEAD_AES_256_GCM")
        return invalid("sealed in a way that we do not know");
    const auto sealed = from_base64(text_in(resource, "ciphertext"));
    if (!sealed)
        return invalid("its resource is not base64");
    const auto text = open_sealed(key, text_in(resource, "nonce"), text_in(resource, "associated_data"), *sealed);
    if (!text)
        return invalid(text.error().detail);
    auto object = parse_json(*text);
    if (!object)
        return invalid("its resource is not JSON that we read");
    return object;
}

}  // namespace

Result<std::optional<RefundNews>> read_callback(std::string_view body, const WechatPayOptions &options,
                                                const AnswerWords &words)
{
    const auto root = parse_json(body);
    if (!root)
        return invalid("not JSON that we read");
    RefundNews news;
    news.event_id = text_in(*root, "id");
    const std::string event_type = text_in(*root, "event_type");
    if (!is_gateway_id(news.event_id) || event_type.empty())
        return invalid("not an event");
    const auto state = state_of(event_type);
    if (!state)
        return std::nullopt;
    const JsonNode *resource = object_in(*root, "resource");
    if (resource == nullptr)
        return invalid("an event without its resource");
    const auto object = opened(*resource, options.api_v3_key);
    if (!object)
        return pass_on(object);
    const auto refund_no = RefundNo::from_text(text_in(*object, "out_refund_no"));
    if (text_in(*object, "mchid") != options.mchid)
        return invalid("of another merchant");
    if (text_in(*object, "refund_status") != *state || !refund_no)
        return invalid("its state is not its event's, or it has no number");
    news.refund_no = *refund_no;
    news.answer = refund_in(*object, "refund_status", words);
    if (news.answer.standing == Standing::Unknown)
        return invalid("no refund in it");
    news.external_refund_id = news.answer.external_refund_id;
    return news;
}

}  // namespace aftercharge::payment::wechatpay

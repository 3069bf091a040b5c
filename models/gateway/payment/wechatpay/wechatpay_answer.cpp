// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/payment/wechatpay/wechatpay_answer.h"

#include <algorithm>
#include <array>

#include "models/gateway/http/unreadable.h"
#include "models/gateway/payment/amounts.h"
#include "models/gateway/payment/json_fields.h"

namespace aftercharge::payment::wechatpay {
namespace {

// Nothing was done, and nothing is wrong with the refund: balance, frequency, our set-up.
constexpr std::array<std::string_view, 12> later_codes{"NOT_ENOUGH",
                                                       "FREQUENCY_LIMITED",
                                                       "FREQUENCY_LIMIT_EXCEED",
                                                       "RATELIMIT_EXCEEDED",
                                                       "BIZERR_NEED_RETRY",
                                                       "BIZ_ERR_NEED_RETRY",
                                                       "ORDER_NOT_READY",
                                                       "SIGN_ERROR",
                                                       "NO_AUTH",
                                                       "NOAUTH",
                                                       "APPID_MCHID_NOT_MATCH",
                                                       "MCH_NOT_EXISTS"};

// Of a question: there is no refund of that number.
constexpr std::array<std::string_view, 3> not_found_codes{"RESOURCE_NOT_EXISTS", "REFUND_NOT_EXISTS", "REFUNDNOTEXIST"};

// Where a repaired refund went that did not go to the customer.
constexpr std::array<std::string_view, 2> merchant_accounts{"商户基本账户", "商户结算银行账户"};

template<std::size_t N>
bool is_one_of(const std::array<std::string_view, N> &known, std::string_view text)
{
    return std::find(known.begin(), known.end(), text) != known.end();
}

std::string status_text(const http::Answer &answer)
{
    return "HTTP " + std::to_string(answer.status);
}

bool is_done(const http::Answer &answer)
{
    return answer.status >= 200 && answer.status < 300;
}

struct ErrorObject {
    std::string code;
    std::string message;
};

std::optional<ErrorObject> error_in(const http::Answer &answer)
{
    const auto root = parse_json(answer.body);
    if (!root || text_in(*root, "code").empty())
        return std::nullopt;
    return ErrorObject{text_in(*root, "code"), text_in(*root, "message")};
}

RefundAnswer not_wechats(const http::Answer &answer)
{
    return standing(Standing::Unknown, http::unreadable("WeChat Pay", answer));
}

std::string words_of(const http::Answer &answer, const ErrorObject &error, const AnswerWords &words)
{
    return words.clean(status_text(answer) + " " + error.code + ": " + error.message);
}

bool is_to_be_tried_again(const http::Answer &answer, const ErrorObject &error)
{
    return answer.status == 401 || answer.status == 429 || (answer.status < 500 && is_one_of(later_codes, error.code));
}

Standing standing_of_refusal(const http::Answer &answer, const ErrorObject &error)
{
    if (answer.status >= 500 || error.code == "SYSTEM_ERROR" || error.code == "BANK_ERROR")
        return Standing::Unknown;
    if (is_to_be_tried_again(answer, error))
        return Standing::Later;
    if (answer.status == 400 || answer.status == 404)
        return Standing::Fail;
    if (answer.status == 403)
        return error.code == "USER_ACCOUNT_ABNORMAL" || error.code == "REQUEST_BLOCKED" ? Standing::Fail
                                                                                        : Standing::Later;
    return Standing::Unknown;
}

std::optional<Standing> standing_of(const std::string &status)
{
    if (status == "PROCESSING")
        return Standing::Pending;
    if (status == "SUCCESS")
        return Standing::Success;
    if (status == "ABNORMAL")
        return Standing::Fail;
    if (status == "CLOSED")
        return Standing::Closed;
    return std::nullopt;
}

RefundAnswer one_refund(const http::Answer &answer, const RefundNo &refund_no, const AnswerWords &words)
{
    const auto root = parse_json(answer.body);
    if (!root)
        return not_wechats(answer);
    if (text_in(*root, "out_refund_no") != refund_no.text())
        return standing(Standing::Unknown, "the answer is not of refund " + refund_no.text());
    return refund_in(*root, "status", words);
}

std::optional<Money> amount_in(const JsonNode &object)
{
    const JsonNode *amount = object_in(object, "amount");
    const auto refund = amount == nullptr ? std::nullopt : integer_in(*amount, "refund");
    if (!refund)
        return std::nullopt;
    // A callback names no currency: there is only one.
    const std::string currency = text_in(*amount, "currency");
    const auto money = from_gateway_amount(PaymentProvider::WechatPay, *refund, currency.empty() ? "CNY" : currency);
    return money ? std::optional(*money) : std::nullopt;
}

}  // namespace

RefundAnswer refund_in(const JsonNode &object, std::string_view status_name, const AnswerWords &words)
{
    const std::string id = text_in(object, "refund_id");
    if (!is_gateway_id(id))
        return standing(Standing::Unknown, "not a refund of WeChat Pay's");
    const std::string status = text_in(object, status_name);
    const std::string account = text_in(object, "user_received_account");
    const auto known = standing_of(status);
    RefundAnswer answer = standing(
        known.value_or(Standing::Unknown),
        words.clean((known ? status : "status \"" + status + "\"") + (account.empty() ? "" : ": " + account)));
    if (known == Standing::Success && is_one_of(merchant_accounts, account)) {
        answer.standing = Standing::Closed;
        answer.words = words.clean("paid to the merchant's own account (" + account + "), not to the customer");
    }
    answer.repairable = known == Standing::Fail;
    answer.external_refund_id = id;
    answer.amount = amount_in(object);
    if (std::string payment = text_in(object, "out_trade_no"); !payment.empty())
        answer.payments.push_back(std::move(payment));
    return answer;
}

SentAnswer read_sent(const http::Answer &answer, const RefundNo &refund_no, const AnswerWords &words)
{
    if (answer.outcome != http::Outcome::Answered)
        return {unanswered(answer, words)};
    if (is_done(answer))
        return {one_refund(answer, refund_no, words)};
    const auto error = error_in(answer);
    if (!error)
        return {not_wechats(answer)};
    const Standing refused = standing_of_refusal(answer, *error);
    return {standing(refused, words_of(answer, *error, words)),
            refused == Standing::Fail && error->code == "INVALID_REQUEST"};
}

RefundAnswer read_asked(const http::Answer &answer, const RefundNo &refund_no, const AnswerWords &words)
{
    if (answer.outcome != http::Outcome::Answered)
        return unanswered(answer, words);
    if (is_done(answer))
        return one_refund(answer, refund_no, words);
    const auto error = error_in(answer);
    if (!error)
        return not_wechats(answer);
    const std::string said = words_of(answer, *error, words);
    if (answer.status == 404 && is_one_of(not_found_codes, error->code))
        return standing(Standing::NotFound, said);
    return standing(is_to_be_tried_again(answer, *error) || answer.status == 403 ? Standing::Later : Standing::Unknown,
                    said);
}

}  // namespace aftercharge::payment::wechatpay

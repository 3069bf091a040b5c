// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/payment/wechatpay/wechatpay_request.h"

#include <algorithm>

#include "models/gateway/ocpi/json_tree.h"
#include "models/gateway/payment/amounts.h"
#include "models/gateway/payment/url_text.h"

namespace aftercharge::payment::wechatpay {
namespace {

constexpr auto refunds_path = "/v3/refund/domestic/refunds";

bool is_number(std::string_view text, std::size_t shortest, std::size_t longest)
{
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view("_-|*@").find(c) != std::string_view::npos;
    };
    return text.size() >= shortest && text.size() <= longest && std::all_of(text.begin(), text.end(), allowed);
}

// Shown to the customer in WeChat's message; at most 80 bytes.
std::string_view reason_text(ReasonCode reason)
{
    switch (reason) {
    case ReasonCode::Returned:
        return "退货";
    case ReasonCode::Lost:
        return "包裹丢失";
    case ReasonCode::Damaged:
        return "商品损坏";
    case ReasonCode::CustomerRequest:
        return "用户申请退款";
    default:
        return "售后退款";
    }
}

http::Request request_to(const WechatPayOptions &options, const std::string &path)
{
    http::Request request;
    request.url = without_last_slash(options.base_url) + path;
    // Names the key whose signature we can check, so that the answer is signed with it.
    request.headers = {{"Accept", "application/json"}, {"Wechatpay-Serial", options.platform_serial_no}};
    return request;
}

http::Request with_body(http::Request request, std::string body)
{
    request.method = http::Method::Post;
    request.headers.emplace_back("Content-Type", "application/json");
    request.body = std::move(body);
    return request;
}

std::string member(std::string_view name, std::string_view value)
{
    return quoted_json(name) + ":" + quoted_json(value);
}

}  // namespace

Result<http::Request> refund_request(const WechatPayOptions &options, const RefundCall &call)
{
    if (!is_number(call.refund_no.text(), 1, 64))
        return fail(ErrorCode::InputInvalid, "not a refund number that WeChat Pay takes");
    if (!is_number(call.payment_external_id, 6, 32))
        return fail(ErrorCode::InputInvalid, "not an out_trade_no");
    const auto amount = to_gateway_amount(PaymentProvider::WechatPay, call.amount);
    if (!amount)
        return pass_on(amount);
    const auto paid = to_gateway_amount(PaymentProvider::WechatPay, call.paid);
    if (!paid)
        return pass_on(paid);
    if (*amount <= 0)
        return fail(ErrorCode::MoneyNotPositive, call.amount.to_text());
    std::string body = "{" + member("out_trade_no", call.payment_external_id) + "," +
                       member("out_refund_no", call.refund_no.text()) + "," +
                       member("reason", reason_text(call.reason)) + ",";
    if (!options.notify_url.empty())
        body += member("notify_url", options.notify_url) + ",";
    body += "\"amount\":{\"refund\":" + std::to_string(*amount) + ",\"total\":" + std::to_string(*paid) + "," +
            member("currency", "CNY") + "}}";
    return with_body(request_to(options, refunds_path), std::move(body));
}

http::Request ask_request(const WechatPayOptions &options, const RefundNo &refund_no)
{
    return request_to(options, refunds_path + ("/" + percent_encoded(refund_no.text())));
}

http::Request repair_request(const WechatPayOptions &options, const std::string &external_refund_id,
                             const RefundNo &refund_no)
{
    const std::string path = refunds_path + ("/" + percent_encoded(external_refund_id)) + "/apply-abnormal-refund";
    return with_body(request_to(options, path), "{" + member("out_refund_no", refund_no.text()) + "," +
                                                    member("type", "MERCHANT_BANK_CARD") + "}");
}

}  // namespace aftercharge::payment::wechatpay

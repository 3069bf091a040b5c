// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/sandbox/wechat_json.h"
#include "app/sim/sandbox/wechat_shape.h"

// POST …/refunds and POST …/refunds/{refund_id}/apply-abnormal-refund.
namespace aftercharge::sim {

namespace {

constexpr std::size_t most_partial_refunds = 50;

HttpReply invalid(const std::string &message)
{
    return wechat_error(400, "INVALID_REQUEST", message);
}

std::optional<HttpReply> flaw_in(const Json &body)
{
    const Json &amount = object_of(body, "amount");
    const std::string number = text_of(body, "out_refund_no");
    if (number.empty() || number.size() > 64)
        return wechat_error(400, "PARAM_ERROR", "out_refund_no 必填，不超过64字节");
    if (text_of(body, "out_trade_no").empty() == text_of(body, "transaction_id").empty())
        return wechat_error(400, "PARAM_ERROR", "transaction_id 与 out_trade_no 二选一");
    if (whole_of(amount, "refund").value_or(0) <= 0 || whole_of(amount, "total").value_or(0) <= 0)
        return wechat_error(400, "PARAM_ERROR", "amount.refund 与 amount.total 必填，为正整数");
    if (text_of(amount, "currency") != "CNY")
        return wechat_error(400, "PARAM_ERROR", "amount.currency 只支持 CNY");
    if (text_of(body, "reason").size() > 80)
        return wechat_error(400, "PARAM_ERROR", "reason 不超过80字节");
    return std::nullopt;
}

// Of those outcomes that keep a request from being done.
std::optional<HttpReply> scripted_error(const Step &step)
{
    if (step.has(Outcome::HtmlBefore))
        return proxy_page();
    if (step.has(Outcome::ServerError))
        return wechat_error(500, "SYSTEM_ERROR", "系统异常，请稍后重试");
    if (step.has(Outcome::RateLimited))
        return wechat_error(429, "FREQUENCY_LIMITED", "频率超限");
    if (step.has(Outcome::NotEnough))
        return wechat_error(403, "NOT_ENOUGH", "基本账户余额不足，请充值后重新发起");
    if (step.has(Outcome::Refused))
        return wechat_error(403, "USER_ACCOUNT_ABNORMAL", "用户账户异常或注销");
    return std::nullopt;
}

}  // namespace

WechatShape::Acted WechatShape::post_refund(const Json &body)
{
    if (auto flaw = flaw_in(body))
        return {*flaw, {}, {}};
    const std::string number = text_of(body, "out_refund_no");
    if (const PlayedRefund *before = book_.by_number(number)) {
        const auto unlike = unlike_the_first(*before, body);
        return {unlike ? *unlike : rendered(*before), {}, {}};
    }
    const std::string trade = text_of(body, "out_trade_no").empty() ? text_of(body, "transaction_id")
                                                                    : text_of(body, "out_trade_no");
    Step step = core_.scripts.take({trade, PaymentBook::key_of(trade)}, Deed::Refund);
    if (step.has(Outcome::LostBefore)) {
        HttpReply lost;
        lost.lost = true;
        return {lost, step, {}};
    }
    if (auto error = scripted_error(step))
        return {*error, step, {}};
    return create(body, number, trade, std::move(step));
}

std::optional<HttpReply> WechatShape::unlike_the_first(const PlayedRefund &refund, const Json &body) const
{
    const Json &amount = object_of(body, "amount");
    if (whole_of(amount, "refund") != refund.amount)
        return invalid("订单金额或退款金额与之前请求不一致，请核实后再试");
    return std::nullopt;
}

WechatShape::Acted WechatShape::create(const Json &body, const std::string &number, const std::string &trade, Step step)
{
    const Json &amount = object_of(body, "amount");
    const std::int64_t total = whole_of(amount, "total").value_or(0);
    if (book_.payment(trade) == nullptr && !access_.trades_must_be_named)
        book_.pay(
            {trade, "cny", access_.paid_on_first_use > 0 ? access_.paid_on_first_use : total, core_.clock->now()});
    const PlayedPayment *paid = book_.payment(trade);
    if (paid == nullptr)
        return {wechat_error(404, "RESOURCE_NOT_EXISTS", "订单不存在"), step, {}};
    if (total != paid->paid)
        return {invalid("订单金额或退款金额与之前请求不一致，请核实后再试"), step, {}};
    const std::int64_t asked = whole_of(amount, "refund").value_or(0);
    if (asked > book_.left(*paid))
        return {invalid("累计退款金额大于支付金额"), step, {}};
    if (book_.newest_first(trade).size() >= most_partial_refunds)
        return {invalid("部分退款次数超过50次"), step, {}};
    PlayedRefund refund;
    refund.id = "5030" + random_digits(24);
    refund.number = number;
    refund.payment_id = trade;
    refund.amount = asked;
    refund.created_at = core_.clock->now();
    refund.reason = text_of(body, "reason");
    refund.notify_url = text_of(body, "notify_url");
    refund.step = step;
    PlayedRefund &added = book_.add(std::move(refund));
    flow_.begin(added);
    Acted acted{rendered(added), step, {}};
    if (step.has(Outcome::WebhookBeforeReply)) {
        flow_.settle_quietly(added);
        acted.first = {webhook_for(added)};
    } else {
        tell(added);
    }
    return acted;
}

WechatShape::Acted WechatShape::post_abnormal(const std::string &refund_id, const Json &body)
{
    PlayedRefund *refund = book_.by_id(refund_id);
    if (refund == nullptr || refund->number != text_of(body, "out_refund_no"))
        return {wechat_error(404, "RESOURCE_NOT_EXISTS", "退款单不存在"), {}, {}};
    const std::string type = text_of(body, "type");
    if (type != "USER_BANK_CARD" && type != "MERCHANT_BANK_CARD")
        return {wechat_error(400, "PARAM_ERROR", "type 必填"), {}, {}};
    if (refund->state != RefundState::Failed)
        return {invalid("退款单状态不是退款异常"), {}, {}};
    Step step = core_.scripts.take({refund->payment_id, PaymentBook::key_of(refund->payment_id)}, Deed::Refund);
    if (auto error = scripted_error(step))
        return {*error, step, {}};
    // A repair is never done at once. Paid to the merchant's own account the number ends closed: the
    // customer has to be paid in another way.
    if (!step.has_any({Outcome::Fail, Outcome::Closed, Outcome::PendingThenSuccess}))
        step.outcomes.push_back(type == "USER_BANK_CARD" ? Outcome::PendingThenSuccess : Outcome::Closed);
    refund->step = step;
    flow_.begin(*refund);
    tell(*refund);
    return {rendered(*refund), step, {}};
}

}  // namespace aftercharge::sim

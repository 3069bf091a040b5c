// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/sandbox/wechat_json.h"

#include <functional>

#include "app/sim/sandbox/crypto.h"

namespace aftercharge::sim {

std::string wechat_time(UtcTime time)
{
    const std::string text = to_iso8601(time + std::chrono::hours(8));
    return text.substr(0, text.find('.')) + "+08:00";
}

std::string wechat_status(RefundState state)
{
    switch (state) {
    case RefundState::Pending:
        return "PROCESSING";
    case RefundState::Succeeded:
        return "SUCCESS";
    case RefundState::Failed:
        return "ABNORMAL";
    case RefundState::Canceled:
        return "CLOSED";
    }
    return {};
}

std::string wechat_transaction_id(const PlayedPayment &payment)
{
    // 28 digits that stay the same for one trade.
    std::string digits = std::to_string(std::hash<std::string>{}(payment.id));
    digits.resize(24, '0');
    return "4200" + digits;
}

Json wechat_refund(const PlayedRefund &refund, const PlayedPayment &payment)
{
    Json json{
        {"refund_id", refund.id},
        {"out_refund_no", refund.number},
        {"transaction_id", wechat_transaction_id(payment)},
        {"out_trade_no", payment.id},
        {"channel", "ORIGINAL"},
        {"user_received_account", "招商银行借记卡0403"},
        {"create_time", wechat_time(refund.created_at)},
        {"status", wechat_status(refund.state)},
        {"funds_account", "AVAILABLE"},
        {"amount",
         {{"total", payment.paid},
          {"refund", refund.amount},
          {"from", Json::array()},
          {"payer_total", payment.paid},
          {"payer_refund", refund.amount},
          {"settlement_refund", refund.amount},
          {"settlement_total", payment.paid},
          {"discount_refund", 0},
          {"currency", "CNY"},
          {"refund_fee", 0}}},
        {"promotion_detail", Json::array()},
    };
    if (refund.state == RefundState::Succeeded)
        json["success_time"] = wechat_time(refund.settled_at);
    return json;
}

Json wechat_notice(const PlayedRefund &refund, const PlayedPayment &payment, const std::string &mchid)
{
    Json json{
        {"mchid", mchid},
        {"transaction_id", wechat_transaction_id(payment)},
        {"out_trade_no", payment.id},
        {"refund_id", refund.id},
        {"out_refund_no", refund.number},
        {"refund_status", wechat_status(refund.state)},
        {"user_received_account", "招商银行借记卡0403"},
        {"amount",
         {{"total", payment.paid},
          {"refund", refund.amount},
          {"payer_total", payment.paid},
          {"payer_refund", refund.amount}}},
    };
    if (refund.state == RefundState::Succeeded)
        json["success_time"] = wechat_time(refund.settled_at);
    return json;
}

HttpReply wechat_reply(int status, const Json &body)
{
    HttpReply reply;
    reply.status = status;
    reply.body = body.dump();
    reply.headers = {{"Request-ID", random_hex(32)}};
    return reply;
}

HttpReply wechat_error(int status, const std::string &code, const std::string &message)
{
    return wechat_reply(status, Json{{"code", code}, {"message", message}});
}

}  // namespace aftercharge::sim

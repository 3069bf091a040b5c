// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/live/notice_text.h"

#include <string_view>

namespace aftercharge {
namespace {

// Puts sentences together from parts that may be missing.
class Sentences {
public:
    explicit Sentences(const Notice &notice) : values_(notice.values) {}

    Sentences &say(std::string_view zh_cn, std::string_view en)
    {
        text_.zh_cn += zh_cn;
        text_.en += en;
        return *this;
    }
    // The part around an amount, when there is one that is not zero.
    Sentences &amount(const char *key, std::string_view before_zh, std::string_view before_en)
    {
        const std::string shown = money(key);
        if (!shown.empty()) {
            text_.zh_cn.append(before_zh).append(shown);
            text_.en.append(before_en).append(shown);
        }
        return *this;
    }
    Sentences &value(const char *key, std::string_view before_zh, std::string_view before_en)
    {
        const std::string shown = find(key);
        if (!shown.empty()) {
            text_.zh_cn.append(before_zh).append(shown);
            text_.en.append(before_en).append(shown);
        }
        return *this;
    }
    NoticeText end() const { return {text_.zh_cn + "。", text_.en + "."}; }
    // Ends with the words of a person, which bring their own full stop.
    NoticeText end_with(const char *key, std::string_view before_zh, std::string_view before_en) const
    {
        const std::string shown = find(key);
        if (shown.empty())
            return end();
        return {text_.zh_cn + std::string(before_zh) + shown, text_.en + std::string(before_en) + shown};
    }

private:
    std::string find(const char *key) const
    {
        const auto found = values_.find(key);
        return found == values_.end() ? std::string() : found->second;
    }
    std::string money(const char *key) const
    {
        const std::string text = find(key);
        if (text.find_first_of("123456789") == std::string::npos)
            return {};
        const std::string currency = find("currency");
        return currency == "CNY" ? "¥" + text : text + (currency.empty() ? "" : " " + currency);
    }

    const std::map<std::string, std::string> &values_;
    NoticeText text_;
};

NoticeText claim_text(const Notice &notice)
{
    Sentences text(notice);
    switch (notice.kind) {
    case NoticeKind::ClaimOpened:
        return text.say("我们已就您的包裹向承运商申请理赔", "We have opened a claim with the carrier for your parcel")
            .value("claim_no", "，理赔单号 ", "; claim ")
            .end();
    case NoticeKind::ClaimApproved:
        return text.say("承运商已同意理赔", "The carrier has approved the claim")
            .value("claim_no", "，理赔单号 ", "; claim ")
            .amount("amount", "，赔付金额 ", "; amount approved ")
            .end();
    case NoticeKind::ClaimDenied:
        return text.say("承运商未同意理赔，我们会继续为您处理", "The carrier has denied the claim; we go on with it")
            .value("claim_no", "，理赔单号 ", "; claim ")
            .end_with("reason", "，原因：", ". Reason: ");
    case NoticeKind::ClaimClosed:
        return text.say("理赔已处理完毕", "The claim has been decided")
            .value("claim_no", "，理赔单号 ", "; claim ")
            .amount("amount", "，金额 ", "; amount ")
            .end_with("reason", "。", ". ");
    case NoticeKind::CouponIssued:
        return text.say("已向您发放抵用券", "You have been given a coupon")
            .amount("amount", "，面额 ", " of ")
            .value("refund_no", "，券号 ", "; code ")
            .end();
    default:
        return {};
    }
}

NoticeText goods_text(const Notice &notice)
{
    Sentences text(notice);
    switch (notice.kind) {
    case NoticeKind::GoodsRefundSent:
        return text.say("退款已提交支付渠道", "Your refund is on its way through the payment provider")
            .amount("amount", "，金额 ", "; amount ")
            .value("refund_no", "，退款单号 ", "; refund ")
            .end();
    case NoticeKind::GoodsRefundDone:
        return text.say("退款已原路退回", "Your refund has been paid back the way you paid")
            .amount("amount", "，金额 ", "; amount ")
            .value("refund_no", "，退款单号 ", "; refund ")
            .value("external_refund_id", "，渠道凭证 ", "; proof ")
            .end();
    case NoticeKind::GoodsRefundFailed:
        return text.say("退款未成功，我们正在处理", "Your refund did not go through; we are looking at it")
            .amount("amount", "，金额 ", "; amount ")
            .value("refund_no", "，退款单号 ", "; refund ")
            .end();
    case NoticeKind::GoodsRefundReversed:
        return text.say("退款被支付渠道退回，我们正在处理", "Your refund came back to us; we are looking at it")
            .amount("amount", "，金额 ", "; amount ")
            .value("refund_no", "，退款单号 ", "; refund ")
            .end();
    case NoticeKind::RefundStopped:
        return text.say("包裹无法拦截，发货前退款已停止", "A parcel could not be stopped, so the refund was not made")
            .value("order_no", "，订单 ", "; order ")
            .end_with("reason", "，原因：", ". Reason: ");
    case NoticeKind::ParcelSentAgain:
        return text.say("商品已重新发出", "Your goods have been sent again")
            .value("shipment_no", "，包裹 ", "; parcel ")
            .value("tracking_no", "，运单号 ", "; tracking number ")
            .end();
    case NoticeKind::RequestRejected:
        return text.say("售后申请未通过", "Your request was not accepted")
            .value("ticket_no", "，工单号 ", "; ticket ")
            .end_with("reason", "，原因：", ". Reason: ");
    default:
        return claim_text(notice);
    }
}

}  // namespace

NoticeText notice_text(const Notice &notice)
{
    Sentences text(notice);
    switch (notice.kind) {
    case NoticeKind::ChargingStarted:
        return text.say("充电已开始", "Charging has started").amount("prepaid", "，预付 ", "; prepaid ").end();
    case NoticeKind::ChargingEnded:
        return text.say("充电已结束", "Charging has ended")
            .amount("fee", "，费用 ", "; fee ")
            .amount("returned", "，已退回余额 ", "; returned to your balance ")
            .end();
    case NoticeKind::FaultStopReturned:
        return text.say("充电异常结束，余额已退回", "Charging ended by a fault; the rest was returned to your balance")
            .amount("fee", "，费用 ", "; fee ")
            .amount("returned", "，退回 ", "; returned ")
            .end();
    case NoticeKind::StopRequested:
        return text.say("余额即将用完，正在停止充电", "Your balance is nearly used up; charging is being stopped")
            .end();
    case NoticeKind::Owed:
        return text.say("充电已结束，余额不足", "Charging has ended; your balance did not cover the fee")
            .amount("fee", "，费用 ", "; fee ")
            .amount("owed", "，待补缴 ", "; owed ")
            .end();
    case NoticeKind::DebtPaid:
        return text.say("欠费已补缴", "What was owed has been paid").amount("fee", "，费用 ", "; fee ").end();
    case NoticeKind::ComplaintReceived:
        return text.say("投诉已受理", "We have received your complaint")
            .value("ticket_no", "，工单号 ", "; ticket ")
            .end();
    case NoticeKind::RefundDone:
        return text.say("退款已退回余额", "Your refund has been paid to your balance")
            .amount("amount", "，金额 ", "; amount ")
            .value("refund_no", "，退款单号 ", "; refund ")
            .end();
    case NoticeKind::AdjustmentDone:
        return text.say("余额已调整", "Your balance has been adjusted")
            .amount("amount", "，金额 ", "; amount ")
            .value("refund_no", "，单号 ", "; number ")
            .end();
    case NoticeKind::ComplaintRejected:
        return text.say("投诉未通过", "Your complaint was not accepted")
            .value("ticket_no", "，工单号 ", "; ticket ")
            .end_with("reason", "，原因：", ". Reason: ");
    case NoticeKind::TicketReply:
        return text.say("客服回复", "Customer service replied")
            .value("ticket_no", "，工单号 ", "; ticket ")
            .end_with("reason", "：", ": ");
    default:
        return goods_text(notice);
    }
}

}  // namespace aftercharge

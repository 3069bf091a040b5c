// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/sandbox/wechat_shape.h"

#include "app/sim/sandbox/wechat_json.h"

namespace aftercharge::sim {

namespace {

constexpr std::string_view refunds_path = "/v3/refund/domestic/refunds";
constexpr std::string_view refund_start = "/v3/refund/domestic/refunds/";
constexpr std::string_view abnormal_end = "/apply-abnormal-refund";

}  // namespace

WechatShape::WechatShape(SandboxCore &core, WechatAccess access)
    : core_(core), access_(std::move(access)), guard_(access_),
      flow_(core, [this](PlayedRefund &refund) { tell(refund); })
{
}

HttpReply WechatShape::answer(const HttpCall &call)
{
    Step step;
    HttpReply reply = unsigned_answer(call, step);
    if (!step.has(Outcome::HtmlBefore))
        guard_.sign(reply, core_.signing_time({}), step);
    return on_its_way(step, reply);
}

HttpReply WechatShape::unsigned_answer(const HttpCall &call, Step &step)
{
    if (auto refusal = guard_.refusal(call, core_.clock->now()))
        return *refusal;
    if (call.method == "GET" && call.path == "/v3/certificates")
        return certificates();
    if (call.method == "GET" && call.path.starts_with(refund_start)) {
        const std::lock_guard lock(core_.mutex);
        return get_refund(call.path.substr(refund_start.size()));
    }
    const bool is_abnormal = call.path.starts_with(refund_start) && call.path.ends_with(abnormal_end);
    if (call.method != "POST" || (call.path != refunds_path && !is_abnormal))
        return wechat_error(404, "RESOURCE_NOT_EXISTS", "URL不存在");
    const Json body = Json::parse(call.body, nullptr, false);
    if (!body.is_object())
        return wechat_error(400, "PARAM_ERROR", "请求参数不是合法的JSON");
    Acted acted;
    {
        const std::lock_guard lock(core_.mutex);
        constexpr std::size_t id_at = refund_start.size();
        acted = is_abnormal
                    ? post_abnormal(call.path.substr(id_at, call.path.size() - abnormal_end.size() - id_at), body)
                    : post_refund(body);
    }
    step = acted.step;
    acted.reply.number = text_of(body, "out_refund_no");
    for (const Webhook &webhook : acted.first)
        core_.webhooks.send_now(webhook);
    return acted.reply;
}

HttpReply WechatShape::get_refund(const std::string &number)
{
    const PlayedRefund *refund = book_.by_number(number);
    HttpReply reply = refund == nullptr ? wechat_error(404, "RESOURCE_NOT_EXISTS", "退款单不存在") : rendered(*refund);
    reply.number = number;
    return reply;
}

HttpReply WechatShape::certificates() const
{
    const std::string nonce = random_hex(12);
    const UtcTime now = core_.clock->now();
    const std::string sealed = seal(access_.api_v3_key, nonce, "certificate",
                                    access_.platform.certificate_pem(access_.platform_serial));
    const Json certificate{
        {"serial_no", access_.platform_serial},
        {"effective_time", wechat_time(now - std::chrono::hours(24))},
        {"expire_time", wechat_time(now + std::chrono::hours(24 * 365 * 5))},
        {"encrypt_certificate",
         {{"algorithm", "AEAD_AES_256_GCM"},
          {"nonce", nonce},
          {"associated_data", "certificate"},
          {"ciphertext", sealed}}},
    };
    return wechat_reply(200, Json{{"data", Json::array({certificate})}});
}

HttpReply WechatShape::rendered(const PlayedRefund &refund)
{
    HttpReply reply = wechat_reply(200, wechat_refund(refund, *book_.payment(refund.payment_id)));
    reply.number = refund.number;
    return reply;
}

Webhook WechatShape::webhook_for(const PlayedRefund &refund)
{
    Webhook webhook;
    webhook.gateway = "WECHAT_PAY";
    webhook.url = refund.notify_url;
    if (webhook.url.empty() && !core_.webhook_base.empty())
        webhook.url = core_.webhook_base + "/wechatpay";
    webhook.event_id = random_hex(8) + '-' + random_hex(4) + '-' + random_hex(4) + '-' + random_hex(4) + '-' +
                       random_hex(12);
    webhook.kind = "REFUND." + wechat_status(refund.state);
    webhook.copies = refund.step.has(Outcome::DuplicateWebhook) ? 2 : 1;
    const std::string nonce = random_hex(12);
    const Json notice = wechat_notice(refund, *book_.payment(refund.payment_id), access_.mchid);
    const Json body{
        {"id", webhook.event_id},
        {"create_time", wechat_time(core_.clock->now())},
        {"resource_type", "encrypt-resource"},
        {"event_type", webhook.kind},
        {"summary", "退款通知"},
        {"resource",
         {{"original_type", "refund"},
          {"algorithm", "AEAD_AES_256_GCM"},
          {"ciphertext", seal(access_.api_v3_key, nonce, "refund", notice.dump())},
          {"associated_data", "refund"},
          {"nonce", nonce}}},
    };
    webhook.body = body.dump();
    webhook.headers = guard_.headers_for(webhook.body, core_.signing_time(refund.step),
                                         refund.step.has(Outcome::WrongSignature));
    return webhook;
}

void WechatShape::tell(PlayedRefund &refund)
{
    // Only ends are told, never that one is being processed.
    if (refund.state != RefundState::Pending)
        core_.tell(refund.step, refund.id, refund.more_to_come, {webhook_for(refund)});
}

}  // namespace aftercharge::sim

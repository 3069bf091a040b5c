// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sim/sandbox/json.h"
#include "app/sim/sandbox/refund_flow.h"
#include "app/sim/sandbox/wechat_guard.h"

namespace aftercharge::sim {

// Refunds as WeChat Pay v3 has them: signed both ways, its own key as a certificate.
class WechatShape {
public:
    WechatShape(SandboxCore &core, WechatAccess access);

    HttpReply answer(const HttpCall &call);
    // With the core's mutex held.
    PaymentBook &book() { return book_; }
    const WechatAccess &access() const { return access_; }

private:
    struct Acted {
        HttpReply reply;
        Step step;
        std::vector<Webhook> first;  // to be told before the reply
    };

    HttpReply unsigned_answer(const HttpCall &call, Step &step);
    Acted post_refund(const Json &body);
    Acted create(const Json &body, const std::string &number, const std::string &trade, Step step);
    std::optional<HttpReply> unlike_the_first(const PlayedRefund &refund, const Json &body) const;
    Acted post_abnormal(const std::string &refund_id, const Json &body);
    HttpReply get_refund(const std::string &number);
    HttpReply certificates() const;
    HttpReply rendered(const PlayedRefund &refund);
    Webhook webhook_for(const PlayedRefund &refund);
    void tell(PlayedRefund &refund);

    SandboxCore &core_;
    WechatAccess access_;
    WechatGuard guard_;
    PaymentBook book_{true};
    RefundFlow flow_;
};

}  // namespace aftercharge::sim

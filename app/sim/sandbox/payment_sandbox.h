// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/sim/sandbox/request_log.h"
#include "app/sim/sandbox/script.h"
#include "app/sim/sim_clock.h"
#include "models/store/gateways.h"

namespace aftercharge::sim {

struct PaymentSandboxOptions {
    int port = 0;              // 0: any; always on 127.0.0.1
    std::string webhook_base;  // "http://127.0.0.1:9400/webhooks": /stripe and /wechatpay come behind it; empty: none
    std::shared_ptr<const SimClock> clock;  // none: real time
    Duration pending{20'000};               // until a pending refund ends, where a step does not say
    Duration late{3'600'000};               // until a late reversal
    // A payment that no script named: what was paid for it (Stripe; 0: it does not exist). WeChat's
    // trades take the total of their first refund.
    std::int64_t paid_on_first_use = 0;
    std::string currency = "cny";
    // PEM of the merchant whose signatures are taken; empty: the sandbox makes the merchant's keys
    // too, and accounts() holds the private one.
    std::string merchant_public_key;
    std::string merchant_serial;
};

// Stripe and WeChat Pay on one port, as a script says. Also served: GET /_sandbox/log, POST
// /_sandbox/script, POST /_sandbox/advance {"seconds": 60}.
class PaymentSandbox {
public:
    explicit PaymentSandbox(PaymentSandboxOptions options = {});
    ~PaymentSandbox();
    PaymentSandbox(const PaymentSandbox &) = delete;
    PaymentSandbox &operator=(const PaymentSandbox &) = delete;

    Result<void> start();  // network.unreachable
    int port() const;
    std::string base_url() const;

    void pay(const std::string &payment_id, std::int64_t paid, const std::string &currency = "cny");
    // "lost_after+pending_then_success", one text a request that acts. Errors: input.invalid.
    Result<void> script(const std::string &payment_id, const std::vector<std::string> &steps);
    void script_steps(const std::string &payment_id, const std::vector<Step> &steps);
    // The "payments" of a script file.
    Result<void> load(const std::string &json);
    // Nearer to what was put off: a pending refund's end, a late reversal.
    void advance(Duration duration);
    void set_webhook_base(const std::string &url);
    // False: after that much real time there were still webhooks to send.
    bool wait_for_webhooks(Duration patience);

    const RequestLog &log() const;
    // How the adapters reach it: STRIPE and WECHAT_PAY.
    std::vector<GatewayAccount> accounts() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace aftercharge::sim

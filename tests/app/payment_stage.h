// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTest>

#include "app/sim/sandbox/payment_sandbox.h"
#include "tests/app/sandbox_client.h"

namespace aftercharge::test {

inline std::string form(const std::string &charge, int amount, const std::string &number)
{
    return "charge=" + charge + "&amount=" + std::to_string(amount) + "&metadata[refund_no]=" + number;
}

inline sim::Json refund_body(const std::string &trade, const std::string &number, int refund, int total = 10'000)
{
    return {{"out_trade_no", trade},
            {"out_refund_no", number},
            {"reason", "test"},
            {"amount", {{"refund", refund}, {"total", total}, {"currency", "CNY"}}}};
}

inline const std::string wechat_path = "/v3/refund/domestic/refunds";

// A payment sandbox that knows ch_1 and T-1, of 100.00 each, and who hears its webhooks.
struct PaymentStage {
    PaymentStage()
    {
        sandbox.set_webhook_base(ear.base());
        QVERIFY(sandbox.start());
        sandbox.pay("ch_1", 10'000, "usd");
        sandbox.pay("T-1", 10'000);
    }
    SandboxClient stripe() const { return SandboxClient(sandbox.accounts().at(0)); }
    SandboxClient wechat() const { return SandboxClient(sandbox.accounts().at(1)); }

    WebhookEar ear;
    sim::PaymentSandbox sandbox;
};

}  // namespace aftercharge::test

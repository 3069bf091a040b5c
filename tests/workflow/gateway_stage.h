// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workflow/gateway_tasks.h"
#include "models/workflow/hear_gateway.h"
#include "tests/support/fake_carrier_gateway.h"
#include "tests/support/fake_payment_gateway.h"
#include "tests/workflow/goods_stage.h"

namespace aftercharge {

// The goods stage with the effect worker and gateways in memory. The clock stands still but for
// advance(): a step does what is due now.
class GatewayStage : public GoodsStage {
public:
    GatewayStage()
    {
        auto stripe = std::make_unique<FakePaymentGateway>();
        auto easypost = std::make_unique<FakeCarrierGateway>();
        pay = stripe.get();
        carrier = easypost.get();
        gateways.payment.emplace(PaymentProvider::Stripe, std::move(stripe));
        gateways.carrier.emplace(CarrierProvider::Easypost, std::move(easypost));
    }

    std::vector<GatewayTask> lease()
    {
        return must(rig.run([](Work &work) { return lease_gateway_tasks(work, "worker", 10); }));
    }
    Result<void> hear(const GatewayTask &task, const GatewayAnswer &answer)
    {
        return rig.run([&](Work &work) { return hear_gateway_answer(work, task, answer); });
    }
    // All that is due, until nothing is. False: it does not come to rest.
    bool work()
    {
        for (int round = 0; round < 20; ++round) {
            const auto tasks = lease();
            if (tasks.empty())
                return true;
            for (const GatewayTask &task : tasks)
                must(hear(task, perform(gateways, task)));
        }
        return false;
    }
    bool work_after(Duration time)
    {
        rig.clock.advance(time);
        return work();
    }

    bool webhook(const RefundNo &refund_no, const std::string &event_id)
    {
        const auto news = pay->news(refund_no, event_id);
        return must(rig.run([&](Work &work) { return hear_payment_webhook(work, "STRIPE", news, "{}"); }));
    }
    bool webhook(const carrier::CarrierNews &news)
    {
        return must(rig.run([&](Work &work) { return hear_carrier_webhook(work, "EASYPOST", news, "{}"); }));
    }

    std::vector<Discrepancy> open_discrepancies() { return must(rig.ledger().gateways().discrepancies(false, 100)); }
    std::string last_entry() { return must(rig.ledger().tickets().entries(ticket_no())).back().text; }

    Gateways gateways;
    FakePaymentGateway *pay = nullptr;
    FakeCarrierGateway *carrier = nullptr;
};

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "app/sim/sandbox/carrier_sandbox.h"
#include "app/sim/sandbox/payment_sandbox.h"

namespace aftercharge::demo {

// The payment services and the carrier of the demo: the sandboxes of aftercharge-sim, told what
// becomes of each payment and parcel of resources/demo/goods_orders.json.
class DemoGateways {
public:
    // `clock` outlives it.
    explicit DemoGateways(const sim::SimClock &clock);

    Result<void> start();
    // How the desk reaches them.
    std::vector<GatewayAccount> accounts() const;
    // Where they call back, once the desk listens.
    void call_back(std::uint16_t webhook_port);

    sim::PaymentSandbox &payment() { return *payment_; }
    sim::CarrierSandbox &carrier() { return *carrier_; }

private:
    std::unique_ptr<sim::PaymentSandbox> payment_;
    std::unique_ptr<sim::CarrierSandbox> carrier_;
};

}  // namespace aftercharge::demo

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "app/wiring/system_clock.h"
#include "app/wiring/system_random.h"
#include "models/store/desk_gate.h"
#include "models/workflow/gateway_tasks.h"
#include "models/workflow/work.h"
#include "tests/support/shared_shop.h"

namespace aftercharge::bench {

// One client: a desk under the agent's login and a daemon under its own, on connections of their
// own; the gateway pays at once, in this process. Used in the thread that made it.
class RefundFlow {
public:
    static Result<std::unique_ptr<RefundFlow>> open(const SharedShop &shop, const std::string &name);

    // A paid order of two lines is taken; the agent decides under his login to refund one unit,
    // within his limit; what was decided is carried out, sent, paid and heard. Seven durable
    // transactions. What another client's daemon was faster to lease, that one does.
    Result<void> run();

    const std::string &name() const { return name_; }
    // Refunds that this client has heard to be paid.
    int refunds_paid() const { return refunds_paid_; }

private:
    RefundFlow(std::string name, OpenStore store, std::unique_ptr<DeskGate> desk);
    Result<void> take_order(const OrderNo &order_no);
    Result<void> decide(const OrderNo &order_no);
    Result<void> pay();

    std::string name_;
    OpenStore store_;
    std::unique_ptr<DeskGate> desk_;
    SystemClock clock_;
    SystemRandom random_;
    Changes changes_;
    Gateways gateways_;
    Work work_;
    int orders_ = 0;
    int refunds_paid_ = 0;
};

}  // namespace aftercharge::bench

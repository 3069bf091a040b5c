// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "app/sim/sandbox/payment_book.h"
#include "app/sim/sandbox/sandbox_core.h"

namespace aftercharge::sim {

// Leads a refund through the states that its step says. Everything with the core's mutex held.
class RefundFlow {
public:
    // After each change of state but the first.
    using Changed = std::function<void(PlayedRefund &)>;

    RefundFlow(SandboxCore &core, Changed changed);

    // Its first state, also of one that is repaired; the others come by themselves.
    void begin(PlayedRefund &refund);
    // Ends a pending one at once and tells nobody.
    void settle_quietly(PlayedRefund &refund);

private:
    void settle(PlayedRefund &refund);
    void put_late(PlayedRefund &refund);

    SandboxCore &core_;
    Changed changed_;
};

}  // namespace aftercharge::sim

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/sandbox/refund_flow.h"

namespace aftercharge::sim {

namespace {

RefundState end_of(const Step &step)
{
    if (step.has(Outcome::Fail))
        return RefundState::Failed;
    return step.has(Outcome::Closed) ? RefundState::Canceled : RefundState::Succeeded;
}

bool has_late(const Step &step)
{
    return step.has_any({Outcome::LateReversal, Outcome::LateFailAfterSuccess});
}

}  // namespace

RefundFlow::RefundFlow(SandboxCore &core, Changed changed) : core_(core), changed_(std::move(changed)) {}

void RefundFlow::begin(PlayedRefund &refund)
{
    const Step &step = refund.step;
    const Duration after = step.after.value_or(core_.after);
    const bool waits = step.has_any({Outcome::PendingThenSuccess, Outcome::Fail, Outcome::Closed}) &&
                       after > Duration{0};
    if (step.has(Outcome::WebhookBeforeReply)) {
        refund.state = RefundState::Pending;
        refund.more_to_come = true;
    } else if (waits) {
        refund.state = RefundState::Pending;
        refund.more_to_come = true;
        core_.timeline.after(after, [this, &refund] {
            const std::lock_guard lock(core_.mutex);
            settle(refund);
            changed_(refund);
        });
    } else {
        settle(refund);
    }
}

void RefundFlow::settle_quietly(PlayedRefund &refund)
{
    settle(refund);
}

void RefundFlow::settle(PlayedRefund &refund)
{
    refund.state = end_of(refund.step);
    refund.settled_at = core_.clock->now();
    refund.more_to_come = has_late(refund.step);
    if (refund.more_to_come)
        put_late(refund);
}

void RefundFlow::put_late(PlayedRefund &refund)
{
    core_.timeline.after(refund.step.late.value_or(core_.late), [this, &refund] {
        const std::lock_guard lock(core_.mutex);
        refund.state = refund.step.has(Outcome::LateFailAfterSuccess) ? RefundState::Failed : RefundState::Canceled;
        refund.settled_at = core_.clock->now();
        refund.more_to_come = false;
        changed_(refund);
    });
}

}  // namespace aftercharge::sim

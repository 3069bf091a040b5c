// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/claim_limits.h"

#include <algorithm>

#include "models/workflow/approval_rules.h"
#include "models/workflow/claim_steps.h"
#include "models/workflow/goods_steps.h"
#include "models/workflow/ledger_steps.h"
#include "models/workflow/operator_rights.h"
#include "models/workflow/refund_bounds.h"
#include "models/workflow/refund_steps.h"

namespace aftercharge {
Result<Money> promised_alone(ClaimReader &claims, const OrderNo &order_no, const std::vector<Refund> &refunds,
                             const OperatorName &by, Currency currency, const ClaimNo &except)
{
    const auto all = claims.of_order(order_no);
    if (!all)
        return pass_on(all);
    Result<Money> sum = Money::zero(currency);
    for (const Claim &claim : *all) {
        const bool is_refund = std::any_of(refunds.begin(), refunds.end(),
                                           [&](const Refund &refund) { return refund.claim_no == claim.claim_no; });
        if (claim.claim_no == except || claim.approval != ApprovalState::Approved ||
            claim.state == ClaimState::Denied || claim.state == ClaimState::Closed || claim.requested_by != by ||
            claim.approved_by != by || is_refund)
            continue;
        sum = sum.and_then([&](const Money &so_far) { return add(so_far, claim.up_to); });
    }
    return sum;
}

Result<bool> may_promise_alone(UnitOfWork &unit, const Claim &claim, const Operator &person)
{
    if (claim.up_to.is_zero())
        return true;
    const auto rules = unit.approvals().rules();
    if (!rules)
        return pass_on(rules);
    const auto refunds = unit.refunds().of_order(claim.order_no);
    if (!refunds)
        return pass_on(refunds);
    const auto granted = granted_alone(*refunds, person.name, claim.up_to.currency());
    if (!granted)
        return pass_on(granted);
    return promised_alone(unit.claims(), claim.order_no, *refunds, person.name, claim.up_to.currency(), claim.claim_no)
        .and_then([&](const Money &promised) { return add(promised, *granted); })
        .and_then([&](const Money &before) { return add(before, claim.up_to); })
        .map(
            [&](const Money &in_all) { return within_limit(person, in_all) && approvers_needed(*rules, in_all) <= 1; });
}

Result<void> record_claim_approval(UnitOfWork &unit, Work &work, Claim &claim, const OperatorName &by)
{
    if (auto approved = unit.claims().approve(claim.claim_no, by, claim.up_to, work.clock.now()); !approved)
        return approved;
    claim.approval = ApprovalState::Approved;
    claim.approved_by = by;
    if (auto written = write_claim(unit, work, claim); !written)
        return written;
    return audit(unit, work, actor_of(by), "claim.approve", "carrier_claim", claim.claim_no.text(),
                 "up to " + amount_text(claim.up_to));
}

}  // namespace aftercharge

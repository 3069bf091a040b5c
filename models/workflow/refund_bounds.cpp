// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/refund_bounds.h"

namespace aftercharge {

Result<Money> granted_alone(const std::vector<Refund> &refunds, const OperatorName &by, Currency currency)
{
    Result<Money> sum = Money::zero(currency);
    for (const Refund &refund : refunds) {
        if (holds_money(refund) && refund.requested_by == by && refund.approved_by == by)
            sum = sum.and_then([&](const Money &so_far) { return add(so_far, refund.amount); });
    }
    return sum;
}

Result<RefundBounds> refund_bounds(const ChargingOrder &order, const std::vector<Refund> &refunds)
{
    auto paid = subtract(order.fee, order.owed);
    if (!paid)
        return pass_on(paid);
    Money left = *paid;
    for (const Refund &refund : refunds) {
        if (!holds_money(refund))
            continue;
        auto rest = subtract(left, refund.amount);
        if (!rest)
            return pass_on(rest);
        left = *rest;
    }
    return RefundBounds{.paid = *paid, .refundable = left};
}

}  // namespace aftercharge

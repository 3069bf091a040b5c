// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/refund_line.h"

#include <algorithm>

#include "models/workflow/gateway_steps.h"

namespace aftercharge {
namespace {

// The first of a line of refunds that stand in for one another.
RefundNo first_of(const std::vector<Refund> &refunds, const Refund &refund)
{
    RefundNo first = refund.refund_no;
    RefundNo before = refund.retry_of;
    for (std::size_t steps = 0; !before.is_empty() && steps < refunds.size(); ++steps) {
        first = before;
        const auto found = std::find_if(refunds.begin(), refunds.end(),
                                        [&](const Refund &one) { return one.refund_no == first; });
        before = found == refunds.end() ? RefundNo{} : found->retry_of;
    }
    return first;
}

Result<std::vector<Refund>> others_of_line(UnitOfWork &unit, const Refund &refund)
{
    auto refunds = unit.refunds().of_order(refund.order_no);
    if (!refunds)
        return refunds;
    const RefundNo first = first_of(*refunds, refund);
    std::vector<Refund> line;
    for (const Refund &one : *refunds) {
        if (one.refund_no != refund.refund_no && first_of(*refunds, one) == first)
            line.push_back(one);
    }
    return line;
}

}  // namespace

Result<std::optional<RefundNo>> stand_in_of(UnitOfWork &unit, const Refund &refund)
{
    const auto line = others_of_line(unit, refund);
    if (!line)
        return pass_on(line);
    const auto found = std::find_if(line->begin(), line->end(), [](const Refund &one) { return holds_money(one); });
    return found == line->end() ? std::optional<RefundNo>{} : std::optional<RefundNo>{found->refund_no};
}

Result<std::optional<RefundNo>> paid_after_all(UnitOfWork &unit, const Refund &refund)
{
    if (refund.retry_of.is_empty())
        return std::optional<RefundNo>{};
    const auto line = others_of_line(unit, refund);
    if (!line)
        return pass_on(line);
    for (const Refund &one : *line) {
        const auto open = open_discrepancy(unit, DiscrepancyKind::ExceedsPaid, "payment_refund", one.refund_no.text());
        if (!open)
            return pass_on(open);
        if (*open)
            return std::optional<RefundNo>{one.refund_no};
    }
    return std::optional<RefundNo>{};
}

}  // namespace aftercharge

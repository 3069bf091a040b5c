// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/refund_difference.h"

namespace aftercharge {

bool RefundDifference::is_empty() const
{
    return *this == RefundDifference{};
}

RefundDifference refund_difference(const Refund &before, const Refund &after)
{
    RefundDifference found;
    found.amount = differing(before.amount, after.amount);
    found.approval = differing(before.approval, after.approval);
    found.status = differing(before.status, after.status);
    found.reason_code = differing(before.reason_code, after.reason_code);
    found.note = differing(before.note, after.note);
    found.items = differing(before.items, after.items);
    found.basis = before.basis != after.basis;
    if (before.approved_by != after.approved_by)
        found.approved_by = after.approved_by;
    if (before.decided_at != after.decided_at)
        found.at = after.decided_at;
    return found;
}

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/domain/refund.h"
#include "models/workflow/before_after.h"

namespace aftercharge {

// What became of a refund since a person read it: the fields he decides by.
struct RefundDifference {
    std::optional<BeforeAfter<Money>> amount;
    std::optional<BeforeAfter<ApprovalState>> approval;
    std::optional<BeforeAfter<RefundStatus>> status;
    std::optional<BeforeAfter<ReasonCode>> reason_code;
    std::optional<BeforeAfter<std::string>> note;
    std::optional<BeforeAfter<std::vector<RefundItem>>> items;
    bool basis = false;         // how the amount was computed is another
    OperatorName approved_by;   // who approved it meanwhile
    std::optional<UtcTime> at;  // when it was decided meanwhile

    bool is_empty() const;
    friend bool operator==(const RefundDifference &, const RefundDifference &) = default;
};

RefundDifference refund_difference(const Refund &before, const Refund &after);

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "models/domain/claim.h"
#include "models/workflow/work.h"

namespace aftercharge {

// Whether a claim's "up to X" needs nobody else: X is 0, or within what the person may grant of
// the order by himself, refunds and the promises of his other claims counted in, and where the
// rules ask for nobody else.
Result<bool> may_promise_alone(UnitOfWork &unit, const Claim &claim, const Operator &person);

// What he promised alone by claims of the order that are open and not a refund yet (`refunds` of
// the order: such a one counts by itself), but for `except`.
Result<Money> promised_alone(ClaimReader &claims, const OrderNo &order_no, const std::vector<Refund> &refunds,
                             const OperatorName &by, Currency currency, const ClaimNo &except = {});

// The one approval of exactly up_to; the claim is written with it.
Result<void> record_claim_approval(UnitOfWork &unit, Work &work, Claim &claim, const OperatorName &by);

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/refund.h"
#include "models/workflow/work.h"

namespace aftercharge {

// The movements of a goods refund, each with an id that follows from the refund's own, so that
// the same step taken twice moves nothing twice. Reference: the order's number.

// revenue → refunds_payable. Once by the approval; again for a FAIL that turns out to be none.
Result<void> promise_refund(UnitOfWork &unit, Work &work, const Refund &refund, const Actor &actor);

// refunds_payable → revenue: corrects the promise that still stands.
Result<void> release_refund(UnitOfWork &unit, Work &work, const Refund &refund, const Actor &actor);

// refunds_payable → gateway_clearing, cash or coupons_payable, by kind, under the refund's transfer_id.
Result<void> pay_refund(UnitOfWork &unit, Work &work, const Refund &refund, const Actor &actor);

// gateway_clearing → revenue: corrects what pay_refund moved. state.not_allowed for what did not go
// through a gateway.
Result<void> take_refund_back(UnitOfWork &unit, Work &work, const Refund &refund, const Actor &actor);

// Whether a refund that holds nothing any more may hold its money and units again:
// refund.exceeds_paid (also where another stands in for it), order_item.units_not_left.
Result<void> check_can_hold_again(UnitOfWork &unit, const Refund &refund);

}  // namespace aftercharge

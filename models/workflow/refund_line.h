// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "models/domain/refund.h"
#include "models/workflow/work.h"

namespace aftercharge {

// A refund and those that were asked for in its place (retry_of), in whatever order: one decision,
// which is paid once.

// The refund of its line that holds the money now, other than itself.
Result<std::optional<RefundNo>> stand_in_of(UnitOfWork &unit, const Refund &refund);

// One of its line that the gateway says was paid, although this one stands in its place (an open
// discrepancy EXCEEDS_PAID).
Result<std::optional<RefundNo>> paid_after_all(UnitOfWork &unit, const Refund &refund);

}  // namespace aftercharge

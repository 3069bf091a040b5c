// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workflow/work.h"

namespace aftercharge {

// Does the due effects that are the ledger's own: carries approved batches on, posts approved refunds to the member's
// balance, sets SUCCESS, moves the order to AFTER_SALES, resolves the ticket and writes the
// notice, each in one unit of work; issues coupons and enters what was paid by hand. What can
// never be posted becomes FAIL, with a word on its ticket and a discrepancy. Returns how many were done.
Result<int> run_ledger_effects(Work &work);

}  // namespace aftercharge

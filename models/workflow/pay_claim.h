// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/claim.h"
#include "models/workflow/work.h"

namespace aftercharge {

// The carrier has approved claim.approved (the claim is written as such): carrier_receivable →
// revenue, notice, and the customer's share by a refund of the system's:
//   share = the smaller of what was approved and what remains of the parcel's lines
// Within "up to X" it stands on the claim's approval; above X it waits for a person; where X is 0
// or nothing remains, the ticket asks for a decision.
Result<void> pay_claim(UnitOfWork &unit, Work &work, Claim &claim);

}  // namespace aftercharge

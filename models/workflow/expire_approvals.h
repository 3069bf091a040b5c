// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workflow/work.h"

namespace aftercharge {

// Refunds, claims and batches that have waited longer than their life go back to their
// requesters by the system, each in a unit of work of its own; their tickets are told. Returns
// how many; a few hundred at a time, the rest with the next call. Cheap when nothing is due; to
// be called about once a minute.
Result<int> expire_approvals(Work &work);

}  // namespace aftercharge

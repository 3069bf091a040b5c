// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/device_event.h"
#include "models/workflow/work.h"

namespace aftercharge {

// Writes a report that belongs to no order into the orphan log (Log Warning of the
// specification), with its raw message. The id is made here.
Result<void> keep_orphan(Work &work, OrphanReport report);

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/id.h"
#include "models/domain/time.h"
#include "models/store/ledger_store.h"
#include "models/store/telemetry_store.h"
#include "models/workflow/changes.h"

namespace aftercharge {

// What every workflow works with. A workflow is a function of it and its arguments: it opens
// a unit of work, decides, writes, commits, and adds to `changes` what others are to hear.
struct Work {
    LedgerStore &ledger;
    TelemetryStore &telemetry;
    const Clock &clock;
    Random &random;
    Changes &changes;
};

}  // namespace aftercharge

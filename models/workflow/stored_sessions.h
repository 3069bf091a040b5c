// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "models/store/ledger_store.h"
#include "models/store/telemetry_store.h"
#include "models/workflow/session_view.h"

namespace aftercharge {

// The sessions that are running and those that ended within the hour before `now`, as the store
// has them: without voltage and current, and of what is wrong only Offline and Silent. Of those
// that ended, those that began within a day.
Result<std::vector<SessionView>> stored_sessions(LedgerReader &ledger, TelemetryReader &telemetry, UtcTime now);

}  // namespace aftercharge

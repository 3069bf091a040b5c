// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/ledger_store.h"
#include "models/store/telemetry_store.h"

namespace aftercharge {

// A page of orders. Those that are charging carry the fee and the energy so far, as their
// last report left them; the ledger itself knows these at the settlement only.
Result<Page<ChargingOrder>> list_orders(LedgerReader &ledger, TelemetryReader &telemetry, const OrderQuery &query);

}  // namespace aftercharge

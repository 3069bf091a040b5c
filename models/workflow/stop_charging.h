// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "models/domain/reading.h"
#include "models/gateway/chargepoint/messages.h"
#include "models/workflow/work.h"

namespace aftercharge {

// How a session ended, as it is known: the stop as reported, joined with a fault that the
// connector reported near it.
struct StopFacts {
    UtcTime at;
    std::optional<EnergyWh> meter_stop;
    StopReason reason = StopReason::Local;
    std::string detail;
    Actor actor;
};

// Ends a session and settles it in one ledger transaction: final reading, fee, what is taken
// from frozen and available, what returns or is owed, stop reason, the deciding readings, log,
// notice (充电异常结束，余额已退回 after a fault). `curve` is every reading of the session, already
// durable in telemetry. Where a reading that is kept as evidence would decide the fee, the
// order stays in SETTLE, PROVISIONAL, with a ticket for a person; so it does, with a fee of 0,
// where the readings cannot be priced at all, or the charge
// point's clock makes a session of more than 30 days of them.
Result<ChargingOrder> stop_charging(Work &work, const OrderNo &order_no, const StopFacts &facts,
                                    std::vector<Reading> curve);

}  // namespace aftercharge

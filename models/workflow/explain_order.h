// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "models/domain/account.h"
#include "models/domain/charging_order.h"
#include "models/domain/reading.h"
#include "models/domain/refund.h"
#include "models/settlement/pricing.h"
#include "models/store/ledger_store.h"
#include "models/store/telemetry_store.h"

namespace aftercharge {

// How the amounts of a charging order come about: from which readings and prices, what was
// frozen, taken, returned and refunded, and what may still be refunded.
struct OrderExplanation {
    ChargingOrder order;
    std::string time_zone;          // the station's
    std::vector<Reading> readings;  // all, flagged ones included, in time order
    PricedSession priced;           // of the accepted ones; without lines where they cannot be priced
    std::vector<Transfer> transfers;
    std::vector<Refund> refunds;
    Money paid;        // fee − owed
    Money refundable;  // paid − refunded − what is requested or on its way
};

Result<OrderExplanation> explain_order(LedgerReader &ledger, TelemetryReader &telemetry, const OrderNo &order_no);

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/chargepoint/messages.h"
#include "models/workflow/work.h"

namespace aftercharge {

// What a member without a prepayment of his own freezes at a start: 50 units of the currency.
Result<Money> default_prepay(Currency currency);

struct StartOutcome {
    ChargingOrder order;
    chargepoint::TagStatus status = chargepoint::TagStatus::Invalid;
    bool repeated = false;  // the same StartTransaction came before: the same order
    std::string doubt;      // what is kept but cannot be right; it stands in the order's log too
};

// A charge point reports a start: the order is made, the prepayment moves available → frozen,
// the tariff is frozen. Refused (status Invalid, Blocked, no order; the transaction id is
// still answered, so that the charge point can end what it began): unknown card, nothing
// available. A connector that the charge point should not have is kept and told as a doubt: the
// energy flows. So is another meterStart in a start that comes again; the first one counts.
// A session that still runs on the connector is no obstacle: its stop is on its way.
Result<StartOutcome> start_charging(Work &work, const ChargePoint &point, const chargepoint::StartRequest &request);

// Whether a card may start at all.
Result<chargepoint::TagStatus> authorize_tag(LedgerReader &ledger, const std::string &id_tag);

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/domain/refund.h"
#include "models/store/ledger_store.h"

namespace aftercharge {

// The approved refunds through gateways that a reconciliation of the day looks at.
Result<std::vector<Refund>> refunds_of_day(UnitOfWork &unit, const std::string &day);

}  // namespace aftercharge

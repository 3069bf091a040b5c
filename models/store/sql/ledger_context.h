// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "models/domain/network.h"
#include "models/store/sql/chain.h"
#include "models/store/sql/database.h"
#include "models/store/sql/number_series.h"

namespace aftercharge {

// What the topics of a ledger share on one connection.
struct LedgerContext {
    Database &database;
    Chain &chain;
    const Network &network;
    NumberSeries &numbers;
};

// "C20261123-0097": the day in the network's zone, a number from 1 a day.
Result<std::string> next_daily_number(const LedgerContext &context, const std::string &prefix, UtcTime now);

}  // namespace aftercharge

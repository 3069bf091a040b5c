// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "models/domain/network.h"
#include "models/store/sql/chain.h"
#include "models/store/sql/database.h"

namespace aftercharge {

// What the topics of a ledger share on one connection.
struct LedgerContext {
    Database &database;
    Chain &chain;
    const Network &network;
};

// The next of a series, from 1; within a transaction. `day` is empty for one that never restarts.
Result<std::int64_t> next_number(Database &database, const std::string &series, const std::string &day,
                                 std::int64_t first = 1);

// "C20261123-0097": the day in the network's zone, a number from 1 a day.
Result<std::string> next_daily_number(const LedgerContext &context, const std::string &prefix, UtcTime now);

}  // namespace aftercharge

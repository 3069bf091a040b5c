// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/sql/head_keeper.h"
#include "models/store/sql/local_store.h"
#include "models/store/sql/migrations.h"
#include "models/store/sql/sql_ledger.h"

namespace aftercharge {

// What an opening looks at before anything is written, on either engine.

struct LedgerLook {
    Network network;
    OpenReport report;
};

// store.foreign_file without a schema of ours, store.newer_schema.
Result<void> check_schema_known(Database &database, Schema schema);

// Compares the chains with the heads kept outside: a store that is behind them is read-only.
Result<LedgerLook> look_at_ledger(Database &database, HeadKeeper &keeper);

// The heads outside follow a store that is ahead of them.
Result<void> keep_heads(SqlLedger &ledger, HeadKeeper &keeper);

}  // namespace aftercharge

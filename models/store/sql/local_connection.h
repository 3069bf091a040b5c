// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/sql/local_store.h"
#include "models/store/sql/sql_ledger_store.h"
#include "models/store/sqlcipher/sqlcipher_open.h"

namespace aftercharge {

constexpr const char *ledger_file = "ledger.db";
constexpr const char *telemetry_file = "telemetry.db";

enum class Creation { Existing, New };

// One connection to a database of a local store.
Result<std::unique_ptr<Database>> connect_local(const std::filesystem::path &file, const StoreKey &key,
                                                SqlcipherJournal journal, Access access, Creation creation);
// The same as a factory that keeps a copy of the key.
ConnectionFactory local_factory(const std::filesystem::path &file, const StoreKey &key, SqlcipherJournal journal);

}  // namespace aftercharge

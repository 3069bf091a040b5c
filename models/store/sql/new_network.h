// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/sql/database.h"
#include "models/store/sql/local_store.h"

namespace aftercharge {

// What a new store of either kind begins with.

// input.invalid, money.invalid_text, time.invalid for a network that cannot be.
Result<void> check_network(const NetworkInput &network);
// Within a transaction.
Result<void> insert_telemetry_store(Database &database, const Uuid &store_id);

}  // namespace aftercharge

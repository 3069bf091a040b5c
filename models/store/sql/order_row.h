// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/charging_order.h"
#include "models/store/sql/query.h"

namespace aftercharge {

// Key first, version last, as update_sql() wants them.
QString order_columns();
void read_row(Query &row, ChargingOrder &order);
// All columns but the key and the version.
void bind_rest(Query &query, const ChargingOrder &order);

}  // namespace aftercharge

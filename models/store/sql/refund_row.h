// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/refund.h"
#include "models/store/sql/query.h"

namespace aftercharge {

// Key first, version last, as update_sql() wants them.
QString refund_columns();
// Without the items, which refund_units.h knows.
void read_row(Query &row, Refund &refund);
// All columns but the key and the version.
void bind_rest(Query &query, const Refund &refund);

}  // namespace aftercharge

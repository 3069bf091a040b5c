// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/shipment.h"
#include "models/store/sql/query.h"

namespace aftercharge {

// Key first, version last, as update_sql() wants them.
QString shipment_columns();
void read_row(Query &row, Shipment &shipment);
// All columns but the key and the version.
void bind_rest(Query &query, const Shipment &shipment);

QString address_columns();
void read_row(Query &row, PostalAddress &address);
void bind_row(Query &query, const PostalAddress &address);

}  // namespace aftercharge

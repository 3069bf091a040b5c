// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ticket.h"
#include "models/store/sql/query.h"

namespace aftercharge {

// Key first, version last, as update_sql() wants them.
QString ticket_columns();
void read_row(Query &row, Ticket &ticket);
// All columns but the key and the version.
void bind_rest(Query &query, const Ticket &ticket);

QString entry_columns();
void read_row(Query &row, TicketEntry &entry);

// Without the bytes.
QString evidence_columns();
void read_row(Query &row, Evidence &evidence);

}  // namespace aftercharge

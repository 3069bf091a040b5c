// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/claim.h"
#include "models/store/sql/query.h"

namespace aftercharge {

// Key first, version last, as update_sql() wants them.
QString claim_columns();
void read_row(Query &row, Claim &claim);
// All columns but the key and the version.
void bind_rest(Query &query, const Claim &claim);

QString claim_evidence_columns();
void read_row(Query &row, ClaimEvidence &evidence);
void bind_row(Query &query, const ClaimEvidence &evidence);

}  // namespace aftercharge

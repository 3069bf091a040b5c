// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/approval.h"
#include "models/domain/refund_batch.h"
#include "models/store/sql/query.h"

namespace aftercharge {

// approval_vote, which is chained (chained_rows.h).
QString columns_of(const ApprovalVote *);
void read_row(Query &row, ApprovalVote &vote);
void bind_row(Query &query, const ApprovalVote &vote);
std::string canonical_of(const ApprovalVote &vote);
std::string key_of(const ApprovalVote &vote);

QString picture_columns();
void read_row(Query &row, ApprovalPicture &picture);
void bind_row(Query &query, const ApprovalPicture &picture);

// Key first, version last, as update_sql() wants them.
QString batch_columns();
void read_row(Query &row, RefundBatch &batch);
// All columns but the key and the version.
void bind_rest(Query &query, const RefundBatch &batch);

QString batch_row_columns();  // behind batch_no
void read_row(Query &row, RefundBatchRow &batch_row);
void bind_row(Query &query, const RefundBatchRow &batch_row);

}  // namespace aftercharge

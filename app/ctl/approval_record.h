// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/context.h"
#include "app/ctl/record.h"
#include "models/workflow/refund_batch.h"

namespace aftercharge::ctl {

// Who voted, how many people it needs, and of one that waits the screen of its requester with what
// is another now. `refund show` and `claim show` print it for people; their JSON stays as it is,
// and `approval show` has it.
Result<void> add_approval(Record &record, Context &context, const std::string &subject, const Money &up_to);

Record batch_line(const RefundBatch &batch);
Record batch_record(const BatchView &view);
Record batch_quote_record(const BatchQuote &quote);

}  // namespace aftercharge::ctl

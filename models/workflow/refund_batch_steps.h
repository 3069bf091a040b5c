// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "models/workflow/refund_batch.h"
#include "models/workflow/work.h"

namespace aftercharge {

// What the verbs about batches share, each within the caller's unit of work.

// The draft's orders, each once, in their order. Errors: input.invalid, money.not_positive.
Result<std::vector<OrderNo>> check_batch(const BatchDraft &draft);

// What one order would get; a refusal is part of the row.
Result<BatchQuoteRow> quote_batch_row(OrderReader &orders, RefundReader &refunds, const BatchDraft &draft,
                                      const OrderNo &order_no);

// Adds up what is not refused.
Result<BatchQuote> sum_batch(std::vector<BatchQuoteRow> rows, Currency currency);

// Writes it and tells of it.
Result<void> write_batch(UnitOfWork &unit, Work &work, RefundBatch &batch);

// The decision, by the last one that was needed: audit, and the effect that carries it out.
Result<void> record_batch_approval(UnitOfWork &unit, Work &work, RefundBatch &batch, const OperatorName &by);

// Outside of any unit of work, after the decision was committed: carries it out as far as that
// goes now, and reads it again. What does not go is left to the effect worker: it is decided.
Result<RefundBatch> carry_out_now(Work &work, const RefundBatch &batch);

// One that waits goes back with all its rows. No audit.
Result<void> return_batch(UnitOfWork &unit, Work &work, RefundBatch &batch, const std::string &reason,
                          const Actor &actor);

// "B20261125-0001 120.00 CNY, 12 orders"
std::string batch_text(const RefundBatch &batch);

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/domain/error.h"
#include "models/domain/refund_batch.h"
#include "models/workflow/approval_picture.h"
#include "models/workflow/work.h"

namespace aftercharge {

// One incident, many charging sessions: a refund of each of these orders, decided once.
struct BatchDraft {
    std::vector<OrderNo> orders;  // of charging; one named twice counts once
    BatchShare share = BatchShare::WholeFee;
    int permille = 0;           // ShareOfFee: 1 … 1000
    std::optional<Money> each;  // FixedAmount
    ReasonCode reason_code = ReasonCode::Fault;
    std::string note;
    OperatorName requested_by;
};

// What an order would get, or why it gets nothing: order.not_found, state.not_allowed (not
// settled), refund.exceeds_paid, money.not_positive.
struct BatchQuoteRow {
    OrderNo order_no;
    MemberId member_id;
    Money paid;
    Money refunded_before;  // refunded, on its way or asked for
    Money amount;
    std::optional<Error> refusal;
};
struct BatchQuote {
    std::vector<BatchQuoteRow> rows;  // in the draft's order
    Money total;                      // of the rows that are not refused
    int refused = 0;
    int approvers = 1;  // how many people the total needs
};

// A row with its refund as it stands.
struct BatchRowView {
    RefundBatchRow row;
    std::optional<Refund> refund;
    std::vector<PictureChange> changes;  // of a row that waits: it would be voided
};
struct BatchView {
    RefundBatch batch;
    std::vector<BatchRowView> rows;
    std::vector<ApprovalVote> votes;
    int approvers = 1;
};

// Without deciding anything. Errors: input.invalid (no orders, more than max_batch_rows, a share that is none).
Result<BatchQuote> quote_batch(LedgerReader &ledger, const BatchDraft &draft);
Result<BatchView> read_batch(LedgerReader &ledger, const BatchNo &batch_no);

// Records the batch with all its rows in one unit of work; what cannot be refunded is kept as a
// refused row. Within the requester's own limit, for the total and for each order, and where the
// rules ask for nobody else, it is approved at once. Errors: those of the quote, operator.*,
// and where every row is refused that row's own.
Result<RefundBatch> request_batch(Work &work, const BatchDraft &draft);

// One vote about the whole of it: `total` is what the approver saw. With the last one that the
// rules ask for it is approved, in one unit of work; then each row is carried out in a unit of
// its own: what fails or has changed is sent back alone, and stops no other. What a crash leaves
// undone is done by the effect worker (PostBatch). Errors, before anything is written:
// batch.not_found, refund.own_request, refund.exceeds_limit (the total), refund.changed,
// refund.already_decided, refund.expired, approval.already_given, operator.*.
Result<RefundBatch> approve_batch(Work &work, const BatchNo &batch_no, const Money &total, const OperatorName &by);

// Back to the requester with all its rows, in one unit of work.
Result<RefundBatch> send_back_batch(Work &work, const BatchNo &batch_no, const std::string &reason,
                                    const OperatorName &by);

// The rows of an approved batch that have no result yet; nothing for any other. Repeated it does
// nothing twice. The store's trouble is an error, and the rest stays to be done.
Result<void> carry_out_batch(Work &work, const BatchNo &batch_no);

}  // namespace aftercharge

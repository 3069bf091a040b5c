// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <QtCore/QLoggingCategory>

#include "models/workflow/gateway_steps.h"
#include "models/workflow/ledger_steps.h"
#include "models/workflow/operator_rights.h"
#include "models/workflow/refund_batch.h"
#include "models/workflow/refund_batch_steps.h"
#include "models/workflow/refund_steps.h"

namespace aftercharge {
namespace {

Q_LOGGING_CATEGORY(batch_log, "aftercharge.batch")

// Trouble of the store, or a unit of work that cannot begin now: the row stays to be done.
bool may_pass(ErrorCode code)
{
    switch (code) {
    case ErrorCode::StoreDiskFull:
    case ErrorCode::StoreReadOnly:
    case ErrorCode::StoreInUse:
    case ErrorCode::StoreCorrupt:
    case ErrorCode::StoreChainBroken:
    case ErrorCode::StoreRolledBack:
    case ErrorCode::StoreIo:
    case ErrorCode::StoreConflict:
    case ErrorCode::StoreUnreachable:
    case ErrorCode::StoreRetry:
    case ErrorCode::Internal:
        return true;
    default:
        return false;
    }
}

// Its refund goes back alone, for what is in the row.
Result<void> return_row(UnitOfWork &unit, Work &work, Refund &refund, const RefundBatchRow &row)
{
    const bool is_void = row.state == BatchRowState::Voided;
    const std::string reason = (is_void ? "void, changed since: " : row.refusal_code + ": ") + row.refusal_detail;
    return return_refund(unit, work, refund, reason, {}).and_then([&] {
        return audit(unit, work, {}, is_void ? "refund.void" : "refund.send_back", "payment_refund",
                     refund.refund_no.text(), reason);
    });
}

// What is written for the row; `row` gets its result.
Result<void> decide_row(UnitOfWork &unit, Work &work, const RefundBatch &batch, RefundBatchRow &row)
{
    auto refund = unit.refunds().find(row.refund_no);
    if (!refund)
        return pass_on(refund);
    if (refund->approval != ApprovalState::Waiting) {
        row.state = refund->approval == ApprovalState::Approved ? BatchRowState::Approved : BatchRowState::SentBack;
        return {};
    }
    const auto changes = changes_since(unit, *refund);
    if (!changes)
        return pass_on(changes);
    if (!changes->empty()) {
        row.state = BatchRowState::Voided;
        row.refusal_code = code_text(ErrorCode::ApprovalVoided);
        row.refusal_detail = changes_text(*changes);
        return return_row(unit, work, *refund, row);
    }
    row.state = BatchRowState::Approved;
    return record_approval(unit, work, *refund, batch.approved_by, actor_of(batch.approved_by)).and_then([&] {
        return update_refund(unit, work, *refund);
    });
}

Result<void> fail_row(UnitOfWork &unit, Work &work, RefundBatchRow &row, const Error &error)
{
    auto refund = unit.refunds().find(row.refund_no);
    if (!refund)
        return pass_on(refund);
    row.state = BatchRowState::Failed;
    row.refusal_code = code_text(error.code);
    row.refusal_detail = error.detail;
    return return_row(unit, work, *refund, row);
}

// A unit of work around what becomes of one row; without a trace where it fails.
template<typename Step>
Result<void> with_row(Work &work, const RefundBatch &batch, RefundBatchRow row, Step step)
{
    const Changes::Mark mark = work.changes.mark();
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    auto done = step(**unit, row).and_then([&] {
        return (*unit)->approvals().update_row(batch.batch_no, row, BatchRowState::Waiting);
    });
    if (done)
        done = (*unit)->commit();
    if (!done)
        work.changes.rewind(mark);
    return done;
}

Result<void> carry_out_row(Work &work, const RefundBatch &batch, const RefundBatchRow &row)
{
    const auto decided = with_row(work, batch, row, [&](UnitOfWork &unit, RefundBatchRow &written) {
        return decide_row(unit, work, batch, written);
    });
    if (decided || may_pass(decided.error().code))
        return decided;
    qCWarning(batch_log, "%s of %s: %s", row.refund_no.text().c_str(), batch.batch_no.text().c_str(),
              to_line(decided.error()).c_str());
    return with_row(work, batch, row, [&](UnitOfWork &unit, RefundBatchRow &written) {
        return fail_row(unit, work, written, decided.error());
    });
}

Result<void> finish(Work &work, const BatchNo &batch_no)
{
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    auto batch = (*unit)->approvals().batch(batch_no);
    if (!batch)
        return pass_on(batch);
    const auto rows = (*unit)->approvals().batch_rows(batch_no);
    if (!rows)
        return pass_on(rows);
    const bool is_done = std::none_of(rows->begin(), rows->end(),
                                      [](const RefundBatchRow &row) { return row.state == BatchRowState::Waiting; });
    if (!is_done || batch->carried_out_at)
        return {};
    batch->carried_out_at = work.clock.now();
    return write_batch(**unit, work, *batch)
        .and_then([&] { return end_row(**unit, work, EffectKind::PostBatch, batch_no.text(), {}); })
        .and_then([&] { return (*unit)->commit(); });
}

}  // namespace

Result<void> carry_out_batch(Work &work, const BatchNo &batch_no)
{
    ApprovalReader &approvals = work.ledger.reader().approvals();
    const auto batch = approvals.batch(batch_no);
    if (!batch)
        return pass_on(batch);
    if (batch->approval != ApprovalState::Approved || batch->carried_out_at)
        return {};
    const auto rows = approvals.batch_rows(batch_no);
    if (!rows)
        return pass_on(rows);
    for (const RefundBatchRow &row : *rows) {
        if (row.state != BatchRowState::Waiting)
            continue;
        if (auto done = carry_out_row(work, *batch, row); !done)
            return done;
    }
    return finish(work, batch_no);
}

Result<RefundBatch> carry_out_now(Work &work, const RefundBatch &batch)
{
    if (const auto done = carry_out_batch(work, batch.batch_no); !done)
        qCWarning(batch_log, "%s is carried out later: %s", batch.batch_no.text().c_str(),
                  to_line(done.error()).c_str());
    const auto newest = work.ledger.reader().approvals().batch(batch.batch_no);
    return newest ? *newest : batch;
}

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/approval_votes.h"
#include "models/workflow/ledger_steps.h"
#include "models/workflow/operator_rights.h"
#include "models/workflow/refund_batch.h"
#include "models/workflow/refund_batch_steps.h"
#include "models/workflow/refund_steps.h"

namespace aftercharge {
namespace {

Result<RefundBatch> waiting_batch(UnitOfWork &unit, const BatchNo &batch_no)
{
    auto batch = unit.approvals().batch(batch_no);
    if (batch && batch->approval != ApprovalState::Waiting)
        return fail(ErrorCode::RefundAlreadyDecided, batch_no.text() + " is " + std::string(to_text(batch->approval)));
    return batch;
}

Result<void> check_approver(const RefundBatch &batch, const Operator &approver, const Money &total)
{
    if (batch.requested_by == approver.name)
        return fail(ErrorCode::RefundOwnRequest, batch.batch_no.text());
    if (batch.total != total)
        return fail(ErrorCode::RefundChanged, batch.total.to_text() + " requested, " + total.to_text() + " approved");
    if (!within_limit(approver, batch.total))
        return fail(ErrorCode::RefundExceedsLimit,
                    batch.total.to_text() + " above " +
                        (approver.approval_limit ? approver.approval_limit->to_text() : std::string("no limit")));
    return {};
}

Result<void> keep_waiting(UnitOfWork &unit, Work &work, RefundBatch &batch, const VoteCount &votes,
                          const OperatorName &by)
{
    return write_batch(unit, work, batch).and_then([&] {
        return audit(unit, work, actor_of(by), "batch.vote", "refund_batch", batch.batch_no.text(),
                     batch_text(batch) + ", " + votes.text());
    });
}

}  // namespace

Result<RefundBatch> approve_batch(Work &work, const BatchNo &batch_no, const Money &total, const OperatorName &by)
{
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    auto batch = waiting_batch(**unit, batch_no);
    if (!batch)
        return batch;
    const auto approver = permitted_operator((*unit)->registry(), by, Right::ApproveRefunds);
    if (!approver)
        return pass_on(approver);
    if (auto checked = check_approver(*batch, *approver, total); !checked)
        return pass_on(checked);
    if (auto alive = check_alive((*unit)->approvals(), batch->created_at, work.clock.now(), ErrorCode::RefundExpired,
                                 batch_no.text());
        !alive)
        return pass_on(alive);
    const auto votes = cast_vote(**unit, {batch_no.text(), by, batch->total, batch->total, work.clock.now()});
    if (!votes)
        return pass_on(votes);
    if (auto counted = votes->is_enough() ? record_batch_approval(**unit, work, *batch, by)
                                          : keep_waiting(**unit, work, *batch, *votes, by);
        !counted)
        return pass_on(counted);
    if (auto committed = (*unit)->commit(); !committed)
        return pass_on(committed);
    unit->reset();
    return votes->is_enough() ? carry_out_now(work, *batch) : batch;
}

Result<RefundBatch> send_back_batch(Work &work, const BatchNo &batch_no, const std::string &reason,
                                    const OperatorName &by)
{
    if (reason.empty())
        return fail(ErrorCode::InputInvalid, "a reason is needed");
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    auto batch = waiting_batch(**unit, batch_no);
    if (!batch)
        return batch;
    if (const auto person = permitted_operator((*unit)->registry(), by, Right::ApproveRefunds); !person)
        return pass_on(person);
    if (auto returned = return_batch(**unit, work, *batch, reason, actor_of(by)); !returned)
        return pass_on(returned);
    if (auto noted = audit(**unit, work, actor_of(by), "batch.send_back", "refund_batch", batch_no.text(), reason);
        !noted)
        return pass_on(noted);
    if (auto committed = (*unit)->commit(); !committed)
        return pass_on(committed);
    return batch;
}

}  // namespace aftercharge

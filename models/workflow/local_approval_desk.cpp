// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/local_approval_desk.h"

namespace aftercharge {

Answered<RefundBatch> LocalApprovalDesk::request_batch(const BatchDraft &draft)
{
    return engine_.run([draft, by = who()](Work &work) {
        BatchDraft signed_draft = draft;
        signed_draft.requested_by = by;
        return aftercharge::request_batch(work, signed_draft);
    });
}

Answered<RefundBatch> LocalApprovalDesk::approve_batch(const BatchNo &batch_no, const Money &total)
{
    return engine_.run(
        [batch_no, total, by = who()](Work &work) { return aftercharge::approve_batch(work, batch_no, total, by); });
}

Answered<RefundBatch> LocalApprovalDesk::send_back_batch(const BatchNo &batch_no, const std::string &reason)
{
    return engine_.run([batch_no, reason, by = who()](Work &work) {
        return aftercharge::send_back_batch(work, batch_no, reason, by);
    });
}

}  // namespace aftercharge

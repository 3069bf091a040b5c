// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/remote_approval_desk.h"

#include "models/workflow/decide_and_read.h"

namespace aftercharge {

Answered<RefundBatch> RemoteApprovalDesk::on_batch(Decision decision)
{
    return decide_and_read(sender_, reads_, desk_, std::move(decision),
                           [](LedgerReader &ledger, const std::string &outcome) {
                               return number_of<BatchNo>(outcome).and_then(
                                   [&](const BatchNo &batch_no) { return ledger.approvals().batch(batch_no); });
                           });
}

Answered<RefundBatch> RemoteApprovalDesk::request_batch(const BatchDraft &draft)
{
    return on_batch(decision::RequestBatch{draft});
}

Answered<RefundBatch> RemoteApprovalDesk::approve_batch(const BatchNo &batch_no, const Money &total)
{
    return on_batch(decision::ApproveBatch{batch_no, total});
}

Answered<RefundBatch> RemoteApprovalDesk::send_back_batch(const BatchNo &batch_no, const std::string &reason)
{
    return on_batch(decision::SendBackBatch{batch_no, reason});
}

}  // namespace aftercharge

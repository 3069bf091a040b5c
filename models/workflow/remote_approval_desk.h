// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workflow/reading_approval_desk.h"
#include "models/workflow/remote_desk.h"

namespace aftercharge {

// Approvals and batches beside a shared store, for the login of `desk`.
class RemoteApprovalDesk : public ReadingApprovalDesk {
public:
    RemoteApprovalDesk(DecisionSender &sender, ReadThread &reads, const RemoteDesk &desk)
        : ReadingApprovalDesk(reads), sender_(sender), desk_(desk)
    {
    }

    Answered<RefundBatch> request_batch(const BatchDraft &draft) override;
    Answered<RefundBatch> approve_batch(const BatchNo &batch_no, const Money &total) override;
    Answered<RefundBatch> send_back_batch(const BatchNo &batch_no, const std::string &reason) override;

private:
    Answered<RefundBatch> on_batch(Decision decision);

    DecisionSender &sender_;
    const RemoteDesk &desk_;
};

}  // namespace aftercharge

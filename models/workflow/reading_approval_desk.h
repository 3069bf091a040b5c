// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workflow/approval_desk.h"
#include "models/workflow/reading_desk.h"

namespace aftercharge {

// The reading half about approvals and batches.
class ReadingApprovalDesk : public ApprovalDesk {
public:
    explicit ReadingApprovalDesk(ReadThread &reads) : reads_(reads) {}

    Answered<std::optional<ApprovalView>> approval_picture(const ApprovalSubject &subject) override;
    Answered<std::vector<ApprovalVote>> votes(const ApprovalSubject &subject) override;
    Answered<int> approvals_needed(const Money &amount) override;
    Answered<std::vector<ApprovalRule>> approval_rules() override;
    Answered<std::chrono::milliseconds> approval_life() override;
    Answered<BatchQuote> quote_batch(const BatchDraft &draft) override;
    Answered<Page<RefundBatch>> batches(const PageRequest &request) override;
    Answered<std::int64_t> batches_waiting() override;
    Answered<BatchView> batch(const BatchNo &batch_no) override;
    Answered<std::optional<BatchNo>> batch_of(const RefundNo &refund_no) override;

protected:
    ReadThread &reads_;
};

}  // namespace aftercharge

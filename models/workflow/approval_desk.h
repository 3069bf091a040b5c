// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "models/workflow/approval_picture.h"
#include "models/workflow/desk_service.h"
#include "models/workflow/refund_batch.h"

namespace aftercharge {

// What the screens ask of the engine about approvals and batches; DeskService's third part,
// with the same rules: who acts is the person logged in, rights are checked behind it.
// `requested_by` of the draft is filled in here. The approvals themselves are
// DeskService::approve_refund, GoodsDesk::approve_claim and approve_batch here: where the rules
// ask for more people, they answer with a request that is still WAITING.
class ApprovalDesk {
public:
    virtual ~ApprovalDesk() = default;

    // The requester's screen as he saw it, and what is another now. See read_approval.
    virtual Answered<std::optional<ApprovalView>> approval_picture(const ApprovalSubject &subject) = 0;
    virtual Answered<std::vector<ApprovalVote>> votes(const ApprovalSubject &subject) = 0;  // oldest first
    virtual Answered<int> approvals_needed(const Money &amount) = 0;
    virtual Answered<std::vector<ApprovalRule>> approval_rules() = 0;
    virtual Answered<std::chrono::milliseconds> approval_life() = 0;

    virtual Answered<BatchQuote> quote_batch(const BatchDraft &draft) = 0;
    virtual Answered<RefundBatch> request_batch(const BatchDraft &draft) = 0;
    virtual Answered<RefundBatch> approve_batch(const BatchNo &batch_no, const Money &total) = 0;
    virtual Answered<RefundBatch> send_back_batch(const BatchNo &batch_no, const std::string &reason) = 0;
    virtual Answered<Page<RefundBatch>> batches(const PageRequest &request) = 0;  // newest first
    virtual Answered<std::int64_t> batches_waiting() = 0;
    virtual Answered<BatchView> batch(const BatchNo &batch_no) = 0;
    // The batch that a refund is a row of.
    virtual Answered<std::optional<BatchNo>> batch_of(const RefundNo &refund_no) = 0;
};

}  // namespace aftercharge

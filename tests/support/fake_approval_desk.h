// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "models/workflow/approval_desk.h"

namespace aftercharge {

// Approvals and batches of a desk that answers at once from what a test put into it, as
// FakeGoodsDesk does: lists are public data, a verb is a std::function that a test may replace.
// Every call of a verb is noted in `calls` ("approve_batch B20261125-0001 120.00").
class FakeApprovalDesk : public ApprovalDesk {
public:
    FakeApprovalDesk();

    // What there is.
    std::map<ApprovalSubject, ApprovalView> pictures;
    std::map<ApprovalSubject, std::vector<ApprovalVote>> vote_rows;
    std::vector<ApprovalRule> rules;
    std::chrono::milliseconds life = default_approval_life;
    std::vector<RefundBatch> batch_rows;  // newest first
    std::map<BatchNo, BatchView> batch_views;

    // What was asked for, oldest first.
    std::vector<BatchDraft> quoted;
    std::vector<BatchDraft> batch_drafts;
    std::vector<std::string> calls;

    // What is done: replace to refuse, to answer otherwise or later. The quote gives every order
    // 10.00 in `currency`; the decisions change the batch in batch_rows and batch_views.
    Currency currency = Currency::from_code("CNY").value();
    std::function<Answered<BatchQuote>(const BatchDraft &)> on_quote;
    std::function<Answered<RefundBatch>(const BatchDraft &)> on_request;
    std::function<Answered<RefundBatch>(const BatchNo &, const Money &)> on_approve;
    std::function<Answered<RefundBatch>(const BatchNo &, const std::string &)> on_send_back;

    Answered<std::optional<ApprovalView>> approval_picture(const ApprovalSubject &subject) override;
    Answered<std::vector<ApprovalVote>> votes(const ApprovalSubject &subject) override;
    Answered<int> approvals_needed(const Money &amount) override;
    Answered<std::vector<ApprovalRule>> approval_rules() override;
    Answered<std::chrono::milliseconds> approval_life() override;
    Answered<BatchQuote> quote_batch(const BatchDraft &draft) override;
    Answered<RefundBatch> request_batch(const BatchDraft &draft) override;
    Answered<RefundBatch> approve_batch(const BatchNo &batch_no, const Money &total) override;
    Answered<RefundBatch> send_back_batch(const BatchNo &batch_no, const std::string &reason) override;
    Answered<Page<RefundBatch>> batches(const PageRequest &request) override;
    Answered<std::int64_t> batches_waiting() override;
    Answered<BatchView> batch(const BatchNo &batch_no) override;
    Answered<std::optional<BatchNo>> batch_of(const RefundNo &refund_no) override;

private:
    Result<RefundBatch> decide(const BatchNo &batch_no, ApprovalState approval);
};

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/approvals.h"
#include "models/store/sql/ledger_context.h"

namespace aftercharge {

// Rules, votes and pictures here, batches in sql_batches.cpp.
class SqlApprovals final : public ApprovalWriter {
public:
    explicit SqlApprovals(LedgerContext context) : context_(context) {}

    Result<std::vector<ApprovalRule>> rules() override;
    Result<std::chrono::milliseconds> life() override;
    Result<std::vector<ApprovalVote>> votes(std::string_view subject) override;
    Result<std::optional<ApprovalPicture>> picture(std::string_view subject) override;
    Result<std::vector<RefundNo>> refunds_waiting_since(UtcTime before, int limit) override;
    Result<std::vector<ClaimNo>> claims_waiting_since(UtcTime before, int limit) override;
    Result<std::vector<BatchNo>> batches_waiting_since(UtcTime before, int limit) override;
    Result<RefundBatch> batch(const BatchNo &batch_no) override;
    Result<std::vector<RefundBatchRow>> batch_rows(const BatchNo &batch_no) override;
    Result<std::optional<BatchNo>> batch_of(const RefundNo &refund_no) override;
    Result<Page<RefundBatch>> batches(const PageRequest &request) override;
    Result<std::int64_t> batches_waiting() override;

    Result<void> set_rule(const ApprovalRule &rule) override;
    Result<bool> remove_rule(const Money &above) override;
    Result<void> set_life(std::chrono::milliseconds life) override;
    Result<void> vote(const ApprovalVote &vote) override;
    Result<void> keep_picture(const ApprovalPicture &picture) override;
    Result<BatchNo> next_batch_no(UtcTime now) override;
    Result<void> insert(const RefundBatch &batch) override;
    Result<void> update(RefundBatch &batch) override;
    Result<void> insert_row(const BatchNo &batch_no, const RefundBatchRow &row) override;
    Result<void> update_row(const BatchNo &batch_no, const RefundBatchRow &row, BatchRowState from) override;

private:
    LedgerContext context_;
};

}  // namespace aftercharge

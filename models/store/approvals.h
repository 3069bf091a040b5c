// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "models/domain/approval.h"
#include "models/domain/refund_batch.h"
#include "models/store/page.h"

namespace aftercharge {

// Approvals of refunds, claims and batches: the rules, who voted, what the requester saw; and
// the batches themselves.
class ApprovalReader {
public:
    virtual ~ApprovalReader() = default;
    virtual Result<std::vector<ApprovalRule>> rules() = 0;  // lowest amount first
    virtual Result<std::chrono::milliseconds> life() = 0;
    virtual Result<std::vector<ApprovalVote>> votes(std::string_view subject) = 0;  // oldest first
    // None: it was approved at once, or asked for before pictures were kept.
    virtual Result<std::optional<ApprovalPicture>> picture(std::string_view subject) = 0;

    // What has waited since before `before`, oldest first; refunds of a batch wait with it.
    virtual Result<std::vector<RefundNo>> refunds_waiting_since(UtcTime before, int limit) = 0;
    virtual Result<std::vector<ClaimNo>> claims_waiting_since(UtcTime before, int limit) = 0;
    virtual Result<std::vector<BatchNo>> batches_waiting_since(UtcTime before, int limit) = 0;

    virtual Result<RefundBatch> batch(const BatchNo &batch_no) = 0;  // batch.not_found
    virtual Result<std::vector<RefundBatchRow>> batch_rows(const BatchNo &batch_no) = 0;
    // The batch that a refund belongs to.
    virtual Result<std::optional<BatchNo>> batch_of(const RefundNo &refund_no) = 0;
    virtual Result<Page<RefundBatch>> batches(const PageRequest &request) = 0;  // newest first
    virtual Result<std::int64_t> batches_waiting() = 0;
};

class ApprovalWriter : public ApprovalReader {
public:
    virtual Result<void> set_rule(const ApprovalRule &rule) = 0;  // of `above`: new, or changed
    virtual Result<bool> remove_rule(const Money &above) = 0;     // false: there was none
    virtual Result<void> set_life(std::chrono::milliseconds life) = 0;
    // Of the amounts as they stand, by another than who asked (store.rule); a second of the
    // same person: approval.already_given.
    virtual Result<void> vote(const ApprovalVote &vote) = 0;
    virtual Result<void> keep_picture(const ApprovalPicture &picture) = 0;  // once a subject

    virtual Result<BatchNo> next_batch_no(UtcTime now) = 0;  // "B20261125-0001"
    virtual Result<void> insert(const RefundBatch &batch) = 0;
    virtual Result<void> update(RefundBatch &batch) = 0;  // by version
    virtual Result<void> insert_row(const BatchNo &batch_no, const RefundBatchRow &row) = 0;
    // Its state and refusal; store.conflict if it is not `from` any more.
    virtual Result<void> update_row(const BatchNo &batch_no, const RefundBatchRow &row, BatchRowState from) = 0;
};

}  // namespace aftercharge

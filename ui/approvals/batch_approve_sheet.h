// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workflow/refund_batch.h"
#include "ui/approvals/decision_sheet.h"

namespace aftercharge {

class BatchResult;

// A batch, approved as a whole. While its rows are carried out the sheet counts them, then it
// shows what came of each.
class BatchApproveSheet : public DecisionSheet {
    Q_OBJECT
public:
    BatchApproveSheet(DeskContext &context, QWidget *page);
    void ask(const BatchView &view);
    const RefundBatch &batch() const { return batch_; }
    // Still the question, not yet the answer.
    bool is_asking() const { return is_open() && asking_; }
    BatchResult *result() const { return result_; }

Q_SIGNALS:
    void approved(const aftercharge::RefundBatch &batch, const aftercharge::VoteCase &before);

protected:
    void read_differences() override;

private:
    void approve();
    void answered(const RefundBatch &batch);

    RefundBatch batch_;
    BatchResult *result_;
    bool asking_ = false;
};

}  // namespace aftercharge

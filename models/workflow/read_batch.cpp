// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/approval_rules.h"
#include "models/workflow/refund_batch.h"

namespace aftercharge {

Result<BatchView> read_batch(LedgerReader &ledger, const BatchNo &batch_no)
{
    BatchView view;
    const auto batch = ledger.approvals().batch(batch_no);
    if (!batch)
        return pass_on(batch);
    view.batch = *batch;
    const auto rows = ledger.approvals().batch_rows(batch_no);
    if (!rows)
        return pass_on(rows);
    for (const RefundBatchRow &row : *rows) {
        BatchRowView shown{.row = row, .refund = {}, .changes = {}};
        if (!row.refund_no.is_empty()) {
            auto refund = ledger.refunds().find(row.refund_no);
            if (!refund)
                return pass_on(refund);
            shown.refund = std::move(*refund);
            auto approval = read_approval(ledger, row.refund_no.text());
            if (!approval)
                return pass_on(approval);
            if (*approval)
                shown.changes = std::move((*approval)->changes);
        }
        view.rows.push_back(std::move(shown));
    }
    auto votes = ledger.approvals().votes(batch_no.text());
    if (!votes)
        return pass_on(votes);
    view.votes = std::move(*votes);
    const auto needed = approvers_needed(ledger.approvals(), view.batch.total);
    if (!needed)
        return pass_on(needed);
    view.approvers = *needed;
    return view;
}

}  // namespace aftercharge

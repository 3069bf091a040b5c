// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/reading_approval_desk.h"

#include "models/workflow/approval_rules.h"

namespace aftercharge {

Answered<std::optional<ApprovalView>> ReadingApprovalDesk::approval_picture(const ApprovalSubject &subject)
{
    return reads_.run([subject](LedgerReader &ledger, TelemetryReader &) { return read_approval(ledger, subject); });
}

Answered<std::vector<ApprovalVote>> ReadingApprovalDesk::votes(const ApprovalSubject &subject)
{
    return reads_.run([subject](LedgerReader &ledger, TelemetryReader &) { return ledger.approvals().votes(subject); });
}

Answered<int> ReadingApprovalDesk::approvals_needed(const Money &amount)
{
    return reads_.run(
        [amount](LedgerReader &ledger, TelemetryReader &) { return approvers_needed(ledger.approvals(), amount); });
}

Answered<std::vector<ApprovalRule>> ReadingApprovalDesk::approval_rules()
{
    return reads_.run([](LedgerReader &ledger, TelemetryReader &) { return ledger.approvals().rules(); });
}

Answered<std::chrono::milliseconds> ReadingApprovalDesk::approval_life()
{
    return reads_.run([](LedgerReader &ledger, TelemetryReader &) { return ledger.approvals().life(); });
}

Answered<BatchQuote> ReadingApprovalDesk::quote_batch(const BatchDraft &draft)
{
    return reads_.run(
        [draft](LedgerReader &ledger, TelemetryReader &) { return aftercharge::quote_batch(ledger, draft); });
}

Answered<Page<RefundBatch>> ReadingApprovalDesk::batches(const PageRequest &request)
{
    return reads_.run(
        [request](LedgerReader &ledger, TelemetryReader &) { return ledger.approvals().batches(request); });
}

Answered<std::int64_t> ReadingApprovalDesk::batches_waiting()
{
    return reads_.run([](LedgerReader &ledger, TelemetryReader &) { return ledger.approvals().batches_waiting(); });
}

Answered<BatchView> ReadingApprovalDesk::batch(const BatchNo &batch_no)
{
    return reads_.run([batch_no](LedgerReader &ledger, TelemetryReader &) { return read_batch(ledger, batch_no); });
}

Answered<std::optional<BatchNo>> ReadingApprovalDesk::batch_of(const RefundNo &refund_no)
{
    return reads_.run(
        [refund_no](LedgerReader &ledger, TelemetryReader &) { return ledger.approvals().batch_of(refund_no); });
}

}  // namespace aftercharge

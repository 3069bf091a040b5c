// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_approval_desk.h"

#include <algorithm>

#include "models/workflow/approval_rules.h"
#include "tests/support/fake_desk_answers.h"

namespace aftercharge {

FakeApprovalDesk::FakeApprovalDesk()
{
    on_quote = [this](const BatchDraft &draft) {
        const Money ten = Money::from_text("10.00", currency).value();
        BatchQuote quote;
        quote.total = Money::zero(currency);
        for (const OrderNo &order_no : draft.orders) {
            quote.rows.push_back({.order_no = order_no,
                                  .member_id = {},
                                  .paid = ten,
                                  .refunded_before = Money::zero(currency),
                                  .amount = ten,
                                  .refusal = {}});
            quote.total = add(quote.total, ten).value();
        }
        quote.approvers = approvers_needed(rules, quote.total);
        return answered<BatchQuote>(quote);
    };
    on_request = [this](const BatchDraft &draft) {
        RefundBatch batch;
        batch.batch_no = BatchNo::from_text("B20261125-0001").value();
        batch.share = draft.share;
        batch.permille = draft.permille;
        batch.each = draft.each.value_or(Money::zero(currency));
        batch.reason_code = draft.reason_code;
        batch.note = draft.note;
        batch.rows = static_cast<int>(draft.orders.size());
        batch.total = Money::from_minor(1'000 * batch.rows, currency).value();
        batch_rows.insert(batch_rows.begin(), batch);
        batch_views[batch.batch_no].batch = batch;
        return answered<RefundBatch>(batch);
    };
    on_approve = [this](const BatchNo &batch_no, const Money &) {
        return answered<RefundBatch>(decide(batch_no, ApprovalState::Approved));
    };
    on_send_back = [this](const BatchNo &batch_no, const std::string &) {
        return answered<RefundBatch>(decide(batch_no, ApprovalState::SentBack));
    };
}

Result<RefundBatch> FakeApprovalDesk::decide(const BatchNo &batch_no, ApprovalState approval)
{
    const auto found = std::find_if(batch_rows.begin(), batch_rows.end(),
                                    [&](const RefundBatch &batch) { return batch.batch_no == batch_no; });
    if (found == batch_rows.end())
        return fail(ErrorCode::BatchNotFound, batch_no.text());
    found->approval = approval;
    ++found->version;
    batch_views[batch_no].batch = *found;
    return *found;
}

Answered<std::optional<ApprovalView>> FakeApprovalDesk::approval_picture(const ApprovalSubject &subject)
{
    const auto found = pictures.find(subject);
    return answered<std::optional<ApprovalView>>(found == pictures.end() ? std::nullopt : std::optional(found->second));
}

Answered<std::vector<ApprovalVote>> FakeApprovalDesk::votes(const ApprovalSubject &subject)
{
    return answered<std::vector<ApprovalVote>>(vote_rows[subject]);
}

Answered<int> FakeApprovalDesk::approvals_needed(const Money &amount)
{
    return answered<int>(approvers_needed(rules, amount));
}

Answered<std::vector<ApprovalRule>> FakeApprovalDesk::approval_rules()
{
    return answered<std::vector<ApprovalRule>>(rules);
}

Answered<std::chrono::milliseconds> FakeApprovalDesk::approval_life()
{
    return answered<std::chrono::milliseconds>(life);
}

Answered<BatchQuote> FakeApprovalDesk::quote_batch(const BatchDraft &draft)
{
    quoted.push_back(draft);
    return on_quote(draft);
}

Answered<RefundBatch> FakeApprovalDesk::request_batch(const BatchDraft &draft)
{
    batch_drafts.push_back(draft);
    calls.push_back("request_batch " + std::to_string(draft.orders.size()));
    return on_request(draft);
}

Answered<RefundBatch> FakeApprovalDesk::approve_batch(const BatchNo &batch_no, const Money &total)
{
    calls.push_back("approve_batch " + batch_no.text() + " " + total.to_text());
    return on_approve(batch_no, total);
}

Answered<RefundBatch> FakeApprovalDesk::send_back_batch(const BatchNo &batch_no, const std::string &reason)
{
    calls.push_back("send_back_batch " + batch_no.text() + " " + reason);
    return on_send_back(batch_no, reason);
}

Answered<Page<RefundBatch>> FakeApprovalDesk::batches(const PageRequest &)
{
    return paged(batch_rows);
}

Answered<std::int64_t> FakeApprovalDesk::batches_waiting()
{
    return answered<std::int64_t>(std::count_if(batch_rows.begin(), batch_rows.end(), [](const RefundBatch &batch) {
        return batch.approval == ApprovalState::Waiting;
    }));
}

Answered<BatchView> FakeApprovalDesk::batch(const BatchNo &batch_no)
{
    return answered<BatchView>(looked_up(batch_views, batch_no, ErrorCode::BatchNotFound));
}

Answered<std::optional<BatchNo>> FakeApprovalDesk::batch_of(const RefundNo &refund_no)
{
    for (const auto &[batch_no, view] : batch_views) {
        for (const BatchRowView &row : view.rows) {
            if (row.row.refund_no == refund_no)
                return answered<std::optional<BatchNo>>(batch_no);
        }
    }
    return answered<std::optional<BatchNo>>(std::nullopt);
}

}  // namespace aftercharge

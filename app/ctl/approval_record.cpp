// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/approval_record.h"

#include "models/workflow/approval_picture.h"
#include "models/workflow/approval_rules.h"

namespace aftercharge::ctl {
namespace {

Records vote_records(const std::vector<ApprovalVote> &votes)
{
    Records records;
    for (const ApprovalVote &vote : votes) {
        Record record;
        record.add("login", vote.login)
            .add("amount_minor", vote.amount)
            .add("up_to_minor", vote.up_to)
            .add("at", vote.at);
        records.push_back(std::move(record));
    }
    return records;
}

Records picture_records(const ApprovalPicture &picture)
{
    Records records;
    for (const auto &[name, value] : picture.rows) {
        Record record;
        record.add("name", name).add("value", value);
        records.push_back(std::move(record));
    }
    return records;
}

Records row_records(const std::vector<BatchRowView> &rows)
{
    Records records;
    for (const BatchRowView &view : rows) {
        Record record;
        record.add("order_no", view.row.order_no)
            .add("refund_no", view.row.refund_no)
            .add("amount_minor", view.row.amount)
            .add("state", enum_value(view.row.state))
            .add("status", view.refund ? enum_value(view.refund->status) : Value())
            .add("refusal", text_or_null(view.row.refusal_code))
            .add("detail", text_or_null(view.row.refusal_detail))
            .add("changed", text_or_null(changes_text(view.changes)));
        records.push_back(std::move(record));
    }
    return records;
}

}  // namespace

Result<void> add_approval(Record &record, Context &context, const std::string &subject, const Money &up_to)
{
    LedgerReader &ledger = context.work().ledger.reader();
    const auto needed = approvers_needed(ledger.approvals(), up_to);
    if (!needed)
        return pass_on(needed);
    const auto votes = ledger.approvals().votes(subject);
    if (!votes)
        return pass_on(votes);
    const auto seen = read_approval(ledger, subject);
    if (!seen)
        return pass_on(seen);
    record.add("approvers_needed", *needed).add("votes", vote_records(*votes));
    if (*seen) {
        record.add("changed", text_or_null(changes_text((*seen)->changes)))
            .add("seen", picture_records((*seen)->picture));
    }
    return {};
}

Record batch_line(const RefundBatch &batch)
{
    Record record;
    record.add("batch_no", batch.batch_no)
        .add("share", enum_value(batch.share))
        .add("permille", batch.permille)
        .add("each_minor", batch.each)
        .add("total_minor", batch.total)
        .add("currency", batch.total.currency().code())
        .add("rows", batch.rows)
        .add("refused", batch.refused)
        .add("approval", enum_value(batch.approval))
        .add("reason_code", enum_value(batch.reason_code))
        .add("requested_by", batch.requested_by)
        .add("approved_by", batch.approved_by)
        .add("created_at", batch.created_at)
        .add("decided_at", batch.decided_at)
        .add("carried_out_at", batch.carried_out_at);
    return record;
}

Record batch_record(const BatchView &view)
{
    Record record = batch_line(view.batch);
    record.add("note", text_or_null(view.batch.note))
        .add("sent_back", text_or_null(view.batch.sent_back))
        .add("approvers_needed", view.approvers)
        .add("votes", vote_records(view.votes))
        .add("orders", row_records(view.rows));
    return record;
}

Record batch_quote_record(const BatchQuote &quote)
{
    Records rows;
    for (const BatchQuoteRow &row : quote.rows) {
        Record record;
        record.add("order_no", row.order_no)
            .add("member_id", row.member_id)
            .add("paid_minor", row.paid)
            .add("refunded_before_minor", row.refunded_before)
            .add("amount_minor", row.amount)
            .add("refusal", row.refusal ? text_or_null(code_text(row.refusal->code)) : Value())
            .add("detail", row.refusal ? text_or_null(row.refusal->detail) : Value());
        rows.push_back(std::move(record));
    }
    Record record;
    record.add("total_minor", quote.total)
        .add("currency", quote.total.currency().code())
        .add("refused", quote.refused)
        .add("approvers_needed", quote.approvers)
        .add("orders", std::move(rows));
    return record;
}

}  // namespace aftercharge::ctl

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/approval_rules.h"
#include "models/workflow/ledger_steps.h"
#include "models/workflow/operator_rights.h"
#include "models/workflow/refund_batch.h"
#include "models/workflow/refund_batch_steps.h"
#include "models/workflow/refund_steps.h"

namespace aftercharge {
namespace {

Result<BatchQuote> quote_of(OrderReader &orders, RefundReader &refunds, RegistryReader &registry,
                            const BatchDraft &draft)
{
    const auto named = check_batch(draft);
    if (!named)
        return pass_on(named);
    const auto network = registry.network();
    if (!network)
        return pass_on(network);
    std::vector<BatchQuoteRow> rows;
    for (const OrderNo &order_no : *named) {
        auto row = quote_batch_row(orders, refunds, draft, order_no);
        if (!row)
            return pass_on(row);
        rows.push_back(std::move(*row));
    }
    return sum_batch(std::move(rows), network->currency);
}

Result<RefundBatch> make_batch(UnitOfWork &unit, Work &work, const BatchDraft &draft, const BatchQuote &quote)
{
    auto number = unit.approvals().next_batch_no(work.clock.now());
    if (!number)
        return pass_on(number);
    RefundBatch batch;
    batch.batch_no = std::move(*number);
    batch.share = draft.share;
    batch.permille = draft.share == BatchShare::ShareOfFee ? draft.permille : 0;
    batch.each = draft.share == BatchShare::FixedAmount ? *draft.each : Money::zero(quote.total.currency());
    batch.reason_code = draft.reason_code;
    batch.note = draft.note;
    batch.total = quote.total;
    batch.rows = static_cast<int>(quote.rows.size());
    batch.refused = quote.refused;
    batch.requested_by = draft.requested_by;
    batch.created_at = work.clock.now();
    if (auto inserted = unit.approvals().insert(batch); !inserted)
        return pass_on(inserted);
    work.changes.rows.push_back({ChangedTable::Batches, batch.batch_no.text(), batch.version});
    return batch;
}

std::string basis_of(const RefundBatch &batch, const BatchQuoteRow &row)
{
    std::string how = "all that is left";
    if (batch.share == BatchShare::ShareOfFee)
        how = std::to_string(batch.permille) + " ‰ of what was paid";
    else if (batch.share == BatchShare::FixedAmount)
        how = "the same amount of each order";
    return batch.batch_no.text() + ": " + how + "\nPaid " + row.paid.to_text() + "\nRefunded or asked for before " +
           row.refunded_before.to_text() + "\nRefund " + row.amount.to_text() + " " +
           std::string(row.amount.currency().code());
}

Result<Refund> ask_row(UnitOfWork &unit, Work &work, const RefundBatch &batch, const BatchQuoteRow &row)
{
    auto refund = new_refund(unit, work);
    if (!refund)
        return refund;
    refund->order_no = row.order_no;
    refund->member_id = row.member_id;
    refund->amount = row.amount;
    refund->reason_code = batch.reason_code;
    refund->note = batch.note;
    refund->basis = basis_of(batch, row);
    refund->requested_by = batch.requested_by;
    if (auto inserted = unit.refunds().insert(*refund); !inserted)
        return pass_on(inserted);
    if (auto kept = keep_picture(unit, work, *refund); !kept)
        return pass_on(kept);
    work.changes.rows.push_back({ChangedTable::Refunds, refund->refund_no.text(), refund->version});
    return refund;
}

// All rows; whether their requester may grant every one of them alone.
Result<bool> ask_rows(UnitOfWork &unit, Work &work, const RefundBatch &batch, const BatchQuote &quote,
                      const Operator &person)
{
    bool alone = true;
    int n = 0;
    for (const BatchQuoteRow &quoted : quote.rows) {
        RefundBatchRow row;
        row.n = ++n;
        row.order_no = quoted.order_no;
        row.amount = quoted.amount.currency() == batch.total.currency() ? quoted.amount
                                                                        : Money::zero(batch.total.currency());
        if (quoted.refusal) {
            row.state = BatchRowState::Refused;
            row.refusal_code = code_text(quoted.refusal->code);
            row.refusal_detail = quoted.refusal->detail;
        } else {
            const auto refund = ask_row(unit, work, batch, quoted);
            if (!refund)
                return pass_on(refund);
            row.refund_no = refund->refund_no;
            const auto may = may_grant_alone(unit, person, *refund);
            if (!may)
                return may;
            alone = alone && *may;
        }
        if (auto inserted = unit.approvals().insert_row(batch.batch_no, row); !inserted)
            return pass_on(inserted);
    }
    return alone;
}

Result<void> decide_batch_or_wait(UnitOfWork &unit, Work &work, RefundBatch &batch, const Operator &person, bool alone)
{
    if (auto noted = audit(unit, work, actor_of(person.name), "batch.request", "refund_batch", batch.batch_no.text(),
                           batch_text(batch) + ", " + std::to_string(batch.refused) + " refused");
        !noted)
        return noted;
    const auto needed = approvers_needed(unit.approvals(), batch.total);
    if (!needed)
        return pass_on(needed);
    if (!alone || !within_limit(person, batch.total) || *needed > 1)
        return {};
    return record_batch_approval(unit, work, batch, person.name);
}

}  // namespace

Result<BatchQuote> quote_batch(LedgerReader &ledger, const BatchDraft &draft)
{
    auto quote = quote_of(ledger.orders(), ledger.refunds(), ledger.registry(), draft);
    if (!quote)
        return quote;
    const auto needed = approvers_needed(ledger.approvals(), quote->total);
    if (!needed)
        return pass_on(needed);
    quote->approvers = *needed;
    return quote;
}

Result<RefundBatch> request_batch(Work &work, const BatchDraft &draft)
{
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    const auto person = permitted_operator((*unit)->registry(), draft.requested_by, Right::DecideTickets);
    if (!person)
        return pass_on(person);
    const auto quote = quote_of((*unit)->orders(), (*unit)->refunds(), (*unit)->registry(), draft);
    if (!quote)
        return pass_on(quote);
    if (static_cast<std::size_t>(quote->refused) == quote->rows.size()) {
        const Error &first = *quote->rows.front().refusal;
        return fail(first.code,
                    "nothing can be refunded; " + quote->rows.front().order_no.text() + ": " + first.detail);
    }
    auto batch = make_batch(**unit, work, draft, *quote);
    if (!batch)
        return batch;
    const auto alone = ask_rows(**unit, work, *batch, *quote, *person);
    if (!alone)
        return pass_on(alone);
    if (auto decided = decide_batch_or_wait(**unit, work, *batch, *person, *alone); !decided)
        return pass_on(decided);
    if (auto committed = (*unit)->commit(); !committed)
        return pass_on(committed);
    unit->reset();
    return batch->approval == ApprovalState::Approved ? carry_out_now(work, *batch) : batch;
}

}  // namespace aftercharge

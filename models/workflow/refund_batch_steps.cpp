// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/refund_batch_steps.h"

#include <set>

#include "models/workflow/ledger_steps.h"
#include "models/workflow/operator_rights.h"
#include "models/workflow/refund_bounds.h"
#include "models/workflow/refund_steps.h"

namespace aftercharge {
namespace {

constexpr std::size_t most_note_bytes = 2'000;
constexpr int all_of_it = 1000;

Result<Money> share_of(const BatchDraft &draft, const RefundBounds &bounds)
{
    switch (draft.share) {
    case BatchShare::WholeFee:
        return bounds.refundable;
    case BatchShare::ShareOfFee:
        return Money::from_minor(static_cast<std::int64_t>(
                                     divide_half_even(Int128{bounds.paid.minor()} * draft.permille, Int128{all_of_it})),
                                 bounds.paid.currency());
    case BatchShare::FixedAmount:
        break;
    }
    return *draft.each;
}

// Whether the order may get it, in the words of a single request.
Result<void> check_share(const ChargingOrder &order, const RefundBounds &bounds, const Money &amount)
{
    if (order.state != OrderState::Payed && order.state != OrderState::AfterSales)
        return fail(ErrorCode::StateNotAllowed, "refund in " + std::string(to_text(order.state)));
    const auto order_of = compare(amount, bounds.refundable);
    if (!order_of)
        return pass_on(order_of);
    if (*order_of > 0 || !bounds.refundable.is_positive())
        return fail(ErrorCode::RefundExceedsPaid,
                    amount.to_text() + " asked, " + bounds.refundable.to_text() + " left of " + bounds.paid.to_text());
    if (!amount.is_positive())
        return fail(ErrorCode::MoneyNotPositive, amount.to_text());
    return {};
}

// What a person decides about; what the store itself fails at is no row's refusal.
bool is_refusal(ErrorCode code)
{
    return code == ErrorCode::OrderNotFound || code == ErrorCode::StateNotAllowed ||
           code == ErrorCode::RefundExceedsPaid || code == ErrorCode::MoneyNotPositive ||
           code == ErrorCode::MoneyCurrencyMismatch;
}

}  // namespace

Result<std::vector<OrderNo>> check_batch(const BatchDraft &draft)
{
    if (draft.share == BatchShare::ShareOfFee && (draft.permille < 1 || draft.permille > all_of_it))
        return fail(ErrorCode::InputInvalid, "1 to 1000 thousandths, not " + std::to_string(draft.permille));
    if (draft.share == BatchShare::FixedAmount && !draft.each)
        return fail(ErrorCode::InputInvalid, "an amount is needed");
    if (draft.each && !draft.each->is_positive())
        return fail(ErrorCode::MoneyNotPositive, draft.each->to_text());
    if (draft.note.size() > most_note_bytes)
        return fail(ErrorCode::InputInvalid, "note over 2,000 bytes");
    std::vector<OrderNo> orders;
    std::set<OrderNo> seen;
    for (const OrderNo &order_no : draft.orders) {
        if (seen.insert(order_no).second)
            orders.push_back(order_no);
    }
    if (orders.empty() || orders.size() > max_batch_rows)
        return fail(ErrorCode::InputInvalid,
                    "1 to " + std::to_string(max_batch_rows) + " orders, not " + std::to_string(orders.size()));
    return orders;
}

Result<BatchQuoteRow> quote_batch_row(OrderReader &orders, RefundReader &refunds, const BatchDraft &draft,
                                      const OrderNo &order_no)
{
    BatchQuoteRow row;
    row.order_no = order_no;
    const auto priced = orders.find(order_no).and_then([&](const ChargingOrder &order) -> Result<void> {
        row.member_id = order.member_id;
        const auto before = refunds.of_order(order_no);
        if (!before)
            return pass_on(before);
        const auto bounds = refund_bounds(order, *before);
        if (!bounds)
            return pass_on(bounds);
        row.paid = bounds->paid;
        const auto refunded = subtract(bounds->paid, bounds->refundable);
        const auto amount = share_of(draft, *bounds);
        if (!refunded || !amount)
            return refunded ? pass_on(amount) : pass_on(refunded);
        row.refunded_before = *refunded;
        row.amount = *amount;
        return check_share(order, *bounds, *amount);
    });
    if (!priced && !is_refusal(priced.error().code))
        return pass_on(priced);
    if (!priced)
        row.refusal = priced.error();
    return row;
}

Result<BatchQuote> sum_batch(std::vector<BatchQuoteRow> rows, Currency currency)
{
    BatchQuote quote;
    Result<Money> total = Money::zero(currency);
    for (const BatchQuoteRow &row : rows) {
        if (row.refusal)
            ++quote.refused;
        else
            total = total.and_then([&](const Money &so_far) { return add(so_far, row.amount); });
    }
    if (!total)
        return pass_on(total);
    quote.total = *total;
    quote.rows = std::move(rows);
    return quote;
}

Result<void> write_batch(UnitOfWork &unit, Work &work, RefundBatch &batch)
{
    if (auto updated = unit.approvals().update(batch); !updated)
        return updated;
    work.changes.rows.push_back({ChangedTable::Batches, batch.batch_no.text(), batch.version});
    return {};
}

Result<void> record_batch_approval(UnitOfWork &unit, Work &work, RefundBatch &batch, const OperatorName &by)
{
    batch.approval = ApprovalState::Approved;
    batch.approved_by = by;
    batch.decided_at = work.clock.now();
    return write_batch(unit, work, batch)
        .and_then([&] { return add_effect(unit, work, EffectKind::PostBatch, batch.batch_no.text(), actor_of(by)); })
        .and_then([&] {
            return audit(unit, work, actor_of(by), "batch.approve", "refund_batch", batch.batch_no.text(),
                         batch_text(batch));
        });
}

Result<void> return_batch(UnitOfWork &unit, Work &work, RefundBatch &batch, const std::string &reason,
                          const Actor &actor)
{
    const auto rows = unit.approvals().batch_rows(batch.batch_no);
    if (!rows)
        return pass_on(rows);
    for (RefundBatchRow row : *rows) {
        if (row.state != BatchRowState::Waiting)
            continue;
        auto refund = unit.refunds().find(row.refund_no);
        if (!refund)
            return pass_on(refund);
        if (auto returned = return_refund(unit, work, *refund, reason, actor); !returned)
            return returned;
        row.state = BatchRowState::SentBack;
        if (auto updated = unit.approvals().update_row(batch.batch_no, row, BatchRowState::Waiting); !updated)
            return updated;
    }
    batch.approval = ApprovalState::SentBack;
    batch.sent_back = reason;
    batch.decided_at = work.clock.now();
    return write_batch(unit, work, batch);
}

std::string batch_text(const RefundBatch &batch)
{
    return batch.batch_no.text() + " " + batch.total.to_text() + " " + std::string(batch.total.currency().code()) +
           ", " + std::to_string(batch.rows - batch.refused) + " orders";
}

}  // namespace aftercharge

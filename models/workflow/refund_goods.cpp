// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/refund_goods.h"

#include "models/workflow/before_shipment.h"
#include "models/workflow/goods_refund_steps.h"
#include "models/workflow/goods_request.h"
#include "models/workflow/operator_rights.h"

namespace aftercharge {
namespace {

constexpr std::size_t most_note_bytes = 2'000;

Result<void> check_draft(const GoodsRefundDraft &draft)
{
    if (draft.before_shipment && (!draft.lines.empty() || draft.amount))
        return fail(ErrorCode::InputInvalid, "before shipment everything is refunded: no lines, no amount");
    if (!draft.before_shipment && draft.lines.empty())
        return fail(ErrorCode::InputInvalid, "no lines");
    if (draft.note.size() > most_note_bytes)
        return fail(ErrorCode::InputInvalid, "note over 2,000 bytes");
    return {};
}

Result<RefundQuote> quote_of(GoodsReader &goods, const GoodsRefundDraft &draft)
{
    const auto items = goods.items(draft.order_no);
    if (!items)
        return pass_on(items);
    const auto units = goods.units(draft.order_no);
    if (!units)
        return pass_on(units);
    return draft.before_shipment ? quote_rest(*items, *units) : quote_refund(*items, *units, draft.lines, draft.amount);
}

// What is checked before anything is written, alike for the quote and for the request.
Result<RefundQuote> checked_quote(GoodsReader &goods, ShipmentReader &shipments, const GoodsOrder &order,
                                  const GoodsRefundDraft &draft)
{
    if (auto checked = check_draft(draft); !checked)
        return pass_on(checked);
    if (auto checked = check_refundable(order, draft.before_shipment, false); !checked)
        return pass_on(checked);
    if (draft.before_shipment) {
        if (auto checked = check_not_left(shipments, draft.order_no); !checked)
            return pass_on(checked);
    }
    auto quote = quote_of(goods, draft);
    if (quote && !quote->total.is_positive())
        return fail(ErrorCode::MoneyNotPositive, quote->total.to_text());
    return quote;
}

}  // namespace

Result<RefundQuote> quote_goods_refund(LedgerReader &ledger, const GoodsRefundDraft &draft)
{
    const auto order = ledger.goods().find(draft.order_no);
    if (!order)
        return pass_on(order);
    return checked_quote(ledger.goods(), ledger.shipments(), *order, draft);
}

Result<Refund> request_goods_refund_in(UnitOfWork &unit, Work &work, const GoodsRefundDraft &draft)
{
    const auto person = permitted_operator(unit.registry(), draft.requested_by, Right::DecideTickets);
    if (!person)
        return pass_on(person);
    auto order = unit.goods().find(draft.order_no);
    if (!order)
        return pass_on(order);
    const auto quote = checked_quote(unit.goods(), unit.shipments(), *order, draft);
    if (!quote)
        return pass_on(quote);
    if (draft.before_shipment) {
        if (auto stopped = stop_label_purchases(unit, work, order->order_no); !stopped)
            return pass_on(stopped);
    }
    GoodsRefundSpec spec;
    spec.ticket_no = draft.ticket_no;
    spec.before_shipment = draft.before_shipment;
    spec.reason_code = draft.reason_code;
    spec.note = draft.note;
    spec.basis = draft.basis;
    spec.requested_by = draft.requested_by;
    return ask_goods_refund(unit, work, *order, *quote, spec, *person);
}

Result<Refund> request_goods_refund(Work &work, const GoodsRefundDraft &draft)
{
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    auto refund = request_goods_refund_in(**unit, work, draft);
    if (!refund)
        return refund;
    if (auto committed = (*unit)->commit(); !committed)
        return pass_on(committed);
    return refund;
}

}  // namespace aftercharge

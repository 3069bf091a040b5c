// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_goods_desk.h"

#include <algorithm>

#include "tests/support/fake_desk_answers.h"

namespace aftercharge {
namespace {

bool matches(const GoodsOrder &order, const GoodsQuery &query)
{
    if (query.state && order.state != *query.state)
        return false;
    if (query.member_id && order.member_id != *query.member_id)
        return false;
    const auto holds = [&](const std::string &text) { return text.find(query.text) != std::string::npos; };
    return query.text.empty() || holds(order.order_no.text()) || holds(order.member_id.text());
}

Refund refund_of(const GoodsRefundDraft &draft)
{
    Refund made;
    made.refund_no = RefundNo::from_text("R20261124-0007").value();
    made.kind = RefundKind::GoodsRefund;
    made.order_no = draft.order_no;
    made.ticket_no = draft.ticket_no;
    made.reason_code = draft.reason_code;
    made.before_shipment = draft.before_shipment;
    made.note = draft.note;
    made.basis = draft.basis;
    made.approval = ApprovalState::Approved;
    return made;
}

Shipment shipment_of(const ReshipDraft &draft)
{
    Shipment made;
    made.shipment_no = ShipmentNo::from_text("S20261124-0009").value();
    made.order_no = draft.order_no;
    made.ticket_no = draft.ticket_no;
    made.purpose = ShipmentPurpose::Reshipment;
    return made;
}

}  // namespace

FakeGoodsDesk::FakeGoodsDesk()
{
    on_goods_orders = [this](const GoodsQuery &query) {
        std::vector<GoodsOrder> rows;
        std::copy_if(order_rows.begin(), order_rows.end(), std::back_inserter(rows),
                     [&](const GoodsOrder &order) { return matches(order, query); });
        return paged(std::move(rows));
    };
    on_advance = [this](const ShipmentNo &no, ShipmentEvent event, const std::string &) {
        for (auto &[order_no, dossier] : dossiers) {
            for (ParcelView &parcel : dossier.parcels) {
                if (parcel.shipment.shipment_no != no)
                    continue;
                const auto next = next_state(shipment_table, parcel.shipment.state, event);
                if (!next)
                    return answered<Shipment>(fail(ErrorCode::StateNotAllowed, no.text()));
                parcel.shipment.state = *next;
                return answered<Shipment>(parcel.shipment);
            }
        }
        return answered<Shipment>(fail(ErrorCode::ShipmentNotFound, no.text()));
    };
    answer_refunds();
    answer_claims();
    answer_books();
}

void FakeGoodsDesk::answer_refunds()
{
    on_quote = [this](const GoodsRefundDraft &draft) {
        const auto found = looked_up(dossiers, draft.order_no, ErrorCode::OrderNotFound);
        if (!found)
            return answered<RefundQuote>(pass_on(found));
        return answered<RefundQuote>(
            draft.before_shipment ? aftercharge::quote_rest(found->items, found->units)
                                  : aftercharge::quote_refund(found->items, found->units, draft.lines, draft.amount));
    };
    on_request_refund = [this](const GoodsRefundDraft &draft) {
        const auto quote = on_quote(draft).result();
        if (!quote)
            return answered<Refund>(pass_on(quote));
        Refund made = refund_of(draft);
        made.amount = quote->total;
        return answered<Refund>(made);
    };
    on_exception = [this](const ExceptionDecision &decision) {
        ExceptionOutcome outcome;
        if (decision.refund) {
            const auto refund = on_request_refund(*decision.refund).result();
            if (!refund)
                return answered<ExceptionOutcome>(pass_on(refund));
            outcome.refund = *refund;
        }
        if (decision.reship)
            outcome.shipment = shipment_of(*decision.reship);
        return answered<ExceptionOutcome>(outcome);
    };
    const auto again = [this](const RefundNo &refund_no, RefundKind kind) {
        for (const auto &[order_no, dossier] : dossiers) {
            for (const Refund &refund : dossier.refunds) {
                if (refund.refund_no != refund_no)
                    continue;
                Refund made = refund;
                made.kind = kind;
                made.status = RefundStatus::Init;
                made.approval = ApprovalState::Approved;
                made.retry_of = refund_no;
                made.refund_no = RefundNo::from_text("R20261124-0008").value();
                return answered<Refund>(made);
            }
        }
        return answered<Refund>(fail(ErrorCode::RefundNotFound, refund_no.text()));
    };
    on_retry = [again](const RefundNo &refund_no) { return again(refund_no, RefundKind::GoodsRefund); };
    on_settle_by_hand = [again](const RefundNo &refund_no, const std::string &) {
        return again(refund_no, RefundKind::ByHand);
    };
}

bool FakeGoodsDesk::called(const std::string &beginning) const
{
    return std::any_of(calls.begin(), calls.end(),
                       [&](const std::string &call) { return call.rfind(beginning, 0) == 0; });
}

Answered<Page<GoodsOrder>> FakeGoodsDesk::goods_orders(const GoodsQuery &query)
{
    return on_goods_orders(query);
}

Answered<GoodsDossier> FakeGoodsDesk::goods_order(const OrderNo &order_no)
{
    return answered<GoodsDossier>(looked_up(dossiers, order_no, ErrorCode::OrderNotFound));
}

Answered<RefundQuote> FakeGoodsDesk::quote_refund(const GoodsRefundDraft &draft)
{
    quoted.push_back(draft);
    return on_quote(draft);
}

Answered<Refund> FakeGoodsDesk::request_goods_refund(const GoodsRefundDraft &draft)
{
    note("request_goods_refund " + draft.order_no.text());
    refund_drafts.push_back(draft);
    return on_request_refund(draft);
}

Answered<ExceptionOutcome> FakeGoodsDesk::decide_exception(const ExceptionDecision &decision)
{
    note("decide_exception");
    exceptions.push_back(decision);
    return on_exception(decision);
}

Answered<Refund> FakeGoodsDesk::retry_refund(const RefundNo &refund_no)
{
    note("retry_refund " + refund_no.text());
    return on_retry(refund_no);
}

Answered<Refund> FakeGoodsDesk::settle_by_hand(const RefundNo &refund_no, const std::string &proof)
{
    note("settle_by_hand " + refund_no.text() + " " + proof);
    return on_settle_by_hand(refund_no, proof);
}

Answered<Shipment> FakeGoodsDesk::advance_shipment(const ShipmentNo &shipment_no, ShipmentEvent event,
                                                   const std::string &words)
{
    note("advance_shipment " + shipment_no.text() + " " + std::string(to_text(event)) + " " + words);
    return on_advance(shipment_no, event, words);
}

}  // namespace aftercharge

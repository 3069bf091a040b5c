// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/goods_refund_steps.h"

#include <algorithm>

#include "models/workflow/approval_picture.h"
#include "models/workflow/goods_basis.h"
#include "models/workflow/goods_refund_money.h"
#include "models/workflow/goods_steps.h"
#include "models/workflow/ledger_steps.h"
#include "models/workflow/operator_rights.h"
#include "models/workflow/refund_steps.h"

namespace aftercharge {
namespace {

Result<bool> is_under_way(UnitOfWork &unit, EffectKind kind, const std::string &key)
{
    return unit.outbox().find(kind, key).map(
        [](const std::optional<Effect> &effect) { return effect && !effect->done_at; });
}

// What the gateway repairs under its old number may still succeed there: nothing new beside it.
Result<void> check_no_repair(UnitOfWork &unit, const OrderNo &order_no)
{
    const auto refunds = unit.refunds().of_order(order_no);
    if (!refunds)
        return pass_on(refunds);
    for (const Refund &refund : *refunds) {
        if (refund.status != RefundStatus::Fail || !refund.repairable)
            continue;
        for (const EffectKind kind : {EffectKind::RepairRefund, EffectKind::AskRefund}) {
            const auto under_way = is_under_way(unit, kind, refund.refund_no.text());
            if (!under_way)
                return pass_on(under_way);
            if (*under_way)
                return fail(ErrorCode::StateNotAllowed, refund.refund_no.text() + " is being repaired");
        }
    }
    return {};
}

Result<Refund> refund_of(UnitOfWork &unit, Work &work, const GoodsOrder &order, const RefundQuote &quote,
                         const GoodsRefundSpec &spec)
{
    const auto payment = unit.goods().payment(order.order_no);
    if (!payment)
        return pass_on(payment);
    if (!*payment)
        return fail(ErrorCode::OrderNotPaid, order.order_no.text());
    auto refund = new_refund(unit, work);
    if (!refund)
        return refund;
    refund->kind = spec.kind;
    refund->order_no = order.order_no;
    refund->member_id = order.member_id;
    refund->ticket_no = spec.ticket_no;
    refund->amount = quote.total;
    refund->reason_code = spec.reason_code;
    refund->note = spec.note;
    refund->basis = spec.basis;
    refund->initiator = spec.initiator;
    refund->requested_by = spec.requested_by;
    refund->payment_order_id = (*payment)->payment_order_id;
    refund->claim_no = spec.claim_no;
    refund->retry_of = spec.retry_of;
    refund->before_shipment = spec.before_shipment;
    for (const RefundLineQuote &line : quote.lines)
        refund->items.push_back(line.item);
    if (refund->basis.empty()) {
        const auto items = unit.goods().items(order.order_no);
        if (!items)
            return pass_on(items);
        refund->basis = basis_of(*items, quote, spec.before_shipment);
    }
    return refund;
}

// Each parcel without a label is cancelled here, each label at the carrier.
Result<void> cancel_parcels(UnitOfWork &unit, Work &work, const Refund &refund, const Actor &actor)
{
    auto parcels = unit.shipments().of_order(refund.order_no);
    if (!parcels)
        return pass_on(parcels);
    for (Shipment &parcel : *parcels) {
        const std::string &number = parcel.shipment_no.text();
        if (has_left(parcel.state))
            return fail(ErrorCode::ShipmentHasLeft, number + " is " + std::string(to_text(parcel.state)));
        Result<void> done;
        if (parcel.state == ShipmentState::Created) {
            done = advance_shipment_state(unit, work, parcel, ShipmentEvent::Cancelled, {Source::Manual, actor.name},
                                          refund.refund_no.text());
        } else if (parcel.state == ShipmentState::LabelCreated) {
            parcel.label_refund = LabelRefund::Asked;
            done = write_shipment(unit, work, parcel).and_then([&] {
                return add_effect(unit, work, EffectKind::CancelLabel, number, actor);
            });
        }
        if (!done)
            return done;
    }
    return send_when_all_cancelled(unit, work, refund, actor);
}

// By hand before shipment: nothing is asked of the carrier any more, so nothing may be open there.
Result<void> check_all_cancelled(UnitOfWork &unit, const OrderNo &order_no)
{
    const auto parcels = unit.shipments().of_order(order_no);
    if (!parcels)
        return pass_on(parcels);
    for (const Shipment &parcel : *parcels) {
        if (parcel.state != ShipmentState::Cancelled) {
            return fail(has_left(parcel.state) ? ErrorCode::ShipmentHasLeft : ErrorCode::StateNotAllowed,
                        parcel.shipment_no.text() + " is " + std::string(to_text(parcel.state)));
        }
    }
    return {};
}

// What a claim's approval covers: "up to X to the customer", over all that it made.
Result<void> check_covered(UnitOfWork &unit, const Refund &refund, const OperatorName &approver)
{
    const auto claim = unit.claims().find(refund.claim_no);
    if (!claim)
        return pass_on(claim);
    if (claim->approval != ApprovalState::Approved || claim->approved_by != approver)
        return fail(ErrorCode::StateNotAllowed, refund.claim_no.text() + " is not approved by " + approver.text());
    const auto refunds = unit.refunds().of_claim(refund.claim_no);
    if (!refunds)
        return pass_on(refunds);
    Result<Money> sum = refund.amount;
    for (const Refund &other : *refunds) {
        if (other.refund_no != refund.refund_no && other.initiator == Source::System && holds_money(other))
            sum = sum.and_then([&](const Money &so_far) { return add(so_far, other.amount); });
    }
    const auto order_of = sum.and_then([&](const Money &in_all) { return compare(in_all, claim->up_to); });
    if (!order_of)
        return pass_on(order_of);
    if (*order_of > 0)
        return fail(ErrorCode::ClaimExceedsLimit,
                    sum->to_text() + " is above " + claim->up_to.to_text() + " of " + refund.claim_no.text());
    return {};
}

}  // namespace

Result<void> check_refundable(const GoodsOrder &order, bool before_shipment, bool stands_in)
{
    if (order.state == GoodsOrderState::Unpaid)
        return fail(ErrorCode::OrderNotPaid, order.order_no.text());
    if (!order.locked_by.is_empty())
        return fail(ErrorCode::OrderLocked, order.order_no.text() + " by " + order.locked_by.text());
    const bool allowed = order.state == GoodsOrderState::Paid || order.state == GoodsOrderState::Fulfilled ||
                         (order.state == GoodsOrderState::Completed && !before_shipment) ||
                         (order.state == GoodsOrderState::Refunded && stands_in);
    if (!allowed)
        return fail(ErrorCode::StateNotAllowed, "refund in " + std::string(to_text(order.state)));
    return {};
}

Result<Refund> make_goods_refund(UnitOfWork &unit, Work &work, GoodsOrder &order, const RefundQuote &quote,
                                 const GoodsRefundSpec &spec)
{
    if (auto checked = check_refundable(order, spec.before_shipment, !spec.retry_of.is_empty()); !checked)
        return pass_on(checked);
    if (!quote.total.is_positive())
        return fail(ErrorCode::MoneyNotPositive, quote.total.to_text());
    if (auto checked = check_no_repair(unit, order.order_no); !checked)
        return pass_on(checked);
    if (spec.before_shipment && !goes_through_gateway(spec.kind)) {
        if (auto checked = check_all_cancelled(unit, order.order_no); !checked)
            return pass_on(checked);
    }
    auto refund = refund_of(unit, work, order, quote, spec);
    if (!refund)
        return refund;
    if (auto inserted = unit.refunds().insert(*refund, quote.units); !inserted)
        return pass_on(inserted);
    work.changes.rows.push_back({ChangedTable::Refunds, refund->refund_no.text(), refund->version});
    if (spec.before_shipment) {
        order.locked_by = refund->refund_no;
        if (auto locked = write_goods_order(unit, work, order); !locked)
            return pass_on(locked);
    }
    return refund;
}

Result<Refund> ask_goods_refund(UnitOfWork &unit, Work &work, GoodsOrder &order, const RefundQuote &quote,
                                const GoodsRefundSpec &spec, const Operator &person)
{
    if (auto checked = check_refund_ticket(unit, spec.ticket_no, order.order_no); !checked)
        return pass_on(checked);
    auto refund = make_goods_refund(unit, work, order, quote, spec);
    if (!refund)
        return refund;
    if (auto decided = decide_or_wait(unit, work, *refund, person); !decided)
        return pass_on(decided);
    return refund;
}

Result<void> approve_by_system(UnitOfWork &unit, Work &work, Refund &refund, const OperatorName &approver)
{
    if (auto covered = check_covered(unit, refund, approver); !covered)
        return covered;
    if (auto noted = audit(unit, work, Actor{}, "refund.request", "payment_refund", refund.refund_no.text(),
                           refund.amount.to_text() + " for " + refund.order_no.text() + " by " +
                               refund.claim_no.text());
        !noted)
        return noted;
    if (auto approved = record_approval(unit, work, refund, approver, Actor{}); !approved)
        return approved;
    if (auto updated = update_refund(unit, work, refund); !updated)
        return updated;
    return bring_refund_ticket(unit, work, refund, TicketEvent::PaymentSent, Actor{}, refund.refund_no.text());
}

Result<void> leave_to_approval(UnitOfWork &unit, Work &work, const Refund &refund)
{
    if (auto noted = audit(unit, work, Actor{}, "refund.request", "payment_refund", refund.refund_no.text(),
                           refund.amount.to_text() + " for " + refund.order_no.text() + " by " +
                               refund.claim_no.text());
        !noted)
        return noted;
    if (auto kept = keep_picture(unit, work, refund); !kept)
        return kept;
    return bring_refund_ticket(unit, work, refund, TicketEvent::ApprovalAsked, Actor{}, refund.refund_no.text());
}

Result<void> carry_out_goods_refund(UnitOfWork &unit, Work &work, const Refund &refund, const Actor &actor)
{
    if (auto promised = promise_refund(unit, work, refund, actor); !promised)
        return promised;
    const std::string &key = refund.refund_no.text();
    if (!goes_through_gateway(refund.kind)) {
        if (refund.before_shipment) {
            if (auto checked = check_all_cancelled(unit, refund.order_no); !checked)
                return checked;
        }
        return add_effect(unit, work, EffectKind::PostRefund, key, actor);
    }
    if (refund.before_shipment)
        return cancel_parcels(unit, work, refund, actor);
    return add_effect(unit, work, EffectKind::SendRefund, key, actor);
}

Result<void> send_when_all_cancelled(UnitOfWork &unit, Work &work, const Refund &refund, const Actor &actor)
{
    const auto parcels = unit.shipments().of_order(refund.order_no);
    if (!parcels)
        return pass_on(parcels);
    const bool all_cancelled = std::all_of(parcels->begin(), parcels->end(), [](const Shipment &parcel) {
        return parcel.state == ShipmentState::Cancelled;
    });
    if (!all_cancelled || refund.status != RefundStatus::Init || refund.approval != ApprovalState::Approved)
        return {};
    return add_effect(unit, work, EffectKind::SendRefund, refund.refund_no.text(), actor);
}

}  // namespace aftercharge

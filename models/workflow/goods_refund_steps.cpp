// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/goods_refund_steps.h"

#include <algorithm>
#include <map>

#include "models/workflow/goods_refund_money.h"
#include "models/workflow/goods_steps.h"
#include "models/workflow/ledger_steps.h"
#include "models/workflow/operator_rights.h"
#include "models/workflow/refund_steps.h"

namespace aftercharge {
namespace {

std::string proof_of(const Refund &refund)
{
    return refund.kind == RefundKind::ByHand ? refund.note : refund.external_refund_id;
}

std::map<std::string, std::string> values_of(const Refund &refund)
{
    std::map<std::string, std::string> values{
        {"order_no", refund.order_no.text()},
        {"refund_no", refund.refund_no.text()},
        {"amount", refund.amount.to_text()},
        {"currency", std::string(refund.amount.currency().code())},
    };
    const auto add_text = [&](const char *name, const std::string &text) {
        if (!text.empty())
            values.emplace(name, text);
    };
    add_text("external_refund_id", proof_of(refund));
    add_text("ticket_no", refund.ticket_no.text());
    add_text("claim_no", refund.claim_no.text());
    if (refund.kind == RefundKind::Coupon)
        values.emplace("coupon", refund.refund_no.text());
    return values;
}

Result<void> tell_customer(UnitOfWork &unit, Work &work, const Refund &refund, NoticeKind kind,
                           std::map<std::string, std::string> values)
{
    return notify(unit, work, kind, refund.member_id, refund.order_no, std::move(values));
}

Result<bool> was_told(UnitOfWork &unit, const Refund &refund, NoticeKind kind)
{
    return unit.outbox().notices(refund.order_no).map([&](const std::vector<Notice> &notices) {
        return std::any_of(notices.begin(), notices.end(), [&](const Notice &notice) {
            const auto number = notice.values.find("refund_no");
            return notice.kind == kind && number != notice.values.end() && number->second == refund.refund_no.text();
        });
    });
}

// By the table; a FAIL that was none holds its units and its money again. What cannot be is found
// before anything is written.
Result<void> enter_state(UnitOfWork &unit, Work &work, Refund &refund, RefundEvent event)
{
    const auto to = next_state(payment_refund_table, refund.status, event);
    if (!to)
        return pass_on(to);
    const bool held = holds_money(refund);
    const bool holds = holds_money(refund.approval, *to);
    if (!held && holds) {
        if (auto checked = check_can_hold_again(unit, refund); !checked)
            return checked;
    }
    refund.status = *to;
    refund.repairable = refund.repairable && *to == RefundStatus::Fail;
    if (auto updated = update_refund(unit, work, refund); !updated)
        return updated;
    return !held && holds ? promise_refund(unit, work, refund, {}) : Result<void>{};
}

// A refund before shipment that goes on after all: nothing may be shipped until it ends.
Result<void> lock_again(UnitOfWork &unit, Work &work, const Refund &refund)
{
    auto order = unit.goods().find(refund.order_no);
    if (!order)
        return pass_on(order);
    if (!refund.before_shipment || !order->locked_by.is_empty())
        return {};
    order->locked_by = refund.refund_no;
    return write_goods_order(unit, work, *order);
}

// What the order is told of a refund that was paid. A coupon gave no money back.
Result<void> count_on_order(UnitOfWork &unit, Work &work, const Refund &refund)
{
    auto order = unit.goods().find(refund.order_no);
    if (!order)
        return pass_on(order);
    if (order->locked_by == refund.refund_no)
        order->locked_by = {};
    if (refund.kind == RefundKind::Coupon)
        return write_goods_order(unit, work, *order);
    const auto refunded = add(order->refunded, refund.amount);
    if (!refunded)
        return pass_on(refunded);
    order->refunded = *refunded;
    // REFUNDED already: the one that stands in for a refund that was taken back.
    if (refund.amount != order->paid || order->state == GoodsOrderState::Refunded)
        return write_goods_order(unit, work, *order);
    const Actor actor = refund.initiator == Source::System ? Actor{} : actor_of(refund.approved_by);
    return advance_goods_order(unit, work, *order, GoodsOrderEvent::RefundedInFull, actor, refund.refund_no.text());
}

// An approved claim ends with the refund that it made, or with what a person paid in its place.
Result<void> close_claim(UnitOfWork &unit, Work &work, const Refund &refund)
{
    if (refund.claim_no.is_empty() || (refund.kind != RefundKind::GoodsRefund && refund.kind != RefundKind::ByHand))
        return {};
    auto claim = unit.claims().find(refund.claim_no);
    if (!claim)
        return pass_on(claim);
    if (claim->state != ClaimState::Approved && claim->state != ClaimState::ApprovedPartial)
        return {};
    claim->decision = ClaimDecision::Refund;
    return advance_claim(unit, work, *claim, ClaimEvent::Decided, {}, refund.refund_no.text());
}

Result<void> end_label_rows(UnitOfWork &unit, Work &work, const Refund &refund)
{
    const auto parcels = unit.shipments().of_order(refund.order_no);
    if (!parcels)
        return pass_on(parcels);
    for (const Shipment &parcel : *parcels) {
        const auto row = unit.outbox().find(EffectKind::CancelLabel, parcel.shipment_no.text());
        if (!row)
            return pass_on(row);
        // One that was sent is heard of: the label may be cancelled by now.
        if (!*row || (*row)->done_at || (*row)->sent_at)
            continue;
        if (auto ended = unit.outbox().done((*row)->id, work.clock.now(), refund.refund_no.text() + " was stopped");
            !ended)
            return ended;
    }
    return {};
}

}  // namespace

Result<void> advance_refund(UnitOfWork &unit, Work &work, Refund &refund, RefundEvent event)
{
    return enter_state(unit, work, refund, event);
}

Result<void> unlock_goods_order(UnitOfWork &unit, Work &work, const Refund &refund)
{
    if (!is_of_goods(refund.kind))
        return {};
    auto order = unit.goods().find(refund.order_no);
    if (!order)
        return pass_on(order);
    if (order->locked_by != refund.refund_no)
        return {};
    order->locked_by = {};
    return write_goods_order(unit, work, *order);
}

Result<void> accept_goods_refund(UnitOfWork &unit, Work &work, Refund &refund, RefundEvent event)
{
    const bool again = event == RefundEvent::VerifiedPending;
    if (auto entered = enter_state(unit, work, refund, event); !entered)
        return entered;
    if (again) {
        if (auto locked = lock_again(unit, work, refund); !locked)
            return locked;
        if (auto moved = bring_refund_ticket(unit, work, refund, TicketEvent::PaymentSent, {},
                                             refund_text(refund) + " is on its way after all");
            !moved)
            return moved;
    }
    const auto told = was_told(unit, refund, NoticeKind::GoodsRefundSent);
    if (!told)
        return pass_on(told);
    return *told ? Result<void>{} : tell_customer(unit, work, refund, NoticeKind::GoodsRefundSent, values_of(refund));
}

Result<void> complete_goods_refund(UnitOfWork &unit, Work &work, Refund &refund, RefundEvent event)
{
    refund.posted_at = work.clock.now();
    if (auto entered = enter_state(unit, work, refund, event); !entered)
        return entered;
    const Actor actor = refund.initiator == Source::System ? Actor{} : actor_of(refund.approved_by);
    if (auto paid = pay_refund(unit, work, refund, actor); !paid)
        return paid;
    if (auto counted = count_on_order(unit, work, refund); !counted)
        return counted;
    if (auto closed = close_claim(unit, work, refund); !closed)
        return closed;
    const std::string proof = proof_of(refund);
    const std::string decision = (refund.kind == RefundKind::Coupon ? "coupon " : "") + refund_text(refund) +
                                 (proof.empty() ? "" : ", " + proof);
    if (auto resolved = resolve_refund_ticket(unit, work, refund, decision); !resolved)
        return resolved;
    const NoticeKind kind = refund.kind == RefundKind::Coupon ? NoticeKind::CouponIssued : NoticeKind::GoodsRefundDone;
    return tell_customer(unit, work, refund, kind, values_of(refund));
}

Result<void> end_goods_refund(UnitOfWork &unit, Work &work, Refund &refund, RefundEvent event, const std::string &words,
                              NoticeKind notice)
{
    if (event != RefundEvent::Failed && event != RefundEvent::Closed)
        return fail(ErrorCode::Internal, std::string(to_text(event)) + " ends no refund");
    if (auto entered = enter_state(unit, work, refund, event); !entered)
        return entered;
    if (auto released = release_refund(unit, work, refund, {}); !released)
        return released;
    if (auto unlocked = unlock_goods_order(unit, work, refund); !unlocked)
        return unlocked;
    const std::string sentence = words.empty() ? refund_text(refund) + " is " + std::string(to_text(refund.status))
                                               : words;
    if (auto told = bring_refund_ticket(unit, work, refund, TicketEvent::Answered, {}, sentence); !told)
        return told;
    auto values = values_of(refund);
    if (notice == NoticeKind::RefundStopped && !words.empty())
        values["reason"] = words;
    return tell_customer(unit, work, refund, notice, std::move(values));
}

Result<void> stop_before_shipment(UnitOfWork &unit, Work &work, Refund &refund, const std::string &words)
{
    refund.gateway_words = words;
    if (auto ended = end_goods_refund(unit, work, refund, RefundEvent::Closed, words, NoticeKind::RefundStopped);
        !ended)
        return ended;
    return end_label_rows(unit, work, refund);
}

Result<void> reverse_goods_refund(UnitOfWork &unit, Work &work, Refund &refund, const std::string &words)
{
    if (!goes_through_gateway(refund.kind))
        return fail(ErrorCode::StateNotAllowed, "REVERSED of a " + std::string(to_text(refund.kind)));
    if (auto entered = enter_state(unit, work, refund, RefundEvent::Reversed); !entered)
        return entered;
    if (auto taken = take_refund_back(unit, work, refund, {}); !taken)
        return taken;
    auto order = unit.goods().find(refund.order_no);
    if (!order)
        return pass_on(order);
    const auto refunded = subtract(order->refunded, refund.amount);
    if (!refunded)
        return pass_on(refunded);
    order->refunded = *refunded;
    if (auto written = write_goods_order(unit, work, *order); !written)
        return written;
    const std::string sentence = words.empty() ? refund_text(refund) + " was taken back" : words;
    if (auto told = bring_refund_ticket(unit, work, refund, TicketEvent::Answered, {}, sentence); !told)
        return told;
    return tell_customer(unit, work, refund, NoticeKind::GoodsRefundReversed, values_of(refund));
}

}  // namespace aftercharge

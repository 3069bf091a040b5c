// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/build_task.h"
#include "models/workflow/gateway_steps.h"
#include "models/workflow/refund_line.h"

namespace aftercharge {
namespace {

// WeChat Pay takes 50 refunds of a payment, a minute apart (gateways.md, "Payment").
constexpr std::chrono::seconds wechat_gap{60};
constexpr int wechat_refunds_at_most = 50;

// The store keeps one approval a refund, of exactly its amount; that of a SYSTEM refund stands on
// its claim's.
Result<std::string> not_covered(UnitOfWork &unit, const Refund &refund)
{
    if (refund.approval != ApprovalState::Approved || refund.approved_by.is_empty())
        return refund.refund_no.text() + " has no valid approval";
    if (refund.initiator != Source::System || refund.claim_no.is_empty())
        return std::string{};
    const auto claim = unit.claims().find(refund.claim_no);
    if (!claim)
        return pass_on(claim);
    return claim->approval == ApprovalState::Approved ? std::string{} : refund.claim_no.text() + " is not approved";
}

Result<std::string> why_not(UnitOfWork &unit, const GatewayTask &task, const Refund &refund)
{
    if (!goes_through_gateway(refund.kind))
        return refund.refund_no.text() + " is no refund through a gateway";
    const std::string is = refund.refund_no.text() + " is " + std::string(to_text(refund.status));
    switch (task.effect.kind) {
    case EffectKind::SendRefund:
        // UNKNOWN: the gateway, asked, did not have it; it goes out again under the same number.
        if (refund.status != RefundStatus::Init && refund.status != RefundStatus::Unknown)
            return is;
        return paid_after_all(unit, refund).and_then([&](const std::optional<RefundNo> &other) {
            return other ? Result<std::string>(other->text() + ", which it stands in for, was paid after all")
                         : not_covered(unit, refund);
        });
    case EffectKind::RepairRefund:
        if (refund.status != RefundStatus::Fail || !refund.repairable)
            return is + " and not to be repaired";
        return not_covered(unit, refund);
    default:
        return std::string{};
    }
}

// A new number does not go out while the gateway is to be asked about the old one, which may have
// been paid after all. An answer that does not come holds it up no longer than one question.
Result<bool> is_being_asked_about(UnitOfWork &unit, UtcTime now, const RefundNo &refund_no)
{
    if (refund_no.is_empty())
        return false;
    return unit.outbox().find(EffectKind::AskRefund, refund_no.text()).map([&](const std::optional<Effect> &row) {
        return row && !row->done_at && row->due_at <= now;
    });
}

// When the next refund of a WeChat payment may go out; none: now.
struct Turn {
    std::optional<UtcTime> at;
    bool used_up = false;
};
Result<Turn> turn_of(UnitOfWork &unit, UtcTime now, const Refund &refund, const SendBatch &batch)
{
    const auto refunds = unit.refunds().of_order(refund.order_no);
    if (!refunds)
        return pass_on(refunds);
    Turn turn;
    int sent = 0;
    for (const Refund &other : *refunds) {
        if (other.refund_no == refund.refund_no || !goes_through_gateway(other.kind) ||
            batch.waiting.contains(other.refund_no.text()))
            continue;
        const auto row = unit.outbox().find(EffectKind::SendRefund, other.refund_no.text());
        if (!row)
            return pass_on(row);
        if (!*row || !(*row)->sent_at)
            continue;
        ++sent;
        const UtcTime free = *(*row)->sent_at + wechat_gap;
        if (free > now && (!turn.at || free > *turn.at))
            turn.at = free;
    }
    turn.used_up = sent >= wechat_refunds_at_most;
    return turn;
}

}  // namespace

payment::RefundCall refund_call(const Refund &refund, const PaymentOrder &payment)
{
    payment::RefundCall call;
    call.refund_no = refund.refund_no;
    call.provider = payment.provider;
    call.payment_external_id = payment.external_id;
    call.amount = refund.amount;
    call.paid = payment.amount;
    call.reason = refund.reason_code;
    call.created_at = refund.created_at;
    call.external_refund_id = refund.external_refund_id;
    return call;
}

Result<BuiltTask> build_refund_task(UnitOfWork &unit, Work &work, GatewayTask task, SendBatch &batch)
{
    BuiltTask built{.task = std::move(task), .put_off_until = {}, .put_off_why = {}};
    const auto refund = RefundNo::from_text(built.task.effect.key).and_then([&](const RefundNo &number) {
        return unit.refunds().find(number);
    });
    if (!refund)
        return pass_on(refund);
    auto problem = why_not(unit, built.task, *refund);
    if (!problem)
        return pass_on(problem);
    const auto payment = unit.goods().payment(refund->order_no);
    if (!payment)
        return pass_on(payment);
    if (problem->empty() && !*payment)
        *problem = refund->order_no.text() + " has no payment to refund";
    built.task.problem = *problem;
    if (!problem->empty())
        return built;
    built.task.call = refund_call(*refund, **payment);
    built.task.refund_version = refund->version;
    if (built.task.effect.kind != EffectKind::SendRefund || built.task.ask_only)
        return built;
    const UtcTime now = work.clock.now();
    const auto asked = is_being_asked_about(unit, now, refund->retry_of);
    if (!asked)
        return pass_on(asked);
    if (*asked) {
        built.put_off_until = now + ask_soon;
        built.put_off_why = refund->retry_of.text() + " is being asked about";
        return built;
    }
    if ((*payment)->provider != PaymentProvider::WechatPay)
        return built;
    const auto turn = turn_of(unit, now, *refund, batch);
    if (!turn)
        return pass_on(turn);
    if (turn->used_up)
        built.task.problem = "WeChat Pay takes 50 refunds of one payment, and this one has had them";
    built.put_off_until = turn->used_up ? std::nullopt : turn->at;
    if (built.put_off_until)
        built.put_off_why = "another refund of this payment was sent less than a minute ago";
    return built;
}

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/run_effects.h"

#include <QtCore/QLoggingCategory>

#include "models/workflow/goods_refund_steps.h"
#include "models/workflow/hear_gateway.h"
#include "models/workflow/ledger_steps.h"
#include "models/workflow/operator_rights.h"
#include "models/workflow/refund_batch.h"
#include "models/workflow/refund_steps.h"

namespace aftercharge {
namespace {

Q_LOGGING_CATEGORY(effects_log, "aftercharge.effects")

constexpr std::chrono::seconds lease_time{60};
constexpr std::chrono::seconds retry_after{30};
constexpr int batch_limit = 50;

// Batches first, which add to what is to be posted.
Result<std::vector<Effect>> lease_due(Work &work)
{
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    const UtcTime now = work.clock.now();
    auto due = (*unit)->outbox().lease(EffectKind::PostBatch, now, "ledger", now + lease_time, batch_limit);
    if (!due)
        return due;
    const auto refunds = (*unit)->outbox().lease(EffectKind::PostRefund, now, "ledger", now + lease_time, batch_limit);
    if (!refunds)
        return refunds;
    due->insert(due->end(), refunds->begin(), refunds->end());
    if (due->empty())
        return due;
    if (auto committed = (*unit)->commit(); !committed)
        return pass_on(committed);
    return due;
}

Transfer transfer_of(const Refund &refund, UtcTime now)
{
    return {.transfer_id = refund.transfer_id,
            .debit = AccountId::platform(AccountKind::Revenue),
            .credit = AccountId::available(refund.member_id),
            .amount = refund.amount,
            .kind = refund.kind == RefundKind::Refund ? TransferKind::Refund : TransferKind::Adjustment,
            .reference = refund.order_no.text(),
            .corrects = std::nullopt,
            .at = now,
            .actor = actor_of(refund.approved_by)};
}

Result<void> post_to_balance(UnitOfWork &unit, Work &work, Refund &refund)
{
    const UtcTime now = work.clock.now();
    const auto success = next_state(payment_refund_table, refund.status, RefundEvent::Succeeded);
    if (!success)
        return pass_on(success);
    if (const auto posted = unit.accounts().post(transfer_of(refund, now)); !posted)
        return pass_on(posted);
    refund.status = *success;
    refund.posted_at = now;
    if (auto updated = update_refund(unit, work, refund); !updated)
        return updated;
    auto order = unit.orders().find(refund.order_no);
    if (!order)
        return pass_on(order);
    const auto refunded = add(order->refunded, refund.amount);
    if (!refunded)
        return pass_on(refunded);
    order->refunded = *refunded;
    if (auto moved = advance_order(unit, work, *order, OrderEvent::RefundPosted, actor_of(refund.approved_by),
                                   refund.refund_no.text());
        !moved)
        return moved;
    if (auto resolved = resolve_refund_ticket(unit, work, refund, refund_text(refund)); !resolved)
        return resolved;
    const NoticeKind kind = refund.kind == RefundKind::Refund ? NoticeKind::RefundDone : NoticeKind::AdjustmentDone;
    auto values = money_values(*order);
    values["amount"] = refund.amount.to_text();
    values["refund_no"] = refund.refund_no.text();
    if (!refund.ticket_no.is_empty())
        values["ticket_no"] = refund.ticket_no.text();
    return notify(unit, work, kind, *order, std::move(values));
}

Result<void> do_effect(Work &work, const Effect &effect)
{
    const auto refund_no = RefundNo::from_text(effect.key);
    if (!refund_no)
        return pass_on(refund_no);
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    auto refund = (*unit)->refunds().find(*refund_no);
    if (!refund)
        return pass_on(refund);
    if (refund->approval != ApprovalState::Approved)
        return fail(ErrorCode::StateNotAllowed, "post in " + std::string(to_text(refund->approval)));
    if (goes_through_gateway(refund->kind))
        return fail(ErrorCode::StateNotAllowed, "post a " + std::string(to_text(refund->kind)));
    if (refund->status != RefundStatus::Success) {
        if (auto posted = is_of_goods(refund->kind) ? complete_goods_refund(**unit, work, *refund)
                                                    : post_to_balance(**unit, work, *refund);
            !posted)
            return posted;
    }
    if (auto done = (*unit)->outbox().done(effect.id, work.clock.now(), {}); !done)
        return done;
    return (*unit)->commit();
}

// Whether waiting may help: the store's trouble, and an order that is being settled anew.
bool may_pass(Work &work, const Effect &effect, const Error &error)
{
    switch (error.code) {
    case ErrorCode::StoreDiskFull:
    case ErrorCode::StoreReadOnly:
    case ErrorCode::StoreInUse:
    case ErrorCode::StoreCorrupt:
    case ErrorCode::StoreChainBroken:
    case ErrorCode::StoreRolledBack:
    case ErrorCode::StoreIo:
    case ErrorCode::StoreConflict:
    case ErrorCode::StoreUnreachable:
    case ErrorCode::StoreRetry:
        return true;
    case ErrorCode::StateNotAllowed:
        break;
    default:
        return false;
    }
    LedgerReader &ledger = work.ledger.reader();
    const auto order = RefundNo::from_text(effect.key)
                           .and_then([&](const RefundNo &refund_no) { return ledger.refunds().find(refund_no); })
                           .and_then([&](const Refund &refund) { return ledger.orders().find(refund.order_no); });
    return order && order->state == OrderState::Settle;
}

Result<void> fail_refund(UnitOfWork &unit, Work &work, Refund &refund, const std::string &why)
{
    const std::string sentence = refund_text(refund) + " could not be posted: " + why;
    if (refund.status == RefundStatus::Init && refund.approval == ApprovalState::Approved) {
        if (is_of_goods(refund.kind)) {
            refund.gateway_words = why;
            if (auto ended = end_goods_refund(unit, work, refund, RefundEvent::Failed, sentence); !ended)
                return ended;
        } else {
            refund.status = RefundStatus::Fail;
            if (auto updated = update_refund(unit, work, refund); !updated)
                return updated;
            if (auto told = bring_refund_ticket(unit, work, refund, TicketEvent::Answered, {}, sentence); !told)
                return told;
        }
    }
    return note_discrepancy(unit, work, DiscrepancyKind::LedgerDiffers, "payment_refund", refund.refund_no.text(),
                            refund.order_no, refund.ticket_no, sentence);
}

// What can never be posted is not tried for ever: the refund fails, a person looks at it.
Result<void> give_up(Work &work, const Effect &effect, const Error &error)
{
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    auto refund = RefundNo::from_text(effect.key).and_then([&](const RefundNo &refund_no) {
        return (*unit)->refunds().find(refund_no);
    });
    if (refund) {
        if (auto failed = fail_refund(**unit, work, *refund, to_line(error)); !failed)
            return failed;
    }
    if (auto done = (*unit)->outbox().done(effect.id, work.clock.now(), to_line(error)); !done)
        return done;
    return (*unit)->commit();
}

Result<void> put_off(Work &work, const Effect &effect, const Error &error)
{
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    if (auto failed = (*unit)->outbox().failed(effect.id, to_line(error), work.clock.now() + retry_after); !failed)
        return failed;
    return (*unit)->commit();
}

// What did not commit is not told.
Result<bool> do_or_keep(Work &work, const Effect &effect)
{
    const Changes::Mark mark = work.changes.mark();
    const auto done = do_effect(work, effect);
    if (done)
        return true;
    work.changes.rewind(mark);
    if (!may_pass(work, effect, done.error())) {
        qCWarning(effects_log, "%s can never be posted: %s", effect.key.c_str(), to_line(done.error()).c_str());
        const auto given_up = give_up(work, effect, done.error());
        if (given_up)
            return false;
        work.changes.rewind(mark);
        qCWarning(effects_log, "%s stays: %s", effect.key.c_str(), to_line(given_up.error()).c_str());
    }
    if (auto kept = put_off(work, effect, done.error()); !kept)
        return pass_on(kept);
    return false;
}

// A batch that a crash, or a store in trouble, left in the middle. What it posts is due at once.
Result<bool> carry_out_or_keep(Work &work, const Effect &effect)
{
    const auto carried_out = BatchNo::from_text(effect.key).and_then([&](const BatchNo &batch_no) {
        return carry_out_batch(work, batch_no);
    });
    if (carried_out)
        return true;
    qCWarning(effects_log, "%s stays: %s", effect.key.c_str(), to_line(carried_out.error()).c_str());
    return put_off(work, effect, carried_out.error()).map([] { return false; });
}

}  // namespace

Result<int> run_ledger_effects(Work &work)
{
    const auto waiting = work.ledger.reader().outbox().waiting();
    if (!waiting)
        return pass_on(waiting);
    if (*waiting == 0)
        return 0;
    const auto due = lease_due(work);
    if (!due)
        return pass_on(due);
    int done = 0;
    for (const Effect &effect : *due) {
        const auto result = effect.kind == EffectKind::PostBatch ? carry_out_or_keep(work, effect)
                                                                 : do_or_keep(work, effect);
        if (!result)
            return pass_on(result);
        if (*result)
            ++done;
    }
    return done;
}

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/top_up_member.h"

#include "models/settlement/postings.h"
#include "models/workflow/ledger_steps.h"
#include "models/workflow/operator_rights.h"

namespace aftercharge {
namespace {

Result<void> pay_debt(UnitOfWork &unit, Work &work, ChargingOrder &order, const Actor &actor)
{
    const auto balance = unit.accounts().member_balance(order.member_id);
    if (!balance)
        return pass_on(balance);
    const auto payment = plan_debt_payment(order.owed, balance->available);
    if (!payment)
        return pass_on(payment);
    if (payment->is_zero())
        return {};
    const Movement movement{AccountId::available(order.member_id), AccountId::platform(AccountKind::Revenue), *payment,
                            TransferKind::ChargeAvailable, order.order_no.text()};
    if (auto moved = move_money(unit, work, movement, actor); !moved)
        return moved;
    const auto owed = subtract(order.owed, *payment);
    if (!owed)
        return pass_on(owed);
    order.owed = *owed;
    // A fee that a person still has to confirm leaves the order in SETTLE, paid or not.
    if (order.owed.is_positive() || order.settlement != Settlement::Final) {
        if (auto updated = unit.orders().update(order); !updated)
            return updated;
        work.changes.rows.push_back({ChangedTable::Orders, order.order_no.text(), order.version});
        return note_on_order(unit, work, order, "DEBT_PAYMENT", actor, payment->to_text());
    }
    if (auto payed = advance_order(unit, work, order, OrderEvent::PaidInFull, actor, payment->to_text()); !payed)
        return payed;
    return notify(unit, work, NoticeKind::DebtPaid, order, money_values(order));
}

}  // namespace

Result<MemberBalance> top_up_member(Work &work, const TopUp &top_up)
{
    if (!top_up.amount.is_positive())
        return fail(ErrorCode::MoneyNotPositive, top_up.amount.to_text());
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    if (auto checked = check_actor((*unit)->registry(), top_up.actor, Right::Administer); !checked)
        return pass_on(checked);
    if (const auto member = (*unit)->registry().member(top_up.member_id); !member)
        return pass_on(member);
    const auto posted = (*unit)->accounts().post({.transfer_id = top_up.transfer_id,
                                                  .debit = AccountId::platform(AccountKind::GatewayClearing),
                                                  .credit = AccountId::available(top_up.member_id),
                                                  .amount = top_up.amount,
                                                  .kind = TransferKind::TopUp,
                                                  .reference = "top-up",
                                                  .corrects = std::nullopt,
                                                  .at = work.clock.now(),
                                                  .actor = top_up.actor});
    if (!posted)
        return pass_on(posted);
    if (*posted == PostOutcome::Exists)
        return (*unit)->accounts().member_balance(top_up.member_id);
    auto debts = (*unit)->orders().owed_by(top_up.member_id);
    if (!debts)
        return pass_on(debts);
    for (ChargingOrder &order : *debts) {
        if (auto paid = pay_debt(**unit, work, order, top_up.actor); !paid)
            return pass_on(paid);
    }
    if (auto noted = audit(**unit, work, top_up.actor, "member.top_up", "member", top_up.member_id.text(),
                           top_up.amount.to_text());
        !noted)
        return pass_on(noted);
    auto balance = (*unit)->accounts().member_balance(top_up.member_id);
    if (!balance)
        return balance;
    if (auto committed = (*unit)->commit(); !committed)
        return pass_on(committed);
    return balance;
}

}  // namespace aftercharge

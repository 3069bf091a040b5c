// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/confirm_settlement.h"

#include "models/workflow/ledger_steps.h"
#include "models/workflow/operator_rights.h"

namespace aftercharge {
namespace {

Result<void> confirm(UnitOfWork &unit, Work &work, ChargingOrder &order, const std::string &reason, const Actor &actor)
{
    order.settlement = Settlement::Final;
    if (order.owed.is_zero())
        return advance_order(unit, work, order, OrderEvent::PaidInFull, actor, reason);
    if (auto updated = unit.orders().update(order); !updated)
        return updated;
    work.changes.rows.push_back({ChangedTable::Orders, order.order_no.text(), order.version});
    return note_on_order(unit, work, order, "FEE_CONFIRMED", actor, reason);
}

}  // namespace

Result<ChargingOrder> confirm_settlement(Work &work, const OrderNo &order_no, const std::string &reason,
                                         const OperatorName &by)
{
    if (reason.empty())
        return fail(ErrorCode::InputInvalid, "a reason is needed");
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    if (const auto person = permitted_operator((*unit)->registry(), by, Right::DecideTickets); !person)
        return pass_on(person);
    auto order = (*unit)->orders().find(order_no);
    if (!order)
        return order;
    if (order->state != OrderState::Settle || order->settlement != Settlement::Provisional) {
        return fail(ErrorCode::StateNotAllowed,
                    "confirm in " + std::string(to_text(order->state)) + " " + std::string(to_text(order->settlement)));
    }
    const Actor actor = actor_of(by);
    if (auto confirmed = confirm(**unit, work, *order, reason, actor); !confirmed)
        return pass_on(confirmed);
    if (auto noted = audit(**unit, work, actor, "order.confirm_fee", "charging_order", order_no.text(), reason); !noted)
        return pass_on(noted);
    const NoticeKind kind = order->owed.is_positive() ? NoticeKind::Owed : NoticeKind::ChargingEnded;
    if (auto told = notify(**unit, work, kind, *order, money_values(*order)); !told)
        return pass_on(told);
    if (auto committed = (*unit)->commit(); !committed)
        return pass_on(committed);
    return order;
}

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/decision_acts.h"

#include "models/workflow/command_charge_point.h"
#include "models/workflow/confirm_settlement.h"
#include "models/workflow/decide_ticket.h"
#include "models/workflow/ledger_steps.h"
#include "models/workflow/operator_rights.h"
#include "models/workflow/registry_changes.h"

namespace aftercharge::decision {
namespace {

// Whether `by` may change the operator of that name: an administrator, and not himself.
Result<void> may_change_operator(Work &work, const OperatorName &name, const OperatorName &by)
{
    if (const auto permitted = permitted_operator(work.ledger.reader().registry(), by, Right::Administer); !permitted)
        return pass_on(permitted);
    if (name == by)
        return fail(ErrorCode::OperatorNotPermitted, "one's own rights");
    return {};
}

// His right first: whoever may not command learns nothing about orders and charge points.
Result<Actor> commander(Work &work, const OperatorName &by)
{
    if (const auto permitted = permitted_operator(work.ledger.reader().registry(), by, Right::CommandChargers);
        !permitted)
        return pass_on(permitted);
    return actor_of(by);
}

// The gate has changed the person, with his login, under this decision and its lock: whoever may
// not any more, did so when he might. What is left is to say so in the audit log.
Result<Operator> note_operator(Work &work, const OperatorName &name, const std::string &action, const OperatorName &by)
{
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    auto person = (*unit)->registry().find_operator(name);
    if (!person)
        return person;
    if (auto noted = audit(**unit, work, actor_of(by), action, "operator", name.text(), {}); !noted)
        return pass_on(noted);
    if (auto committed = (*unit)->commit(); !committed)
        return pass_on(committed);
    work.changes.rows.push_back({ChangedTable::Registry, name.text(), 0});
    return person;
}

template<typename Step>
TicketStep step_of(const Step &made, const OperatorName &by)
{
    return {made.ticket_no, made.version, by};
}

}  // namespace

Result<Uuid> act(Work &work, const StopCharging &made, const OperatorName &by)
{
    return commander(work, by).and_then([&](const Actor &actor) { return request_stop(work, made.order_no, actor); });
}

Result<Uuid> act(Work &work, const UnlockConnector &made, const OperatorName &by)
{
    return commander(work, by).and_then(
        [&](const Actor &actor) { return request_unlock(work, made.connector, actor); });
}

Result<Uuid> act(Work &work, const ResetChargePoint &made, const OperatorName &by)
{
    return commander(work, by).and_then(
        [&](const Actor &actor) { return request_reset(work, made.charge_point_id, made.hard, actor); });
}

Result<ChargingOrder> act(Work &work, const ConfirmSettlement &made, const OperatorName &by)
{
    return confirm_settlement(work, made.order_no, made.reason, by);
}

Result<Ticket> act(Work &work, const OpenTicket &made, const OperatorName &by)
{
    TicketDraft signed_draft = made.draft;
    signed_draft.actor = actor_of(by);
    return open_ticket(work, signed_draft);
}

Result<Ticket> act(Work &work, const TakeTicket &made, const OperatorName &by)
{
    return take_ticket(work, step_of(made, by));
}

Result<Ticket> act(Work &work, const AssignTicket &made, const OperatorName &by)
{
    return assign_ticket(work, step_of(made, by), made.to);
}

Result<Ticket> act(Work &work, const RejectTicket &made, const OperatorName &by)
{
    return reject_ticket(work, step_of(made, by), made.reason);
}

Result<Ticket> act(Work &work, const ReplyToTicket &made, const OperatorName &by)
{
    return reply_to_ticket(work, step_of(made, by), made.text);
}

Result<Ticket> act(Work &work, const NoteOnTicket &made, const OperatorName &by)
{
    return note_on_ticket(work, step_of(made, by), made.text);
}

Result<Ticket> act(Work &work, const ReopenTicket &made, const OperatorName &by)
{
    return reopen_ticket(work, step_of(made, by), made.reason);
}

Result<Refund> act(Work &work, const RequestRefund &made, const OperatorName &by)
{
    RefundDraft signed_draft = made.draft;
    signed_draft.requested_by = by;
    return request_refund(work, signed_draft);
}

Result<Refund> act(Work &work, const ApproveRefund &made, const OperatorName &by)
{
    return approve_refund(work, made.refund_no, made.amount, by);
}

Result<Refund> act(Work &work, const SendBackRefund &made, const OperatorName &by)
{
    return send_back_refund(work, made.refund_no, made.reason, by);
}

Result<RefundBatch> act(Work &work, const RequestBatch &made, const OperatorName &by)
{
    BatchDraft signed_draft = made.draft;
    signed_draft.requested_by = by;
    return request_batch(work, signed_draft);
}

Result<RefundBatch> act(Work &work, const ApproveBatch &made, const OperatorName &by)
{
    return approve_batch(work, made.batch_no, made.total, by);
}

Result<RefundBatch> act(Work &work, const SendBackBatch &made, const OperatorName &by)
{
    return send_back_batch(work, made.batch_no, made.reason, by);
}

Result<void> act(Work &work, const AddOperator &made, const OperatorName &by)
{
    if (work.ledger.has_logins())
        return note_operator(work, made.person.name, "operator.add", by).map([](const Operator &) {});
    if (auto checked = may_change_operator(work, made.person.name, by); !checked)
        return checked;
    Operator fresh;
    fresh.name = made.person.name;
    fresh.display_name = made.person.display_name;
    fresh.role = made.person.role;
    fresh.approval_limit = made.person.approval_limit;
    fresh.created_at = work.clock.now();
    return add_operator(work, fresh, actor_of(by));
}

Result<Operator> act(Work &work, const SetOperatorLimit &made, const OperatorName &by)
{
    if (work.ledger.has_logins())
        return note_operator(work, made.name, "operator.set_limit", by);
    if (auto checked = may_change_operator(work, made.name, by); !checked)
        return pass_on(checked);
    return set_operator_limit(work, made.name, made.limit, actor_of(by));
}

Result<Operator> act(Work &work, const DisableOperator &made, const OperatorName &by)
{
    if (work.ledger.has_logins())
        return note_operator(work, made.name, "operator.disable", by);
    if (auto checked = may_change_operator(work, made.name, by); !checked)
        return pass_on(checked);
    return disable_operator(work, made.name, actor_of(by));
}

}  // namespace aftercharge::decision

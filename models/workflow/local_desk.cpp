// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/local_desk.h"

#include "models/workflow/command_charge_point.h"
#include "models/workflow/confirm_settlement.h"
#include "models/workflow/decide_ticket.h"
#include "models/workflow/operator_rights.h"
#include "models/workflow/registry_changes.h"

namespace aftercharge {
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

}  // namespace

void LocalDesk::set_operator(const OperatorName &name)
{
    const std::lock_guard lock(mutex_);
    operator_ = name;
}

OperatorName LocalDesk::who() const
{
    const std::lock_guard lock(mutex_);
    return operator_;
}

Answered<ChargingOrder> LocalDesk::confirm_settlement(const OrderNo &order_no, const std::string &reason)
{
    return engine_.run([order_no, reason, by = who()](Work &work) {
        return aftercharge::confirm_settlement(work, order_no, reason, by);
    });
}

Answered<Ticket> LocalDesk::open_ticket(const TicketDraft &draft)
{
    return engine_.run([draft, by = who()](Work &work) {
        TicketDraft signed_draft = draft;
        signed_draft.actor = actor_of(by);
        return aftercharge::open_ticket(work, signed_draft);
    });
}

Answered<Ticket> LocalDesk::take_ticket(const TicketNo &ticket_no, std::int64_t version)
{
    return engine_.run(
        [step = TicketStep{ticket_no, version, who()}](Work &work) { return aftercharge::take_ticket(work, step); });
}

Answered<Ticket> LocalDesk::assign_ticket(const TicketNo &ticket_no, std::int64_t version, const OperatorName &to)
{
    return engine_.run([step = TicketStep{ticket_no, version, who()}, to](Work &work) {
        return aftercharge::assign_ticket(work, step, to);
    });
}

Answered<Ticket> LocalDesk::reject_ticket(const TicketNo &ticket_no, std::int64_t version, const std::string &reason)
{
    return engine_.run([step = TicketStep{ticket_no, version, who()}, reason](Work &work) {
        return aftercharge::reject_ticket(work, step, reason);
    });
}

Answered<Ticket> LocalDesk::reply_to_ticket(const TicketNo &ticket_no, std::int64_t version, const std::string &text)
{
    return engine_.run([step = TicketStep{ticket_no, version, who()}, text](Work &work) {
        return aftercharge::reply_to_ticket(work, step, text);
    });
}

Answered<Ticket> LocalDesk::note_on_ticket(const TicketNo &ticket_no, std::int64_t version, const std::string &text)
{
    return engine_.run([step = TicketStep{ticket_no, version, who()}, text](Work &work) {
        return aftercharge::note_on_ticket(work, step, text);
    });
}

Answered<Ticket> LocalDesk::reopen_ticket(const TicketNo &ticket_no, std::int64_t version, const std::string &reason)
{
    return engine_.run([step = TicketStep{ticket_no, version, who()}, reason](Work &work) {
        return aftercharge::reopen_ticket(work, step, reason);
    });
}

Answered<Refund> LocalDesk::request_refund(const RefundDraft &draft)
{
    return engine_.run([draft, by = who()](Work &work) {
        RefundDraft signed_draft = draft;
        signed_draft.requested_by = by;
        return aftercharge::request_refund(work, signed_draft);
    });
}

Answered<Refund> LocalDesk::approve_refund(const RefundNo &refund_no, const Money &amount)
{
    return engine_.run([refund_no, amount, by = who()](Work &work) {
        return aftercharge::approve_refund(work, refund_no, amount, by);
    });
}

Answered<Refund> LocalDesk::send_back_refund(const RefundNo &refund_no, const std::string &reason)
{
    return engine_.run([refund_no, reason, by = who()](Work &work) {
        return aftercharge::send_back_refund(work, refund_no, reason, by);
    });
}

Answered<void> LocalDesk::add_operator(const Operator &person)
{
    return engine_.run([person, by = who()](Work &work) -> Result<void> {
        if (auto checked = may_change_operator(work, person.name, by); !checked)
            return checked;
        Operator fresh;
        fresh.name = person.name;
        fresh.display_name = person.display_name;
        fresh.role = person.role;
        fresh.approval_limit = person.approval_limit;
        fresh.created_at = work.clock.now();
        return aftercharge::add_operator(work, fresh, actor_of(by));
    });
}

Answered<Operator> LocalDesk::set_operator_limit(const OperatorName &name, std::optional<Money> limit)
{
    return engine_.run([name, limit, by = who()](Work &work) -> Result<Operator> {
        if (auto checked = may_change_operator(work, name, by); !checked)
            return pass_on(checked);
        return aftercharge::set_operator_limit(work, name, limit, actor_of(by));
    });
}

Answered<Operator> LocalDesk::disable_operator(const OperatorName &name)
{
    return engine_.run([name, by = who()](Work &work) -> Result<Operator> {
        if (auto checked = may_change_operator(work, name, by); !checked)
            return pass_on(checked);
        return aftercharge::disable_operator(work, name, actor_of(by));
    });
}

// A command travels through the outbox like everybody's; its answer comes back to whoever
// waits for this one.
Answered<void> LocalDesk::command(std::function<Result<Uuid>(Work &, const Actor &)> request)
{
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    engine_.post([request = std::move(request), promise, by = who()](Engine &engine) {
        const auto permitted = permitted_operator(engine.work().ledger.reader().registry(), by, Right::CommandChargers);
        const auto answered = [promise](const Result<void> &answer) {
            promise->addResult(answer);
            promise->finish();
        };
        if (permitted)
            engine.run_command([&](Work &work) { return request(work, actor_of(by)); }, answered);
        else
            answered(pass_on(permitted));
        return 0;
    });
    return promise->future();
}

Answered<void> LocalDesk::stop_charging(const OrderNo &order_no)
{
    return command([order_no](Work &work, const Actor &actor) { return request_stop(work, order_no, actor); });
}

Answered<void> LocalDesk::unlock_connector(const ConnectorId &connector)
{
    return command([connector](Work &work, const Actor &actor) { return request_unlock(work, connector, actor); });
}

Answered<void> LocalDesk::reset_charge_point(const ChargePointId &charge_point_id, bool hard)
{
    return command([charge_point_id, hard](Work &work, const Actor &actor) {
        return request_reset(work, charge_point_id, hard, actor);
    });
}

Answered<std::vector<SessionView>> LocalDesk::sessions()
{
    return engine_.post([](Engine &engine) { return Result<std::vector<SessionView>>(engine.sessions()); });
}

}  // namespace aftercharge

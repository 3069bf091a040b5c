// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/local_desk.h"

#include "models/workflow/decision_acts.h"

namespace aftercharge {

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

template<typename T>
auto LocalDesk::decide(T made)
{
    return engine_.run([made = std::move(made), by = who()](Work &work) { return act(work, made, by); });
}

Answered<ChargingOrder> LocalDesk::confirm_settlement(const OrderNo &order_no, const std::string &reason)
{
    return decide(decision::ConfirmSettlement{order_no, reason});
}

Answered<Ticket> LocalDesk::open_ticket(const TicketDraft &draft)
{
    return decide(decision::OpenTicket{draft});
}

Answered<Ticket> LocalDesk::take_ticket(const TicketNo &ticket_no, std::int64_t version)
{
    return decide(decision::TakeTicket{ticket_no, version});
}

Answered<Ticket> LocalDesk::assign_ticket(const TicketNo &ticket_no, std::int64_t version, const OperatorName &to)
{
    return decide(decision::AssignTicket{ticket_no, version, to});
}

Answered<Ticket> LocalDesk::reject_ticket(const TicketNo &ticket_no, std::int64_t version, const std::string &reason)
{
    return decide(decision::RejectTicket{ticket_no, version, reason});
}

Answered<Ticket> LocalDesk::reply_to_ticket(const TicketNo &ticket_no, std::int64_t version, const std::string &text)
{
    return decide(decision::ReplyToTicket{ticket_no, version, text});
}

Answered<Ticket> LocalDesk::note_on_ticket(const TicketNo &ticket_no, std::int64_t version, const std::string &text)
{
    return decide(decision::NoteOnTicket{ticket_no, version, text});
}

Answered<Ticket> LocalDesk::reopen_ticket(const TicketNo &ticket_no, std::int64_t version, const std::string &reason)
{
    return decide(decision::ReopenTicket{ticket_no, version, reason});
}

Answered<Refund> LocalDesk::request_refund(const RefundDraft &draft)
{
    return decide(decision::RequestRefund{draft});
}

Answered<Refund> LocalDesk::approve_refund(const RefundNo &refund_no, const Money &amount)
{
    return decide(decision::ApproveRefund{refund_no, amount});
}

Answered<Refund> LocalDesk::send_back_refund(const RefundNo &refund_no, const std::string &reason)
{
    return decide(decision::SendBackRefund{refund_no, reason});
}

Answered<void> LocalDesk::add_operator(const Operator &person)
{
    return decide(decision::AddOperator{person});
}

Answered<Operator> LocalDesk::set_operator_limit(const OperatorName &name, std::optional<Money> limit)
{
    return decide(decision::SetOperatorLimit{name, limit});
}

Answered<Operator> LocalDesk::disable_operator(const OperatorName &name)
{
    return decide(decision::DisableOperator{name});
}

// A command travels through the outbox like everybody's; its answer comes back to whoever
// waits for this one.
template<typename T>
Answered<void> LocalDesk::command(T made)
{
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    engine_.post([made = std::move(made), promise, by = who()](Engine &engine) {
        const auto answered = [promise](const Result<void> &answer) {
            promise->addResult(answer);
            promise->finish();
        };
        engine.run_command([&](Work &work) { return act(work, made, by); }, answered);
        return 0;
    });
    return promise->future();
}

Answered<void> LocalDesk::stop_charging(const OrderNo &order_no)
{
    return command(decision::StopCharging{order_no});
}

Answered<void> LocalDesk::unlock_connector(const ConnectorId &connector)
{
    return command(decision::UnlockConnector{connector});
}

Answered<void> LocalDesk::reset_charge_point(const ChargePointId &charge_point_id, bool hard)
{
    return command(decision::ResetChargePoint{charge_point_id, hard});
}

Answered<std::vector<SessionView>> LocalDesk::sessions()
{
    return engine_.post([](Engine &engine) { return Result<std::vector<SessionView>>(engine.sessions()); });
}

}  // namespace aftercharge

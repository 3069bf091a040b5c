// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/remote_desk.h"

#include "models/workflow/decide_and_read.h"
#include "models/workflow/stored_sessions.h"

namespace aftercharge {
namespace {

Answered<void> at_once(const Error &error)
{
    return QtFuture::makeReadyFuture(Result<void>(tl::unexpected(error)));
}

Answered<void> without_outcome(const Answered<std::string> &sent)
{
    auto waiting = sent;
    return waiting.then(QtFuture::Launch::Sync,
                        [](const Result<std::string> &outcome) { return outcome.map([](const std::string &) {}); });
}

}  // namespace

Result<void> RemoteDesk::may_decide() const
{
    if (refused_)
        return fail(ErrorCode::OperatorNotPermitted, "this desk is logged in as " + login_.text());
    return {};
}

Answered<Ticket> RemoteDesk::on_ticket(Decision decision)
{
    return decide_and_read(sender_, reads_, *this, std::move(decision),
                           [](LedgerReader &ledger, const std::string &outcome) {
                               return number_of<TicketNo>(outcome).and_then(
                                   [&](const TicketNo &ticket_no) { return ledger.tickets().find(ticket_no); });
                           });
}

Answered<Refund> RemoteDesk::on_refund(Decision decision)
{
    return decide_and_read(sender_, reads_, *this, std::move(decision),
                           [](LedgerReader &ledger, const std::string &outcome) {
                               return number_of<RefundNo>(outcome).and_then(
                                   [&](const RefundNo &refund_no) { return ledger.refunds().find(refund_no); });
                           });
}

Answered<Operator> RemoteDesk::on_operator(Decision decision)
{
    return decide_and_read(sender_, reads_, *this, std::move(decision),
                           [](LedgerReader &ledger, const std::string &outcome) {
                               return number_of<OperatorName>(outcome).and_then(
                                   [&](const OperatorName &name) { return ledger.registry().find_operator(name); });
                           });
}

Answered<void> RemoteDesk::command(Decision decision)
{
    if (const auto may = may_decide(); !may)
        return at_once(may.error());
    return without_outcome(sender_.send(std::move(decision)));
}

Answered<std::vector<SessionView>> RemoteDesk::sessions()
{
    return reads_.run([this](LedgerReader &ledger, TelemetryReader &telemetry) {
        return stored_sessions(ledger, telemetry, clock_.now());
    });
}

Answered<void> RemoteDesk::stop_charging(const OrderNo &order_no)
{
    return command(decision::StopCharging{order_no});
}

Answered<void> RemoteDesk::unlock_connector(const ConnectorId &connector)
{
    return command(decision::UnlockConnector{connector});
}

Answered<void> RemoteDesk::reset_charge_point(const ChargePointId &charge_point_id, bool hard)
{
    return command(decision::ResetChargePoint{charge_point_id, hard});
}

Answered<ChargingOrder> RemoteDesk::confirm_settlement(const OrderNo &order_no, const std::string &reason)
{
    return decide_and_read(
        sender_, reads_, *this, decision::ConfirmSettlement{order_no, reason},
        [order_no](LedgerReader &ledger, const std::string &) { return ledger.orders().find(order_no); });
}

Answered<Ticket> RemoteDesk::open_ticket(const TicketDraft &draft)
{
    return on_ticket(decision::OpenTicket{draft});
}

Answered<Ticket> RemoteDesk::take_ticket(const TicketNo &ticket_no, std::int64_t version)
{
    return on_ticket(decision::TakeTicket{ticket_no, version});
}

Answered<Ticket> RemoteDesk::assign_ticket(const TicketNo &ticket_no, std::int64_t version, const OperatorName &to)
{
    return on_ticket(decision::AssignTicket{ticket_no, version, to});
}

Answered<Ticket> RemoteDesk::reject_ticket(const TicketNo &ticket_no, std::int64_t version, const std::string &reason)
{
    return on_ticket(decision::RejectTicket{ticket_no, version, reason});
}

Answered<Ticket> RemoteDesk::reply_to_ticket(const TicketNo &ticket_no, std::int64_t version, const std::string &text)
{
    return on_ticket(decision::ReplyToTicket{ticket_no, version, text});
}

Answered<Ticket> RemoteDesk::note_on_ticket(const TicketNo &ticket_no, std::int64_t version, const std::string &text)
{
    return on_ticket(decision::NoteOnTicket{ticket_no, version, text});
}

Answered<Ticket> RemoteDesk::reopen_ticket(const TicketNo &ticket_no, std::int64_t version, const std::string &reason)
{
    return on_ticket(decision::ReopenTicket{ticket_no, version, reason});
}

Answered<Refund> RemoteDesk::request_refund(const RefundDraft &draft)
{
    return on_refund(decision::RequestRefund{draft});
}

Answered<Refund> RemoteDesk::approve_refund(const RefundNo &refund_no, const Money &amount)
{
    return on_refund(decision::ApproveRefund{refund_no, amount});
}

Answered<Refund> RemoteDesk::send_back_refund(const RefundNo &refund_no, const std::string &reason)
{
    return on_refund(decision::SendBackRefund{refund_no, reason});
}

Answered<void> RemoteDesk::add_operator(const Operator & /*person*/)
{
    return at_once(Error{ErrorCode::InputInvalid, "a person needs a password here"});
}

Answered<void> RemoteDesk::add_operator_with_password(const Operator &person, const std::string &password)
{
    if (const auto may = may_decide(); !may)
        return at_once(may.error());
    return without_outcome(sender_.add_operator(person, password));
}

Answered<void> RemoteDesk::set_operator_password(const OperatorName &name, const std::string &password)
{
    if (const auto may = may_decide(); !may)
        return at_once(may.error());
    return sender_.set_password(name, password);
}

Answered<Operator> RemoteDesk::set_operator_limit(const OperatorName &name, std::optional<Money> limit)
{
    return on_operator(decision::SetOperatorLimit{name, limit});
}

Answered<Operator> RemoteDesk::disable_operator(const OperatorName &name)
{
    return on_operator(decision::DisableOperator{name});
}

}  // namespace aftercharge

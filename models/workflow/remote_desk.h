// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>

#include "models/workflow/decision_sender.h"
#include "models/workflow/reading_desk.h"

namespace aftercharge {

// The desk's service beside a shared store whose engine is a daemon: reads under this desk's own
// login, decisions handed in by the sender, and what they made read and returned. It acts as its
// login, whatever is said: while set_operator() names another one, every decision is
// operator.not_permitted. The sender is stopped before the reads.
class RemoteDesk : public ReadingDesk {
public:
    RemoteDesk(DecisionSender &sender, ReadThread &reads, const Clock &clock, const OperatorName &login)
        : ReadingDesk(reads, clock), sender_(sender), login_(login)
    {
    }

    void set_operator(const OperatorName &name) override { refused_ = name != login_; }
    OperatorName who() const override { return login_; }
    // operator.not_permitted while another name was said.
    Result<void> may_decide() const;

    // From the ledger and telemetry, without what only the engine knows of a session; the live
    // feed brings that with its first word of each.
    Answered<std::vector<SessionView>> sessions() override;
    Answered<void> stop_charging(const OrderNo &order_no) override;
    Answered<void> unlock_connector(const ConnectorId &connector) override;
    Answered<void> reset_charge_point(const ChargePointId &charge_point_id, bool hard) override;

    Answered<ChargingOrder> confirm_settlement(const OrderNo &order_no, const std::string &reason) override;

    Answered<Ticket> open_ticket(const TicketDraft &draft) override;
    Answered<Ticket> take_ticket(const TicketNo &ticket_no, std::int64_t version) override;
    Answered<Ticket> assign_ticket(const TicketNo &ticket_no, std::int64_t version, const OperatorName &to) override;
    Answered<Ticket> reject_ticket(const TicketNo &ticket_no, std::int64_t version, const std::string &reason) override;
    Answered<Ticket> reply_to_ticket(const TicketNo &ticket_no, std::int64_t version, const std::string &text) override;
    Answered<Ticket> note_on_ticket(const TicketNo &ticket_no, std::int64_t version, const std::string &text) override;
    Answered<Ticket> reopen_ticket(const TicketNo &ticket_no, std::int64_t version, const std::string &reason) override;

    Answered<Refund> request_refund(const RefundDraft &draft) override;
    Answered<Refund> approve_refund(const RefundNo &refund_no, const Money &amount) override;
    Answered<Refund> send_back_refund(const RefundNo &refund_no, const std::string &reason) override;

    bool has_logins() const override { return true; }
    // input.invalid: a person needs a password here.
    Answered<void> add_operator(const Operator &person) override;
    Answered<void> add_operator_with_password(const Operator &person, const std::string &password) override;
    Answered<void> set_operator_password(const OperatorName &name, const std::string &password) override;
    Answered<Operator> set_operator_limit(const OperatorName &name, std::optional<Money> limit) override;
    Answered<Operator> disable_operator(const OperatorName &name) override;

private:
    Answered<Ticket> on_ticket(Decision decision);
    Answered<Refund> on_refund(Decision decision);
    Answered<Operator> on_operator(Decision decision);
    Answered<void> command(Decision decision);

    DecisionSender &sender_;
    OperatorName login_;
    std::atomic<bool> refused_ = false;
};

}  // namespace aftercharge

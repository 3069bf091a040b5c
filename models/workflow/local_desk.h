// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mutex>

#include "models/workflow/engine_thread.h"
#include "models/workflow/reading_desk.h"

namespace aftercharge {

// The desk's service where the engine runs in the same process: reads on the read thread,
// decisions on the engine's. Commands to charge points answer when the charge point did.
class LocalDesk : public ReadingDesk {
public:
    LocalDesk(EngineThread &engine, ReadThread &reads, const Clock &clock) : ReadingDesk(reads, clock), engine_(engine)
    {
    }

    void set_operator(const OperatorName &name) override;
    OperatorName who() const override;

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

    Answered<void> add_operator(const Operator &person) override;
    Answered<Operator> set_operator_limit(const OperatorName &name, std::optional<Money> limit) override;
    Answered<Operator> disable_operator(const OperatorName &name) override;

private:
    // A decision (models/workflow/decision.h) of whoever is logged in, on the engine's thread.
    template<typename T>
    auto decide(T made);
    template<typename T>
    Answered<void> command(T made);

    EngineThread &engine_;
    mutable std::mutex mutex_;
    OperatorName operator_;
};

}  // namespace aftercharge

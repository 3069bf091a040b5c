// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mutex>

#include "models/workflow/desk_service.h"
#include "models/workflow/engine_thread.h"
#include "models/workflow/read_thread.h"

namespace aftercharge {

// The desk's service where the engine runs in the same process: reads on the read thread,
// decisions on the engine's. Commands to charge points answer when the charge point did.
class LocalDesk : public DeskService {
public:
    LocalDesk(EngineThread &engine, ReadThread &reads) : engine_(engine), reads_(reads) {}

    void set_operator(const OperatorName &name) override;
    OperatorName who() const;

    Answered<Network> network() override;
    Answered<std::vector<Operator>> operators() override;
    Answered<std::vector<Station>> stations() override;
    Answered<std::vector<ChargePoint>> charge_points() override;
    Answered<std::vector<StoredTariff>> tariffs() override;
    Answered<MemberBalance> member_balance(const MemberId &member_id) override;

    Answered<std::vector<SessionView>> sessions() override;
    Answered<OrderExplanation> explain_order(const OrderNo &order_no) override;
    Answered<std::vector<DeviceEvent>> latest_events(int limit) override;
    Answered<void> stop_charging(const OrderNo &order_no) override;
    Answered<void> unlock_connector(const ConnectorId &connector) override;
    Answered<void> reset_charge_point(const ChargePointId &charge_point_id, bool hard) override;

    Answered<Page<ChargingOrder>> orders(const OrderQuery &query) override;
    Answered<std::vector<OrderLogEntry>> order_log(const OrderNo &order_no) override;
    Answered<ChargingOrder> confirm_settlement(const OrderNo &order_no, const std::string &reason) override;

    Answered<Page<Ticket>> tickets(const TicketQuery &query) override;
    Answered<TicketCounts> ticket_counts() override;
    Answered<TicketDossier> ticket(const TicketNo &ticket_no) override;
    Answered<Ticket> open_ticket(const TicketDraft &draft) override;
    Answered<Ticket> take_ticket(const TicketNo &ticket_no, std::int64_t version) override;
    Answered<Ticket> assign_ticket(const TicketNo &ticket_no, std::int64_t version, const OperatorName &to) override;
    Answered<Ticket> reject_ticket(const TicketNo &ticket_no, std::int64_t version, const std::string &reason) override;
    Answered<Ticket> reply_to_ticket(const TicketNo &ticket_no, std::int64_t version, const std::string &text) override;
    Answered<Ticket> note_on_ticket(const TicketNo &ticket_no, std::int64_t version, const std::string &text) override;
    Answered<Ticket> reopen_ticket(const TicketNo &ticket_no, std::int64_t version, const std::string &reason) override;
    Answered<Evidence> evidence(const Uuid &id) override;

    Answered<Page<Refund>> refunds(const RefundQuery &query) override;
    Answered<std::int64_t> refunds_waiting() override;
    Answered<Refund> request_refund(const RefundDraft &draft) override;
    Answered<Refund> approve_refund(const RefundNo &refund_no, const Money &amount) override;
    Answered<Refund> send_back_refund(const RefundNo &refund_no, const std::string &reason) override;

    Answered<void> add_operator(const Operator &person) override;
    Answered<Operator> set_operator_limit(const OperatorName &name, std::optional<Money> limit) override;
    Answered<Operator> disable_operator(const OperatorName &name) override;

    Answered<Page<AuditEntry>> audit(const PageRequest &request, const std::string &text) override;
    Answered<ChainReport> verify_audit() override;
    Answered<std::int64_t> audit_length() override;
    Answered<std::int64_t> outbox_waiting() override;
    Answered<Money> ledger_sum() override;

private:
    Answered<void> command(std::function<Result<Uuid>(Work &, const Actor &)> request);

    EngineThread &engine_;
    ReadThread &reads_;
    mutable std::mutex mutex_;
    OperatorName operator_;
};

}  // namespace aftercharge

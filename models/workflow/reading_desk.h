// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workflow/desk_service.h"
#include "models/workflow/read_thread.h"

namespace aftercharge {

// The half of a desk's service that only reads: the same where the engine runs in this process
// and where a daemon has it.
class ReadingDesk : public DeskService {
public:
    ReadingDesk(ReadThread &reads, const Clock &clock) : reads_(reads), clock_(clock) {}

    virtual OperatorName who() const = 0;

    Answered<Network> network() override;
    Answered<std::vector<Operator>> operators() override;
    Answered<std::vector<Station>> stations() override;
    Answered<std::vector<ChargePoint>> charge_points() override;
    Answered<std::vector<StoredTariff>> tariffs() override;
    Answered<MemberBalance> member_balance(const MemberId &member_id) override;

    Answered<OrderExplanation> explain_order(const OrderNo &order_no) override;
    Answered<std::vector<DeviceEvent>> latest_events(int limit) override;

    Answered<Page<ChargingOrder>> orders(const OrderQuery &query) override;
    Answered<std::vector<OrderLogEntry>> order_log(const OrderNo &order_no) override;

    Answered<Page<Ticket>> tickets(const TicketQuery &query) override;
    Answered<TicketCounts> ticket_counts() override;
    Answered<TicketDossier> ticket(const TicketNo &ticket_no) override;
    Answered<Evidence> evidence(const Uuid &id) override;

    Answered<Page<Refund>> refunds(const RefundQuery &query) override;
    Answered<std::int64_t> refunds_waiting() override;

    Answered<Page<AuditEntry>> audit(const PageRequest &request, const std::string &text) override;
    Answered<ChainReport> verify_audit() override;
    Answered<std::int64_t> audit_length() override;
    Answered<std::int64_t> outbox_waiting() override;
    Answered<Money> ledger_sum() override;

protected:
    ReadThread &reads_;
    const Clock &clock_;
};

}  // namespace aftercharge

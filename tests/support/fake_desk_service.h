// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "models/live/live_feed.h"
#include "models/workflow/desk_service.h"

namespace aftercharge {

// A desk service that answers at once from what a test put into it. Lists are public data;
// a verb is a std::function that a test may replace (a refusal, a slow answer). Every call
// of a verb is noted in `calls`: "stop_charging C20261123-0097".
class FakeDeskService : public DeskService {
public:
    FakeDeskService();

    // What there is.
    Result<Network> network_row = fail(ErrorCode::StoreNotFound);
    std::vector<Operator> operator_rows;
    std::vector<Station> station_rows;
    std::vector<ChargePoint> charge_point_rows;
    std::vector<StoredTariff> tariff_rows;
    std::map<MemberId, MemberBalance> balances;
    Result<std::vector<SessionView>> session_rows = std::vector<SessionView>{};
    std::map<OrderNo, OrderExplanation> explanations;
    std::vector<DeviceEvent> event_rows;    // newest first
    std::vector<ChargingOrder> order_rows;  // newest first
    std::map<OrderNo, std::vector<OrderLogEntry>> order_logs;
    std::vector<Ticket> ticket_rows;
    std::map<TicketNo, TicketDossier> dossiers;
    std::vector<Evidence> evidence_files;
    std::vector<Refund> refund_rows;
    std::vector<AuditEntry> audit_rows;
    ChainReport chain;
    std::int64_t outbox = 0;
    Money sum;
    OperatorName who;

    // What is done: replace to refuse or to answer later.
    std::function<Answered<void>(const OrderNo &)> on_stop;
    std::function<Answered<void>(const ConnectorId &)> on_unlock;
    std::function<Answered<void>(const ChargePointId &, bool)> on_reset;
    std::function<Answered<Page<Ticket>>(const TicketQuery &)> on_tickets;
    std::function<Answered<TicketCounts>()> on_ticket_counts;
    std::function<Answered<Ticket>(const TicketDraft &)> on_open_ticket;
    std::function<Answered<Ticket>(const TicketNo &, std::int64_t)> on_take;
    std::function<Answered<Ticket>(const TicketNo &, std::int64_t, const OperatorName &)> on_assign;
    std::function<Answered<Ticket>(const TicketNo &, std::int64_t, const std::string &)> on_reject;
    std::function<Answered<Ticket>(const TicketNo &, std::int64_t, const std::string &)> on_reply;
    std::function<Answered<Ticket>(const TicketNo &, std::int64_t, const std::string &)> on_note;
    std::function<Answered<Ticket>(const TicketNo &, std::int64_t, const std::string &)> on_reopen;
    std::function<Answered<ChargingOrder>(const OrderNo &, const std::string &)> on_confirm_settlement;
    std::function<Answered<Refund>(const RefundDraft &)> on_request_refund;
    std::function<Answered<Refund>(const RefundNo &, const Money &)> on_approve;
    std::function<Answered<Refund>(const RefundNo &, const std::string &)> on_send_back;
    std::function<Answered<void>(const Operator &)> on_add_operator;
    std::function<Answered<Operator>(const OperatorName &, std::optional<Money>)> on_set_limit;
    std::function<Answered<Operator>(const OperatorName &)> on_disable;
    std::function<Answered<ChainReport>()> on_verify;
    std::function<Answered<Page<ChargingOrder>>(const OrderQuery &)> on_orders;

    std::vector<std::string> calls;

    void set_operator(const OperatorName &name) override { who = name; }
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

    // The ticket of that number, with its version checked as the engine does; for hooks.
    Result<Ticket *> find_ticket(const TicketNo &ticket_no, std::int64_t version);
    Result<Refund *> find_refund(const RefundNo &refund_no);

private:
    void note(std::string words) { calls.push_back(std::move(words)); }
    void answer_tickets();
    void answer_refunds();
    void answer_operators();
};

// A feed that says what a test tells it to say.
class FakeLiveFeed : public LiveFeed {
    Q_OBJECT
public:
    using LiveFeed::LiveFeed;
    FeedState now;
    FeedState state() const override { return now; }
    void set_state(const FeedState &state)
    {
        now = state;
        Q_EMIT stateChanged(now);
    }
};

// A clock that stands until it is moved.
class FakeClock : public Clock {
public:
    explicit FakeClock(UtcTime time) : time_(time) {}
    UtcTime now() const override { return time_; }
    void advance(Duration by) { time_ += by; }

private:
    UtcTime time_;
};

template<typename T>
Answered<T> answered(Result<T> result)
{
    return QtFuture::makeReadyFuture(std::move(result));
}

}  // namespace aftercharge

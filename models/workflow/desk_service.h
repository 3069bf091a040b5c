// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QFuture>

#include "models/domain/account.h"
#include "models/domain/actor.h"
#include "models/store/audit.h"
#include "models/store/orders.h"
#include "models/store/refunds.h"
#include "models/store/registry.h"
#include "models/store/tickets.h"
#include "models/workflow/explain_order.h"
#include "models/workflow/open_ticket.h"
#include "models/workflow/read_ticket.h"
#include "models/workflow/request_refund.h"
#include "models/workflow/session_view.h"

namespace aftercharge {

template<typename T>
using Answered = QFuture<Result<T>>;

// Everything that a screen may ask of the engine: plain values in, a future out, continued
// with `.then(context, …)` in the caller's thread. The person who acts is the one who is
// logged in (`set_operator`); the rights are checked behind this interface, not in front of it.
//
// Beside a shared store a decision may also end with store.unreachable (not known to be in) or
// decision.pending (it is in and stands; a daemon carries it out when one is back).
class DeskService {
public:
    virtual ~DeskService() = default;

    virtual void set_operator(const OperatorName &name) = 0;

    virtual Answered<Network> network() = 0;
    virtual Answered<std::vector<Operator>> operators() = 0;
    virtual Answered<std::vector<Station>> stations() = 0;
    virtual Answered<std::vector<ChargePoint>> charge_points() = 0;
    virtual Answered<std::vector<StoredTariff>> tariffs() = 0;
    virtual Answered<MemberBalance> member_balance(const MemberId &member_id) = 0;

    // Live
    virtual Answered<std::vector<SessionView>> sessions() = 0;  // running, and ended within the hour
    virtual Answered<OrderExplanation> explain_order(const OrderNo &order_no) = 0;
    virtual Answered<std::vector<DeviceEvent>> latest_events(int limit) = 0;
    // Accepted or refused by the charge point itself (command.rejected, command.timeout, charge_point.offline).
    virtual Answered<void> stop_charging(const OrderNo &order_no) = 0;
    virtual Answered<void> unlock_connector(const ConnectorId &connector) = 0;
    virtual Answered<void> reset_charge_point(const ChargePointId &charge_point_id, bool hard) = 0;

    // Orders
    virtual Answered<Page<ChargingOrder>> orders(const OrderQuery &query) = 0;
    virtual Answered<std::vector<OrderLogEntry>> order_log(const OrderNo &order_no) = 0;
    // Accepts a provisional fee as it is (state.not_allowed, input.invalid without a reason).
    virtual Answered<ChargingOrder> confirm_settlement(const OrderNo &order_no, const std::string &reason) = 0;

    // Tickets
    virtual Answered<Page<Ticket>> tickets(const TicketQuery &query) = 0;
    virtual Answered<TicketCounts> ticket_counts() = 0;
    virtual Answered<TicketDossier> ticket(const TicketNo &ticket_no) = 0;
    virtual Answered<Ticket> open_ticket(const TicketDraft &draft) = 0;
    virtual Answered<Ticket> take_ticket(const TicketNo &ticket_no, std::int64_t version) = 0;
    virtual Answered<Ticket> assign_ticket(const TicketNo &ticket_no, std::int64_t version, const OperatorName &to) = 0;
    virtual Answered<Ticket> reject_ticket(const TicketNo &ticket_no, std::int64_t version,
                                           const std::string &reason) = 0;
    virtual Answered<Ticket> reply_to_ticket(const TicketNo &ticket_no, std::int64_t version,
                                             const std::string &text) = 0;
    virtual Answered<Ticket> note_on_ticket(const TicketNo &ticket_no, std::int64_t version,
                                            const std::string &text) = 0;
    virtual Answered<Ticket> reopen_ticket(const TicketNo &ticket_no, std::int64_t version,
                                           const std::string &reason) = 0;
    virtual Answered<Evidence> evidence(const Uuid &id) = 0;

    // Refunds and adjustments
    virtual Answered<Page<Refund>> refunds(const RefundQuery &query) = 0;
    virtual Answered<std::int64_t> refunds_waiting() = 0;
    virtual Answered<Refund> request_refund(const RefundDraft &draft) = 0;
    virtual Answered<Refund> approve_refund(const RefundNo &refund_no, const Money &amount) = 0;
    virtual Answered<Refund> send_back_refund(const RefundNo &refund_no, const std::string &reason) = 0;

    // Operators: administrators only, and nobody changes himself (operator.not_permitted). Of
    // the operator to be added, name, display name, role and limit are taken.
    virtual Answered<void> add_operator(const Operator &person) = 0;
    virtual Answered<Operator> set_operator_limit(const OperatorName &name, std::optional<Money> limit) = 0;
    virtual Answered<Operator> disable_operator(const OperatorName &name) = 0;
    // Whether each person logs in with a password of his own, as beside a shared store: then a new
    // one comes with the first (8 bytes at least, else input.invalid). Elsewhere there is none, and
    // both are input.invalid.
    virtual bool has_logins() const { return false; }
    virtual Answered<void> add_operator_with_password(const Operator &person, const std::string &password);
    virtual Answered<void> set_operator_password(const OperatorName &name, const std::string &password);

    // Audit and state of the store
    virtual Answered<Page<AuditEntry>> audit(const PageRequest &request, const std::string &text) = 0;
    // The future tells its progress in 1/1000 of all entries and may be cancelled.
    virtual Answered<ChainReport> verify_audit() = 0;
    virtual Answered<std::int64_t> audit_length() = 0;
    virtual Answered<std::int64_t> outbox_waiting() = 0;
    virtual Answered<Money> ledger_sum() = 0;
};

}  // namespace aftercharge

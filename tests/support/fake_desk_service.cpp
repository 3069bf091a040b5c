// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_desk_service.h"

#include <algorithm>

namespace aftercharge {

namespace {

template<typename Map, typename Key>
auto looked_up(const Map &map, const Key &key, ErrorCode missing) -> Result<typename Map::mapped_type>
{
    const auto found = map.find(key);
    if (found == map.end())
        return fail(missing, key.text());
    return found->second;
}

// One page of what there is: tests have no more rows than a page holds.
template<typename Row>
Answered<Page<Row>> paged(std::vector<Row> rows)
{
    return answered<Page<Row>>(Page<Row>{std::move(rows), {}});
}

bool is_open(TicketState state)
{
    return state != TicketState::Resolved && state != TicketState::Rejected && state != TicketState::Closed;
}

bool matches(const Ticket &ticket, const TicketQuery &query)
{
    if (query.scope == TicketQuery::Scope::Open && !is_open(ticket.state))
        return false;
    if (query.scope == TicketQuery::Scope::Closed && is_open(ticket.state))
        return false;
    if (query.assigned_to && ticket.assigned_to != *query.assigned_to)
        return false;
    if (query.state && ticket.state != *query.state)
        return false;
    return query.text.empty() || ticket.ticket_no.text().find(query.text) != std::string::npos ||
           ticket.order_no.text().find(query.text) != std::string::npos ||
           ticket.reason.find(query.text) != std::string::npos;
}

bool matches(const ChargingOrder &order, const OrderQuery &query)
{
    if (query.state && order.state != *query.state)
        return false;
    const auto holds = [&](const std::string &text) { return text.find(query.text) != std::string::npos; };
    return query.text.empty() || holds(order.order_no.text()) || holds(order.connector.charge_point_id.text()) ||
           holds(order.member_id.text()) || holds(order.id_tag.text());
}

}  // namespace

FakeDeskService::FakeDeskService()
{
    on_stop = [](const OrderNo &) { return answered<void>({}); };
    on_unlock = [](const ConnectorId &) { return answered<void>({}); };
    on_reset = [](const ChargePointId &, bool) { return answered<void>({}); };
    on_verify = [this] { return answered<ChainReport>(chain); };
    on_orders = [this](const OrderQuery &query) {
        std::vector<ChargingOrder> rows;
        std::copy_if(order_rows.begin(), order_rows.end(), std::back_inserter(rows),
                     [&](const ChargingOrder &order) { return matches(order, query); });
        return paged(std::move(rows));
    };
    answer_tickets();
    answer_refunds();
    answer_operators();
}

void FakeDeskService::answer_tickets()
{
    const auto changed = [this](const TicketNo &no, std::int64_t version, const std::function<void(Ticket &)> &change) {
        const auto found = find_ticket(no, version);
        if (!found)
            return answered<Ticket>(pass_on(found));
        change(**found);
        ++(*found)->version;
        if (const auto dossier = dossiers.find(no); dossier != dossiers.end())
            dossier->second.ticket = **found;
        return answered<Ticket>(**found);
    };
    on_tickets = [this](const TicketQuery &query) {
        std::vector<Ticket> rows;
        std::copy_if(ticket_rows.begin(), ticket_rows.end(), std::back_inserter(rows),
                     [&](const Ticket &ticket) { return matches(ticket, query); });
        return paged(std::move(rows));
    };
    on_ticket_counts = [this] {
        TicketCounts counts;
        for (const Ticket &ticket : ticket_rows) {
            if (!is_open(ticket.state))
                continue;
            ++counts.open;
            counts.unassigned += ticket.assigned_to.is_empty() ? 1 : 0;
            counts.mine += ticket.assigned_to == who && !who.is_empty() ? 1 : 0;
            counts.waiting_approval += ticket.state == TicketState::WaitingApproval ? 1 : 0;
        }
        return answered<TicketCounts>(counts);
    };
    on_open_ticket = [](const TicketDraft &) { return answered<Ticket>(fail(ErrorCode::OrderNotFound)); };
    on_take = [this, changed](const TicketNo &no, std::int64_t version) {
        return changed(no, version, [this](Ticket &ticket) {
            ticket.assigned_to = who;
            ticket.state = TicketState::InReview;
        });
    };
    on_assign = [changed](const TicketNo &no, std::int64_t version, const OperatorName &to) {
        return changed(no, version, [&](Ticket &ticket) { ticket.assigned_to = to; });
    };
    on_reject = [changed](const TicketNo &no, std::int64_t version, const std::string &reason) {
        return changed(no, version, [&](Ticket &ticket) {
            ticket.state = TicketState::Rejected;
            ticket.decision = reason;
        });
    };
    on_reply = [changed](const TicketNo &no, std::int64_t version, const std::string &) {
        return changed(no, version, [](Ticket &ticket) { ticket.state = TicketState::WaitingCustomer; });
    };
    on_note = [changed](const TicketNo &no, std::int64_t version, const std::string &) {
        return changed(no, version, [](Ticket &) {});
    };
    on_reopen = [changed](const TicketNo &no, std::int64_t version, const std::string &) {
        return changed(no, version, [](Ticket &ticket) { ticket.state = TicketState::InReview; });
    };
}

void FakeDeskService::answer_refunds()
{
    on_request_refund = [](const RefundDraft &) { return answered<Refund>(fail(ErrorCode::OrderNotFound)); };
    on_approve = [this](const RefundNo &no, const Money &amount) {
        const auto found = find_refund(no);
        if (!found)
            return answered<Refund>(pass_on(found));
        if ((*found)->amount != amount)
            return answered<Refund>(fail(ErrorCode::RefundChanged, no.text()));
        (*found)->approval = ApprovalState::Approved;
        (*found)->approved_by = who;
        return answered<Refund>(**found);
    };
    on_send_back = [this](const RefundNo &no, const std::string &) {
        const auto found = find_refund(no);
        if (!found)
            return answered<Refund>(pass_on(found));
        (*found)->approval = ApprovalState::SentBack;
        return answered<Refund>(**found);
    };
}

Result<Ticket *> FakeDeskService::find_ticket(const TicketNo &ticket_no, std::int64_t version)
{
    for (Ticket &ticket : ticket_rows) {
        if (ticket.ticket_no != ticket_no)
            continue;
        if (ticket.version != version)
            return fail(ErrorCode::StoreConflict, ticket_no.text());
        return &ticket;
    }
    return fail(ErrorCode::TicketNotFound, ticket_no.text());
}

Result<Refund *> FakeDeskService::find_refund(const RefundNo &refund_no)
{
    for (Refund &refund : refund_rows) {
        if (refund.refund_no == refund_no)
            return &refund;
    }
    return fail(ErrorCode::RefundNotFound, refund_no.text());
}

Answered<Network> FakeDeskService::network()
{
    return answered<Network>(network_row);
}

Answered<std::vector<Operator>> FakeDeskService::operators()
{
    return answered<std::vector<Operator>>(operator_rows);
}

Answered<std::vector<Station>> FakeDeskService::stations()
{
    return answered<std::vector<Station>>(station_rows);
}

Answered<std::vector<ChargePoint>> FakeDeskService::charge_points()
{
    return answered<std::vector<ChargePoint>>(charge_point_rows);
}

Answered<std::vector<StoredTariff>> FakeDeskService::tariffs()
{
    return answered<std::vector<StoredTariff>>(tariff_rows);
}

Answered<MemberBalance> FakeDeskService::member_balance(const MemberId &member_id)
{
    return answered<MemberBalance>(looked_up(balances, member_id, ErrorCode::MemberNotFound));
}

Answered<std::vector<SessionView>> FakeDeskService::sessions()
{
    return answered<std::vector<SessionView>>(session_rows);
}

Answered<OrderExplanation> FakeDeskService::explain_order(const OrderNo &order_no)
{
    note("explain_order " + order_no.text());
    return answered<OrderExplanation>(looked_up(explanations, order_no, ErrorCode::OrderNotFound));
}

Answered<std::vector<DeviceEvent>> FakeDeskService::latest_events(int limit)
{
    std::vector<DeviceEvent> rows = event_rows;
    if (std::ssize(rows) > limit)
        rows.resize(static_cast<std::size_t>(limit));
    return answered<std::vector<DeviceEvent>>(std::move(rows));
}

Answered<void> FakeDeskService::stop_charging(const OrderNo &order_no)
{
    note("stop_charging " + order_no.text());
    return on_stop(order_no);
}

Answered<void> FakeDeskService::unlock_connector(const ConnectorId &connector)
{
    note("unlock_connector " + connector.charge_point_id.text() + "/" + std::to_string(connector.connector_id));
    return on_unlock(connector);
}

Answered<void> FakeDeskService::reset_charge_point(const ChargePointId &charge_point_id, bool hard)
{
    note("reset_charge_point " + charge_point_id.text() + (hard ? " hard" : " soft"));
    return on_reset(charge_point_id, hard);
}

Answered<Page<ChargingOrder>> FakeDeskService::orders(const OrderQuery &query)
{
    return on_orders(query);
}

Answered<std::vector<OrderLogEntry>> FakeDeskService::order_log(const OrderNo &order_no)
{
    const auto found = order_logs.find(order_no);
    return answered<std::vector<OrderLogEntry>>(found == order_logs.end() ? std::vector<OrderLogEntry>{}
                                                                          : found->second);
}

Answered<Page<Ticket>> FakeDeskService::tickets(const TicketQuery &query)
{
    return on_tickets(query);
}

Answered<TicketCounts> FakeDeskService::ticket_counts()
{
    return on_ticket_counts();
}

Answered<TicketDossier> FakeDeskService::ticket(const TicketNo &ticket_no)
{
    return answered<TicketDossier>(looked_up(dossiers, ticket_no, ErrorCode::TicketNotFound));
}

Answered<Ticket> FakeDeskService::open_ticket(const TicketDraft &draft)
{
    note("open_ticket " + draft.order_no.text());
    return on_open_ticket(draft);
}

Answered<Ticket> FakeDeskService::take_ticket(const TicketNo &ticket_no, std::int64_t version)
{
    note("take_ticket " + ticket_no.text());
    return on_take(ticket_no, version);
}

Answered<Ticket> FakeDeskService::assign_ticket(const TicketNo &ticket_no, std::int64_t version, const OperatorName &to)
{
    note("assign_ticket " + ticket_no.text() + " " + to.text());
    return on_assign(ticket_no, version, to);
}

Answered<Ticket> FakeDeskService::reject_ticket(const TicketNo &ticket_no, std::int64_t version,
                                                const std::string &reason)
{
    note("reject_ticket " + ticket_no.text() + " " + reason);
    return on_reject(ticket_no, version, reason);
}

Answered<Ticket> FakeDeskService::reply_to_ticket(const TicketNo &ticket_no, std::int64_t version,
                                                  const std::string &text)
{
    note("reply_to_ticket " + ticket_no.text() + " " + text);
    return on_reply(ticket_no, version, text);
}

Answered<Ticket> FakeDeskService::note_on_ticket(const TicketNo &ticket_no, std::int64_t version,
                                                 const std::string &text)
{
    note("note_on_ticket " + ticket_no.text() + " " + text);
    return on_note(ticket_no, version, text);
}

Answered<Ticket> FakeDeskService::reopen_ticket(const TicketNo &ticket_no, std::int64_t version,
                                                const std::string &reason)
{
    note("reopen_ticket " + ticket_no.text() + " " + reason);
    return on_reopen(ticket_no, version, reason);
}

Answered<Evidence> FakeDeskService::evidence(const Uuid &id)
{
    for (const Evidence &file : evidence_files) {
        if (file.id == id)
            return answered<Evidence>(file);
    }
    return answered<Evidence>(fail(ErrorCode::TicketNotFound, id.to_text()));
}

Answered<Page<Refund>> FakeDeskService::refunds(const RefundQuery &query)
{
    std::vector<Refund> rows;
    std::copy_if(refund_rows.begin(), refund_rows.end(), std::back_inserter(rows), [&](const Refund &refund) {
        return (!query.status || refund.status == *query.status) &&
               (!query.approval || refund.approval == *query.approval) &&
               (query.text.empty() || refund.refund_no.text().find(query.text) != std::string::npos ||
                refund.order_no.text().find(query.text) != std::string::npos ||
                refund.ticket_no.text().find(query.text) != std::string::npos);
    });
    return paged(std::move(rows));
}

Answered<std::int64_t> FakeDeskService::refunds_waiting()
{
    return answered<std::int64_t>(std::count_if(refund_rows.begin(), refund_rows.end(), [](const Refund &refund) {
        return refund.approval == ApprovalState::Waiting;
    }));
}

Answered<Refund> FakeDeskService::request_refund(const RefundDraft &draft)
{
    note("request_refund " + draft.order_no.text() + " " + draft.amount.to_text());
    return on_request_refund(draft);
}

Answered<Refund> FakeDeskService::approve_refund(const RefundNo &refund_no, const Money &amount)
{
    note("approve_refund " + refund_no.text() + " " + amount.to_text());
    return on_approve(refund_no, amount);
}

Answered<Refund> FakeDeskService::send_back_refund(const RefundNo &refund_no, const std::string &reason)
{
    note("send_back_refund " + refund_no.text() + " " + reason);
    return on_send_back(refund_no, reason);
}

void FakeDeskService::answer_operators()
{
    const auto changed = [this](const OperatorName &name, const std::function<void(Operator &)> &change) {
        for (Operator &person : operator_rows) {
            if (person.name != name)
                continue;
            change(person);
            return answered<Operator>(person);
        }
        return answered<Operator>(fail(ErrorCode::OperatorNotFound, name.text()));
    };
    on_add_operator = [this](const Operator &person) {
        for (const Operator &known : operator_rows) {
            if (known.name == person.name)
                return answered<void>(fail(ErrorCode::OperatorExists, person.name.text()));
        }
        operator_rows.push_back(person);
        return answered<void>({});
    };
    on_set_limit = [changed](const OperatorName &name, std::optional<Money> limit) {
        return changed(name, [&](Operator &person) { person.approval_limit = limit; });
    };
    on_disable = [changed](const OperatorName &name) {
        return changed(name, [](Operator &person) { person.disabled = true; });
    };
}

Answered<void> FakeDeskService::add_operator(const Operator &person)
{
    note("add_operator " + person.name.text());
    return on_add_operator(person);
}

Answered<Operator> FakeDeskService::set_operator_limit(const OperatorName &name, std::optional<Money> limit)
{
    note("set_operator_limit " + name.text() + " " + (limit ? limit->to_text() : std::string("none")));
    return on_set_limit(name, limit);
}

Answered<Operator> FakeDeskService::disable_operator(const OperatorName &name)
{
    note("disable_operator " + name.text());
    return on_disable(name);
}

Answered<Page<AuditEntry>> FakeDeskService::audit(const PageRequest &, const std::string &text)
{
    std::vector<AuditEntry> rows;
    std::copy_if(audit_rows.begin(), audit_rows.end(), std::back_inserter(rows), [&](const AuditEntry &entry) {
        return text.empty() || entry.entity_id.find(text) != std::string::npos ||
               entry.action.find(text) != std::string::npos || entry.actor.name.find(text) != std::string::npos;
    });
    return paged(std::move(rows));
}

Answered<ChainReport> FakeDeskService::verify_audit()
{
    note("verify_audit");
    return on_verify();
}

Answered<std::int64_t> FakeDeskService::audit_length()
{
    return answered<std::int64_t>(chain.entries);
}

Answered<std::int64_t> FakeDeskService::outbox_waiting()
{
    return answered<std::int64_t>(outbox);
}

Answered<Money> FakeDeskService::ledger_sum()
{
    return answered<Money>(sum);
}

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_desk_answers.h"

#include <algorithm>

namespace aftercharge {

namespace {

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
    on_confirm_settlement = [this](const OrderNo &order_no, const std::string &) {
        for (auto &[ticket_no, dossier] : dossiers) {
            if (!dossier.order || dossier.order->order.order_no != order_no)
                continue;
            dossier.order->order.settlement = Settlement::Final;
            dossier.order->order.state = OrderState::Payed;
            return answered<ChargingOrder>(dossier.order->order);
        }
        return answered<ChargingOrder>(fail(ErrorCode::OrderNotFound, order_no.text()));
    };
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

Answered<ChargingOrder> FakeDeskService::confirm_settlement(const OrderNo &order_no, const std::string &reason)
{
    note("confirm_settlement " + order_no.text() + " " + reason);
    return on_confirm_settlement(order_no, reason);
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

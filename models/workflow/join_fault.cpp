// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/join_fault.h"

#include "models/workflow/ledger_steps.h"

namespace aftercharge {
namespace {

// More than a charge point's connectors can have ended within the window.
constexpr int newest_orders = 200;

bool is_explained_by(const ChargingOrder &order, const ConnectorId &connector, const ConnectorFaults::Fault &fault)
{
    const bool same_place = connector.connector_id == 0 || order.connector == connector;
    return same_place && order.stopped_at && leaves_open(order.stop_reason) && lie_near(fault.at, *order.stopped_at);
}

// Whether another session had begun on the connector by then: the fault is that one's.
Result<bool> belongs_to_later_session(OrderReader &orders, const ChargingOrder &order, UtcTime at)
{
    const auto running = orders.running_on(order.connector);
    if (!running)
        return pass_on(running);
    return *running && (*running)->started_at >= *order.stopped_at && (*running)->started_at <= at;
}

Result<std::vector<ChargingOrder>> explained_orders(OrderReader &orders, const ConnectorId &connector,
                                                    const ConnectorFaults::Fault &fault)
{
    OrderQuery query;
    query.charge_point_id = connector.charge_point_id;
    query.page.limit = newest_orders;
    const auto newest = orders.page(query);
    if (!newest)
        return pass_on(newest);
    std::vector<ChargingOrder> found;
    for (const ChargingOrder &order : newest->rows) {
        if (!is_explained_by(order, connector, fault))
            continue;
        const auto later = belongs_to_later_session(orders, order, fault.at);
        if (!later)
            return pass_on(later);
        if (!*later)
            found.push_back(order);
    }
    return found;
}

Result<void> amend(UnitOfWork &unit, Work &work, ChargingOrder &order, const ConnectorFaults::Fault &fault)
{
    const std::string before{to_text(order.stop_reason)};
    order.stop_reason = fault.reason;
    order.stop_detail = fault.detail;
    if (auto updated = unit.orders().update(order); !updated)
        return updated;
    work.changes.rows.push_back({ChangedTable::Orders, order.order_no.text(), order.version});
    const std::string prefix = is_fault(fault.reason) ? "0x01 FAULT " : "";
    const Actor actor{Source::ChargePoint, order.connector.charge_point_id.text()};
    if (auto noted = note_on_order(unit, work, order, "FAULT_JOINED", actor,
                                   prefix + std::string(to_text(fault.reason)) + " (" + fault.detail +
                                       "), before: " + before);
        !noted)
        return noted;
    if (!is_fault(fault.reason) || order.owed.is_positive())
        return {};
    return notify(unit, work, NoticeKind::FaultStopReturned, order, money_values(order));
}

}  // namespace

Result<std::vector<ChargingOrder>> join_fault(Work &work, const ConnectorId &connector,
                                              const ConnectorFaults::Fault &fault)
{
    auto explained = explained_orders(work.ledger.reader().orders(), connector, fault);
    if (!explained || explained->empty())
        return explained;
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    for (ChargingOrder &order : *explained) {
        if (auto amended = amend(**unit, work, order, fault); !amended)
            return pass_on(amended);
    }
    if (auto committed = (*unit)->commit(); !committed)
        return pass_on(committed);
    return explained;
}

}  // namespace aftercharge

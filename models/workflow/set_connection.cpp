// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/set_connection.h"

#include "models/workflow/ledger_steps.h"

namespace aftercharge {

namespace {

Result<void> set_connection(UnitOfWork &unit, Work &work, ChargingOrder &order, Connection connection)
{
    order.connection = connection;
    if (connection == Connection::Offline)
        order.offline_since = work.clock.now();
    else
        order.offline_since.reset();
    if (auto updated = unit.orders().update(order); !updated)
        return updated;
    const Actor actor{Source::ChargePoint, order.connector.charge_point_id.text()};
    return note_on_order(unit, work, order, std::string(to_text(connection)), actor, {});
}

}  // namespace

Result<std::vector<ChargingOrder>> set_order_connections(Work &work, const std::vector<ConnectionChange> &changes)
{
    if (changes.empty())
        return std::vector<ChargingOrder>{};
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    std::vector<ChargingOrder> changed;
    for (const ConnectionChange &change : changes) {
        auto order = (*unit)->orders().find(change.order_no);
        if (!order)
            return pass_on(order);
        if (order->connection == change.connection)
            continue;
        if (auto set = set_connection(**unit, work, *order, change.connection); !set)
            return pass_on(set);
        changed.push_back(std::move(*order));
    }
    if (changed.empty())
        return changed;
    if (auto committed = (*unit)->commit(); !committed)
        return pass_on(committed);
    for (const ChargingOrder &order : changed)
        work.changes.rows.push_back({ChangedTable::Orders, order.order_no.text(), order.version});
    return changed;
}

}  // namespace aftercharge

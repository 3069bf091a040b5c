// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/set_connection.h"

#include "models/workflow/ledger_steps.h"

namespace aftercharge {

Result<ChargingOrder> set_order_connection(Work &work, const OrderNo &order_no, Connection connection)
{
    auto order = work.ledger.reader().orders().find(order_no);
    if (!order || order->connection == connection)
        return order;
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    order = (*unit)->orders().find(order_no);
    if (!order)
        return order;
    order->connection = connection;
    if (connection == Connection::Offline)
        order->offline_since = work.clock.now();
    else
        order->offline_since.reset();
    if (auto updated = (*unit)->orders().update(*order); !updated)
        return pass_on(updated);
    const Actor actor{Source::ChargePoint, order->connector.charge_point_id.text()};
    if (auto noted = note_on_order(**unit, work, *order, std::string(to_text(connection)), actor, {}); !noted)
        return pass_on(noted);
    if (auto committed = (*unit)->commit(); !committed)
        return pass_on(committed);
    work.changes.rows.push_back({ChangedTable::Orders, order_no.text(), order->version});
    return order;
}

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/order_view.h"

namespace aftercharge {

SessionView view_of_order(const ChargingOrder &order)
{
    SessionView view;
    view.order_no = order.order_no;
    view.connector = order.connector;
    view.station_id = order.station_id;
    view.member_id = order.member_id;
    view.state = order.state;
    view.connection = order.connection;
    view.started_at = order.started_at;
    view.at = order.stopped_at.value_or(order.started_at);
    view.received_at = view.at;
    view.energy = order.energy;
    view.meter_start = order.meter_start;
    view.fee = order.fee;
    view.prepaid = order.prepaid;
    view.owed = order.owed;
    view.returned = order.returned;
    view.stop_reason = order.stop_reason;
    view.stopped_at = order.stopped_at;
    return view;
}

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/order_record.h"

namespace aftercharge::ctl {

namespace {

// Where it is charged and for whom.
void add_place(Record &record, const ChargingOrder &order)
{
    record.add("charge_point_id", order.connector.charge_point_id)
        .add("connector_id", order.connector.connector_id)
        .add("member_id", order.member_id)
        .add("id_tag", order.id_tag)
        .add("currency", order.prepaid.currency().code());
}

// What was charged, from when to when, and how it ended.
void add_outcome(Record &record, const ChargingOrder &order)
{
    record.add("energy_wh", order.energy)
        .add("started_at", order.started_at)
        .add("stopped_at", order.stopped_at)
        .add("stop_reason", enum_value(order.stop_reason))
        .add("settlement", enum_value(order.settlement));
}

}  // namespace

Record order_record(const ChargingOrder &order)
{
    Record record;
    record.add("order_no", order.order_no).add("kind", "charging").add("state", enum_value(order.state));
    add_place(record, order);
    record.add("prepaid_minor", order.prepaid)
        .add("fee_minor", order.fee)
        .add("owed_minor", order.owed)
        .add("returned_minor", order.returned)
        .add("refunded_minor", order.refunded)
        .add("meter_start_wh", order.meter_start)
        .add("meter_stop_wh", order.meter_stop);
    add_outcome(record, order);
    return record;
}

Record session_record(const ChargingOrder &order)
{
    Record record;
    record.add("order_no", order.order_no)
        .add("state", enum_value(order.state))
        .add("connection", enum_value(order.connection));
    add_place(record, order);
    record.add("fee_minor", order.fee).add("owed_minor", order.owed);
    add_outcome(record, order);
    return record;
}

ChargingOrder priced_so_far(const OrderExplanation &explanation)
{
    ChargingOrder order = explanation.order;
    if (order.state == OrderState::Charging) {
        order.fee = explanation.priced.total;
        order.energy = explanation.priced.energy;
    }
    return order;
}

}  // namespace aftercharge::ctl

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/goods_steps.h"

namespace aftercharge {

Result<void> write_goods_order(UnitOfWork &unit, Work &work, GoodsOrder &order)
{
    if (auto updated = unit.goods().update(order); !updated)
        return updated;
    work.changes.rows.push_back({ChangedTable::GoodsOrders, order.order_no.text(), order.version});
    return {};
}

Result<void> write_shipment(UnitOfWork &unit, Work &work, Shipment &shipment)
{
    if (auto updated = unit.shipments().update(shipment); !updated)
        return updated;
    work.changes.rows.push_back({ChangedTable::Shipments, shipment.shipment_no.text(), shipment.version});
    return {};
}

Result<void> write_claim(UnitOfWork &unit, Work &work, Claim &claim)
{
    if (auto updated = unit.claims().update(claim); !updated)
        return updated;
    work.changes.rows.push_back({ChangedTable::Claims, claim.claim_no.text(), claim.version});
    return {};
}

Result<void> advance_goods_order(UnitOfWork &unit, Work &work, GoodsOrder &order, GoodsOrderEvent event,
                                 const Actor &actor, const std::string &note)
{
    const GoodsOrderState from = order.state;
    const auto to = next_state(orders_table, from, event);
    if (!to)
        return pass_on(to);
    order.state = *to;
    if (auto written = write_goods_order(unit, work, order); !written)
        return written;
    return unit.goods().append_log({.order_no = order.order_no,
                                    .at = work.clock.now(),
                                    .from = from,
                                    .to = *to,
                                    .event = std::string(to_text(event)),
                                    .actor = actor,
                                    .note = note});
}

Result<void> advance_shipment_state(UnitOfWork &unit, Work &work, Shipment &shipment, ShipmentEvent event,
                                    const Actor &actor, const std::string &note)
{
    const ShipmentState from = shipment.state;
    const auto to = next_state(shipment_table, from, event);
    if (!to)
        return pass_on(to);
    shipment.state = *to;
    if (auto written = write_shipment(unit, work, shipment); !written)
        return written;
    return unit.shipments().append_log({.shipment_no = shipment.shipment_no,
                                        .at = work.clock.now(),
                                        .from = from,
                                        .to = *to,
                                        .actor = actor,
                                        .note = note});
}

Result<void> advance_claim(UnitOfWork &unit, Work &work, Claim &claim, ClaimEvent event, const Actor &actor,
                           const std::string &note)
{
    const ClaimState from = claim.state;
    const auto to = next_state(carrier_claim_table, from, event);
    if (!to)
        return pass_on(to);
    claim.state = *to;
    if (*to == ClaimState::Closed)
        claim.closed_at = work.clock.now();
    if (auto written = write_claim(unit, work, claim); !written)
        return written;
    return unit.claims().append_log(
        {.claim_no = claim.claim_no, .at = work.clock.now(), .from = from, .to = *to, .actor = actor, .note = note});
}

Result<void> note_on_goods_order(UnitOfWork &unit, Work &work, const GoodsOrder &order, const std::string &event,
                                 const Actor &actor, const std::string &note)
{
    return unit.goods().append_log({.order_no = order.order_no,
                                    .at = work.clock.now(),
                                    .from = order.state,
                                    .to = order.state,
                                    .event = event,
                                    .actor = actor,
                                    .note = note});
}

Result<void> notify(UnitOfWork &unit, Work &work, NoticeKind kind, const MemberId &member_id, const OrderNo &order_no,
                    std::map<std::string, std::string> values)
{
    Notice notice{.event_id = make_uuid(work.clock, work.random),
                  .kind = kind,
                  .member_id = member_id,
                  .order_no = order_no,
                  .at = work.clock.now(),
                  .values = std::move(values)};
    if (auto added = unit.outbox().add_notice(notice); !added)
        return added;
    work.changes.notices.push_back(std::move(notice));
    return {};
}

}  // namespace aftercharge

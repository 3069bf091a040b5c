// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/order_progress.h"

#include <algorithm>
#include <map>

#include "models/workflow/goods_steps.h"

namespace aftercharge {
namespace {

struct Progress {
    bool all_left = false;
    bool all_delivered = false;
};

using Quantities = std::map<OrderItemId, std::int64_t>;

bool covers(const Quantities &quantities, const std::vector<OrderItem> &items)
{
    return std::all_of(items.begin(), items.end(), [&](const OrderItem &item) {
        if (item.kind != ItemKind::Goods)
            return true;
        const auto found = quantities.find(item.order_item_id);
        return found != quantities.end() && found->second >= item.quantity;
    });
}

Result<Progress> progress_of(UnitOfWork &unit, const OrderNo &order_no)
{
    const auto items = unit.goods().items(order_no);
    if (!items)
        return pass_on(items);
    const auto parcels = unit.shipments().of_order(order_no);
    if (!parcels)
        return pass_on(parcels);
    Quantities left;
    Quantities delivered;
    for (const Shipment &parcel : *parcels) {
        if (parcel.purpose != ShipmentPurpose::Order || !has_left(parcel.state))
            continue;
        const auto packed = unit.shipments().items(parcel.shipment_no);
        if (!packed)
            return pass_on(packed);
        for (const ShipmentItem &item : *packed) {
            left[item.order_item_id] += item.quantity;
            if (parcel.state == ShipmentState::Delivered)
                delivered[item.order_item_id] += item.quantity;
        }
    }
    return Progress{covers(left, *items), covers(delivered, *items)};
}

}  // namespace

Result<void> advance_order_with_parcels(UnitOfWork &unit, Work &work, const Shipment &shipment, const Actor &actor)
{
    if (shipment.purpose != ShipmentPurpose::Order || !has_left(shipment.state))
        return {};
    auto order = unit.goods().find(shipment.order_no);
    if (!order)
        return pass_on(order);
    if (order->state != GoodsOrderState::Paid && order->state != GoodsOrderState::Fulfilled)
        return {};
    const auto progress = progress_of(unit, shipment.order_no);
    if (!progress)
        return pass_on(progress);
    const std::string note = shipment.shipment_no.text();
    if (order->state == GoodsOrderState::Paid && progress->all_left) {
        if (auto moved = advance_goods_order(unit, work, *order, GoodsOrderEvent::Fulfilled, actor, note); !moved)
            return moved;
    }
    if (order->state == GoodsOrderState::Fulfilled && progress->all_delivered)
        return advance_goods_order(unit, work, *order, GoodsOrderEvent::Completed, actor, note);
    return {};
}

}  // namespace aftercharge

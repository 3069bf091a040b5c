// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/before_shipment.h"

namespace aftercharge {
Result<void> check_not_left(ShipmentReader &shipments, const OrderNo &order_no)
{
    const auto parcels = shipments.of_order(order_no);
    if (!parcels)
        return pass_on(parcels);
    for (const Shipment &parcel : *parcels) {
        if (has_left(parcel.state))
            return fail(ErrorCode::ShipmentHasLeft,
                        parcel.shipment_no.text() + " is " + std::string(to_text(parcel.state)));
    }
    return {};
}

Result<void> stop_label_purchase(UnitOfWork &unit, Work &work, const Shipment &parcel)
{
    const std::string &number = parcel.shipment_no.text();
    const auto asked = unit.outbox().find(EffectKind::AskLabel, number);
    if (!asked)
        return pass_on(asked);
    const auto buying = unit.outbox().find(EffectKind::BuyLabel, number);
    if (!buying)
        return pass_on(buying);
    const bool in_doubt = *asked && !(*asked)->done_at;
    const bool waits = *buying && !(*buying)->done_at;
    if (in_doubt || (waits && (*buying)->sent_at))
        return fail(ErrorCode::StateNotAllowed, "the label of " + number + " is being bought");
    if (!waits)
        return {};
    return unit.outbox().done((*buying)->id, work.clock.now(), "the parcel is not to be sent");
}

Result<void> stop_label_purchases(UnitOfWork &unit, Work &work, const OrderNo &order_no)
{
    const auto parcels = unit.shipments().of_order(order_no);
    if (!parcels)
        return pass_on(parcels);
    for (const Shipment &parcel : *parcels) {
        if (parcel.state != ShipmentState::Created)
            continue;
        if (auto stopped = stop_label_purchase(unit, work, parcel); !stopped)
            return stopped;
    }
    return {};
}

}  // namespace aftercharge

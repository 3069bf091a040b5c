// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/build_task.h"
#include "models/workflow/hear_parcel.h"

namespace aftercharge {
namespace {

// How long a label that may not be bought now waits for its order's lock to come off.
constexpr std::chrono::minutes locked_wait{10};

std::string why_not(const GatewayTask &task, const Shipment &shipment, const PostalAddress &address)
{
    const std::string is = shipment.shipment_no.text() + " is " + std::string(to_text(shipment.state));
    switch (task.effect.kind) {
    case EffectKind::CancelLabel:
    case EffectKind::AskLabelRefund:
        if (shipment.ext_external_id.empty())
            return shipment.shipment_no.text() + " has no label";
        if (task.effect.kind == EffectKind::CancelLabel && shipment.label_refund != LabelRefund::Asked)
            return shipment.shipment_no.text() +
                   " is not to be cancelled: " + std::string(to_text(shipment.label_refund));
        return {};
    case EffectKind::BuyLabel:
        if (shipment.state != ShipmentState::Created)
            return is;
        return address.is_empty() ? shipment.shipment_no.text() + " has no address any more" : std::string{};
    case EffectKind::TrackParcel:
        if (shipment.tracking_no.empty())
            return shipment.shipment_no.text() + " has no tracking number";
        return is_followed(shipment) ? std::string{} : is;
    default:
        return {};
    }
}

}  // namespace

Result<BuiltTask> build_label_task(UnitOfWork &unit, Work &work, GatewayTask task)
{
    BuiltTask built{.task = std::move(task), .put_off_until = {}, .put_off_why = {}};
    const auto shipment = ShipmentNo::from_text(built.task.effect.key).and_then([&](const ShipmentNo &number) {
        return unit.shipments().find(number);
    });
    if (!shipment)
        return pass_on(shipment);
    const auto address = unit.shipments().address(shipment->shipment_no);
    if (!address)
        return pass_on(address);
    built.task.problem = why_not(built.task, *shipment, *address);
    if (!built.task.problem.empty())
        return built;
    built.task.tracking_no = shipment->tracking_no;
    built.task.call = carrier::LabelCall{.shipment_no = shipment->shipment_no,
                                         .to = *address,
                                         .insure = shipment->insured,
                                         .ext_external_id = shipment->ext_external_id};
    if (built.task.effect.kind != EffectKind::BuyLabel || built.task.ask_only)
        return built;
    const auto order = unit.goods().find(shipment->order_no);
    if (!order)
        return pass_on(order);
    if (!order->locked_by.is_empty()) {
        built.put_off_until = work.clock.now() + locked_wait;
        built.put_off_why = shipment->order_no.text() + " is locked by " + order->locked_by.text();
    }
    return built;
}

}  // namespace aftercharge

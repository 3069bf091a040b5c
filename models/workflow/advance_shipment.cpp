// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/before_shipment.h"
#include "models/workflow/goods_refund_steps.h"
#include "models/workflow/goods_steps.h"
#include "models/workflow/hear_gateway.h"
#include "models/workflow/ledger_steps.h"
#include "models/workflow/operator_rights.h"
#include "models/workflow/order_progress.h"
#include "models/workflow/refund_steps.h"
#include "models/workflow/reship.h"
#include "models/workflow/reship_steps.h"

namespace aftercharge {
namespace {

// Picking up what is to be refunded: a person may still stop it, a carrier's word is what happened.
Result<void> check_pick_up(UnitOfWork &unit, Work &work, const Shipment &shipment, const GoodsOrder &order,
                           const Actor &actor)
{
    if (order.locked_by.is_empty())
        return {};
    const std::string detail = shipment.shipment_no.text() + " was picked up, " + order.order_no.text() +
                               " is locked by " + order.locked_by.text();
    if (actor.source != Source::Api)
        return fail(ErrorCode::OrderLocked, detail);
    const auto refund = unit.refunds().find(order.locked_by);
    if (!refund)
        return pass_on(refund);
    return note_discrepancy(unit, work, DiscrepancyKind::PickedUpWhileLocked, "shipment", shipment.shipment_no.text(),
                            order.order_no, refund->ticket_no, detail);
}

// What a cancelled parcel sets free: the units that it replaced, or the refund that waited for it.
Result<void> after_cancelling(UnitOfWork &unit, Work &work, const Shipment &shipment, const GoodsOrder &order,
                              const Actor &actor)
{
    if (auto given = give_units_back(unit, work, shipment); !given)
        return given;
    if (order.locked_by.is_empty())
        return {};
    const auto refund = unit.refunds().find(order.locked_by);
    if (!refund)
        return pass_on(refund);
    return send_when_all_cancelled(unit, work, *refund, actor);
}

// Whoever says it by hand is a person with rights, however he is named for the log.
Result<void> check_person(RegistryReader &registry, const Actor &actor)
{
    const bool by_hand = actor.source == Source::Manual;
    return check_actor(registry, by_hand ? Actor{Source::Admin, actor.name} : actor, Right::DecideTickets);
}

// A person at the desk: as "MANUAL" in the parcel's log.
Actor in_the_log(const Actor &actor)
{
    return actor.source == Source::Admin ? Actor{Source::Manual, actor.name} : actor;
}

// A label that is given up by hand could still be used: the carrier is asked to take it back.
Result<void> give_up_label(UnitOfWork &unit, Work &work, Shipment &shipment, const Actor &actor)
{
    if (shipment.state != ShipmentState::LabelCreated || shipment.ext_external_id.empty())
        return {};
    // In doubt already: the answer is on its way.
    const auto asked = unit.outbox().find(EffectKind::AskLabelRefund, shipment.shipment_no.text());
    if (!asked)
        return pass_on(asked);
    if (*asked && !(*asked)->done_at)
        return {};
    shipment.label_refund = LabelRefund::Asked;
    return add_effect(unit, work, EffectKind::CancelLabel, shipment.shipment_no.text(), actor);
}

Result<void> advance(UnitOfWork &unit, Work &work, Shipment &shipment, ShipmentEvent event, const Actor &actor,
                     const std::string &note)
{
    const auto order = unit.goods().find(shipment.order_no);
    if (!order)
        return pass_on(order);
    if (event == ShipmentEvent::Cancelled && shipment.state == ShipmentState::Created) {
        if (auto stopped = stop_label_purchase(unit, work, shipment); !stopped)
            return stopped;
    }
    if (event == ShipmentEvent::Cancelled && actor.source != Source::Api) {
        if (auto given_up = give_up_label(unit, work, shipment, actor); !given_up)
            return given_up;
    }
    if (auto advanced = advance_shipment_state(unit, work, shipment, event, in_the_log(actor), note); !advanced)
        return advanced;
    if (event == ShipmentEvent::Cancelled)
        return after_cancelling(unit, work, shipment, *order, actor);
    if (event == ShipmentEvent::PickedUp) {
        if (auto checked = check_pick_up(unit, work, shipment, *order, actor); !checked)
            return checked;
    }
    return advance_order_with_parcels(unit, work, shipment, in_the_log(actor));
}

}  // namespace

Result<Shipment> advance_shipment(Work &work, const ShipmentNo &shipment_no, ShipmentEvent event, const Actor &actor,
                                  const std::string &note)
{
    if (event == ShipmentEvent::LabelBought)
        return fail(ErrorCode::InputInvalid, "a label is bought, not said");
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    if (auto checked = check_person((*unit)->registry(), actor); !checked)
        return pass_on(checked);
    auto shipment = (*unit)->shipments().find(shipment_no);
    if (!shipment)
        return shipment;
    const std::string from(to_text(shipment->state));
    if (auto advanced = advance(**unit, work, *shipment, event, actor, note); !advanced)
        return pass_on(advanced);
    if (auto noted = audit(**unit, work, actor, "shipment.advance", "shipment", shipment_no.text(),
                           from + " → " + std::string(to_text(shipment->state)) + (note.empty() ? "" : ": " + note));
        !noted)
        return pass_on(noted);
    if (auto committed = (*unit)->commit(); !committed)
        return pass_on(committed);
    return shipment;
}

Result<Shipment> buy_label(Work &work, const ShipmentNo &shipment_no, const Actor &actor)
{
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    if (auto checked = check_person((*unit)->registry(), actor); !checked)
        return pass_on(checked);
    auto shipment = (*unit)->shipments().find(shipment_no);
    if (!shipment)
        return shipment;
    const auto order = (*unit)->goods().find(shipment->order_no);
    if (!order)
        return pass_on(order);
    if (order->state == GoodsOrderState::Unpaid)
        return fail(ErrorCode::OrderNotPaid, order->order_no.text());
    if (!order->locked_by.is_empty())
        return fail(ErrorCode::OrderLocked, order->order_no.text() + " by " + order->locked_by.text());
    if (shipment->state != ShipmentState::Created || order->state == GoodsOrderState::Cancelled ||
        order->state == GoodsOrderState::Refunded) {
        return fail(ErrorCode::StateNotAllowed, "a label in " + std::string(to_text(shipment->state)) +
                                                    " of an order " + std::string(to_text(order->state)));
    }
    // After an unknown answer there may be a label already: it is asked for before another is bought.
    const auto asked = (*unit)->outbox().find(EffectKind::AskLabel, shipment_no.text());
    if (!asked)
        return pass_on(asked);
    if (*asked && !(*asked)->done_at)
        return fail(ErrorCode::StateNotAllowed, "the label of " + shipment_no.text() + " is being bought");
    if (auto added = add_effect(**unit, work, EffectKind::BuyLabel, shipment_no.text(), actor); !added)
        return pass_on(added);
    if (auto noted = audit(**unit, work, actor, "shipment.label", "shipment", shipment_no.text(), {}); !noted)
        return pass_on(noted);
    if (auto committed = (*unit)->commit(); !committed)
        return pass_on(committed);
    return shipment;
}

}  // namespace aftercharge

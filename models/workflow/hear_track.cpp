// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/gateway_steps.h"
#include "models/workflow/goods_refund_steps.h"
#include "models/workflow/goods_steps.h"
#include "models/workflow/hear_gateway.h"
#include "models/workflow/hear_parcel.h"
#include "models/workflow/order_progress.h"
#include "models/workflow/system_ticket.h"

namespace aftercharge {
namespace {

struct Hearing {
    UnitOfWork &unit;
    Work &work;
    Shipment &shipment;
    const carrier::TrackAnswer &answer;
    ShipmentEvent event;

    std::string heard() const
    {
        std::string text = "the carrier says " + std::string(to_text(event)) + " of " + shipment.shipment_no.text() +
                           ", which is " + std::string(to_text(shipment.state));
        return answer.words.empty() ? text : text + " (" + short_words(answer.words) + ")";
    }
    Result<void> advance(ShipmentEvent to) const
    {
        return advance_shipment_state(unit, work, shipment, to, gateway_actor(shipment.carrier),
                                      short_words(answer.words));
    }
};

// Where the parcel is after the event, were it the only one.
std::optional<ShipmentState> state_after(ShipmentEvent event)
{
    switch (event) {
    case ShipmentEvent::PickedUp:
        return ShipmentState::InTransit;
    case ShipmentEvent::Delivered:
        return ShipmentState::Delivered;
    case ShipmentEvent::WentWrong:
        return ShipmentState::Exception;
    case ShipmentEvent::Returned:
        return ShipmentState::Returned;
    case ShipmentEvent::Lost:
        return ShipmentState::Lost;
    case ShipmentEvent::Damaged:
        return ShipmentState::Damaged;
    case ShipmentEvent::LabelBought:
    case ShipmentEvent::Cancelled:
        break;
    }
    return std::nullopt;
}

// The goods are on their way although their money is to go back: written, because it is so, and
// the refund stops, because not every label can be cancelled any more.
Result<void> pick_up(const Hearing &hearing)
{
    const auto order = hearing.unit.goods().find(hearing.shipment.order_no);
    if (!order)
        return pass_on(order);
    const std::string heard = hearing.heard();
    if (auto moved = hearing.advance(ShipmentEvent::PickedUp); !moved)
        return moved;
    if (order->locked_by.is_empty())
        return {};
    if (auto noted = note_parcel_discrepancy(hearing.unit, hearing.work, hearing.shipment,
                                             DiscrepancyKind::PickedUpWhileLocked,
                                             heard + ", though " + order->locked_by.text() + " locks the order");
        !noted)
        return noted;
    auto refund = waiting_for_labels(hearing.unit, hearing.shipment.order_no);
    if (!refund)
        return pass_on(refund);
    if (!*refund)
        return {};
    return stop_before_shipment(hearing.unit, hearing.work, **refund,
                                "Parcel " + hearing.shipment.shipment_no.text() +
                                    " was picked up before its label could be cancelled");
}

Result<void> beyond_the_table(const Hearing &hearing)
{
    const auto order = hearing.unit.goods().find(hearing.shipment.order_no);
    if (!order)
        return pass_on(order);
    const bool locked = !order->locked_by.is_empty() && hearing.shipment.state == ShipmentState::Cancelled;
    return note_parcel_discrepancy(hearing.unit, hearing.work, hearing.shipment,
                                   locked ? DiscrepancyKind::PickedUpWhileLocked : DiscrepancyKind::GatewayContradicts,
                                   hearing.heard());
}

Result<void> hear_cancelled(const Hearing &hearing)
{
    if (hearing.shipment.state == ShipmentState::Cancelled)
        return {};
    if (hearing.shipment.label_refund == LabelRefund::Asked && hearing.shipment.state == ShipmentState::LabelCreated)
        return hear_label_refund(hearing.unit, hearing.work, hearing.shipment,
                                 {carrier::Outcome::Done, LabelRefund::Submitted, hearing.answer.words});
    return beyond_the_table(hearing);
}

Result<void> hear_event(const Hearing &hearing)
{
    if (hearing.event == ShipmentEvent::Cancelled)
        return hear_cancelled(hearing);
    if (state_after(hearing.event) == hearing.shipment.state)
        return {};
    if (hearing.shipment.state == ShipmentState::LabelCreated) {
        if (auto left = pick_up(hearing); !left)
            return left;
        return hearing.event == ShipmentEvent::PickedUp ? Result<void>{} : hearing.advance(hearing.event);
    }
    // Further on its way than this word: it is an older one.
    if (hearing.event == ShipmentEvent::PickedUp && has_left(hearing.shipment.state))
        return {};
    if (next_state(shipment_table, hearing.shipment.state, hearing.event))
        return hearing.advance(hearing.event);
    return beyond_the_table(hearing);
}

}  // namespace

bool is_followed(const Shipment &shipment)
{
    return !shipment.tracking_no.empty() &&
           (shipment.state == ShipmentState::LabelCreated || shipment.state == ShipmentState::InTransit ||
            shipment.state == ShipmentState::Exception);
}

Result<void> follow_parcel(UnitOfWork &unit, Work &work, const Shipment &shipment)
{
    if (!is_followed(shipment))
        return {};
    return arm(unit, work, EffectKind::TrackParcel, shipment.shipment_no.text(), work.clock.now() + track_every);
}

Result<void> note_parcel_discrepancy(UnitOfWork &unit, Work &work, const Shipment &shipment, DiscrepancyKind kind,
                                     const std::string &detail)
{
    TicketNo ticket_no = shipment.ticket_no;
    if (ticket_no.is_empty()) {
        const auto open = open_ticket_of(unit.tickets(), shipment.order_no);
        if (!open)
            return pass_on(open);
        if (*open)
            ticket_no = (*open)->ticket_no;
    }
    return note_discrepancy(unit, work, kind, "shipment", shipment.shipment_no.text(), shipment.order_no, ticket_no,
                            detail);
}

Result<void> hear_track(UnitOfWork &unit, Work &work, Shipment &shipment, const carrier::TrackAnswer &answer)
{
    if (answer.outcome != carrier::Outcome::Done || !answer.event || *answer.event == ShipmentEvent::LabelBought)
        return {};
    const ShipmentState before = shipment.state;
    if (auto heard = hear_event({unit, work, shipment, answer, *answer.event}); !heard)
        return heard;
    if (shipment.state == before)
        return {};
    return advance_order_with_parcels(unit, work, shipment, gateway_actor(shipment.carrier));
}

}  // namespace aftercharge

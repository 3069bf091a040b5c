// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/gateway_steps.h"
#include "models/workflow/goods_refund_steps.h"
#include "models/workflow/goods_steps.h"
#include "models/workflow/hear_gateway.h"
#include "models/workflow/hear_parcel.h"
#include "models/workflow/reship_steps.h"

namespace aftercharge {
namespace {

constexpr auto entity = "shipment";

struct Hearing {
    UnitOfWork &unit;
    Work &work;
    Shipment &shipment;
    const std::string &words;

    std::string heard(const std::string &what) const
    {
        std::string text = what + " " + shipment.shipment_no.text() + ", which is " +
                           std::string(to_text(shipment.state));
        return words.empty() ? text : text + " (" + short_words(words) + ")";
    }
    Result<void> differ(DiscrepancyKind kind, const std::string &what) const
    {
        return note_parcel_discrepancy(unit, work, shipment, kind, heard(what));
    }
};

Result<void> cancel_parcel(const Hearing &hearing)
{
    if (auto cancelled = advance_shipment_state(hearing.unit, hearing.work, hearing.shipment, ShipmentEvent::Cancelled,
                                                gateway_actor(hearing.shipment.carrier), short_words(hearing.words));
        !cancelled)
        return cancelled;
    if (hearing.shipment.purpose == ShipmentPurpose::Reshipment) {
        if (auto back = give_units_back(hearing.unit, hearing.work, hearing.shipment); !back)
            return back;
    }
    const auto refund = waiting_for_labels(hearing.unit, hearing.shipment.order_no);
    if (!refund)
        return pass_on(refund);
    if (!*refund)
        return {};
    return send_when_all_cancelled(hearing.unit, hearing.work, **refund, gateway_actor(hearing.shipment.carrier));
}

Result<void> hear_taken_back(const Hearing &hearing, LabelRefund said)
{
    Shipment &shipment = hearing.shipment;
    switch (shipment.label_refund) {
    case LabelRefund::Refunded:
        return {};  // an older word
    case LabelRefund::None:
        return hearing.differ(DiscrepancyKind::GatewayContradicts, "the carrier took back a label that nobody asked "
                                                                   "for: that of");
    case LabelRefund::Rejected:
    case LabelRefund::NotApplicable:
        return hearing.differ(DiscrepancyKind::GatewayContradicts,
                              "the carrier took the label back after it had refused to: that of");
    case LabelRefund::Asked:
    case LabelRefund::Submitted:
        break;
    }
    shipment.label_refund = said;
    if (shipment.state == ShipmentState::LabelCreated)
        return cancel_parcel(hearing);
    if (auto written = write_shipment(hearing.unit, hearing.work, shipment); !written)
        return written;
    if (shipment.state == ShipmentState::Cancelled)
        return {};
    return hearing.differ(DiscrepancyKind::GatewayContradicts, "the carrier took back the label of");
}

Result<void> hear_refused(const Hearing &hearing, LabelRefund said)
{
    Shipment &shipment = hearing.shipment;
    const LabelRefund before = shipment.label_refund;
    if (before == LabelRefund::Rejected || before == LabelRefund::NotApplicable || before == LabelRefund::None)
        return {};
    shipment.label_refund = said;
    if (auto written = write_shipment(hearing.unit, hearing.work, shipment); !written)
        return written;
    // Submitted counted as cancelled: what hung on it is done by now.
    if (before != LabelRefund::Asked || shipment.state == ShipmentState::Cancelled)
        return hearing.differ(DiscrepancyKind::LabelNotCancelled, "the carrier does not take back the label of");
    auto refund = waiting_for_labels(hearing.unit, shipment.order_no);
    if (!refund)
        return pass_on(refund);
    if (!*refund)
        return {};
    return stop_before_shipment(hearing.unit, hearing.work, **refund,
                                "The label of " + shipment.shipment_no.text() + " could not be cancelled" +
                                    (hearing.words.empty() ? std::string() : ": " + short_words(hearing.words)));
}

}  // namespace

Result<std::optional<Refund>> waiting_for_labels(UnitOfWork &unit, const OrderNo &order_no)
{
    const auto order = unit.goods().find(order_no);
    if (!order)
        return pass_on(order);
    if (order->locked_by.is_empty())
        return std::optional<Refund>{};
    auto refund = unit.refunds().find(order->locked_by);
    if (!refund)
        return pass_on(refund);
    const auto sending = unit.outbox().find(EffectKind::SendRefund, refund->refund_no.text());
    if (!sending)
        return pass_on(sending);
    const bool waits = refund->before_shipment && refund->approval == ApprovalState::Approved &&
                       refund->status == RefundStatus::Init && !*sending;
    return waits ? std::optional<Refund>{std::move(*refund)} : std::optional<Refund>{};
}

Result<void> hear_label_refund(UnitOfWork &unit, Work &work, Shipment &shipment, const carrier::CancelAnswer &answer)
{
    const Hearing hearing{unit, work, shipment, answer.words};
    const LabelRefund said = answer.outcome == carrier::Outcome::Refused && answer.label_refund == LabelRefund::None
                                 ? LabelRefund::Rejected
                                 : answer.label_refund;
    switch (said) {
    case LabelRefund::None:
    case LabelRefund::Asked:
        return {};
    case LabelRefund::Submitted:
        return shipment.label_refund == LabelRefund::Submitted ? Result<void>{} : hear_taken_back(hearing, said);
    case LabelRefund::Refunded:
        return hear_taken_back(hearing, said);
    case LabelRefund::Rejected:
    case LabelRefund::NotApplicable:
        return hear_refused(hearing, said);
    }
    return {};
}

Result<void> hear_label_bought(UnitOfWork &unit, Work &work, Shipment &shipment, const carrier::LabelAnswer &answer)
{
    const Hearing hearing{unit, work, shipment, answer.words};
    if (shipment.state != ShipmentState::Created && shipment.state != ShipmentState::Cancelled) {
        if (shipment.tracking_no == answer.tracking_no)
            return {};
        return hearing.differ(DiscrepancyKind::GatewayContradicts,
                              "the carrier names another label, " + answer.tracking_no + ", for");
    }
    if (shipment.tracking_no == answer.tracking_no)
        return {};
    shipment.ext_external_id = answer.ext_external_id;
    shipment.tracking_no = answer.tracking_no;
    shipment.label_url = answer.label_url;
    if (answer.insured.is_positive())
        shipment.insured = answer.insured;
    if (shipment.state == ShipmentState::Cancelled) {
        // It was given up while its label was bought: the label goes back too.
        shipment.label_refund = LabelRefund::Asked;
        if (auto written = write_shipment(unit, work, shipment); !written)
            return written;
        return arm(unit, work, EffectKind::CancelLabel, shipment.shipment_no.text(), work.clock.now());
    }
    if (auto advanced = advance_shipment_state(unit, work, shipment, ShipmentEvent::LabelBought,
                                               gateway_actor(shipment.carrier), answer.tracking_no);
        !advanced)
        return advanced;
    if (auto followed = follow_parcel(unit, work, shipment); !followed)
        return followed;
    return shipment.purpose == ShipmentPurpose::Reshipment ? tell_sent_again(unit, work, shipment) : Result<void>{};
}

}  // namespace aftercharge

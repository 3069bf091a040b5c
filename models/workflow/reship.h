// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "models/domain/shipment.h"
#include "models/workflow/refund_goods.h"

namespace aftercharge {

// Units of an order that are sent again: to the same address, or to a changed one.
struct ReshipDraft {
    OrderNo order_no;
    TicketNo ticket_no;
    std::vector<LineQuantity> lines;
    std::optional<PostalAddress> address;  // none: that of the order's newest parcel
    OperatorName requested_by;
};

// A new parcel (CREATED) for the units, which are replaced from then on and can no longer be
// refunded; its label is bought by the effect worker. Errors: order.not_found, order.locked,
// shipment.not_left (no parcel has left: refund before shipment, or ship), order_item.*,
// address.invalid, input.invalid (no lines), operator.*, ticket.not_found.
Result<Shipment> create_reshipment(Work &work, const ReshipDraft &draft);

// The parts of one decision about a parcel that went wrong: refund, reship or both, checked
// and written in one transaction.
struct ExceptionDecision {
    std::optional<GoodsRefundDraft> refund;
    std::optional<ReshipDraft> reship;
};
struct ExceptionOutcome {
    std::optional<Refund> refund;
    std::optional<Shipment> shipment;
};
Result<ExceptionOutcome> decide_exception(Work &work, const ExceptionDecision &decision);

// Where the parcel is now, said by a person (Source::Manual) or the carrier (Source::Api).
// Errors: shipment.not_found, state.not_allowed, order.locked (picking up what is to be refunded:
// a carrier's word is written nevertheless, with a discrepancy).
Result<Shipment> advance_shipment(Work &work, const ShipmentNo &shipment_no, ShipmentEvent event, const Actor &actor,
                                  const std::string &note);

// Buys the label of a parcel that has none, by the effect worker.
Result<Shipment> buy_label(Work &work, const ShipmentNo &shipment_no, const Actor &actor);

}  // namespace aftercharge

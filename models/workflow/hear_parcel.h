// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "models/gateway/carrier/carrier_gateway.h"
#include "models/workflow/work.h"

namespace aftercharge {

// What hear_track, hear_label_refund and the label's answers share.

inline constexpr std::chrono::hours track_every{1};

// The approved refund before shipment that holds the order's lock and waits for its labels.
Result<std::optional<Refund>> waiting_for_labels(UnitOfWork &unit, const OrderNo &order_no);

// The label is there: LABEL_CREATED, followed from then on. Of a parcel that was given up meanwhile:
// the label is cancelled.
Result<void> hear_label_bought(UnitOfWork &unit, Work &work, Shipment &shipment, const carrier::LabelAnswer &answer);

// The carrier is asked every hour from now on where it is, if it is on its way and has a number
// to ask by: of a label that was bought, and of an imported parcel.
bool is_followed(const Shipment &shipment);
Result<void> follow_parcel(UnitOfWork &unit, Work &work, const Shipment &shipment);

// note_discrepancy of a parcel; the ticket of its decision hears of it, else its order's open one.
Result<void> note_parcel_discrepancy(UnitOfWork &unit, Work &work, const Shipment &shipment, DiscrepancyKind kind,
                                     const std::string &detail);

}  // namespace aftercharge

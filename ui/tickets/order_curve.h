// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/item/curve_point.h"
#include "models/workflow/read_ticket.h"
#include "ui/common/curve_marks.h"
#include "ui/common/format.h"

namespace aftercharge {

// The readings of an order as curves: energy counts from the start; what was excluded is kept.
std::vector<CurvePoint> curve_points(const OrderExplanation &order);
// Start, stop (with its reason) or fault.
QList<CurveMark> curve_marks(const ChargingOrder &order);
// What the curve shows by itself, when there was no connection, what was uploaded later.
QList<CurveStretch> curve_stretches(const TicketDossier &dossier, const Format &format);

}  // namespace aftercharge

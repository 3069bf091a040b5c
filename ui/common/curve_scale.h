// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include <QRectF>
#include <QTimeZone>

#include "models/domain/time.h"
#include "models/item/curve_point.h"

namespace aftercharge {

// Where an instant and a value lie on the screen. Drawing is geometry: here, and only here,
// readings become floating numbers.
struct PlotFrame {
    QRectF plot;
    UtcTime from;
    UtcTime to;

    qreal x_of(UtcTime at) const;
    UtcTime time_at(qreal x) const;
    qreal y_of(std::int64_t value, std::int64_t top) const;  // top: value at the upper edge
    bool contains(UtcTime at) const { return at >= from && at <= to; }
};

// The smallest agreeable upper end (a multiple of 4 agreeable steps) not below `value`.
std::int64_t nice_top(std::int64_t value);
// Instants for the labels of the time axis, whole in the zone's clock, at most `most`.
std::vector<UtcTime> time_ticks(UtcTime from, UtcTime to, int most, const QTimeZone &zone);
// Smallest units in one unit of the axis (W in kW: 1000; 0.1 % in %: 10).
std::int64_t axis_unit(CurveQuantity quantity, std::int64_t money_scale);

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/curve_scale.h"

#include <array>
#include <cmath>

#include <QDateTime>

namespace aftercharge {

namespace {

qreal millis(Duration duration)
{
    return static_cast<qreal>(duration.count());
}

}  // namespace

qreal PlotFrame::x_of(UtcTime at) const
{
    const qreal span = std::max<qreal>(1, millis(to - from));
    return plot.left() + plot.width() * millis(at - from) / span;
}

UtcTime PlotFrame::time_at(qreal x) const
{
    const qreal share = plot.width() > 0 ? (x - plot.left()) / plot.width() : 0;
    return from + Duration(std::llround(share * millis(to - from)));
}

qreal PlotFrame::y_of(std::int64_t value, std::int64_t top) const
{
    return plot.bottom() -
           plot.height() * static_cast<qreal>(value) / static_cast<qreal>(std::max<std::int64_t>(top, 1));
}

std::int64_t nice_top(std::int64_t value)
{
    static constexpr std::array<std::int64_t, 9> steps{20, 40, 60, 80, 100, 120, 160, 200, 400};
    for (std::int64_t unit = 1; unit < 100'000'000'000'000; unit *= 10) {
        for (const std::int64_t step : steps) {
            if (step * unit >= value)
                return step * unit;
        }
    }
    return value;
}

std::vector<UtcTime> time_ticks(UtcTime from, UtcTime to, int most, const QTimeZone &zone)
{
    static constexpr std::array<std::int64_t, 18> seconds{1,   2,   5,    10,   15,   30,    60,    120,   300,
                                                          600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400};
    std::int64_t step = seconds.back() * 1000;
    for (const std::int64_t candidate : seconds) {
        if ((to - from).count() / (candidate * 1000) + 1 <= std::max(most, 2)) {
            step = candidate * 1000;
            break;
        }
    }
    while ((to - from).count() / step + 1 > std::max(most, 2))
        step *= 2;
    const QDateTime start = QDateTime::fromMSecsSinceEpoch(from.time_since_epoch().count(), Qt::UTC);
    const std::int64_t offset = std::int64_t{zone.offsetFromUtc(start)} * 1000;
    std::vector<UtcTime> ticks;
    const std::int64_t local = from.time_since_epoch().count() + offset;
    for (std::int64_t at = (local + step - 1) / step * step; at - offset <= to.time_since_epoch().count(); at += step)
        ticks.push_back(UtcTime(Duration(at - offset)));
    return ticks;
}

std::int64_t axis_unit(CurveQuantity quantity, std::int64_t money_scale)
{
    switch (quantity) {
    case CurveQuantity::Power:
    case CurveQuantity::Voltage:
    case CurveQuantity::Current:
    case CurveQuantity::Energy:
        return 1000;
    case CurveQuantity::Soc:
        return 10;
    case CurveQuantity::Fee:
        return money_scale;
    }
    return 1;
}

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QPainter>

#include "ui/common/curve_canvas.h"
#include "ui/common/curve_paint.h"
#include "ui/common/format.h"
#include "ui/common/tabular_text.h"
#include "ui/common/theme.h"

namespace aftercharge {

namespace {

constexpr int intervals = 4;

QFont scale_font(const Theme &theme)
{
    QFont font = theme.fonts.caption;
    font.setPixelSize(10);
    return font;
}

// One scale beside the plot: five values at the grid's lines.
void paint_scale(QPainter &painter, const CurveCanvas &canvas, CurveQuantity quantity, const QRectF &column,
                 Qt::Alignment alignment, const Format &format, const QFont &font)
{
    const std::int64_t unit = axis_unit(quantity, canvas.money_scale());
    const std::int64_t top = canvas.line(quantity).top;
    int decimals = 0;
    std::int64_t tenth = unit;
    while (decimals < 3 && tenth > 1 && (top / intervals) % tenth != 0) {
        tenth /= 10;
        ++decimals;
    }
    for (int i = 0; i <= intervals; ++i) {
        const std::int64_t value = top * i / intervals;
        QString text = format.fixed(value, unit, decimals);
        if (quantity == CurveQuantity::Soc)
            text += u'%';
        const qreal y = canvas.frame().y_of(value, top);
        draw_tabular(painter, QRectF(column.left(), y - 8, column.width(), 16), alignment | Qt::AlignVCenter, text,
                     font);
    }
}

void paint_scales(QPainter &painter, const CurveCanvas &canvas, const Theme &theme, const Format &format)
{
    const QRectF plot = canvas.frame().plot;
    const QFont font = scale_font(theme);
    const QRectF left(plot.left() - 40, plot.top(), 34, plot.height());
    const QRectF right(plot.right() + 7, plot.top(), 38, plot.height());
    const bool power = canvas.is_visible(CurveQuantity::Power);
    const bool soc = canvas.is_visible(CurveQuantity::Soc);
    painter.setPen(theme.muted);
    if (power)
        paint_scale(painter, canvas, CurveQuantity::Power, left, Qt::AlignRight, format, font);
    if (soc)
        paint_scale(painter, canvas, CurveQuantity::Soc, right, Qt::AlignLeft, format, font);
    // The second scales carry their curve's colour in the legend and a tint here.
    if (canvas.is_visible(CurveQuantity::Voltage) && (canvas.wide() || !power)) {
        painter.setPen(theme.curve_text(CurveQuantity::Voltage));
        paint_scale(painter, canvas, CurveQuantity::Voltage, canvas.wide() ? left.translated(-32, 0) : left,
                    Qt::AlignRight, format, font);
    }
    if (canvas.is_visible(CurveQuantity::Energy) && (canvas.wide() || !soc)) {
        painter.setPen(theme.curve_text(CurveQuantity::Energy));
        paint_scale(painter, canvas, CurveQuantity::Energy, canvas.wide() ? right.translated(36, 0) : right,
                    Qt::AlignLeft, format, font);
    }
}

void paint_times(QPainter &painter, const CurveCanvas &canvas, const Theme &theme, const Format &format)
{
    const PlotFrame &frame = canvas.frame();
    const int most = std::max(2, static_cast<int>(frame.plot.width() / 56));
    const auto ticks = time_ticks(frame.from, frame.to, most, canvas.zone());
    const bool seconds = ticks.size() > 1 && (ticks[1] - ticks[0]).count() % 60'000 != 0;
    const bool days = ticks.size() > 1 && (ticks[1] - ticks[0]).count() >= 86'400'000;
    const QFont font = scale_font(theme);
    for (const UtcTime tick : ticks) {
        const qreal x = frame.x_of(tick);
        painter.setPen(QPen(theme.border, 1));
        painter.drawLine(QPointF(x, frame.plot.bottom()), QPointF(x, frame.plot.bottom() + 3));
        painter.setPen(theme.muted);
        QString text = seconds ? format.time(tick) : format.time_short(tick);
        if (days)
            text = format.date(tick);
        draw_tabular(painter, QRectF(x - 40, frame.plot.bottom() + 5, 80, 16), Qt::AlignCenter, text, font);
    }
}

void paint_stretch(QPainter &painter, const CurveCanvas &canvas, const Theme &theme, const CurveStretch &stretch)
{
    const PlotFrame &frame = canvas.frame();
    const qreal left = std::max(frame.x_of(stretch.from), frame.plot.left());
    const qreal right = std::min(frame.x_of(stretch.to), frame.plot.right());
    if (right <= left)
        return;
    const QRectF box(left, frame.plot.top(), right - left, frame.plot.height());
    if (stretch.kind == CurveStretch::Kind::Replayed) {
        painter.fillRect(QRectF(left, box.bottom() - 3, box.width(), 3), theme.info);
        return;
    }
    const bool finding = stretch.kind == CurveStretch::Kind::Finding;
    const QColor ink = finding ? theme.bad : theme.warn;
    if (finding) {
        QColor ground = theme.bad_soft;
        ground.setAlphaF(0.75F);
        painter.fillRect(box, ground);
    } else {
        QColor hatch = ink;
        hatch.setAlphaF(0.30F);
        painter.fillRect(box, QBrush(hatch, Qt::BDiagPattern));
    }
    painter.setPen(QPen(ink, 1, Qt::DashLine));
    painter.drawLine(box.topLeft(), box.bottomLeft());
    painter.drawLine(box.topRight(), box.bottomRight());
}

}  // namespace

void paint_curve_ground(QPainter &painter, const CurveCanvas &canvas, const Theme &theme, const QLocale &locale)
{
    const Format format(locale, canvas.zone());
    const QRectF plot = canvas.frame().plot;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(theme.grid, 1));
    for (int i = 0; i <= intervals; ++i) {
        const qreal y = plot.bottom() - plot.height() * i / intervals;
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
    }
    for (const CurveStretch &stretch : canvas.stretches())
        paint_stretch(painter, canvas, theme, stretch);
    painter.setRenderHint(QPainter::Antialiasing, true);
    if (!canvas.buffer().empty()) {
        paint_scales(painter, canvas, theme, format);
        paint_times(painter, canvas, theme, format);
    }
    painter.restore();
}

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/curve_paint.h"

#include <QPainter>

#include "ui/common/chip.h"
#include "ui/common/curve_canvas.h"
#include "ui/common/curve_view.h"
#include "ui/common/format.h"
#include "ui/common/tabular_text.h"
#include "ui/common/theme.h"

namespace aftercharge {

namespace {

constexpr std::size_t most_hollow = 400;

QString value_text(const Format &format, CurveQuantity quantity, std::int64_t value, std::int64_t money_scale)
{
    switch (quantity) {
    case CurveQuantity::Power:
        return format.kw(PowerW(value)) + QStringLiteral(" kW");
    case CurveQuantity::Voltage:
        return format.volts(VoltageMv(value)) + QStringLiteral(" V");
    case CurveQuantity::Current:
        return format.amperes(CurrentMa(value)) + QStringLiteral(" A");
    case CurveQuantity::Soc:
        return format.percent(SocPermille(value), 1);
    case CurveQuantity::Energy:
        return format.kwh(EnergyWh(value)) + QStringLiteral(" kWh");
    case CurveQuantity::Fee: {
        int decimals = 0;
        for (std::int64_t rest = money_scale; rest > 1; rest /= 10)
            ++decimals;
        return format.fixed(value, money_scale, decimals);
    }
    }
    return {};
}

// Excluded readings: rings beside the lines that they did not shape.
void paint_excluded(QPainter &painter, const CurveCanvas &canvas, const Theme &theme)
{
    const PlotFrame &frame = canvas.frame();
    const CurveBuffer &buffer = canvas.buffer();
    std::size_t drawn = 0;
    painter.setBrush(theme.surface);
    for (std::size_t i = buffer.lower_bound(frame.from); i < buffer.size() && drawn < most_hollow; ++i) {
        const CurvePoint &point = buffer.at(i);
        if (point.at > frame.to)
            break;
        if (!point.excluded)
            continue;
        ++drawn;
        for (const CurveQuantity quantity : all_curve_quantities) {
            const auto value = value_of(point, quantity);
            if (!value || !canvas.is_visible(quantity))
                continue;
            const std::int64_t top = canvas.line(quantity).top;
            painter.setPen(QPen(theme.curve(quantity), 1.5));
            painter.drawEllipse(
                QPointF(frame.x_of(point.at), frame.y_of(std::clamp<std::int64_t>(*value, 0, top), top)), 3.5, 3.5);
        }
    }
}

void paint_sentence(QPainter &painter, const CurveCanvas &canvas, const Theme &theme, const CurveStretch &stretch)
{
    const PlotFrame &frame = canvas.frame();
    const qreal left = std::max(frame.x_of(stretch.from), frame.plot.left());
    const qreal right = std::min(frame.x_of(stretch.to), frame.plot.right());
    if (right <= left || stretch.text.isEmpty())
        return;
    const bool finding = stretch.kind == CurveStretch::Kind::Finding;
    const QFont &font = theme.fonts.caption_strong;
    // A narrow stretch still says its whole sentence: the words then reach beyond its edges.
    const qreal width = std::min(tabular_width(stretch.text, font) + 12, frame.plot.width());
    qreal x = (left + right) / 2 - width / 2;
    x = std::clamp(x, frame.plot.left(), frame.plot.right() - width);
    const qreal y = frame.plot.top() + (finding ? 2 : 22);
    const QRectF box(x, y, width, 18);
    if (stretch.kind == CurveStretch::Kind::Replayed) {
        const QRectF below(x, frame.plot.bottom() - 24, width, 18);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.info_soft);
        painter.drawRoundedRect(below, 4, 4);
        painter.setPen(theme.info_text);
        draw_tabular(painter, below, Qt::AlignCenter, stretch.text, font);
        return;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(finding ? theme.bad_soft : theme.warn_soft);
    painter.drawRoundedRect(box, 4, 4);
    painter.setPen(finding ? theme.bad_text : theme.warn_text);
    draw_tabular(painter, box.adjusted(6, 0, -6, 0), Qt::AlignCenter, stretch.text, font);
}

void paint_mark(QPainter &painter, const CurveCanvas &canvas, const Theme &theme, const CurveMark &mark)
{
    const PlotFrame &frame = canvas.frame();
    if (!frame.contains(mark.at))
        return;
    const qreal x = frame.x_of(mark.at);
    Tone tone = Tone::Ok;
    ChipShape shape = ChipShape::Dot;
    if (mark.kind == CurveMark::Kind::Stop) {
        tone = Tone::Info;
        shape = ChipShape::Square;
    } else if (mark.kind == CurveMark::Kind::Fault) {
        tone = Tone::Bad;
        shape = ChipShape::Triangle;
    }
    painter.setPen(QPen(theme.tone(tone), 1, Qt::DotLine));
    painter.drawLine(QPointF(x, frame.plot.top()), QPointF(x, frame.plot.bottom()));
    const QSizeF size = chip_size(theme, shape, mark.text);
    const qreal left = std::clamp(x + 3, frame.plot.left(), frame.plot.right() - size.width());
    // Starts stand low, ends high, where the curves seldom are.
    const qreal y = mark.kind == CurveMark::Kind::Start ? frame.plot.bottom() - size.height() - 6
                                                        : frame.plot.top() + 24;
    paint_chip(painter, QRectF(QPointF(left, y), size), theme, tone, shape, mark.text);
}

QRectF readout_place(const CurveCanvas &canvas, const QSizeF &size, qreal x)
{
    const QRectF plot = canvas.frame().plot;
    qreal left = x + 9;
    if (left + size.width() > plot.right() + 4)
        left = x - 9 - size.width();
    return QRectF(QPointF(std::max(left, plot.left()), plot.top() + (canvas.stretches().isEmpty() ? 10 : 44)), size);
}

void paint_readout(QPainter &painter, const CurveCanvas &canvas, const Theme &theme, const CurveReadout &readout)
{
    const PlotFrame &frame = canvas.frame();
    const qreal x = frame.x_of(readout.at);
    painter.setPen(QPen(theme.muted, 1.2, Qt::DotLine));
    painter.drawLine(QPointF(x, frame.plot.top()), QPointF(x, frame.plot.bottom()));
    const CurvePoint &point = canvas.buffer().at(*canvas.cursor_index());
    for (const CurveReadoutLine &line : readout.lines) {
        const auto value = value_of(point, line.quantity);
        if (!value || point.excluded)
            continue;
        painter.setPen(QPen(theme.surface, 1.5));
        painter.setBrush(theme.curve(line.quantity));
        painter.drawEllipse(QPointF(x, frame.y_of(*value, canvas.line(line.quantity).top)), 4, 4);
    }
    const ThemeFonts &fonts = theme.fonts;
    qreal width = tabular_width(readout.time, fonts.caption);
    for (const CurveReadoutLine &line : readout.lines)
        width = std::max(width, tabular_width(line.label, fonts.caption_strong) + 28 + 10 +
                                    tabular_width(line.value, fonts.caption));
    width = std::max({width, tabular_width(readout.note, fonts.caption), 110.0});
    const qreal rows = static_cast<qreal>(readout.lines.size()) + 1 + (readout.note.isEmpty() ? 0 : 1);
    const QRectF box = readout_place(canvas, QSizeF(width + 22, rows * 17 + 12), x);
    painter.setPen(QPen(theme.border, 1));
    painter.setBrush(theme.surface);
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    QRectF row(box.left() + 11, box.top() + 6, box.width() - 22, 17);
    painter.setPen(theme.text);
    draw_tabular(painter, row, Qt::AlignLeft | Qt::AlignVCenter, readout.time, fonts.caption);
    for (const CurveReadoutLine &line : readout.lines) {
        row.translate(0, 17);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.curve(line.quantity));
        painter.drawRoundedRect(QRectF(row.left(), row.center().y() - 1.5, 10, 3), 1.5, 1.5);
        painter.setPen(theme.text);
        draw_tabular(painter, row.adjusted(16, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, line.label,
                     fonts.caption_strong);
        draw_tabular(painter, row, Qt::AlignRight | Qt::AlignVCenter, line.value, fonts.caption);
    }
    if (!readout.note.isEmpty()) {
        row.translate(0, 17);
        painter.setPen(theme.warn_text);
        draw_tabular(painter, row, Qt::AlignLeft | Qt::AlignVCenter, readout.note, fonts.caption);
    }
}

}  // namespace

void paint_curve_marks(QPainter &painter, const CurveCanvas &canvas, const Theme &theme, const QLocale &)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paint_excluded(painter, canvas, theme);
    for (const CurveMark &mark : canvas.marks())
        paint_mark(painter, canvas, theme, mark);
    for (const CurveStretch &stretch : canvas.stretches())
        paint_sentence(painter, canvas, theme, stretch);
    if (const auto readout = canvas.readout(); readout && canvas.frame().contains(readout->at))
        paint_readout(painter, canvas, theme, *readout);
    if (canvas.hasFocus())
        paint_focus_ring(painter, canvas.viewport()->rect(), theme, 5);
    painter.restore();
}

CurveReadout make_readout(const CurveCanvas &canvas, const CurvePoint &point, const QLocale &locale)
{
    const Format format(locale, canvas.zone());
    CurveReadout readout;
    readout.at = point.at;
    readout.time = format.time(point.at);
    for (const CurveQuantity quantity : all_curve_quantities) {
        if (!canvas.is_visible(quantity))
            continue;
        const auto value = value_of(point, quantity);
        readout.lines.append(
            {quantity, CurveView::quantity_name(quantity),
             value ? value_text(format, quantity, *value, canvas.money_scale()) : QStringLiteral("—")});
    }
    if (point.excluded)
        readout.note = CurveView::tr("Left out of the fee");
    else if (point.replayed)
        readout.note = CurveView::tr("Uploaded later");
    return readout;
}

}  // namespace aftercharge

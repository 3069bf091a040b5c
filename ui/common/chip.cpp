// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/chip.h"

#include <cmath>

#include <QFontMetricsF>
#include <QPainter>

#include "ui/common/tabular_text.h"
#include "ui/common/theme.h"

namespace aftercharge {

namespace {

constexpr qreal shape_side = 8;
constexpr qreal shape_gap = 5;
constexpr qreal padding = 7;
constexpr qreal height = 19;

qreal shape_width(ChipShape shape)
{
    return shape == ChipShape::None ? 0 : shape_side + shape_gap;
}

}  // namespace

QSizeF chip_size(const Theme &theme, ChipShape shape, const QString &text)
{
    return {2 * padding + shape_width(shape) + std::ceil(tabular_width(text, theme.fonts.chip)) + 1, height};
}

void paint_shape(QPainter &painter, const QRectF &rect, ChipShape shape, const QColor &colour)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    switch (shape) {
    case ChipShape::Dot:
        painter.drawEllipse(rect);
        break;
    case ChipShape::Square:
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 1, 1);
        break;
    case ChipShape::Triangle: {
        const QPointF corners[] = {{rect.center().x(), rect.top() - 0.5},
                                   {rect.right() + 0.5, rect.bottom()},
                                   {rect.left() - 0.5, rect.bottom()}};
        painter.drawPolygon(corners, 3);
        break;
    }
    case ChipShape::Ring:
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colour, 1.5));
        painter.drawEllipse(rect.adjusted(0.75, 0.75, -0.75, -0.75));
        break;
    case ChipShape::None:
        break;
    }
}

void paint_chip(QPainter &painter, const QRectF &rect, const Theme &theme, Tone tone, ChipShape shape,
                const QString &text)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QSizeF size = chip_size(theme, shape, text);
    const QRectF box(rect.left(), rect.center().y() - height / 2, std::min(size.width(), rect.width()), height);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.tone_soft(tone));
    painter.drawRoundedRect(box, 4, 4);
    const QRectF mark(box.left() + padding, box.center().y() - shape_side / 2, shape_side, shape_side);
    paint_shape(painter, mark, shape, theme.tone_text(tone));
    painter.setPen(theme.tone_text(tone));
    draw_tabular(painter, box.adjusted(padding + shape_width(shape), 0, -padding + 1, 0),
                 Qt::AlignLeft | Qt::AlignVCenter, text, theme.fonts.chip);
    painter.restore();
}

QSizeF key_cap_size(const Theme &theme, const QString &key)
{
    return {std::ceil(QFontMetricsF(theme.fonts.caption).horizontalAdvance(key)) + 11, 17};
}

void paint_key_cap(QPainter &painter, const QRectF &rect, const Theme &theme, const QString &key, const QColor &ink,
                   const QColor &line)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(line, 1));
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setPen(ink);
    painter.setFont(theme.fonts.caption);
    painter.drawText(rect, Qt::AlignCenter, key);
    painter.restore();
}

void paint_focus_ring(QPainter &painter, const QRectF &rect, const Theme &theme, qreal radius)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.accent, 2));
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius);
    painter.restore();
}

}  // namespace aftercharge

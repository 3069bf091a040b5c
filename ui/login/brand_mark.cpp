// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/login/brand_mark.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

#include "ui/common/theme_controller.h"

namespace aftercharge {
namespace {

constexpr int side = 48;
constexpr int drawn_on = 112;  // the icon is drawn on a square of this size, from 8, 8

}  // namespace

BrandMark::BrandMark(const ThemeController &themes, QWidget *parent) : QWidget(parent), themes_(themes)
{
    setFixedSize(side, side);
}

void BrandMark::paintEvent(QPaintEvent *)
{
    const Theme &theme = themes_.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(width() / qreal(drawn_on), height() / qreal(drawn_on));
    painter.translate(-8, -8);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.accent);
    painter.drawRoundedRect(QRectF(8, 8, drawn_on, drawn_on), 26, 26);
    const QColor ink = theme.dark ? theme.on_accent : theme.selection;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ink, 8, Qt::SolidLine, Qt::RoundCap));
    // From 22° below the right to 22° above it, the long way round.
    painter.drawArc(QRectF(28, 28, 72, 72), 22 * 16, 316 * 16);
    painter.setPen(QPen(ink, 4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(ink);
    painter.drawPolygon(QPolygonF({{86, 52}, {101.5, 56.5}, {105, 40.5}}));
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.on_accent);
    painter.drawPolygon(QPolygonF({{69, 36}, {45, 69}, {61, 69}, {57, 93}, {82, 58}, {65, 58}}));
}

}  // namespace aftercharge

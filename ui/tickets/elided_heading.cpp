// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/elided_heading.h"

#include <QPainter>

#include "ui/common/theme_controller.h"

namespace aftercharge {

ElidedHeading::ElidedHeading(const ThemeController &themes, QWidget *parent) : QWidget(parent), themes_(themes)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void ElidedHeading::set_text(const QString &text)
{
    text_ = text;
    setToolTip(text);
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize ElidedHeading::sizeHint() const
{
    return {QFontMetrics(themes_.theme().fonts.strong).horizontalAdvance(text_) + 2, 20};
}

void ElidedHeading::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QFont &font = themes_.theme().fonts.strong;
    painter.setFont(font);
    painter.setPen(themes_.theme().text);
    painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(font).elidedText(text_, Qt::ElideRight, width()));
}

}  // namespace aftercharge

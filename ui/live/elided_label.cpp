// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/elided_label.h"

#include <QPainter>

namespace aftercharge {

namespace {

constexpr int least_width = 48;

}  // namespace

QSize ElidedLabel::minimumSizeHint() const
{
    return {std::min(least_width, QLabel::sizeHint().width()), QLabel::minimumSizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(font());
    painter.setPen(palette().color(foregroundRole()));
    painter.drawText(contentsRect(), alignment() | Qt::TextSingleLine,
                     fontMetrics().elidedText(text(), Qt::ElideMiddle, contentsRect().width()));
}

}  // namespace aftercharge

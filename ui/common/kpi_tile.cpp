// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/kpi_tile.h"

#include <cmath>

#include <QPainter>

#include "ui/common/tabular_text.h"
#include "ui/common/theme_controller.h"

namespace aftercharge {

KpiTile::KpiTile(const ThemeController &themes, Look look, const QString &caption, QWidget *parent)
    : QWidget(parent), themes_(themes), look_(look), caption_(caption)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    describe();
}

void KpiTile::describe()
{
    setAccessibleName(caption_ + u": " + figure_ + (note_.isEmpty() ? QString() : QString(u", " + note_)));
    setToolTip(note_);
    update();
}

void KpiTile::set_caption(const QString &caption)
{
    caption_ = caption;
    describe();
}

void KpiTile::set_value(const QString &figure, const QString &note)
{
    if (figure == figure_ && note == note_)
        return;
    figure_ = figure;
    note_ = note;
    describe();
}

void KpiTile::set_tone(Tone tone)
{
    tone_ = tone;
    update();
}

QSize KpiTile::sizeHint() const
{
    return {200, 68};
}

QSize KpiTile::minimumSizeHint() const
{
    return {110, 68};
}

void KpiTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = themes_.theme();
    QRectF inner = QRectF(rect());
    if (look_ == Look::Framed) {
        painter.setPen(QPen(theme.border, 1));
        painter.setBrush(theme.surface);
        painter.drawRoundedRect(inner.adjusted(0.5, 0.5, -0.5, -0.5), Space::radius - 1, Space::radius - 1);
        inner.adjust(13, 0, -10, 0);
    }
    const qreal top = look_ == Look::Framed ? 12 : 4;
    painter.setPen(theme.muted);
    draw_tabular(painter, QRectF(inner.left(), top, inner.width(), 15), Qt::AlignLeft | Qt::AlignVCenter, caption_,
                 theme.fonts.caption);
    painter.setPen(tone_ == Tone::Neutral ? theme.text : theme.tone_text(tone_));
    const QRectF line(inner.left(), top + 19, inner.width(), 26);
    draw_tabular(painter, line, Qt::AlignLeft | Qt::AlignVCenter, figure_, theme.fonts.figure);
    painter.setPen(theme.muted);
    if (look_ == Look::Plain) {
        draw_tabular(painter, QRectF(inner.left(), top + 45, inner.width(), 15), Qt::AlignLeft | Qt::AlignVCenter,
                     note_, theme.fonts.caption);
        return;
    }
    const qreal x = inner.left() + std::ceil(tabular_width(figure_, theme.fonts.figure)) + 7;
    if (x < inner.right() - 20)
        draw_tabular(painter, QRectF(x, line.top() + 6, inner.right() - x, 17), Qt::AlignLeft | Qt::AlignVCenter, note_,
                     theme.fonts.caption);
}

}  // namespace aftercharge

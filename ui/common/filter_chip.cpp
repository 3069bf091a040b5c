// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/filter_chip.h"

#include <cmath>

#include <QLocale>
#include <QPainter>

#include "ui/common/chip.h"
#include "ui/common/tabular_text.h"
#include "ui/common/theme_controller.h"

namespace aftercharge {

FilterChip::FilterChip(const ThemeController &themes, const QString &text, QWidget *parent)
    : QAbstractButton(parent), themes_(themes)
{
    setText(text);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(text);
}

void FilterChip::set_count(std::optional<int> count)
{
    if (count == count_)
        return;
    count_ = count;
    setAccessibleName(label());
    updateGeometry();
    update();
}

QString FilterChip::label() const
{
    return count_ ? QString(text() + u' ' + locale().toString(*count_)) : text();
}

QSize FilterChip::sizeHint() const
{
    // Wide enough for the semibold of the checked state, so that nothing moves on a click.
    return {static_cast<int>(std::ceil(tabular_width(label(), themes_.theme().fonts.small_strong))) + 22, 24};
}

void FilterChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = themes_.theme();
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const qreal radius = box.height() / 2;
    painter.setPen(isChecked() ? Qt::NoPen : QPen(theme.border, 1));
    if (isChecked())
        painter.setBrush(theme.selection);
    else
        painter.setBrush(underMouse() ? theme.hover : theme.surface);
    painter.drawRoundedRect(box, radius, radius);
    painter.setPen(!isEnabled() ? theme.faint : isChecked() || underMouse() ? theme.text : theme.muted);
    draw_tabular(painter, box, Qt::AlignCenter, label(), isChecked() ? theme.fonts.small_strong : theme.fonts.small);
    if (hasFocus())
        paint_focus_ring(painter, rect(), theme, radius - 1);
}

void FilterChip::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void FilterChip::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

}  // namespace aftercharge

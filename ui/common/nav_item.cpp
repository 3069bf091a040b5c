// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/nav_item.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>

#include "ui/common/chip.h"
#include "ui/common/tabular_text.h"
#include "ui/common/theme_controller.h"

namespace aftercharge {

NavItem::NavItem(const ThemeController &themes, IconName icon, const QString &text, QWidget *parent)
    : QAbstractButton(parent), themes_(themes), icon_(icon)
{
    setText(text);
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    describe();
}

void NavItem::describe()
{
    setAccessibleName(count_ > 0 ? QString(text() + u", " + locale().toString(count_)) : text());
    QStringList hint;
    if (icon_only_)
        hint.append(accessibleName());
    if (!key_.isEmpty())
        hint.append(key_);
    setToolTip(hint.join(QStringLiteral("  ")));
    update();
}

void NavItem::set_key_hint(const QString &key)
{
    key_ = key;
    describe();
}

void NavItem::set_count(int count, bool urgent)
{
    if (count == count_ && urgent == urgent_)
        return;
    count_ = count;
    urgent_ = urgent;
    describe();
}

void NavItem::set_icon_only(bool icon_only)
{
    icon_only_ = icon_only;
    updateGeometry();
    describe();
}

QSize NavItem::sizeHint() const
{
    return {icon_only_ ? 40 : Space::navigation - 2 * Space::s, 32};
}

void NavItem::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = themes_.theme();
    if (isChecked() || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isChecked() ? theme.selection : theme.hover);
        painter.drawRoundedRect(rect(), Space::radius_small, Space::radius_small);
    }
    const QColor ink = isChecked() || underMouse() ? theme.text : theme.muted;
    const QRect icon_place(icon_only_ ? (width() - 16) / 2 : 10, (height() - 16) / 2, 16, 16);
    themes_.icons().paint(painter, icon_place, icon_, ink);
    const QString count = count_ > 0 ? locale().toString(count_) : QString();
    if (icon_only_) {
        if (urgent_ && count_ > 0)
            paint_shape(painter, QRectF(icon_place.right() - 1, icon_place.top() - 3, 7, 7), ChipShape::Dot, theme.bad);
    } else {
        const QFont &font = urgent_ ? theme.fonts.caption_strong : theme.fonts.caption;
        const qreal count_width = count.isEmpty() ? 0 : tabular_width(count, font);
        painter.setPen(urgent_ ? theme.bad_text : theme.muted);
        draw_tabular(painter, QRectF(width() - 10 - count_width, 0, count_width + 1, height()),
                     Qt::AlignRight | Qt::AlignVCenter, count, font);
        painter.setPen(ink);
        draw_tabular(painter, QRectF(35, 0, width() - 35 - 14 - count_width, height()),
                     Qt::AlignLeft | Qt::AlignVCenter, text(), isChecked() ? theme.fonts.strong : theme.fonts.body);
    }
    if (hasFocus())
        paint_focus_ring(painter, rect(), theme, Space::radius_small);
}

void NavItem::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void NavItem::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void NavItem::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

void NavItem::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        describe();
}

}  // namespace aftercharge

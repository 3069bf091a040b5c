// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/button.h"

#include <QKeyEvent>
#include <QStyle>
#include <QStyleOptionButton>
#include <QStylePainter>

#include "ui/common/chip.h"
#include "ui/common/theme_controller.h"

namespace aftercharge {

namespace {

QString role_text(ButtonRole role)
{
    switch (role) {
    case ButtonRole::Primary:
        return QStringLiteral("primary");
    case ButtonRole::Danger:
        return QStringLiteral("danger");
    case ButtonRole::DangerFilled:
        return QStringLiteral("danger_filled");
    case ButtonRole::Pill:
        return QStringLiteral("pill");
    case ButtonRole::Quiet:
        return QStringLiteral("quiet");
    case ButtonRole::Secondary:
        break;
    }
    return {};
}

constexpr int icon_side = 14;
constexpr int gap = 6;

}  // namespace

Button::Button(const ThemeController &themes, ButtonRole role, const QString &text, QWidget *parent)
    : QPushButton(text, parent), themes_(themes), role_(role)
{
    setProperty("role", role_text(role));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAutoDefault(false);
}

void Button::set_role(ButtonRole role)
{
    role_ = role;
    setProperty("role", role_text(role));
    style()->unpolish(this);
    style()->polish(this);
    update();
}

void Button::set_key_hint(const QString &key)
{
    key_ = key;
    updateGeometry();
    update();
}

QFont Button::label_font() const
{
    const ThemeFonts &fonts = themes_.theme().fonts;
    QFont font = role_ == ButtonRole::Pill || role_ == ButtonRole::Quiet ? fonts.small : fonts.strong;
    if (role_ == ButtonRole::Secondary)
        font.setWeight(QFont::Medium);
    return font;
}

QColor Button::ink() const
{
    const Theme &theme = themes_.theme();
    if (!isEnabled())
        return theme.faint;
    switch (role_) {
    case ButtonRole::Primary:
        return theme.on_accent;
    case ButtonRole::DangerFilled:
        return theme.surface;
    case ButtonRole::Danger:
        return theme.bad_text;
    case ButtonRole::Pill:
    case ButtonRole::Quiet:
        return underMouse() ? theme.text : theme.muted;
    case ButtonRole::Secondary:
        break;
    }
    return theme.text;
}

QSize Button::sizeHint() const
{
    const bool pill = role_ == ButtonRole::Pill;
    int width = QFontMetrics(label_font()).horizontalAdvance(text()) + (pill ? 24 : 28);
    if (!icon().isNull())
        width += icon_side + (text().isEmpty() ? 0 : gap);
    if (!key_.isEmpty())
        width += qRound(key_cap_size(themes_.theme(), key_).width()) + gap;
    return {width, pill ? 24 : 28};
}

void Button::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    option.icon = QIcon();
    painter.drawControl(QStyle::CE_PushButtonBevel, option);

    const QFont font = label_font();
    const int text_width = QFontMetrics(font).horizontalAdvance(text());
    const QSize cap = key_.isEmpty() ? QSize() : key_cap_size(themes_.theme(), key_).toSize();
    int total = text_width;
    if (!icon().isNull())
        total += icon_side + (text().isEmpty() ? 0 : gap);
    if (!key_.isEmpty())
        total += cap.width() + gap;
    int x = (width() - total) / 2;
    if (!icon().isNull()) {
        icon().paint(&painter, QRect(x, (height() - icon_side) / 2, icon_side, icon_side), Qt::AlignCenter,
                     isEnabled() ? QIcon::Normal : QIcon::Disabled);
        x += icon_side + (text().isEmpty() ? 0 : gap);
    }
    painter.setFont(font);
    painter.setPen(ink());
    painter.drawText(QRect(x, 0, text_width + 1, height()), Qt::AlignVCenter | Qt::AlignLeft, text());
    if (!key_.isEmpty()) {
        QColor line = ink();
        line.setAlphaF(0.35F);
        const bool filled = role_ == ButtonRole::Primary || role_ == ButtonRole::DangerFilled;
        paint_key_cap(painter, QRect(QPoint(x + text_width + gap, (height() - cap.height()) / 2), cap), themes_.theme(),
                      key_, filled ? ink() : themes_.theme().muted, line);
    }
}

void Button::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (!event->isAutoRepeat())
            click();
        return;
    }
    QPushButton::keyPressEvent(event);
}

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/search_field.h"

#include <QKeyEvent>
#include <QPainter>

#include "ui/common/chip.h"
#include "ui/common/theme_controller.h"

namespace aftercharge {

SearchField::SearchField(const ThemeController &themes, const QString &placeholder, const QString &key_hint,
                         QWidget *parent)
    : QLineEdit(parent), themes_(themes), key_(key_hint)
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    setClearButtonEnabled(false);
}

QSize SearchField::sizeHint() const
{
    return {500, 28};
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (!text().isEmpty() || key_.isEmpty())
        return;
    QPainter painter(this);
    const Theme &theme = themes_.theme();
    const QSizeF cap = key_cap_size(theme, key_);
    const QRectF place(width() - cap.width() - 8, (height() - cap.height()) / 2, cap.width(), cap.height());
    paint_key_cap(painter, place, theme, key_, theme.muted, theme.border);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape) {
        QLineEdit::keyPressEvent(event);
        return;
    }
    clear();
    Q_EMIT escaped();
}

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/key_cap.h"

#include <QPainter>

#include "ui/common/chip.h"
#include "ui/common/theme_controller.h"

namespace aftercharge {

KeyCap::KeyCap(const ThemeController &themes, const QString &key, QWidget *parent)
    : QWidget(parent), themes_(themes), key_(key)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(tr("Key %1").arg(key));
}

QSize KeyCap::sizeHint() const
{
    return key_cap_size(themes_.theme(), key_).toSize();
}

void KeyCap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themes_.theme();
    paint_key_cap(painter, rect(), theme, key_, theme.muted, theme.border);
}

}  // namespace aftercharge

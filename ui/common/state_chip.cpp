// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/state_chip.h"

#include <QPainter>

#include "ui/common/chip.h"
#include "ui/common/theme_controller.h"

namespace aftercharge {

StateChip::StateChip(const ThemeController &themes, QWidget *parent) : QWidget(parent), themes_(themes)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StateChip::set_state(Tone tone, ChipShape shape, const QString &text)
{
    tone_ = tone;
    shape_ = shape;
    text_ = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize StateChip::sizeHint() const
{
    return chip_size(themes_.theme(), shape_, text_).toSize();
}

void StateChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint_chip(painter, rect(), themes_.theme(), tone_, shape_, text_);
}

}  // namespace aftercharge

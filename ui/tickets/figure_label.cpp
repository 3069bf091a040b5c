// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/figure_label.h"

#include <cmath>

#include <QPainter>

#include "ui/common/tabular_text.h"
#include "ui/common/theme_controller.h"

namespace aftercharge {

FigureLabel::FigureLabel(const ThemeController &themes, bool strong, QWidget *parent)
    : QWidget(parent), themes_(themes), strong_(strong)
{
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
}

void FigureLabel::set_text(const QString &text)
{
    if (text == text_)
        return;
    text_ = text;
    updateGeometry();
    update();
}

QSize FigureLabel::sizeHint() const
{
    const ThemeFonts &fonts = themes_.theme().fonts;
    const QFont &font = strong_ ? fonts.strong : fonts.body;
    return {static_cast<int>(std::ceil(tabular_width(text_, font))) + 1, QFontMetrics(font).height()};
}

void FigureLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themes_.theme();
    painter.setPen(theme.text);
    draw_tabular(painter, rect(), Qt::AlignRight | Qt::AlignVCenter, text_,
                 strong_ ? theme.fonts.strong : theme.fonts.body);
}

}  // namespace aftercharge

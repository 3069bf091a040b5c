// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/queue_delegate.h"

#include <QPainter>

#include "ui/common/chip.h"
#include "ui/common/tabular_text.h"
#include "ui/common/theme_controller.h"
#include "ui/tickets/queue_text.h"

namespace aftercharge {

namespace {

constexpr int row_height = 55;
constexpr qreal line_height = 20;

}  // namespace

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {200, row_height};
}

void QueueDelegate::paint_content(QPainter &painter, const QRectF &rect, const QStyleOptionViewItem &option,
                                  const QModelIndex &index) const
{
    const Theme &theme = themes_.theme();
    const auto words = [&](int role) { return index.data(role).toString(); };
    if (option.state.testFlag(QStyle::State_Selected))
        painter.fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height() - 1), theme.accent);

    const QRectF inner = rect.adjusted(Space::xs, 7, -Space::xs, -7);
    const QRectF upper(inner.left(), inner.top(), inner.width(), line_height);
    const QRectF lower(inner.left(), inner.bottom() - line_height, inner.width(), line_height);

    const QString due = words(QueueText::DueRole);
    const QSizeF chip = chip_size(theme, ChipShape::None, due);
    paint_chip(painter, QRectF(upper.right() - chip.width(), upper.top(), chip.width(), upper.height()), theme,
               static_cast<Tone>(index.data(CellRole::tone).toInt()), ChipShape::None, due);
    painter.setPen(theme.text);
    draw_tabular(painter, upper.adjusted(0, 0, -chip.width() - Space::s, 0), Qt::AlignLeft | Qt::AlignVCenter,
                 words(QueueText::TitleRole), theme.fonts.strong);

    const QString source = words(QueueText::SourceRole);
    const qreal source_width = tabular_width(source, theme.fonts.caption) + 1;
    painter.setPen(theme.muted);
    draw_tabular(painter, QRectF(lower.right() - source_width, lower.top(), source_width, lower.height()),
                 Qt::AlignRight | Qt::AlignVCenter, source, theme.fonts.caption);
    QFont mono = theme.fonts.mono;
    mono.setPixelSize(11);
    const QString number = words(QueueText::NumberRole);
    const qreal number_width = QFontMetricsF(mono).horizontalAdvance(number);
    painter.setFont(mono);
    painter.drawText(lower, Qt::AlignLeft | Qt::AlignVCenter, number);
    draw_tabular(painter, lower.adjusted(number_width, 0, -source_width - Space::s, 0),
                 Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral(" · ") + words(QueueText::ContextRole),
                 theme.fonts.caption);
}

}  // namespace aftercharge

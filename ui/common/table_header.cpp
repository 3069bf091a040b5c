// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/table_header.h"

#include <QPainter>

#include "ui/common/tabular_text.h"
#include "ui/common/theme_controller.h"

namespace aftercharge {

TableHeader::TableHeader(const ThemeController &themes, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent), themes_(themes)
{
    setSectionsClickable(true);
    setSectionsMovable(true);
    setHighlightSections(false);
    setMinimumSectionSize(28);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

QSize TableHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), 28};
}

void TableHeader::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    const Theme &theme = themes_.theme();
    painter.fillRect(viewport()->rect(), theme.surface);
    painter.fillRect(0, viewport()->height() - 1, viewport()->width(), 1, theme.border);
    painter.end();
    QHeaderView::paintEvent(event);
}

void TableHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const Theme &theme = themes_.theme();
    painter->save();
    painter->fillRect(rect, theme.surface);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.border);
    QRectF inner = QRectF(rect).adjusted(Space::s, 0, -Space::s, -1);
    const QString text = model()->headerData(section, Qt::Horizontal).toString();
    const bool sorted = isSortIndicatorShown() && sortIndicatorSection() == section;
    const bool right = section < right_.size() && right_[section];
    painter->setPen(sorted ? theme.text : theme.muted);
    const QFont &font = sorted ? theme.fonts.caption_strong : theme.fonts.caption;
    const qreal width = tabular_width(text, font);
    draw_tabular(*painter, inner, (right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter, text, font);
    if (sorted) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(theme.text, 1.3));
        const qreal x = right ? inner.right() - width - 10 : inner.left() + width + 5;
        const qreal y = inner.center().y();
        const qreal tip = sortIndicatorOrder() == Qt::AscendingOrder ? -2 : 2;
        const QPointF arrow[] = {{x, y - tip}, {x + 3, y + tip}, {x + 6, y - tip}};
        if (x + 6 < rect.right() && x > rect.left())
            painter->drawPolyline(arrow, 3);
    }
    painter->restore();
}

}  // namespace aftercharge

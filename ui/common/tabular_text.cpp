// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/tabular_text.h"

#include <QFontMetricsF>
#include <QPainter>

namespace aftercharge {

namespace {

bool is_digit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

qreal digit_width(const QFontMetricsF &metrics)
{
    qreal widest = 0;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit)
        widest = std::max(widest, metrics.horizontalAdvance(QChar(digit)));
    return widest;
}

// Calls each(text, x, width) for every digit and every run between digits.
template<typename Each>
qreal walk(const QString &text, const QFontMetricsF &metrics, Each each)
{
    const qreal cell = digit_width(metrics);
    qreal x = 0;
    for (qsizetype i = 0; i < text.size();) {
        qsizetype end = i + 1;
        qreal width = cell;
        if (!is_digit(text[i])) {
            while (end < text.size() && !is_digit(text[end]))
                ++end;
            width = metrics.horizontalAdvance(text.mid(i, end - i));
        }
        each(text.mid(i, end - i), x, width);
        x += width;
        i = end;
    }
    return x;
}

}  // namespace

qreal tabular_width(const QString &text, const QFont &font)
{
    return walk(text, QFontMetricsF(font), [](const QString &, qreal, qreal) {});
}

void draw_tabular(QPainter &painter, const QRectF &rect, Qt::Alignment alignment, const QString &text,
                  const QFont &font)
{
    const QFontMetricsF metrics(font);
    QString shown = text;
    qreal width = tabular_width(shown, font);
    while (width > rect.width() + 0.5 && shown.size() > 1) {
        shown = shown.left(shown.size() - (shown.endsWith(u'…') ? 2 : 1)) + u'…';
        width = tabular_width(shown, font);
    }
    qreal left = rect.left();
    if (alignment.testFlag(Qt::AlignRight))
        left = rect.right() - width;
    else if (alignment.testFlag(Qt::AlignHCenter))
        left = rect.center().x() - width / 2;
    qreal base = rect.top() + (rect.height() - metrics.height()) / 2 + metrics.ascent();
    if (alignment.testFlag(Qt::AlignTop))
        base = rect.top() + metrics.ascent();
    else if (alignment.testFlag(Qt::AlignBottom))
        base = rect.bottom() - metrics.descent();
    painter.setFont(font);
    walk(shown, metrics, [&](const QString &part, qreal x, qreal cell) {
        const qreal inset = part.size() == 1 ? (cell - metrics.horizontalAdvance(part)) / 2 : 0;
        painter.drawText(QPointF(left + x + inset, base), part);
    });
}

}  // namespace aftercharge

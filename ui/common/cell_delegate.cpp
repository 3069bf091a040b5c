// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/cell_delegate.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QTextLayout>

#include "ui/common/chip.h"
#include "ui/common/tabular_text.h"
#include "ui/common/theme_controller.h"

namespace aftercharge {

namespace {

Tone tone_of(const QModelIndex &index)
{
    return static_cast<Tone>(index.data(CellRole::tone).toInt());
}

QString text_of(const QModelIndex &index)
{
    return index.data(Qt::DisplayRole).toString();
}

}  // namespace

CellDelegate::CellDelegate(const ThemeController &themes, QObject *parent)
    : QStyledItemDelegate(parent), themes_(themes)
{
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {static_cast<int>(tabular_width(text_of(index), themes_.theme().fonts.strong)) + 2 * Space::s + 2,
            Space::row};
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = themes_.theme();
    painter->save();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->fillRect(option.rect, selected ? theme.selection : theme.surface);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), theme.border);
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    if (view && view->hasFocus() && view->currentIndex().row() == index.row()) {
        // The keyboard's row: an accent at its left edge, as the selection alone could be the mouse's.
        if (option.rect.left() <= 0)
            painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height() - 1), theme.accent);
    }
    painter->setClipRect(option.rect, Qt::IntersectClip);
    const QRectF inner = QRectF(option.rect).adjusted(Space::s, 0, -Space::s, -1);
    paint_content(*painter, inner, option, index);
    painter->restore();
}

QColor CellDelegate::ink(const QModelIndex &index) const
{
    const Theme &theme = themes_.theme();
    if (index.data(CellRole::muted).toBool())
        return theme.muted;
    const QVariant tone = index.data(CellRole::tone);
    return tone.isValid() && tone_of(index) != Tone::Neutral ? theme.tone_text(tone_of(index)) : theme.text;
}

void CellDelegate::paint_content(QPainter &painter, const QRectF &rect, const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const
{
    const ThemeFonts &fonts = themes_.theme().fonts;
    const QFont &font = index.data(CellRole::strong).toBool() ? fonts.strong : fonts.body;
    painter.setPen(ink(index));
    const QVariant aligned = index.data(Qt::TextAlignmentRole);
    const Qt::Alignment alignment = aligned.isValid() ? Qt::Alignment(aligned.toInt()) : option.displayAlignment;
    draw_tabular(painter, rect, alignment | Qt::AlignVCenter, text_of(index), font);
}

void WrappedDelegate::paint_content(QPainter &painter, const QRectF &rect, const QStyleOptionViewItem &,
                                    const QModelIndex &index) const
{
    painter.setFont(themes_.theme().fonts.body);
    painter.setPen(ink(index));
    QTextLayout layout(text_of(index), painter.font(), painter.device());
    layout.beginLayout();
    qreal height = 0;
    int lines = 0;
    for (QTextLine line = layout.createLine(); line.isValid() && lines < 2; line = layout.createLine(), ++lines) {
        line.setLineWidth(rect.width());
        line.setPosition(QPointF(0, height));
        height += line.height() - 1;
        if (lines == 1 && line.textStart() + line.textLength() < text_of(index).size()) {
            // A third line does not fit: the second ends in "…".
            layout.endLayout();
            const QString first = text_of(index).left(line.textStart()).trimmed();
            const QString rest = QFontMetricsF(painter.font())
                                     .elidedText(text_of(index).mid(line.textStart()), Qt::ElideRight, rect.width());
            painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter, first + u'\n' + rest);
            return;
        }
    }
    layout.endLayout();
    layout.draw(&painter, QPointF(rect.left(), rect.center().y() - height / 2));
}

void ChipDelegate::paint_content(QPainter &painter, const QRectF &rect, const QStyleOptionViewItem &,
                                 const QModelIndex &index) const
{
    if (text_of(index).isEmpty())
        return;
    const auto shape = static_cast<ChipShape>(index.data(CellRole::chip_shape).toInt());
    paint_chip(painter, rect, themes_.theme(), tone_of(index), shape, text_of(index));
}

void SocDelegate::paint_content(QPainter &painter, const QRectF &rect, const QStyleOptionViewItem &,
                                const QModelIndex &index) const
{
    const QVariant filled = index.data(CellRole::permille);
    const Theme &theme = themes_.theme();
    painter.setRenderHint(QPainter::Antialiasing);
    if (!filled.isValid()) {
        painter.setPen(theme.muted);
        draw_tabular(painter, rect, Qt::AlignHCenter | Qt::AlignVCenter, QStringLiteral("—"), theme.fonts.body);
        return;
    }
    const QRectF bar(rect.left(), rect.center().y() - 7, std::min<qreal>(rect.width(), 80), 14);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.bar_empty);
    painter.drawRoundedRect(bar, 3, 3);
    const qreal share = std::clamp(filled.toInt(), 0, 1000) / 1000.0;
    painter.save();
    painter.setClipRect(QRectF(bar.left(), bar.top(), bar.width() * share, bar.height()), Qt::IntersectClip);
    painter.setBrush(theme.bar_fill);
    painter.drawRoundedRect(bar, 3, 3);
    painter.restore();
    painter.setPen(theme.text);
    draw_tabular(painter, bar, Qt::AlignCenter, text_of(index), theme.fonts.caption);
}

void NumberDelegate::paint_content(QPainter &painter, const QRectF &rect, const QStyleOptionViewItem &,
                                   const QModelIndex &index) const
{
    const ThemeFonts &fonts = themes_.theme().fonts;
    const QVariant own = index.data(CellRole::strong);
    const bool strong = own.isValid() ? own.toBool() : strong_;
    painter.setPen(ink(index));
    draw_tabular(painter, rect, Qt::AlignRight | Qt::AlignVCenter, text_of(index), strong ? fonts.strong : fonts.body);
}

void IdDelegate::paint_content(QPainter &painter, const QRectF &rect, const QStyleOptionViewItem &,
                               const QModelIndex &index) const
{
    const Theme &theme = themes_.theme();
    const QString text = text_of(index);
    const qsizetype slash = text.indexOf(u'/');
    const QString stem = slash < 0 ? text : text.left(slash);
    const QFontMetricsF metrics(theme.fonts.mono);
    painter.setFont(theme.fonts.mono);
    painter.setPen(ink(index));
    const QString shown = metrics.elidedText(stem, Qt::ElideMiddle, rect.width());
    painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter, shown);
    if (slash < 0)
        return;
    painter.setPen(theme.muted);
    painter.drawText(rect.adjusted(metrics.horizontalAdvance(shown), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     text.mid(slash));
}

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/event_list.h"

#include <QKeyEvent>
#include <QPainter>

#include "ui/common/tabular_text.h"
#include "ui/common/theme_controller.h"
#include "ui/live/event_text_model.h"

namespace aftercharge {

namespace {

constexpr int time_width = 76;
constexpr int point_width = 84;
constexpr int line_height = 18;

int sentence_left()
{
    return Space::m + time_width + point_width;
}

bool needs_two_lines(const ThemeFonts &fonts, const QString &text, int width)
{
    return tabular_width(text, fonts.body) > width - sentence_left() - Space::m;
}

}  // namespace

EventDelegate::EventDelegate(const ThemeController &themes, QObject *parent)
    : QStyledItemDelegate(parent), themes_(themes)
{
}

QSize EventDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    const bool two = needs_two_lines(themes_.theme().fonts, index.data().toString(), width);
    return {200, two ? 2 * line_height + 7 : Space::row};
}

void EventDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = themes_.theme();
    const QRect row = option.rect;
    painter->save();
    const bool current = option.state.testFlag(QStyle::State_Selected) && option.state.testFlag(QStyle::State_HasFocus);
    painter->fillRect(row, current ? theme.selection : theme.surface);
    painter->fillRect(QRect(row.left(), row.bottom(), row.width(), 1), theme.border);
    const QRectF inner(row.left() + Space::m, row.top(), row.width() - 2 * Space::m, row.height() - 1);
    painter->setPen(theme.muted);
    painter->setFont(theme.fonts.mono);
    painter->drawText(inner, Qt::AlignLeft | Qt::AlignVCenter, index.data(EventTextModel::time_role).toString());
    painter->setPen(theme.text);
    const QRectF point(inner.left() + time_width, inner.top(), point_width - Space::s, inner.height());
    const QString name = index.data(EventTextModel::point_role).toString();
    painter->drawText(point, Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetricsF(theme.fonts.mono).elidedText(name, Qt::ElideMiddle, point.width()));
    const auto tone = static_cast<Tone>(index.data(CellRole::tone).toInt());
    painter->setPen(tone == Tone::Neutral ? theme.text : theme.tone_text(tone));
    painter->setFont(theme.fonts.body);
    const QString text = index.data().toString();
    const QRectF place = inner.adjusted(time_width + point_width, 0, 0, 0);
    if (needs_two_lines(theme.fonts, text, row.width()))
        painter->drawText(place.adjusted(0, 2, 0, -2), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, text);
    else
        draw_tabular(*painter, place, Qt::AlignLeft | Qt::AlignVCenter, text, theme.fonts.body);
    painter->restore();
}

EventList::EventList(const ThemeController &themes, QWidget *parent) : QListView(parent), themes_(themes)
{
    setItemDelegate(new EventDelegate(themes, this));
    setFrameShape(QFrame::NoFrame);
    setResizeMode(Adjust);
    setUniformItemSizes(false);
    setWordWrap(true);  // a new width is a new layout
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    setMinimumHeight(60);
    connect(this, &QListView::doubleClicked, this, &EventList::eventActivated);
}

void EventList::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (!model() || model()->rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setFont(themes_.theme().fonts.body);
    painter.setPen(themes_.theme().muted);
    painter.drawText(viewport()->rect().adjusted(Space::m, 0, -Space::m, 0), Qt::AlignCenter | Qt::TextWordWrap,
                     placeholder_);
}

void EventList::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT eventActivated(currentIndex());
        return;
    }
    QListView::keyPressEvent(event);
}

}  // namespace aftercharge

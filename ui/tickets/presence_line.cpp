// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/presence_line.h"

#include <QPainter>

#include "ui/common/theme_controller.h"

namespace aftercharge {

namespace {

constexpr int height_px = 16;
constexpr int overlap_px = 3;

}  // namespace

PresenceLine::PresenceLine(const ThemeController &themes, QWidget *parent) : QWidget(parent), themes_(themes)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void PresenceLine::set_people(const QList<Person> &people)
{
    if (people_ == people)
        return;
    people_ = people;
    setToolTip(text());
    setAccessibleName(text());
    update();
}

QString PresenceLine::text() const
{
    QStringList words;
    for (const Person &person : people_)
        words.append(person.words);
    return words.join(QStringLiteral(" · "));
}

QSize PresenceLine::sizeHint() const
{
    return {0, height_px};
}

void PresenceLine::paintEvent(QPaintEvent *)
{
    if (people_.isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = themes_.theme();
    QFont letters = theme.fonts.caption_strong;
    letters.setPixelSize(8);
    int x = 0;
    for (const Person &person : people_) {
        const Tone tone = person.writing ? Tone::Warn : Tone::Info;
        const QRectF round(x + 0.5, 0.5, height_px - 1, height_px - 1);
        painter.setPen(QPen(theme.surface, 1));
        painter.setBrush(theme.tone_soft(tone));
        painter.drawEllipse(round);
        painter.setPen(theme.tone_text(tone));
        painter.setFont(letters);
        painter.drawText(round, Qt::AlignCenter, person.initials);
        x += height_px - overlap_px;
    }
    x += overlap_px + Space::xs;
    const QFont &font = theme.fonts.caption;
    painter.setFont(font);
    painter.setPen(theme.muted);
    painter.drawText(QRectF(x, 0, width() - x, height()), Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(font).elidedText(text(), Qt::ElideRight, width() - x));
}

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/day_strip.h"

#include <QPainter>

#include "ui/common/tabular_text.h"
#include "ui/common/theme_controller.h"
#include "ui/settings/tariff_words.h"

namespace aftercharge {

namespace {

constexpr int bar_height = 38;
constexpr int line_height = 50;
constexpr int hours_height = 20;
constexpr int name_width = 84;
constexpr int minutes_a_day = 24 * 60;

}  // namespace

DayStrip::DayStrip(const ThemeController &themes, const Format &format, QWidget *parent)
    : QWidget(parent), themes_(themes), format_(format)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void DayStrip::set_days(std::vector<TariffDay> days, const Currency &currency)
{
    days_ = std::move(days);
    currency_ = currency;
    prices_.clear();
    for (const TariffDay &day : days_) {
        for (const TariffSlice &slice : day.slices)
            prices_.push_back(slice.price);
    }
    std::sort(prices_.begin(), prices_.end());
    prices_.erase(std::unique(prices_.begin(), prices_.end()), prices_.end());
    describe();
    updateGeometry();
    update();
}

void DayStrip::describe()
{
    QStringList parts;
    for (const TariffDay &day : days_) {
        parts.append(TariffWords::days(day.days, format_));
        for (const TariffSlice &slice : day.slices)
            parts.append(TariffWords::minute(slice.from_minute) + u'–' + TariffWords::minute(slice.to_minute) + u' ' +
                         TariffWords::label(slice.label) + u' ' + TariffWords::price(slice.price, currency_, format_));
    }
    setAccessibleName(tr("Energy price over the day"));
    setAccessibleDescription(parts.join(QStringLiteral(", ")));
}

QSize DayStrip::sizeHint() const
{
    const int lines = std::max<int>(1, static_cast<int>(days_.size()));
    return {640, lines * line_height + hours_height};
}

Tone DayStrip::tone_of(const TariffSlice &slice) const
{
    if (prices_.size() < 2)
        return Tone::Info;
    if (slice.price == prices_.front())
        return Tone::Ok;
    if (slice.price != prices_.back())
        return prices_.size() >= 4 && slice.price == prices_[prices_.size() - 2] ? Tone::Warn : Tone::Neutral;
    return prices_.size() >= 4 ? Tone::Bad : Tone::Warn;
}

void DayStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = themes_.theme();
    qreal y = 4;
    QRectF bar;
    for (const TariffDay &day : days_) {
        bar = QRectF(name_width, y, width() - name_width - 1, bar_height);
        painter.setPen(theme.muted);
        draw_tabular(painter, QRectF(0, y, name_width - 8, bar_height), Qt::AlignLeft | Qt::AlignVCenter,
                     TariffWords::days(day.days, format_), theme.fonts.small);
        paint_day(painter, bar, day);
        y += line_height;
    }
    if (!days_.empty())
        paint_hours(painter, bar);
}

void DayStrip::paint_day(QPainter &painter, const QRectF &bar, const TariffDay &day) const
{
    const Theme &theme = themes_.theme();
    for (const TariffSlice &slice : day.slices) {
        const qreal left = bar.left() + bar.width() * slice.from_minute / minutes_a_day;
        const qreal right = bar.left() + bar.width() * slice.to_minute / minutes_a_day;
        const QRectF block(left + 1, bar.top(), right - left - 2, bar.height());
        const Tone tone = tone_of(slice);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.tone_soft(tone));
        painter.drawRoundedRect(block, 4, 4);
        // The edge below has the full colour, so that neighbours differ at a glance.
        painter.fillRect(QRectF(block.left() + 3, block.bottom() - 3, block.width() - 6, 3),
                         tone == Tone::Neutral ? theme.faint : theme.tone(tone));
        painter.setPen(tone == Tone::Neutral ? theme.text : theme.tone_text(tone));
        const QString price = slice.element < 0 ? tr("free") : TariffWords::price(slice.price, currency_, format_);
        const QString label = TariffWords::label(slice.label);
        // A short stretch says its price smaller; a very short one only by its colour.
        const bool roomy = block.width() > tabular_width(price, theme.fonts.small_strong) + 4;
        const QFont &font = roomy ? theme.fonts.small_strong : theme.fonts.caption_strong;
        if (block.width() < tabular_width(price, font))
            continue;
        const QRectF upper(block.left(), block.top() + 3, block.width(), 15);
        const QRectF lower(block.left(), block.top() + 17, block.width(), 16);
        if (label.isEmpty()) {
            draw_tabular(painter, block, Qt::AlignCenter, price, font);
            continue;
        }
        draw_tabular(painter, upper, Qt::AlignCenter, label, theme.fonts.caption);
        draw_tabular(painter, lower, Qt::AlignCenter, price, font);
    }
}

void DayStrip::paint_hours(QPainter &painter, const QRectF &bar) const
{
    const Theme &theme = themes_.theme();
    painter.setPen(theme.muted);
    for (int hour = 0; hour <= 24; hour += 3) {
        const qreal x = bar.left() + bar.width() * hour / 24;
        const Qt::Alignment side = hour == 0 ? Qt::AlignLeft : hour == 24 ? Qt::AlignRight : Qt::AlignHCenter;
        const qreal shift = hour == 0 ? 0 : hour == 24 ? 40 : 20;
        draw_tabular(painter, QRectF(x - shift, bar.bottom() + 4, 40, 15), side | Qt::AlignVCenter,
                     TariffWords::minute(hour * 60), theme.fonts.caption);
    }
}

}  // namespace aftercharge

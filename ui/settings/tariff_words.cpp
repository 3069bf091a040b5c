// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/tariff_words.h"

namespace aftercharge {

namespace {

constexpr std::int64_t micro = 1'000'000;

// "from 10", "up to 20", "10–20": a lower bound is inclusive, an upper one is not.
template<typename T, typename ToText>
QString range(const std::optional<T> &low, const std::optional<T> &high, const QString &from, const QString &to,
              ToText text)
{
    if (low && high)
        return text(*low) + u'–' + text(*high);
    if (low)
        return from.arg(text(*low));
    return high ? to.arg(text(*high)) : QString();
}

}  // namespace

QString TariffWords::minute(int minute)
{
    return QStringLiteral("%1:%2").arg(minute / 60, 2, 10, QChar(u'0')).arg(minute % 60, 2, 10, QChar(u'0'));
}

QString TariffWords::days(std::uint8_t days, const Format &format)
{
    if (days == 0 || days == 0x7f)
        return tr("every day");
    QStringList parts;
    for (int day = 0; day < 7; ++day) {
        if (!(days & (1U << day)))
            continue;
        int last = day;
        while (last < 6 && (days & (1U << (last + 1))))
            ++last;
        const auto name = [&](int which) { return format.locale().dayName(which + 1, QLocale::ShortFormat); };
        parts.append(last > day ? QString(name(day) + (last == day + 1 ? u'/' : u'–') + name(last)) : name(day));
        day = last;
    }
    return parts.join(QStringLiteral(", "));
}

QString TariffWords::when(const TariffRestrictions &restrictions, const Format &format)
{
    QStringList parts;
    if (restrictions.start_time || restrictions.end_time) {
        const auto from = restrictions.start_time.value_or(std::chrono::minutes(0));
        const auto to = restrictions.end_time.value_or(std::chrono::minutes(24 * 60));
        parts.append(minute(static_cast<int>(from.count())) + u'–' + minute(static_cast<int>(to.count())));
    }
    if (restrictions.day_of_week != 0)
        parts.append(days(restrictions.day_of_week, format));
    parts += bounds(restrictions, format);
    parts.removeAll(QString());
    return parts.isEmpty() ? tr("always") : parts.join(QStringLiteral(" · "));
}

QStringList TariffWords::bounds(const TariffRestrictions &r, const Format &format)
{
    const auto date = [](const std::chrono::local_days &day) {
        const std::chrono::year_month_day parts(day);
        return QDate(int(parts.year()), static_cast<int>(unsigned(parts.month())),
                     static_cast<int>(unsigned(parts.day())))
            .toString(Qt::ISODate);
    };
    const QString from = tr("from %1");
    const QString below = tr("below %1");
    return {
        range(r.start_date, r.end_date, from, tr("until %1"), date),
        range(r.min_kwh, r.max_kwh, from, below, [&](EnergyWh value) { return format.energy_unit(value); }),
        range(r.min_power, r.max_power, from, below, [&](PowerW value) { return format.power_unit(value); }),
        range(r.min_current, r.max_current, from, below,
              [&](CurrentMa value) { return QString(format.amperes(value) + QStringLiteral(" A")); }),
        range(r.min_duration, r.max_duration, tr("after %1"), tr("the first %1"),
              [&](std::chrono::seconds value) { return format.duration(value); }),
    };
}

QString TariffWords::label(const std::string &label)
{
    if (label == "sharp")
        return tr("sharp");
    if (label == "peak")
        return tr("peak");
    if (label == "flat")
        return tr("flat");
    if (label == "valley")
        return tr("valley");
    return QString::fromStdString(label);
}

QString TariffWords::price(UnitPrice price, const Currency &currency, const Format &format)
{
    std::int64_t part = price.value();
    int decimals = 6;
    while (decimals > currency.exponent() && part % 10 == 0) {
        part /= 10;
        --decimals;
    }
    return Format::currency_sign(currency) + format.fixed(price.value(), micro, decimals);
}

}  // namespace aftercharge

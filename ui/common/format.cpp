// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/format.h"

#include <array>
#include <string_view>
#include <utility>

#include <QDateTime>

namespace aftercharge {

Format::Format(const QLocale &locale, const QTimeZone &zone) : locale_(locale), zone_(zone)
{
    locale_.setNumberOptions(locale_.numberOptions() & ~QLocale::OmitGroupSeparator);
}

QString Format::currency_sign(const Currency &currency)
{
    static constexpr std::array<std::pair<std::string_view, const char16_t *>, 7> signs{
        {{"CNY", u"¥"}, {"USD", u"$"}, {"EUR", u"€"}, {"GBP", u"£"}, {"JPY", u"JP¥"}, {"KRW", u"₩"}, {"INR", u"₹"}}};
    for (const auto &[code, sign] : signs) {
        if (code == currency.code())
            return QString::fromUtf16(sign);
    }
    const std::string_view code = currency.code();
    if (code.empty())
        return {};
    // A no-break space keeps code and figure on one line.
    return QString::fromLatin1(code.data(), static_cast<qsizetype>(code.size())) + QChar(0x00A0);
}

QString Format::money(const Money &money) const
{
    const QString digits = amount(money.is_negative() ? money.negated() : money);
    return (money.is_negative() ? QStringLiteral("-") : QString()) + currency_sign(money.currency()) + digits;
}

QString Format::amount(const Money &money) const
{
    return fixed(money.minor(), money.currency().scale(), money.currency().exponent());
}

QString Format::number(std::int64_t value) const
{
    return locale_.toString(static_cast<qlonglong>(value));
}

QString Format::fixed(std::int64_t value, std::int64_t unit, int decimals) const
{
    Int128 scale = 1;
    for (int i = 0; i < decimals; ++i)
        scale *= 10;
    const bool negative = value < 0;
    const Int128 magnitude = negative ? -Int128(value) : Int128(value);
    const Int128 scaled = (magnitude * scale * 2 + unit) / (Int128(unit) * 2);
    const auto whole = static_cast<qlonglong>(scaled / scale);
    const auto part = static_cast<qlonglong>(scaled % scale);
    QString text = locale_.toString(whole);
    if (decimals > 0)
        text += locale_.decimalPoint() + QString::number(part).rightJustified(decimals, u'0');
    return negative && scaled != 0 ? QString(u'-' + text) : text;
}

QString Format::kwh(EnergyWh energy, int decimals) const
{
    return fixed(energy.value(), 1000, decimals);
}

QString Format::energy_unit(EnergyWh energy) const
{
    if (energy.value() >= 1'000'000)
        return fixed(energy.value(), 1'000'000, energy.value() >= 10'000'000 ? 1 : 2) + QStringLiteral(" MWh");
    return kwh(energy) + QStringLiteral(" kWh");
}

QString Format::kw(PowerW power, int decimals) const
{
    return fixed(power.value(), 1000, decimals);
}

QString Format::power_unit(PowerW power) const
{
    if (power.value() >= 1'000'000)
        return fixed(power.value(), 1'000'000, 2) + QStringLiteral(" MW");
    return kw(power) + QStringLiteral(" kW");
}

QString Format::volts(VoltageMv voltage) const
{
    return fixed(voltage.value(), 1000, 1);
}

QString Format::amperes(CurrentMa current) const
{
    return fixed(current.value(), 1000, 1);
}

QString Format::percent(SocPermille value, int decimals) const
{
    return fixed(value.value(), 10, decimals) + QStringLiteral(" %");
}

QString Format::stamp(UtcTime instant, const QString &pattern) const
{
    return QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count(), zone_).toString(pattern);
}

QString Format::time(UtcTime instant) const
{
    return stamp(instant, QStringLiteral("HH:mm:ss"));
}

QString Format::time_short(UtcTime instant) const
{
    return stamp(instant, QStringLiteral("HH:mm"));
}

QString Format::date(UtcTime instant) const
{
    return stamp(instant, QStringLiteral("yyyy-MM-dd"));
}

QString Format::date_time(UtcTime instant) const
{
    return stamp(instant, QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString Format::zone_name() const
{
    return QString::fromLatin1(zone_.id());
}

QString Format::duration(Duration duration) const
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(duration).count();
    if (seconds < 0)
        return QString(u'-' + this->duration(-duration));
    if (seconds < 60)
        return tr("%1 s").arg(seconds);
    const auto minutes = (seconds + 30) / 60;
    if (minutes < 60)
        return tr("%1 min").arg(minutes);
    if (minutes < 24 * 60)
        return tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60, 2, 10, QChar(u'0'));
    return tr("%1 d %2 h").arg(minutes / (24 * 60)).arg(minutes / 60 % 24);
}

}  // namespace aftercharge

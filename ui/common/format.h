// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include <QCoreApplication>
#include <QLocale>
#include <QString>
#include <QTimeZone>

#include "models/domain/money.h"
#include "models/domain/quantity.h"
#include "models/domain/time.h"

namespace aftercharge {

// Values as a person reads them, in one language and one time zone. Integers only: nothing
// passes through a floating type. Where "unit" is not in the name, the unit stands in the
// header of the column.
class Format {
    Q_DECLARE_TR_FUNCTIONS(aftercharge::Format)
public:
    explicit Format(const QLocale &locale, const QTimeZone &zone = QTimeZone::utc());

    QString money(const Money &money) const;   // "¥1,299.00", "-¥2.94", "CHF 5.00"
    QString amount(const Money &money) const;  // "1,299.00": the currency is in the header
    static QString currency_sign(const Currency &currency);
    QString number(std::int64_t value) const;  // "10,482"

    QString kwh(EnergyWh energy, int decimals = 2) const;        // "31.42"
    QString energy_unit(EnergyWh energy) const;                  // "31.42 kWh", from 1 MWh on "38.6 MWh"
    QString kw(PowerW power, int decimals = 1) const;            // "78.4"
    QString power_unit(PowerW power) const;                      // "78.4 kW", from 1 MW on "7.42 MW"
    QString volts(VoltageMv voltage) const;                      // "412.6"
    QString amperes(CurrentMa current) const;                    // "108.0"
    QString percent(SocPermille value, int decimals = 0) const;  // "57 %"

    QString time(UtcTime instant) const;        // "10:37:45"
    QString time_short(UtcTime instant) const;  // "10:37"
    QString date(UtcTime instant) const;        // "2026-11-23"
    QString date_time(UtcTime instant) const;   // "2026-11-23 10:37:45"
    QString zone_name() const;                  // "Asia/Shanghai"
    QString duration(Duration duration) const;  // "45 s", "14 min", "1 h 05 min", "2 d 3 h"

    const QLocale &locale() const { return locale_; }
    const QTimeZone &zone() const { return zone_; }
    // value / unit with so many decimals, rounded half away from zero, digits grouped.
    QString fixed(std::int64_t value, std::int64_t unit, int decimals) const;

private:
    QString stamp(UtcTime instant, const QString &pattern) const;
    QLocale locale_;
    QTimeZone zone_;
};

}  // namespace aftercharge

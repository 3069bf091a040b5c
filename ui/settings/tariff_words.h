// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

#include "models/domain/tariff.h"
#include "ui/common/format.h"

namespace aftercharge {

// A tariff as a person reads it.
class TariffWords {
    Q_DECLARE_TR_FUNCTIONS(aftercharge::TariffWords)
public:
    // "10:00–15:00 · Mon–Fri"; without restrictions "always".
    static QString when(const TariffRestrictions &restrictions, const Format &format);
    static QString days(std::uint8_t days, const Format &format);  // "Mon–Fri", "Sat, Sun", "every day"
    static QString label(const std::string &label);
    // "¥0.80": the currency's decimals, more only where they are needed.
    static QString price(UnitPrice price, const Currency &currency, const Format &format);
    static QString minute(int minute);  // "10:00"; 1440 is "24:00"

private:
    static QStringList bounds(const TariffRestrictions &restrictions, const Format &format);
};

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <QtCore/QJsonObject>
#include <QtCore/QString>

#include "models/domain/money.h"
#include "models/domain/time.h"

namespace aftercharge::carrier {

inline QString to_qstring(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

// A member's text; empty where it is absent, null or no string.
std::string text_of(const QJsonObject &object, QLatin1String name);

// An amount as EasyPost writes it: a decimal string that may have more zeros than the currency
// has decimals ("100.00000"). None for everything else, so for a JSON number too: it would have
// passed through a floating type.
std::optional<Money> amount_of(const QJsonObject &object, QLatin1String name, Currency currency);

// "2024-07-30T16:10:52Z"; without a zone, as older answers are, it is UTC.
std::optional<UtcTime> time_of(const QJsonObject &object, QLatin1String name);

// What a person may read: one line of at most 300 characters, no control character.
std::string as_words(const QString &text);

}  // namespace aftercharge::carrier

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/live/json_fields.h"

#include <limits>

#include <QtCore/QJsonArray>

namespace aftercharge {

void JsonFields::fail_at(QLatin1String name)
{
    if (wrong_.empty())
        wrong_ = std::string(name.data(), static_cast<std::size_t>(name.size()));
}

std::string JsonFields::text(QLatin1String name)
{
    const QJsonValue value = object_.value(name);
    if (!value.isString() && !value.isUndefined() && !value.isNull())
        fail_at(name);
    return value.toString().toStdString();
}

std::optional<std::int64_t> JsonFields::optional_integer(QLatin1String name)
{
    const QJsonValue value = object_.value(name);
    if (value.isUndefined() || value.isNull())
        return std::nullopt;
    // toInteger answers its default for a fraction and for what 64 bits do not hold.
    constexpr qint64 other = std::numeric_limits<qint64>::min();
    const qint64 integer = value.isDouble() ? value.toInteger(other) : other;
    if (integer == other)
        fail_at(name);
    return integer == other ? 0 : integer;
}

std::int64_t JsonFields::integer(QLatin1String name)
{
    return optional_integer(name).value_or(0);
}

std::optional<UtcTime> JsonFields::optional_time(QLatin1String name)
{
    const std::string given = text(name);
    if (given.empty())
        return std::nullopt;
    const auto parsed = parse_iso8601(given);
    if (!parsed) {
        fail_at(name);
        return std::nullopt;
    }
    return *parsed;
}

UtcTime JsonFields::time(QLatin1String name)
{
    const auto parsed = optional_time(name);
    if (!parsed)
        fail_at(name);
    return parsed.value_or(UtcTime{});
}

QJsonArray JsonFields::array(QLatin1String name)
{
    const QJsonValue value = object_.value(name);
    if (!value.isArray() && !value.isUndefined() && !value.isNull())
        fail_at(name);
    return value.toArray();
}

QJsonObject JsonFields::object(QLatin1String name)
{
    const QJsonValue value = object_.value(name);
    if (!value.isObject() && !value.isUndefined() && !value.isNull())
        fail_at(name);
    return value.toObject();
}

Money JsonFields::money(QLatin1String name, std::string_view currency)
{
    const std::int64_t minor = integer(name);
    if (currency.empty()) {
        if (minor != 0)
            fail_at(name);
        return {};
    }
    const auto amount = Currency::from_code(currency).and_then(
        [&](const Currency &known) { return Money::from_minor(minor, known); });
    if (!amount)
        fail_at(name);
    return amount.value_or(Money{});
}

}  // namespace aftercharge

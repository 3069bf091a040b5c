// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include <QtCore/QJsonObject>

#include "models/domain/enum_text.h"
#include "models/domain/id.h"
#include "models/domain/money.h"
#include "models/domain/quantity.h"

namespace aftercharge {

inline QString to_qstring(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

inline QJsonValue json_time(const std::optional<UtcTime> &time)
{
    return time ? QJsonValue(to_qstring(to_iso8601(*time))) : QJsonValue(QJsonValue::Null);
}

template<typename Unit>
QJsonValue json_quantity(const std::optional<Quantity<Unit>> &quantity)
{
    return quantity ? QJsonValue(static_cast<qint64>(quantity->value())) : QJsonValue(QJsonValue::Null);
}

// Reads the fields of one JSON object and remembers the first that is wrong, so that a decoder
// reads as a list of its fields.
class JsonFields {
public:
    explicit JsonFields(const QJsonObject &object) : object_(object) {}

    // Absent or null: the default. Of another type: an error.
    std::string text(QLatin1String name);
    std::int64_t integer(QLatin1String name);
    std::optional<std::int64_t> optional_integer(QLatin1String name);
    std::optional<UtcTime> optional_time(QLatin1String name);
    QJsonArray array(QLatin1String name);
    QJsonObject object(QLatin1String name);

    UtcTime time(QLatin1String name);  // must be there
    Money money(QLatin1String name, std::string_view currency);

    template<typename Quantity>
    std::optional<Quantity> quantity(QLatin1String name)
    {
        const auto value = optional_integer(name);
        return value ? std::optional<Quantity>(Quantity{*value}) : std::nullopt;
    }
    template<typename IdType>
    IdType id(QLatin1String name)  // must be there
    {
        const auto parsed = IdType::from_text(text(name));
        if (!parsed)
            fail_at(name);
        return parsed.value_or(IdType{});
    }
    template<typename IdType>
    IdType optional_id(QLatin1String name)
    {
        return text(name).empty() ? IdType{} : id<IdType>(name);
    }
    template<typename Enum>
    Enum enumeration(QLatin1String name)
    {
        const auto value = from_text<Enum>(text(name));
        if (!value)
            fail_at(name);
        return value.value_or(Enum{});
    }

    void fail_at(QLatin1String name);
    bool ok() const { return wrong_.empty(); }
    Error error() const { return {ErrorCode::InputInvalid, wrong_ + " is missing or wrong"}; }

private:
    const QJsonObject &object_;
    std::string wrong_;
};

}  // namespace aftercharge

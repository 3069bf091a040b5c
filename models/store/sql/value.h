// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include <QByteArray>
#include <QString>
#include <QVariant>

#include "models/domain/enum_text.h"
#include "models/domain/id.h"
#include "models/domain/money.h"
#include "models/domain/quantity.h"
#include "models/domain/reading.h"
#include "models/domain/time.h"

namespace aftercharge {

// The one place where a value of the domain meets a column. to_column() makes what is bound;
// from_column() is false for what the domain does not know: the row is corrupt then.

template<typename E>
concept TextEnum = std::is_enum_v<E> && requires(E value)
{
    text_table(value);
};

struct BytesIn {
    std::string_view bytes;
};
struct BytesOut {
    std::string &bytes;
};
// An amount without a currency of its own: the row's, read before it.
struct MoneyOut {
    Money &money;
    const Currency &currency;
};
struct OptionalMoneyOut {
    std::optional<Money> &money;
    const Currency &currency;
};

inline QVariant to_column(const QVariant &value)
{
    return value;
}
inline QVariant to_column(std::int64_t value)
{
    return QVariant::fromValue<qlonglong>(value);
}
inline QVariant to_column(int value)
{
    return QVariant::fromValue<qlonglong>(value);
}
inline QVariant to_column(bool value)
{
    return QVariant::fromValue<qlonglong>(value ? 1 : 0);
}
inline QVariant to_column(std::string_view text)
{
    // A null QString would be NULL.
    return text.empty() ? QStringLiteral("") : QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}
inline QVariant to_column(const std::string &text)
{
    return to_column(std::string_view(text));
}
inline QVariant to_column(BytesIn value)
{
    return value.bytes.empty() ? QByteArray("")
                               : QByteArray(value.bytes.data(), static_cast<qsizetype>(value.bytes.size()));
}
inline QVariant to_column(const Uuid &id)
{
    return to_column(BytesIn{id.view()});
}
inline QVariant to_column(UtcTime time)
{
    return to_column(std::int64_t{time.time_since_epoch().count()});
}
inline QVariant to_column(const Currency &currency)
{
    return to_column(currency.code());
}
inline QVariant to_column(ReadingFlags flags)
{
    return to_column(std::int64_t{flags.bits()});
}
template<typename Tag>
QVariant to_column(const Id<Tag> &id)
{
    return to_column(std::string_view(id.text()));
}
template<typename Unit>
QVariant to_column(Quantity<Unit> quantity)
{
    return to_column(quantity.value());
}
// Only the minor units; the currency stands in a column of its own.
inline QVariant to_column(const Money &money)
{
    return to_column(money.minor());
}
template<TextEnum E>
QVariant to_column(E value)
{
    return to_column(to_text(value));
}
template<typename T>
QVariant to_column(const std::optional<T> &value)
{
    return value ? to_column(*value) : QVariant();
}

bool from_column(const QVariant &column, std::int64_t &value);
bool from_column(const QVariant &column, int &value);
bool from_column(const QVariant &column, bool &value);
bool from_column(const QVariant &column, std::string &value);
bool from_column(const QVariant &column, BytesOut value);
bool from_column(const QVariant &column, Uuid &value);
bool from_column(const QVariant &column, UtcTime &value);
bool from_column(const QVariant &column, Currency &value);
bool from_column(const QVariant &column, ReadingFlags &value);
bool from_column(const QVariant &column, MoneyOut value);
bool from_column(const QVariant &column, OptionalMoneyOut value);

template<typename Tag>
bool from_column(const QVariant &column, Id<Tag> &value)
{
    std::string text;
    if (!from_column(column, text))
        return false;
    if (text.empty()) {
        value = Id<Tag>();
        return true;
    }
    auto id = Id<Tag>::from_text(text);
    if (id)
        value = std::move(*id);
    return id.has_value();
}
template<typename Unit>
bool from_column(const QVariant &column, Quantity<Unit> &value)
{
    std::int64_t number = 0;
    const bool is_number = from_column(column, number);
    value = Quantity<Unit>(number);
    return is_number;
}
template<TextEnum E>
bool from_column(const QVariant &column, E &value)
{
    std::string text;
    if (!from_column(column, text))
        return false;
    const auto found = from_text<E>(text);
    if (found)
        value = *found;
    return found.has_value();
}
template<typename T>
bool from_column(const QVariant &column, std::optional<T> &value)
{
    value.reset();
    if (column.isNull())
        return true;
    return from_column(column, value.emplace());
}

}  // namespace aftercharge

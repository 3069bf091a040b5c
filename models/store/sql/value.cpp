// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/value.h"

#include <limits>

namespace aftercharge {

bool from_column(const QVariant &column, std::int64_t &value)
{
    bool is_number = false;
    value = column.toLongLong(&is_number);
    return is_number && !column.isNull();
}

bool from_column(const QVariant &column, int &value)
{
    std::int64_t number = 0;
    if (!from_column(column, number) || number < std::numeric_limits<int>::min() ||
        number > std::numeric_limits<int>::max())
        return false;
    value = static_cast<int>(number);
    return true;
}

bool from_column(const QVariant &column, bool &value)
{
    std::int64_t number = 0;
    const bool is_number = from_column(column, number);
    value = number != 0;
    return is_number;
}

bool from_column(const QVariant &column, std::string &value)
{
    value = column.toString().toStdString();
    return !column.isNull();
}

bool from_column(const QVariant &column, BytesOut value)
{
    value.bytes = column.toByteArray().toStdString();
    return !column.isNull();
}

bool from_column(const QVariant &column, Uuid &value)
{
    const auto id = Uuid::from_bytes(column.toByteArray().toStdString());
    if (id)
        value = *id;
    return id.has_value();
}

bool from_column(const QVariant &column, UtcTime &value)
{
    std::int64_t number = 0;
    const bool is_number = from_column(column, number);
    value = UtcTime(Duration(number));
    return is_number;
}

bool from_column(const QVariant &column, Currency &value)
{
    const std::string code = column.toString().toStdString();
    value = Currency();
    if (code.empty())
        return true;
    const auto currency = Currency::from_code(code);
    if (currency)
        value = *currency;
    return currency.has_value();
}

bool from_column(const QVariant &column, ReadingFlags &value)
{
    std::int64_t number = 0;
    const bool is_number = from_column(column, number);
    value = ReadingFlags::from_bits(static_cast<std::uint32_t>(number));
    return is_number;
}

bool from_column(const QVariant &column, MoneyOut value)
{
    std::int64_t minor = 0;
    if (!from_column(column, minor))
        return false;
    const auto money = Money::from_minor(minor, value.currency);
    if (money)
        value.money = *money;
    return money.has_value();
}

bool from_column(const QVariant &column, OptionalMoneyOut value)
{
    value.money.reset();
    return column.isNull() || from_column(column, MoneyOut{value.money.emplace(), value.currency});
}

}  // namespace aftercharge

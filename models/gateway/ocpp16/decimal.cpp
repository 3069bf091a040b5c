// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/ocpp16/decimal.h"

#include <algorithm>
#include <charconv>

namespace aftercharge::ocpp16 {
namespace {

constexpr long max_digits = 18;
constexpr long max_exponent = 1000;

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

std::string_view trimmed(std::string_view text)
{
    const auto begin = text.find_first_not_of(" \t");
    return begin == std::string_view::npos ? std::string_view{}
                                           : text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

struct Parts {
    bool negative = false;
    std::string_view whole;
    std::string_view fraction;
    long exponent = 0;
};

std::string_view take_digits(std::string_view &text)
{
    const auto end = std::find_if_not(text.begin(), text.end(), is_digit);
    const auto length = static_cast<std::size_t>(end - text.begin());
    const std::string_view digits = text.substr(0, length);
    text.remove_prefix(length);
    return digits;
}

std::optional<long> take_exponent(std::string_view text)
{
    text.remove_prefix(1);  // the e
    if (text.size() > 1 && text.front() == '+' && is_digit(text[1]))
        text.remove_prefix(1);
    long value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value > max_exponent || value < -max_exponent)
        return std::nullopt;
    return value;
}

std::optional<Parts> split(std::string_view text)
{
    Parts parts;
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
        parts.negative = text.front() == '-';
        text.remove_prefix(1);
    }
    parts.whole = take_digits(text);
    if (!text.empty() && text.front() == '.') {
        text.remove_prefix(1);
        parts.fraction = take_digits(text);
    }
    if (parts.whole.empty() && parts.fraction.empty())
        return std::nullopt;
    if (!text.empty()) {
        if (text.front() != 'e' && text.front() != 'E')
            return std::nullopt;
        const auto exponent = take_exponent(text);
        if (!exponent)
            return std::nullopt;
        parts.exponent = *exponent;
    }
    return parts;
}

}  // namespace

std::optional<ScaledDecimal> scale_decimal(std::string_view text, int shift)
{
    const auto parts = split(trimmed(text));
    if (!parts)
        return std::nullopt;
    const auto whole = static_cast<long>(parts->whole.size());
    const auto count = whole + static_cast<long>(parts->fraction.size());
    const auto digit = [&](long i) -> int {
        if (i < 0 || i >= count)
            return 0;
        return (i < whole ? parts->whole[static_cast<std::size_t>(i)]
                          : parts->fraction[static_cast<std::size_t>(i - whole)]) -
               '0';
    };
    long first = 0;  // the first digit that is not 0
    while (first < count && digit(first) == 0)
        ++first;
    if (first == count)
        return ScaledDecimal{};
    const long point = whole + parts->exponent + shift;  // digits before the new point
    if (point - first > max_digits)
        return std::nullopt;
    std::int64_t value = 0;
    for (long i = first; i < point; ++i)
        value = value * 10 + digit(i);
    const int next = point >= first ? digit(point) : 0;
    bool more = false;  // anything behind `next`
    for (long i = std::max(point + 1, first); i < count && !more; ++i)
        more = digit(i) != 0;
    if (next > 5 || (next == 5 && (more || value % 2 != 0)))
        ++value;
    return ScaledDecimal{parts->negative ? -value : value, next != 0 || more};
}

std::optional<std::int64_t> parse_int64(std::string_view text)
{
    text = trimmed(text);
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

}  // namespace aftercharge::ocpp16

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/decimal.h"

#include <limits>

namespace aftercharge {
namespace {

// What a number is made of: ±digits · 10^exponent.
struct Parts {
    bool negative = false;
    std::string digits;  // whole part and decimals, without the point
    int exponent = 0;
};

constexpr int max_exponent = 100;  // nothing that is priced needs more; a bound on the loops below

bool take_digits(std::string_view text, std::size_t &at, std::string &into)
{
    const std::size_t before = at;
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at)
        into += text[at];
    return at > before;
}

bool take_exponent(std::string_view text, std::size_t &at, Parts &parts)
{
    ++at;
    const bool negative = at < text.size() && text[at] == '-';
    if (at < text.size() && (text[at] == '-' || text[at] == '+'))
        ++at;
    std::string digits;
    if (!take_digits(text, at, digits))
        return false;
    int value = 0;
    for (char digit : digits) {
        value = value * 10 + (digit - '0');
        if (value > max_exponent)
            return false;
    }
    parts.exponent += negative ? -value : value;
    return true;
}

bool split(std::string_view text, Parts &parts)
{
    std::size_t at = 0;
    if (text.size() > 64)
        return false;
    parts.negative = !text.empty() && text.front() == '-';
    if (parts.negative)
        ++at;
    if (!take_digits(text, at, parts.digits))
        return false;
    if (parts.digits.size() > 1 && parts.digits.front() == '0')
        return false;
    if (at < text.size() && text[at] == '.') {
        const std::size_t whole = parts.digits.size();
        ++at;
        if (!take_digits(text, at, parts.digits))
            return false;
        parts.exponent -= static_cast<int>(parts.digits.size() - whole);
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E') && !take_exponent(text, at, parts))
        return false;
    return at == text.size();
}

}  // namespace

Result<std::int64_t> decimal_from_text(std::string_view text, int decimals)
{
    const auto refuse = [&](const char *why) {
        return fail(ErrorCode::InputInvalid, "number " + std::string(text.substr(0, 64)) + " " + why);
    };
    Parts parts;
    if (!split(text, parts))
        return refuse("is not a decimal");
    // Shift to the wanted scale: drop zeros at the end, or append them.
    int shift = parts.exponent + decimals;
    for (; shift < 0; ++shift) {
        if (parts.digits.empty())
            break;
        if (parts.digits.back() != '0')
            return refuse(("has more than " + std::to_string(decimals) + " decimals").c_str());
        parts.digits.pop_back();
    }
    constexpr std::int64_t limit = std::numeric_limits<std::int64_t>::max() / 10 - 1;
    std::int64_t value = 0;
    for (char digit : parts.digits) {
        if (value > limit)
            return refuse("is too large");
        value = value * 10 + (digit - '0');
    }
    for (; shift > 0 && value != 0; --shift) {
        if (value > limit)
            return refuse("is too large");
        value *= 10;
    }
    return parts.negative ? -value : value;
}

std::string decimal_to_text(std::int64_t value, int decimals)
{
    std::string digits = std::to_string(value < 0 ? -value : value);
    const auto places = static_cast<std::size_t>(decimals);
    if (digits.size() <= places)
        digits.insert(0, places + 1 - digits.size(), '0');
    std::string fraction = digits.substr(digits.size() - places);
    digits.resize(digits.size() - places);
    while (!fraction.empty() && fraction.back() == '0')
        fraction.pop_back();
    if (!fraction.empty())
        digits += '.' + fraction;
    return value < 0 ? '-' + digits : digits;
}

}  // namespace aftercharge

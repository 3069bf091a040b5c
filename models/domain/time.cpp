// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/time.h"

#include <cstdio>
#include <optional>

namespace aftercharge {
namespace {

// Reads exactly `count` digits at `at`, advancing it.
std::optional<int> digits(std::string_view text, std::size_t &at, std::size_t count)
{
    if (at + count > text.size())
        return std::nullopt;
    int value = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const char c = text[at + i];
        if (c < '0' || c > '9')
            return std::nullopt;
        value = value * 10 + (c - '0');
    }
    at += count;
    return value;
}

bool skip(std::string_view text, std::size_t &at, std::string_view any_of)
{
    if (at >= text.size() || any_of.find(text[at]) == std::string_view::npos)
        return false;
    ++at;
    return true;
}

// Milliseconds of ".123456"; nothing there is 0.
std::optional<int> milliseconds(std::string_view text, std::size_t &at)
{
    if (!skip(text, at, "."))
        return 0;
    int value = 0;
    std::size_t count = 0;
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, ++count) {
        if (count < 3)
            value = value * 10 + (text[at] - '0');
    }
    if (count == 0)
        return std::nullopt;
    for (; count < 3; ++count)
        value *= 10;
    return value;
}

std::optional<std::chrono::minutes> zone(std::string_view text, std::size_t &at)
{
    if (skip(text, at, "Zz"))
        return std::chrono::minutes{0};
    if (at >= text.size() || (text[at] != '+' && text[at] != '-'))
        return std::nullopt;
    const int sign = text[at++] == '-' ? -1 : 1;
    const auto hours = digits(text, at, 2);
    skip(text, at, ":");
    const auto minutes = digits(text, at, 2);
    if (!hours || !minutes || *hours > 23 || *minutes > 59)
        return std::nullopt;
    return std::chrono::minutes{sign * (*hours * 60 + *minutes)};
}

}  // namespace

std::string to_iso8601(UtcTime time)
{
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss clock{time - day};
    char buffer[48];
    std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                  static_cast<int>(clock.seconds().count()), static_cast<int>(clock.subseconds().count()));
    return buffer;
}

Result<UtcTime> parse_iso8601(std::string_view text)
{
    const auto invalid = [&] { return fail(ErrorCode::TimeInvalid, std::string(text.substr(0, 64))); };
    std::size_t at = 0;
    const auto year = digits(text, at, 4);
    if (!year || !skip(text, at, "-"))
        return invalid();
    const auto month = digits(text, at, 2);
    if (!month || !skip(text, at, "-"))
        return invalid();
    const auto day = digits(text, at, 2);
    if (!day || !skip(text, at, "Tt "))
        return invalid();
    const auto hour = digits(text, at, 2);
    if (!hour || !skip(text, at, ":"))
        return invalid();
    const auto minute = digits(text, at, 2);
    if (!minute || !skip(text, at, ":"))
        return invalid();
    const auto second = digits(text, at, 2);
    if (!second)
        return invalid();
    const auto fraction = milliseconds(text, at);
    if (!fraction)
        return invalid();
    const auto offset = zone(text, at);
    const std::chrono::year_month_day date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                                           std::chrono::day{static_cast<unsigned>(*day)}};
    // 60 is a leap second: the instant after it, as POSIX time has it.
    if (!offset || at != text.size() || !date.ok() || *hour > 23 || *minute > 59 || *second > 60)
        return invalid();
    return UtcTime{std::chrono::sys_days{date}} + std::chrono::hours{*hour} + std::chrono::minutes{*minute} +
           std::chrono::seconds{*second} + std::chrono::milliseconds{*fraction} - *offset;
}

}  // namespace aftercharge

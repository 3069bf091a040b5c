// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <chrono>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

// The small formats of OCPI's TariffRestrictions, both ways.
namespace aftercharge {

inline constexpr std::array<std::string_view, 7> day_names{"MONDAY", "TUESDAY",  "WEDNESDAY", "THURSDAY",
                                                           "FRIDAY", "SATURDAY", "SUNDAY"};

// `pattern` has 'd' for a digit; anything else stands for itself.
inline bool has_pattern(std::string_view text, std::string_view pattern)
{
    if (text.size() != pattern.size())
        return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool digit = text[i] >= '0' && text[i] <= '9';
        if (pattern[i] == 'd' ? !digit : text[i] != pattern[i])
            return false;
    }
    return true;
}

inline int digits_at(std::string_view text, std::size_t at, std::size_t count)
{
    int value = 0;
    for (char digit : text.substr(at, count))
        value = value * 10 + (digit - '0');
    return value;
}

// "13:30"
inline std::optional<std::chrono::minutes> time_of_day_from_text(std::string_view text)
{
    if (!has_pattern(text, "dd:dd") || digits_at(text, 0, 2) > 23 || digits_at(text, 3, 2) > 59)
        return std::nullopt;
    return std::chrono::minutes{digits_at(text, 0, 2) * 60 + digits_at(text, 3, 2)};
}

inline std::string time_of_day_to_text(std::chrono::minutes time)
{
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "%02d:%02d", static_cast<int>(time.count() / 60),
                  static_cast<int>(time.count() % 60));
    return buffer;
}

// "2015-12-24"
inline std::optional<std::chrono::local_days> date_from_text(std::string_view text)
{
    if (!has_pattern(text, "dddd-dd-dd"))
        return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{digits_at(text, 0, 4)},
                                           std::chrono::month{static_cast<unsigned>(digits_at(text, 5, 2))},
                                           std::chrono::day{static_cast<unsigned>(digits_at(text, 8, 2))}};
    if (!date.ok())
        return std::nullopt;
    return std::chrono::local_days{date};
}

inline std::string date_to_text(std::chrono::local_days day)
{
    const std::chrono::year_month_day date{day};
    char buffer[48];
    std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return buffer;
}

}  // namespace aftercharge

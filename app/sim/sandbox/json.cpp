// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/sandbox/json.h"

#include <charconv>

namespace aftercharge::sim {

namespace {

std::optional<std::int64_t> digits(std::string_view text)
{
    std::int64_t value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || problem != std::errc{} || end != text.data() + text.size() || value < 0)
        return std::nullopt;
    return value;
}

std::optional<std::int64_t> hundredths(std::string_view text)
{
    const std::size_t point = text.find('.');
    const auto whole = digits(text.substr(0, point));
    if (!whole || *whole > 1'000'000'000)
        return std::nullopt;
    if (point == std::string_view::npos)
        return *whole * 100;
    std::string decimals(text.substr(point + 1));
    while (decimals.size() > 2 && decimals.back() == '0')
        decimals.pop_back();
    if (decimals.empty() || decimals.size() > 2)
        return std::nullopt;
    decimals.resize(2, '0');
    const auto part = digits(decimals);
    return part ? std::optional(*whole * 100 + *part) : std::nullopt;
}

}  // namespace

std::string text_of(const Json &object, std::string_view name)
{
    if (!object.is_object())
        return {};
    const auto at = object.find(std::string(name));
    return at != object.end() && at->is_string() ? at->get<std::string>() : std::string();
}

std::optional<std::int64_t> whole_of(const Json &object, std::string_view name)
{
    if (!object.is_object())
        return std::nullopt;
    const auto at = object.find(std::string(name));
    return at != object.end() && at->is_number_integer() ? std::optional(at->get<std::int64_t>()) : std::nullopt;
}

const Json &object_of(const Json &object, std::string_view name)
{
    static const Json empty = Json::object();
    if (!object.is_object())
        return empty;
    const auto at = object.find(std::string(name));
    return at != object.end() && at->is_object() ? *at : empty;
}

std::optional<std::int64_t> hundredths_of(const Json &object, std::string_view name)
{
    if (!object.is_object())
        return std::nullopt;
    const auto at = object.find(std::string(name));
    if (at == object.end())
        return std::nullopt;
    if (at->is_string())
        return hundredths(at->get<std::string>());
    // The shortest text of the number: what its sender wrote.
    return at->is_number() ? hundredths(at->dump()) : std::nullopt;
}

std::string hundredths_text(std::int64_t hundredths)
{
    std::string text = std::to_string(hundredths);
    while (text.size() < 3)
        text.insert(0, 1, '0');
    return text.insert(text.size() - 2, 1, '.');
}

}  // namespace aftercharge::sim

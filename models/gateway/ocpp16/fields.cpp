// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/ocpp16/fields.h"

#include <algorithm>

#include "models/gateway/ocpp16/decimal.h"

namespace aftercharge::ocpp16 {
namespace {

constexpr std::int64_t max_connector = 10'000;
constexpr std::int64_t max_wh = 1'000'000'000'000'000;

std::size_t characters(std::string_view utf8)
{
    return static_cast<std::size_t>(
        std::count_if(utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

}  // namespace

void Fields::suspect(std::string_view name, std::string_view what)
{
    suspicions_.add(std::string(name) + ' ' + std::string(what));
}

void Fields::expect_only(std::initializer_list<std::string_view> names)
{
    for (JsonValue key = object_.first(); key.exists(); key = key.next().next()) {
        if (std::none_of(names.begin(), names.end(), [&](std::string_view name) { return key.equals(name); }))
            suspect("unknown field", excerpt(key.text()));
    }
}

JsonValue Fields::present(std::string_view name, Need need)
{
    const JsonValue value = object_.member(name);
    if (value.exists() && !value.is(JsonKind::Null))
        return value;
    if (value.exists())
        suspect(name, "is null");
    else if (need == Need::Required)
        suspect(name, "is missing");
    return {};
}

std::optional<std::string> Fields::text(std::string_view name, std::size_t max_length, Need need)
{
    const JsonValue value = present(name, need);
    if (!value.exists())
        return std::nullopt;
    if (!value.is(JsonKind::String))
        suspect(name, "is not a string");
    if (value.is(JsonKind::Array) || value.is(JsonKind::Object))
        return std::nullopt;
    std::string text = value.text();
    if (max_length != 0 && text.size() > max_length && characters(text) > max_length)
        suspect(name, "is longer than " + std::to_string(max_length) + " characters");
    return text;
}

std::optional<std::string_view> Fields::numeric(JsonValue value, std::string_view name)
{
    if (value.is(JsonKind::Number))
        return value.token();
    suspect(name, value.is(JsonKind::String) ? "is a string" : "is not a number");
    return value.is(JsonKind::String) ? std::optional(value.token()) : std::nullopt;
}

std::optional<std::int64_t> Fields::integer(std::string_view name, Need need)
{
    const JsonValue value = present(name, need);
    const auto token = value.exists() ? numeric(value, name) : std::nullopt;
    if (!token)
        return std::nullopt;
    if (const auto whole = parse_int64(*token))
        return whole;
    const auto scaled = scale_decimal(*token, 0);
    suspect(name, scaled ? "is not a whole number" : "is not a number of 64 bits");
    return scaled && !scaled->rounded ? std::optional(scaled->value) : std::nullopt;
}

std::optional<int> Fields::connector(std::string_view name, Need need)
{
    const auto value = integer(name, need);
    if (!value)
        return std::nullopt;
    if (*value < 0 || *value > max_connector) {
        suspect(name, "is out of range");
        return std::nullopt;
    }
    return static_cast<int>(*value);
}

std::optional<EnergyWh> Fields::energy(std::string_view name, Need need)
{
    const JsonValue value = present(name, need);
    const auto token = value.exists() ? numeric(value, name) : std::nullopt;
    if (!token)
        return std::nullopt;
    const auto scaled = scale_decimal(*token, 0);
    if (!scaled || scaled->value > max_wh || scaled->value < -max_wh) {
        suspect(name, "is out of range");
        return std::nullopt;
    }
    if (scaled->rounded)
        suspicions_.add("fractional Wh");
    if (scaled->value < 0)
        suspect(name, "is negative");
    return EnergyWh{scaled->value};
}

JsonValue Fields::array(std::string_view name, Need need)
{
    const JsonValue value = present(name, need);
    if (value.exists() && !value.is(JsonKind::Array)) {
        suspect(name, "is not an array");
        return {};
    }
    return value;
}

tl::unexpected<Violation> Fields::refuse(std::string_view name) const
{
    const JsonValue value = object_.member(name);
    const std::string field(name);
    if (!value.exists() || value.is(JsonKind::Null))
        return violation(ErrorWord::OccurenceConstraintViolation, field + " is missing");
    if (value.is(JsonKind::Array) || value.is(JsonKind::Object) || value.is(JsonKind::True) ||
        value.is(JsonKind::False))
        return violation(ErrorWord::TypeConstraintViolation, field + " has the wrong type");
    return violation(ErrorWord::PropertyConstraintViolation, field + " has a value that is not allowed");
}

}  // namespace aftercharge::ocpp16

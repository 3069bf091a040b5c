// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/goodsfile/goods_fields.h"

#include <algorithm>
#include <charconv>

#include "models/domain/goods_order.h"

namespace aftercharge {
namespace {

using Kind = JsonNode::Kind;
constexpr std::size_t max_text = 1'000;

const JsonNode &empty_object()
{
    static const JsonNode object = [] {
        JsonNode node;
        node.kind = Kind::Object;
        return node;
    }();
    return object;
}

bool has_control(const std::string &text)
{
    return std::any_of(text.begin(), text.end(), [](char c) { return (c >= 0 && c < 0x20) || c == 0x7F; });
}

// What a message repeats of a value.
std::string shown(const std::string &text)
{
    return text.size() <= 40 ? text : text.substr(0, 40) + "…";
}

}  // namespace

GoodsFields::GoodsFields(const JsonNode &node, std::string place, std::string &problem)
    : node_(&node), place_(std::move(place)), problem_(problem)
{
    if (node.kind == Kind::Object)
        return;
    refuse({}, "not an object");
    node_ = &empty_object();
}

std::string GoodsFields::below(std::string_view place) const
{
    if (place.empty() || place_.empty())
        return place_ + std::string(place);
    return place_ + ": " + std::string(place);
}

void GoodsFields::refuse(std::string_view name, const std::string &what)
{
    if (problem_.empty())
        problem_ = below(name).empty() ? what : below(name) + ": " + what;
}

bool GoodsFields::has(std::string_view name) const
{
    const JsonNode *found = node_->find(name);
    return found != nullptr && !(found->kind == Kind::String && found->text.empty());
}

void GoodsFields::required(std::initializer_list<std::string_view> names)
{
    for (std::string_view name : names) {
        if (!has(name))
            refuse(name, "missing");
    }
}

void GoodsFields::only(std::initializer_list<std::string_view> names)
{
    for (const auto &[name, value] : node_->members) {
        if (std::find(names.begin(), names.end(), name) == names.end())
            refuse(shown(name), "not a field of this");
    }
}

const JsonNode *GoodsFields::find(std::string_view name, Kind kind, const char *kind_text)
{
    if (failed() || !has(name))
        return nullptr;
    const JsonNode *found = node_->find(name);
    if (found->kind == kind)
        return found;
    refuse(name, std::string("not ") + kind_text);
    return nullptr;
}

std::string GoodsFields::text(std::string_view name)
{
    const JsonNode *found = find(name, Kind::String, "a text");
    if (found == nullptr)
        return {};
    if (found->text.size() > max_text)
        refuse(name, "longer than " + std::to_string(max_text) + " bytes");
    if (has_control(found->text))
        refuse(name, "a control character");
    return failed() ? std::string{} : found->text;
}

Money GoodsFields::money(std::string_view name, Currency currency)
{
    const JsonNode *found = find(name, Kind::String, "an amount as text, such as \"12.50\"");
    if (found == nullptr || failed())
        return Money::zero(currency);
    const auto amount = Money::from_text(found->text, currency);
    if (!amount) {
        const bool decimals = amount.error().code == ErrorCode::MoneyTooManyDecimals;
        refuse(name, shown(found->text) + (decimals ? " has more decimals than " + std::string(currency.code())
                                                    : std::string(" is not an amount")));
    } else if (amount->is_negative()) {
        refuse(name, amount->to_text() + " is below 0");
    }
    return failed() ? Money::zero(currency) : *amount;
}

// A whole number, also as the text that a table has.
std::int64_t GoodsFields::units(std::string_view name)
{
    const JsonNode *found = failed() ? nullptr : node_->find(name);
    if (found == nullptr)
        return 0;
    if (found->kind != Kind::Number && found->kind != Kind::String) {
        refuse(name, "not a number");
        return 0;
    }
    const std::string &written = found->text;
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), value);
    const bool whole = error == std::errc{} && end == written.data() + written.size();
    if (!whole || value < 1 || value > max_units_of_line)
        refuse(name, shown(written) + " is not 1 to " + std::to_string(max_units_of_line));
    return failed() ? 0 : value;
}

UtcTime GoodsFields::time(std::string_view name)
{
    const std::string written = text(name);
    if (written.empty())
        return {};
    const auto time = parse_iso8601(written);
    if (!time)
        refuse(name, "\"" + shown(written) + "\" is not a date and time with a zone");
    return time.value_or(UtcTime{});
}

Currency GoodsFields::currency(std::string_view name)
{
    const std::string written = text(name);
    if (written.empty())
        return {};
    const auto currency = Currency::from_code(written);
    if (!currency)
        refuse(name, "\"" + shown(written) + "\" is not an ISO 4217 currency");
    return currency.value_or(Currency{});
}

std::vector<GoodsFields> GoodsFields::list(std::string_view name, std::string_view each, std::size_t most)
{
    std::vector<GoodsFields> objects;
    const JsonNode *found = find(name, Kind::Array, "a list");
    if (found == nullptr)
        return objects;
    if (found->items.size() > most) {
        refuse(name, "more than " + std::to_string(most));
        return objects;
    }
    for (std::size_t i = 0; i < found->items.size(); ++i)
        objects.emplace_back(found->items[i], below(std::string(each) + " " + std::to_string(i + 1)), problem_);
    return objects;
}

GoodsFields GoodsFields::inner(std::string_view name, std::string_view place)
{
    const JsonNode *found = find(name, Kind::Object, "an object");
    return GoodsFields(found == nullptr ? empty_object() : *found, below(place), problem_);
}

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/payment/json_fields.h"

#include <algorithm>

#include "models/domain/decimal.h"

namespace aftercharge::payment {
namespace {

using Kind = JsonNode::Kind;

const JsonNode *find(const JsonNode &node, std::string_view name, Kind kind)
{
    const JsonNode *found = node.find(name);
    return found != nullptr && found->kind == kind ? found : nullptr;
}

}  // namespace

std::string text_in(const JsonNode &node, std::string_view name)
{
    const JsonNode *found = find(node, name, Kind::String);
    return found == nullptr ? std::string() : found->text;
}

std::optional<std::int64_t> integer_in(const JsonNode &node, std::string_view name)
{
    const JsonNode *found = find(node, name, Kind::Number);
    if (found == nullptr)
        return std::nullopt;
    const auto value = decimal_from_text(found->text, 0);
    return value ? std::optional(*value) : std::nullopt;
}

std::optional<bool> boolean_in(const JsonNode &node, std::string_view name)
{
    const JsonNode *found = find(node, name, Kind::Boolean);
    return found == nullptr ? std::nullopt : std::optional(found->boolean);
}

const JsonNode *object_in(const JsonNode &node, std::string_view name)
{
    return find(node, name, Kind::Object);
}

const JsonNode *list_in(const JsonNode &node, std::string_view name)
{
    return find(node, name, Kind::Array);
}

bool is_gateway_id(std::string_view text)
{
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    };
    return !text.empty() && text.size() <= 255 && std::all_of(text.begin(), text.end(), allowed);
}

}  // namespace aftercharge::payment

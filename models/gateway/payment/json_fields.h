// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "models/gateway/ocpi/json_tree.h"

namespace aftercharge::payment {

// Members of an answer that may be missing or of another kind than is documented.

// Empty where it is no string.
std::string text_in(const JsonNode &node, std::string_view name);
// None where it is no whole number of 64 bits.
std::optional<std::int64_t> integer_in(const JsonNode &node, std::string_view name);
std::optional<bool> boolean_in(const JsonNode &node, std::string_view name);
// nullptr where it is no object, no list.
const JsonNode *object_in(const JsonNode &node, std::string_view name);
const JsonNode *list_in(const JsonNode &node, std::string_view name);

// A gateway's own name for a thing: letters, digits, '_', '-', 1 to 255 of them. Nothing else
// is kept as one or put into an address.
bool is_gateway_id(std::string_view text);

}  // namespace aftercharge::payment

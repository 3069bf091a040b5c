// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "models/domain/error.h"

namespace aftercharge {

// A parsed JSON text whose numbers are still the characters that were sent: prices are
// decimals and must not pass through a floating type.
struct JsonNode {
    enum class Kind { Null, Boolean, Number, String, Array, Object };
    Kind kind = Kind::Null;
    bool boolean = false;
    std::string text;                                       // Number: as it was written; String: its value
    std::vector<JsonNode> items;                            // Array
    std::vector<std::pair<std::string, JsonNode>> members;  // Object, in order

    JsonNode();  // out of line: clang cannot make it within a vector of pairs of itself

    // nullptr when there is none, or when it is null.
    const JsonNode *find(std::string_view name) const;
};

// Bounds on what a text may make of us.
struct JsonLimits {
    std::size_t depth = 16;
    std::size_t values = 10'000;
    std::size_t length = std::size_t{1} << 20;
    std::size_t names = 1'000;  // in one object
};

// Fails with input.invalid: not JSON, a name twice in one object, beyond a limit.
Result<JsonNode> parse_json(std::string_view text, const JsonLimits &limits = {});

// A JSON string with its quotes.
std::string quoted_json(std::string_view text);

}  // namespace aftercharge

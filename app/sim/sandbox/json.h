// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

namespace aftercharge::sim {

// Keeps the order in which members were written: signatures are made over these bytes.
using Json = nlohmann::ordered_json;

// A member as a text, empty where there is none or it is of another type.
std::string text_of(const Json &object, std::string_view name);
std::optional<std::int64_t> whole_of(const Json &object, std::string_view name);
// A member that is an object; an empty one where there is none.
const Json &object_of(const Json &object, std::string_view name);

// An amount of two decimals as hundredths, from "100", "100.5", 100 or 100.50. None: it is no such amount.
std::optional<std::int64_t> hundredths_of(const Json &object, std::string_view name);
std::string hundredths_text(std::int64_t hundredths);

}  // namespace aftercharge::sim

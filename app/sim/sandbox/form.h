// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace aftercharge::sim {

// application/x-www-form-urlencoded: a body or a query.
class Form {
public:
    Form() = default;
    explicit Form(std::string_view encoded);

    bool has(std::string_view name) const;
    std::string get(std::string_view name) const;  // empty where there is none
    // metadata[a]=1&metadata[b]=2 as {a: 1, b: 2}
    std::map<std::string, std::string> nested(std::string_view name) const;
    // The same whatever the order in which the fields were sent.
    std::string canonical() const;
    const std::vector<std::pair<std::string, std::string>> &fields() const { return fields_; }

private:
    std::vector<std::pair<std::string, std::string>> fields_;
};

std::string percent_decoded(std::string_view text);

}  // namespace aftercharge::sim

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "models/domain/enum_text.h"
#include "models/domain/id.h"
#include "models/domain/money.h"
#include "models/gateway/ocpi/json_tree.h"

namespace aftercharge {

// Reads the members of one object of an order. The first problem stays in `problem`, as a
// sentence that says where ("line 2: quantity: 0 is not 1 to 10000"), and ends all reading:
// what is read after it is empty. A member that is empty text counts as not there.
class GoodsFields {
public:
    GoodsFields(const JsonNode &node, std::string place, std::string &problem);

    bool failed() const { return !problem_.empty(); }
    bool has(std::string_view name) const;
    void refuse(std::string_view name, const std::string &what);
    void required(std::initializer_list<std::string_view> names);
    // A name beyond these is a mistake that could cost money (a discount that is not read).
    void only(std::initializer_list<std::string_view> names);

    std::string text(std::string_view name);
    Money money(std::string_view name, Currency currency);  // >= 0; zero when it is not there
    std::int64_t units(std::string_view name);              // 1 to max_units_of_line
    UtcTime time(std::string_view name);
    Currency currency(std::string_view name);

    template<typename T>
    T id(std::string_view name)
    {
        const std::string written = text(name);
        if (written.empty())
            return {};
        auto id = T::from_text(written);
        if (!id)
            refuse(name, "\"" + written + "\" is not an id");
        return id.value_or(T{});
    }

    // One of the words of an enum; `fallback` when it is not there.
    template<typename E>
    E word(std::string_view name, E fallback)
    {
        const std::string written = text(name);
        if (written.empty())
            return fallback;
        const auto found = from_text<E>(written);
        if (!found)
            refuse(name, "\"" + written + "\" is not known");
        return found.value_or(fallback);
    }

    // The objects of a list, each with its place: "line 1", "line 2", … of "line".
    std::vector<GoodsFields> list(std::string_view name, std::string_view each, std::size_t most);
    GoodsFields inner(std::string_view name, std::string_view place);

private:
    // Nothing when it is not there; refused when it is of another kind.
    const JsonNode *find(std::string_view name, JsonNode::Kind kind, const char *kind_text);
    std::string below(std::string_view place) const;

    const JsonNode *node_;
    std::string place_;
    std::string &problem_;
};

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "models/domain/enum_text.h"
#include "models/domain/id.h"
#include "models/domain/money.h"
#include "models/domain/quantity.h"

namespace aftercharge::ctl {

class Record;
using Records = std::vector<Record>;

// What a command prints, said once: as JSON field by field in this order, as text for people.
// An amount is minor units in JSON ("fee_minor": 1230) and "12.30 CNY" for people.
class Value {
public:
    using Content =
        std::variant<std::monostate, bool, std::int64_t, std::string, Money, std::vector<std::string>, Records>;

    Value() = default;  // null
    Value(bool value) : content_(value) {}
    Value(int value) : content_(std::int64_t{value}) {}
    Value(std::int64_t value) : content_(value) {}
    Value(std::string value) : content_(std::move(value)) {}
    Value(std::string_view value) : content_(std::string(value)) {}
    Value(const char *value) : content_(std::string(value)) {}
    Value(const Money &value) : content_(value) {}
    Value(UtcTime time) : content_(to_iso8601(time)) {}
    Value(const Uuid &id) : content_(id.to_text()) {}
    Value(std::vector<std::string> words) : content_(std::move(words)) {}
    Value(Records records) : content_(std::move(records)) {}
    template<typename Tag>
    Value(const Id<Tag> &id)
    {
        if (!id.is_empty())
            content_ = id.text();
    }
    template<typename Unit>
    Value(Quantity<Unit> quantity) : content_(quantity.value())
    {
    }
    template<typename T>
    Value(const std::optional<T> &value)
    {
        if (value)
            *this = Value(*value);
    }

    const Content &content() const { return content_; }

private:
    Content content_;
};

// Null for an empty text: what is absent is not "".
Value text_or_null(std::string_view text);

template<typename E>
Value enum_value(E value)
{
    return text_or_null(to_text(value));
}

struct Field {
    std::string name;
    Value value;
};

class Record {
public:
    Record &add(std::string name, Value value)
    {
        fields_.push_back({std::move(name), std::move(value)});
        return *this;
    }
    const std::vector<Field> &fields() const { return fields_; }

private:
    std::vector<Field> fields_;
};

}  // namespace aftercharge::ctl

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "models/domain/enum_text.h"
#include "models/domain/id.h"
#include "models/domain/money.h"
#include "models/gateway/ocpi/json_tree.h"

namespace aftercharge::decision_json {

// Both directions of a decision's arguments by one list of members (decision_members.h):
// `members(io, value)` calls io(name, member) for each, whether io writes or reads.

// A number that may be empty: "none".
template<typename T>
struct OrEmpty {
    T &id;
};
template<typename Tag>
OrEmpty<const Id<Tag>> or_empty(const Id<Tag> &id)
{
    return {id};
}
template<typename Tag>
OrEmpty<Id<Tag>> or_empty(Id<Tag> &id)
{
    return {id};
}
// Bytes that are no text.
template<typename T>
struct Bytes {
    T &bytes;
};
inline Bytes<const std::string> as_bytes(const std::string &bytes)
{
    return {bytes};
}
inline Bytes<std::string> as_bytes(std::string &bytes)
{
    return {bytes};
}

std::string to_base64(std::string_view bytes);
std::optional<std::string> from_base64(std::string_view text);

class Writer {
public:
    template<typename T>
    using Of = const T;

    template<typename T>
    static std::string object(const T &value)
    {
        Writer writer;
        writer.text_ = "{";
        members(writer, value);
        return std::move(writer.text_) + "}";
    }

    template<typename T>
    void operator()(std::string_view name, const T &value)
    {
        if (text_.size() > 1)
            text_ += ',';
        // Our own names: nothing to be escaped.
        text_ += '"';
        text_ += name;
        text_ += "\":";
        put(value);
    }

private:
    void put(bool value) { text_ += value ? "true" : "false"; }
    void put(int value) { text_ += std::to_string(value); }
    void put(std::int64_t value) { text_ += std::to_string(value); }
    void put(const std::string &value) { text_ += quoted_json(value); }
    void put(const Uuid &value) { text_ += '"' + value.to_text() + '"'; }
    template<typename Tag>
    void put(const Id<Tag> &value)
    {
        text_ += quoted_json(value.text());
    }
    template<typename T>
    void put(const OrEmpty<T> &value)
    {
        put(value.id);
    }
    template<typename T>
    void put(const Bytes<T> &value)
    {
        text_ += '"' + to_base64(value.bytes) + '"';
    }
    template<typename E>
    requires std::is_enum_v<E>
    void put(const E &value) { text_ += quoted_json(to_text(value)); }
    void put(const Money &value);
    template<typename T>
    void put(const std::optional<T> &value)
    {
        if (value)
            put(*value);
        else
            text_ += "null";
    }
    template<typename T>
    void put(const std::vector<T> &values)
    {
        text_ += '[';
        for (const T &value : values) {
            if (&value != &values.front())
                text_ += ',';
            put(value);
        }
        text_ += ']';
    }
    template<typename T>
    requires std::is_class_v<T>
    void put(const T &value) { text_ += object(value); }

    std::string text_;
};

// Reads the members of one object; the first thing that is wrong stays in `problem`, and nothing
// is read after it.
class Reader {
public:
    template<typename T>
    using Of = T;

    // `problem`: empty before.
    template<typename T>
    static void object(const JsonNode &node, const std::string &path, T &value, std::string &problem)
    {
        Reader reader(node, path, problem);
        if (!reader.expect(node, JsonNode::Kind::Object, path, "an object"))
            return;
        members(reader, value);
        reader.refuse_unknown();
    }

    template<typename T>
    void operator()(std::string_view name, T &&value)
    {
        const std::string path = path_of(name);
        if (const JsonNode *node = take(name, path))
            get(*node, path, value);
    }

private:
    Reader(const JsonNode &object, const std::string &path, std::string &problem)
        : object_(object), path_(path), problem_(problem)
    {
    }
    std::string path_of(std::string_view name) const;
    const JsonNode *take(std::string_view name, const std::string &path);
    void refuse(const std::string &path, std::string_view why);
    void refuse_unknown();
    bool expect(const JsonNode &node, JsonNode::Kind kind, const std::string &path, std::string_view what);

    void get(const JsonNode &node, const std::string &path, bool &value);
    void get(const JsonNode &node, const std::string &path, int &value);
    void get(const JsonNode &node, const std::string &path, std::int64_t &value);
    void get(const JsonNode &node, const std::string &path, std::string &value);
    void get(const JsonNode &node, const std::string &path, Uuid &value);
    void get(const JsonNode &node, const std::string &path, Money &value);
    void get(const JsonNode &node, const std::string &path, Bytes<std::string> &value);
    template<typename Tag>
    void get(const JsonNode &node, const std::string &path, Id<Tag> &value)
    {
        if (!expect(node, JsonNode::Kind::String, path, "text"))
            return;
        auto id = Id<Tag>::from_text(node.text);
        if (id)
            value = std::move(*id);
        else
            refuse(path, "not a number or name");
    }
    template<typename Tag>
    void get(const JsonNode &node, const std::string &path, OrEmpty<Id<Tag>> &value)
    {
        if (node.kind == JsonNode::Kind::String && node.text.empty())
            value.id = {};
        else
            get(node, path, value.id);
    }
    template<typename E>
    requires std::is_enum_v<E>
    void get(const JsonNode &node, const std::string &path, E &value)
    {
        if (!expect(node, JsonNode::Kind::String, path, "text"))
            return;
        if (const auto found = from_text<E>(node.text))
            value = *found;
        else
            refuse(path, "none of the values");
    }
    template<typename T>
    void get(const JsonNode &node, const std::string &path, std::optional<T> &value)
    {
        value.reset();
        if (node.kind != JsonNode::Kind::Null)
            get(node, path, value.emplace());
    }
    template<typename T>
    void get(const JsonNode &node, const std::string &path, std::vector<T> &values)
    {
        if (!expect(node, JsonNode::Kind::Array, path, "an array"))
            return;
        values.clear();
        for (const JsonNode &item : node.items) {
            const std::string place = path + "[" + std::to_string(values.size()) + "]";
            get(item, place, values.emplace_back());
        }
    }
    template<typename T>
    requires std::is_class_v<T>
    void get(const JsonNode &node, const std::string &path, T &value) { object(node, path, value, problem_); }

    const JsonNode &object_;
    const std::string &path_;
    std::string &problem_;
    std::vector<std::string_view> known_;
};

}  // namespace aftercharge::decision_json

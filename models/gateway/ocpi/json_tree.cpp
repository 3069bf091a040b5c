// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/ocpi/json_tree.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace aftercharge {
namespace {

class TreeBuilder : public nlohmann::json_sax<nlohmann::json> {
public:
    explicit TreeBuilder(const JsonLimits &limits) : limits_(limits) {}

    bool null() override { return put({}) != nullptr; }
    bool boolean(bool value) override
    {
        JsonNode node;
        node.kind = JsonNode::Kind::Boolean;
        node.boolean = value;
        return put(std::move(node)) != nullptr;
    }
    bool number_integer(number_integer_t value) override { return number(std::to_string(value)); }
    bool number_unsigned(number_unsigned_t value) override { return number(std::to_string(value)); }
    bool number_float(number_float_t, const string_t &written) override { return number(written); }
    bool string(string_t &value) override
    {
        JsonNode node;
        node.kind = JsonNode::Kind::String;
        node.text = value;
        return put(std::move(node)) != nullptr;
    }
    bool binary(binary_t &) override { return refuse("binary"); }
    bool start_object(std::size_t) override { return open(JsonNode::Kind::Object); }
    bool start_array(std::size_t) override { return open(JsonNode::Kind::Array); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool key(string_t &name) override
    {
        // Also for a null, which find() does not see.
        const auto &there = open_.back()->members;
        if (there.size() >= limits_.names)
            return refuse("more than " + std::to_string(limits_.names) + " names in one object");
        if (std::any_of(there.begin(), there.end(), [&](const auto &entry) { return entry.first == name; }))
            return refuse("the name \"" + name.substr(0, 64) + "\" twice in one object");
        key_ = name;
        return true;
    }
    bool parse_error(std::size_t position, const std::string &, const nlohmann::detail::exception &) override
    {
        return refuse("not JSON at byte " + std::to_string(position));
    }

    JsonNode take() { return std::move(root_); }
    const std::string &problem() const { return problem_; }

private:
    bool refuse(std::string problem)
    {
        if (problem_.empty())
            problem_ = std::move(problem);
        return false;
    }
    bool number(std::string written)
    {
        JsonNode node;
        node.kind = JsonNode::Kind::Number;
        node.text = std::move(written);
        return put(std::move(node)) != nullptr;
    }
    // The addresses in open_ stay good: only the innermost open node grows, and it has no
    // open child then.
    JsonNode *put(JsonNode node)
    {
        if (++count_ > limits_.values) {
            refuse("more than " + std::to_string(limits_.values) + " values");
            return nullptr;
        }
        if (open_.empty()) {
            root_ = std::move(node);
            return &root_;
        }
        JsonNode &parent = *open_.back();
        if (parent.kind == JsonNode::Kind::Array)
            return &parent.items.emplace_back(std::move(node));
        return &parent.members.emplace_back(std::move(key_), std::move(node)).second;
    }
    bool open(JsonNode::Kind kind)
    {
        if (open_.size() == limits_.depth)
            return refuse("deeper than " + std::to_string(limits_.depth));
        JsonNode node;
        node.kind = kind;
        JsonNode *placed = put(std::move(node));
        if (placed == nullptr)
            return false;
        open_.push_back(placed);
        return true;
    }
    bool close()
    {
        open_.pop_back();
        return true;
    }

    const JsonLimits &limits_;
    JsonNode root_;
    std::vector<JsonNode *> open_;
    std::string key_;
    std::string problem_;
    std::size_t count_ = 0;
};

}  // namespace

JsonNode::JsonNode() = default;

const JsonNode *JsonNode::find(std::string_view name) const
{
    const auto found = std::find_if(members.begin(), members.end(),
                                    [&](const auto &entry) { return entry.first == name; });
    return found == members.end() || found->second.kind == Kind::Null ? nullptr : &found->second;
}

Result<JsonNode> parse_json(std::string_view text, const JsonLimits &limits)
{
    if (text.size() > limits.length)
        return fail(ErrorCode::InputInvalid, "longer than " + std::to_string(limits.length >> 20) + " MiB");
    TreeBuilder builder(limits);
    if (!nlohmann::json::sax_parse(text.begin(), text.end(), &builder))
        return fail(ErrorCode::InputInvalid, builder.problem());
    return builder.take();
}

std::string quoted_json(std::string_view text)
{
    using Json = nlohmann::json;
    return Json(std::string(text)).dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace aftercharge

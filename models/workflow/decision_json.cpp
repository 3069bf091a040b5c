// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/decision_json.h"

#include <algorithm>
#include <charconv>
#include <limits>

#include <QtCore/QByteArray>

namespace aftercharge::decision_json {
namespace {

QByteArray view_of(std::string_view bytes)
{
    return QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

// An integer as it was written: no fraction, no exponent, nothing beyond 64 bits.
std::optional<std::int64_t> integer(const JsonNode &node)
{
    std::int64_t value = 0;
    const char *end = node.text.data() + node.text.size();
    const auto [at, error] = std::from_chars(node.text.data(), end, value);
    if (node.kind != JsonNode::Kind::Number || error != std::errc{} || at != end)
        return std::nullopt;
    return value;
}

// As a member of its own: what is written by `put(Money)`.
struct Amount {
    std::int64_t minor = 0;
    std::string currency;
};

template<typename Io>
void members(Io &io, typename Io::template Of<Amount> &amount)
{
    io("minor", amount.minor);
    io("currency", amount.currency);
}

}  // namespace

std::string to_base64(std::string_view bytes)
{
    return view_of(bytes).toBase64().toStdString();
}

std::optional<std::string> from_base64(std::string_view text)
{
    if (text.size() % 4 != 0)
        return std::nullopt;
    const auto read = QByteArray::fromBase64Encoding(view_of(text), QByteArray::AbortOnBase64DecodingErrors);
    if (read.decodingStatus != QByteArray::Base64DecodingStatus::Ok)
        return std::nullopt;
    return read.decoded.toStdString();
}

void Writer::put(const Money &value)
{
    text_ += object(Amount{value.minor(), std::string(value.currency().code())});
}

std::string Reader::path_of(std::string_view name) const
{
    return path_.empty() ? std::string(name) : path_ + "." + std::string(name);
}

void Reader::refuse(const std::string &path, std::string_view why)
{
    if (problem_.empty())
        problem_ = (path.empty() ? "the arguments" : path) + ": " + std::string(why);
}

const JsonNode *Reader::take(std::string_view name, const std::string &path)
{
    known_.push_back(name);
    if (!problem_.empty())
        return nullptr;
    const auto found = std::find_if(object_.members.begin(), object_.members.end(),
                                    [&](const auto &member) { return member.first == name; });
    if (found != object_.members.end())
        return &found->second;
    refuse(path, "missing");
    return nullptr;
}

void Reader::refuse_unknown()
{
    for (const auto &[name, node] : object_.members) {
        // Anybody's text: cut, and escaped where it is shown.
        if (std::find(known_.begin(), known_.end(), name) == known_.end())
            refuse(path_of(quoted_json(name.substr(0, 64))), "no such member");
    }
}

bool Reader::expect(const JsonNode &node, JsonNode::Kind kind, const std::string &path, std::string_view what)
{
    if (node.kind != kind)
        refuse(path, "not " + std::string(what));
    return node.kind == kind;
}

void Reader::get(const JsonNode &node, const std::string &path, bool &value)
{
    if (expect(node, JsonNode::Kind::Boolean, path, "true or false"))
        value = node.boolean;
}

void Reader::get(const JsonNode &node, const std::string &path, std::int64_t &value)
{
    if (const auto number = integer(node))
        value = *number;
    else
        refuse(path, "not an integer");
}

void Reader::get(const JsonNode &node, const std::string &path, int &value)
{
    const auto number = integer(node);
    if (number && *number >= std::numeric_limits<int>::min() && *number <= std::numeric_limits<int>::max())
        value = static_cast<int>(*number);
    else
        refuse(path, "not an integer");
}

void Reader::get(const JsonNode &node, const std::string &path, std::string &value)
{
    if (!expect(node, JsonNode::Kind::String, path, "text"))
        return;
    // No column of text takes one.
    if (node.text.find('\0') != std::string::npos)
        return refuse(path, "text with a NUL");
    value = node.text;
}

void Reader::get(const JsonNode &node, const std::string &path, Uuid &value)
{
    if (!expect(node, JsonNode::Kind::String, path, "text"))
        return;
    if (const auto id = Uuid::from_text(node.text))
        value = *id;
    else
        refuse(path, "not a UUID");
}

void Reader::get(const JsonNode &node, const std::string &path, Money &value)
{
    Amount amount;
    object(node, path, amount, problem_);
    if (!problem_.empty())
        return;
    const auto currency = Currency::from_code(amount.currency);
    if (!currency)
        return refuse(path + ".currency", "not a currency");
    if (const auto money = Money::from_minor(amount.minor, *currency))
        value = *money;
    else
        refuse(path + ".minor", "out of range");
}

void Reader::get(const JsonNode &node, const std::string &path, Bytes<std::string> &value)
{
    if (!expect(node, JsonNode::Kind::String, path, "text"))
        return;
    if (auto bytes = from_base64(node.text))
        value.bytes = std::move(*bytes);
    else
        refuse(path, "not base64");
}

}  // namespace aftercharge::decision_json

// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "app/ctl/output.h"

namespace aftercharge::ctl {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(const Record &record);

Json json_of(const Records &records)
{
    Json list = Json::array();
    for (const Record &record : records)
        list.push_back(json_of(record));
    return list;
}

struct Writer {
    Json operator()(std::monostate) const { return nullptr; }
    Json operator()(bool value) const { return value; }
    Json operator()(std::int64_t value) const { return value; }
    Json operator()(const std::string &text) const { return text; }
    Json operator()(const Money &amount) const { return amount.minor(); }
    Json operator()(const std::vector<std::string> &words) const
    {
        Json list = Json::array();
        for (const std::string &word : words)
            list.push_back(word);
        return list;
    }
    Json operator()(const Records &records) const { return json_of(records); }
};

Json json_of(const Record &record)
{
    Json object = Json::object();
    for (const Field &field : record.fields())
        object[field.name] = std::visit(Writer{}, field.value.content());
    return object;
}

// A charge point's bytes need not be UTF-8: replaced, never thrown over.
std::string dump(const Json &json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string to_json(const Record &record)
{
    return dump(json_of(record));
}

std::string to_json(const Records &records)
{
    return dump(json_of(records));
}

}  // namespace aftercharge::ctl

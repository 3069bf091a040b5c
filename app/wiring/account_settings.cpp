// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wiring/account_settings.h"

#include <algorithm>

namespace aftercharge {
namespace {

// What ends up in a header or an address holds no line break; a PEM key is read by its adapter.
bool is_pem(const std::string &value)
{
    return value.starts_with("-----BEGIN ");
}

bool has_control(const std::string &value)
{
    return std::any_of(value.begin(), value.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; });
}

}  // namespace

void AccountSettings::refuse(const std::string &name, const std::string &why)
{
    if (wrong_.empty())
        wrong_ = name + " " + why;
}

std::string AccountSettings::read(const std::map<std::string, std::string> &values, const std::string &name)
{
    const auto found = values.find(name);
    if (found == values.end() || found->second.empty()) {
        refuse(name, "is missing");
        return {};
    }
    if (has_control(found->second) && !is_pem(found->second)) {
        refuse(name, "has a line break or another control character in it");
        return {};
    }
    return found->second;
}

std::string AccountSettings::setting_or(const std::string &name, const std::string &otherwise) const
{
    const auto found = account_.settings.find(name);
    return found == account_.settings.end() || found->second.empty() ? otherwise : found->second;
}

std::string AccountSettings::base_url(const std::string &otherwise)
{
    std::string url = account_.base_url.empty() ? otherwise : account_.base_url;
    while (url.ends_with('/'))
        url.pop_back();
    if (!url.starts_with("https://") && !url.starts_with("http://"))
        refuse("base_url", "does not begin with https://");
    else if (has_control(url) || url.find_first_of(" ?#@") != std::string::npos)
        refuse("base_url", "is more than https://HOST[:PORT]");
    return url;
}

}  // namespace aftercharge

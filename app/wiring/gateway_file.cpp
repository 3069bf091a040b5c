// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wiring/gateway_file.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>
#include <string_view>

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

namespace aftercharge {
namespace {

struct HomeAddress {
    std::string_view gateway;
    std::string_view base_url;
};
constexpr std::array homes{
    HomeAddress{"STRIPE", "https://api.stripe.com"},
    HomeAddress{"WECHAT_PAY", "https://api.mch.weixin.qq.com"},
    HomeAddress{"EASYPOST", "https://api.easypost.com"},
};

tl::unexpected<Error> refuse(const std::filesystem::path &path, std::string_view why)
{
    return fail(ErrorCode::InputInvalid, path.string() + ": " + std::string(why));
}

tl::unexpected<Error> refuse(const std::filesystem::path &path, const toml::source_region &place, std::string_view why)
{
    return fail(ErrorCode::InputInvalid,
                path.string() + ":" + std::to_string(place.begin.line) + ": " + std::string(why));
}

Result<std::string> read_private(const std::filesystem::path &path)
{
    std::error_code problem;
    const auto status = std::filesystem::status(path, problem);
    if (problem || !std::filesystem::is_regular_file(status))
        return refuse(path, "is no file that can be read");
    using std::filesystem::perms;
    if ((status.permissions() & (perms::group_all | perms::others_all)) != perms::none)
        return refuse(path, "others may touch it; its mode must be 0600");
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    if (!file || !(text << file.rdbuf()))
        return refuse(path, "cannot be read, or is empty");
    return text.str();
}

Result<void> read_strings(const std::filesystem::path &path, const toml::table &table,
                          std::map<std::string, std::string> &target)
{
    for (const auto &[name, value] : table) {
        const auto content = value.value_exact<std::string>();
        if (!content)
            return refuse(path, value.source(), "\"" + std::string(name.str()) + "\" is a string");
        target.emplace(name.str(), *content);
    }
    return {};
}

Result<void> read_key(const std::filesystem::path &path, std::string_view name, const toml::node &value,
                      GatewayAccount &account)
{
    if (const toml::table *table = value.as_table()) {
        if (name == "settings")
            return read_strings(path, *table, account.settings);
        if (name == "secrets")
            return read_strings(path, *table, account.secrets);
    } else if (const auto content = value.value_exact<std::string>()) {
        if (name == "gateway")
            account.gateway = *content;
        else if (name == "base_url")
            account.base_url = *content;
        else
            return refuse(path, value.source(), "unknown key \"" + std::string(name) + "\"");
        return {};
    }
    return refuse(path, value.source(), "\"" + std::string(name) + "\" is not known, or not of this form");
}

}  // namespace

Result<GatewayAccount> read_gateway_file(const std::filesystem::path &path)
{
    const auto text = read_private(path);
    if (!text)
        return pass_on(text);
    const toml::parse_result parsed = toml::parse(*text);
    if (!parsed)
        return refuse(path, parsed.error().source(), "no valid TOML");
    GatewayAccount account;
    for (const auto &[name, value] : parsed.table()) {
        if (const auto read = read_key(path, name.str(), value, account); !read)
            return pass_on(read);
    }
    const auto home = std::find_if(homes.begin(), homes.end(),
                                   [&](const HomeAddress &known) { return known.gateway == account.gateway; });
    if (home == homes.end())
        return refuse(path, "gateway is none of STRIPE, WECHAT_PAY, EASYPOST");
    if (account.base_url.empty())
        account.base_url = home->base_url;
    return account;
}

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wiring/config_file.h"

#include <array>
#include <fstream>
#include <sstream>
#include <string_view>

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

namespace aftercharge {
namespace {

struct Key {
    std::string_view name;
    std::optional<std::string> ConfigFile::*field;
};

constexpr std::array keys{
    Key{"store", &ConfigFile::store},
    Key{"key-file", &ConfigFile::key_file},
    Key{"as", &ConfigFile::as},
    Key{"language", &ConfigFile::language},
    Key{"ocpp", &ConfigFile::ocpp},
    Key{"live", &ConfigFile::live},
    Key{"customer", &ConfigFile::customer},
    Key{"webhook", &ConfigFile::webhook},
    Key{"metrics", &ConfigFile::metrics},
    Key{"store-ca", &ConfigFile::store_ca},
    Key{"ocpp-certificate", &ConfigFile::ocpp_certificate},
    Key{"ocpp-private-key", &ConfigFile::ocpp_private_key},
};

tl::unexpected<Error> refuse(const std::filesystem::path &path, const toml::source_region &place, std::string_view why)
{
    return fail(ErrorCode::InputInvalid,
                path.string() + ":" + std::to_string(place.begin.line) + ": " + std::string(why));
}

Result<std::string> read_text(const std::filesystem::path &path)
{
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    if (!file || !(text << file.rdbuf()))
        return fail(ErrorCode::InputInvalid, path.string() + ": cannot be read, or is empty");
    return text.str();
}

}  // namespace

Result<ConfigFile> read_config_file(const std::filesystem::path &path)
{
    const auto text = read_text(path);
    if (!text)
        return pass_on(text);
    const toml::parse_result parsed = toml::parse(*text);
    if (!parsed)
        return refuse(path, parsed.error().source(), parsed.error().description());
    ConfigFile config;
    for (const auto &[name, value] : parsed.table()) {
        const auto key = std::find_if(keys.begin(), keys.end(),
                                      [&](const Key &known) { return known.name == name.str(); });
        if (key == keys.end())
            return refuse(path, name.source(), "unknown key \"" + std::string(name.str()) + "\"");
        const auto content = value.value_exact<std::string>();
        if (!content)
            return refuse(path, value.source(), "\"" + std::string(name.str()) + "\" is a string");
        config.*(key->field) = *content;
    }
    for (auto *named : {&config.key_file, &config.store_ca, &config.ocpp_certificate, &config.ocpp_private_key}) {
        if (*named)
            *named = (path.parent_path() / **named).string();
    }
    return config;
}

Result<void> fill_from_config(const std::string &path, std::initializer_list<ConfigDefault> options)
{
    if (path.empty())
        return {};
    const auto file = read_config_file(path);
    if (!file)
        return pass_on(file);
    for (const ConfigDefault &known : options) {
        const std::optional<std::string> &value = (*file).*(known.key);
        if (known.option.empty() && value)
            known.option = *value;
    }
    return {};
}

}  // namespace aftercharge

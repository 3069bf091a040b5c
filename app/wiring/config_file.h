// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "models/domain/error.h"

namespace aftercharge {

// What the file of --config may hold, each a string; what the command line says wins.
struct ConfigFile {
    std::optional<std::string> store;
    std::optional<std::string> key_file;  // relative to the file's own folder
    std::optional<std::string> as;
    std::optional<std::string> language;
    std::optional<std::string> ocpp;
    std::optional<std::string> ocpp_certificate;  // relative as key_file
    std::optional<std::string> ocpp_private_key;  // relative as key_file
    std::optional<std::string> live;
    std::optional<std::string> customer;
};

// TOML with the keys store, key-file, as, language, ocpp, ocpp-certificate, ocpp-private-key,
// live, customer. input.invalid with "FILE:LINE: …" for a key that is not known, a value that
// is no string, or broken TOML.
Result<ConfigFile> read_config_file(const std::filesystem::path &path);

}  // namespace aftercharge

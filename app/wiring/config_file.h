// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <initializer_list>
#include <optional>
#include <string>

#include "models/domain/error.h"

namespace aftercharge {

// What the file of --config may hold, each a string; what the command line says wins.
struct ConfigFile {
    std::optional<std::string> store;
    std::optional<std::string> key_file;  // relative to the file's own folder
    std::optional<std::string> store_ca;  // relative as key_file
    std::optional<std::string> as;
    std::optional<std::string> language;
    std::optional<std::string> ocpp;
    std::optional<std::string> ocpp_certificate;  // relative as key_file
    std::optional<std::string> ocpp_private_key;  // relative as key_file
    std::optional<std::string> live;
    std::optional<std::string> customer;
    std::optional<std::string> webhook;
    std::optional<std::string> metrics;
};

// TOML with the keys store, key-file, store-ca, as, language, ocpp, ocpp-certificate, ocpp-private-key,
// live, customer, webhook, metrics. input.invalid with "FILE:LINE: …" for a key that is not known, a
// value that is no string, or broken TOML.
Result<ConfigFile> read_config_file(const std::filesystem::path &path);

// An option of a program, and what of the file stands for it.
struct ConfigDefault {
    std::string &option;
    std::optional<std::string> ConfigFile::*key;
};

// Fills the options that the command line left empty from the file; an empty path: there is
// none. Errors as read_config_file.
Result<void> fill_from_config(const std::string &path, std::initializer_list<ConfigDefault> options);

}  // namespace aftercharge

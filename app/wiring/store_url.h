// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "models/domain/error.h"
#include "models/store/postgres/postgres_target.h"

namespace aftercharge {

// "sqlcipher:PATH", the folder of a local store, or "postgresql://USER@HOST[:PORT][,HOST…]/DB", a
// shared one.
struct StoreUrl {
    std::filesystem::path folder;  // absolute; empty for a shared store
    std::optional<PostgresTarget> shared = {};
    bool is_shared() const { return shared.has_value(); }
    // As a person would name it: the folder, or the address.
    std::string name() const { return shared ? to_url(*shared) : folder.string(); }
    friend bool operator==(const StoreUrl &, const StoreUrl &) = default;
};

// input.invalid with the reason. `ca_file` signs the servers of a shared store.
Result<StoreUrl> parse_store_url(std::string_view text, const std::string &ca_file = {});

}  // namespace aftercharge

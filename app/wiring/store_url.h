// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "models/domain/error.h"

namespace aftercharge {

// "sqlcipher:PATH": the folder of a local store.
struct StoreUrl {
    std::filesystem::path folder;  // absolute
};

// input.invalid with the reason; "postgresql://…" is known and refused as not in this version.
Result<StoreUrl> parse_store_url(std::string_view text);

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wiring/store_url.h"

namespace aftercharge {

Result<StoreUrl> parse_store_url(std::string_view text, const std::string &ca_file)
{
    constexpr std::string_view local = "sqlcipher:";
    if (text.starts_with("postgresql:")) {
        auto target = parse_postgres_url(text);
        if (!target)
            return pass_on(target);
        target->ca_file = ca_file;
        return StoreUrl{{}, std::move(*target)};
    }
    if (!text.starts_with(local) || text.size() == local.size())
        return fail(ErrorCode::InputInvalid,
                    "a store is sqlcipher:PATH or postgresql://USER@HOST/DB, not \"" + std::string(text) + "\"");
    std::error_code error;
    const auto folder = std::filesystem::absolute(std::filesystem::path(text.substr(local.size())), error);
    if (error)
        return fail(ErrorCode::InputInvalid, std::string(text) + ": " + error.message());
    // Without the last slash and ".", so that the folder has a name.
    auto normal = folder.lexically_normal();
    if (!normal.has_filename())
        normal = normal.parent_path();
    return StoreUrl{normal};
}

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sqlcipher/key_file.h"

#include <array>
#include <string_view>

#include <sodium.h>

#include "models/store/sqlcipher/durable_file.h"

namespace aftercharge {
namespace {

constexpr std::size_t hex_digits = 2 * StoreKey::size;

}  // namespace

Result<StoreKey> load_key_file(const std::filesystem::path &path)
{
    Result<std::string> text = read_small_file(path, 4096, true);
    if (!text) {
        const bool may_not_read = text.error().code == ErrorCode::StoreReadOnly;
        return fail(may_not_read ? ErrorCode::StoreKeyFileInvalid : text.error().code, text.error().detail);
    }
    std::string_view hex = *text;
    if (hex.ends_with('\n'))
        hex.remove_suffix(1);
    Result<StoreKey> key = StoreKey::from_hex(hex);
    sodium_memzero(text->data(), text->size());
    if (!key)
        key.error().detail = path.string() + ": " + key.error().detail;
    return key;
}

Result<void> save_key_file(const std::filesystem::path &path, const StoreKey &key)
{
    std::array<char, hex_digits + 1> line{};
    sodium_bin2hex(line.data(), line.size(), key.bytes().data(), key.bytes().size());
    line[hex_digits] = '\n';
    const Result<void> saved = create_durable_file(path, std::string_view(line.data(), line.size()));
    sodium_memzero(line.data(), line.size());
    return saved;
}

}  // namespace aftercharge

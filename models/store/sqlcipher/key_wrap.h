// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "models/domain/error.h"
#include "models/store/sqlcipher/store_key.h"

namespace aftercharge {

// What one guess of the passphrase costs: Argon2id passes and memory.
struct WrapCost {
    unsigned passes = 0;
    unsigned memory_kib = 0;

    static WrapCost moderate();  // libsodium's MODERATE: 3 passes, 256 MiB, about 0.7 s
    static WrapCost minimum();   // for tests alone
};

// The store's data key under a passphrase (UTF-8, not empty). The text, lines in this order:
//
//   aftercharge-key-wrap 1
//   kdf argon2id13
//   passes 3
//   memory_kib 262144
//   salt <32 hex>
//   nonce <48 hex>
//   box <96 hex>          crypto_secretbox (XSalsa20-Poly1305) of the 32 bytes
//
// Cost is written in whole KiB because Argon2 rounds down to it: a changed digit must change
// the derived key. InputInvalid for an empty passphrase.
Result<std::string> wrap_key(const StoreKey &key, std::string_view passphrase, WrapCost cost = WrapCost::moderate());

// StoreKeyFileInvalid if the text is not a wrap; StoreWrongKey if the passphrase does not open
// it, or a byte was altered (the two cannot be told apart).
Result<StoreKey> unwrap_key(std::string_view text, std::string_view passphrase);

// <store folder>/key.wrap. Saving replaces the old wrap only when the new one is on the disk
// and was read back.
std::filesystem::path key_wrap_path(const std::filesystem::path &store_folder);
Result<void> save_key_wrap(const std::filesystem::path &store_folder, std::string_view text);
Result<std::string> load_key_wrap(const std::filesystem::path &store_folder);

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "models/domain/error.h"
#include "models/store/sqlcipher/store_key.h"

namespace aftercharge {

// A key file is one line of 64 hexadecimal digits, for a daemon that nobody types a passphrase
// into. Whoever reads it holds everything: mode 0600, and one that group or others may touch
// is refused. StoreNotFound if there is no file, StoreKeyFileInvalid if it may not be read, may be
// read by others, or holds no key; StoreIo if it is no small file or the disk fails.
Result<StoreKey> load_key_file(const std::filesystem::path &path);

// A new file, on the disk and read back when this returns; StoreExists if the name is taken:
// a key is never overwritten.
Result<void> save_key_file(const std::filesystem::path &path, const StoreKey &key);

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "models/domain/error.h"

namespace aftercharge {

// ENOENT, ENOTDIR → StoreNotFound; EACCES, EPERM, EROFS → StoreReadOnly; ENOSPC, EDQUOT →
// StoreDiskFull; EEXIST → StoreExists; else StoreIo. The detail is "subject: reason".
Error errno_error(int number, const std::string &subject);

// A small file as a whole; StoreIo if it is longer than max_bytes. With `private_only` a file
// that group or others may touch is refused (StoreKeyFileInvalid). The caller wipes the
// result if it is secret.
Result<std::string> read_small_file(const std::filesystem::path &path, std::size_t max_bytes, bool private_only);

// A new file of mode 0600 that is on the disk when the call returns; StoreExists if the name
// is taken. Nothing is left behind on an error.
Result<void> create_durable_file(const std::filesystem::path &path, std::string_view bytes);

// The same in place of an existing file: the old one stands until the new one is on the disk
// and was read back, then a rename swaps them.
Result<void> replace_durable_file(const std::filesystem::path &path, std::string_view bytes);

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>

#include "models/domain/error.h"

namespace aftercharge::ctl {

// The whole of a file that was named on the command line; input.invalid if it cannot be read
// or is larger than `max_bytes`.
Result<std::string> read_file(const std::string &path, std::size_t max_bytes);

// Its first line, for a password.
Result<std::string> read_first_line(const std::string &path);

}  // namespace aftercharge::ctl

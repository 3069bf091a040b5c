// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "models/domain/error.h"

namespace CLI {
class App;
}  // namespace CLI

namespace aftercharge {

// The status to end with, or nothing when the line could be read. Prints help (status 0) or
// what is wrong (status 2).
std::optional<int> parse_arguments(CLI::App &line, int argc, const char *const *argv);

// The same for what was made of the arguments afterwards: an error is wrong usage.
std::optional<int> refuse_arguments(const Result<void> &made);

}  // namespace aftercharge

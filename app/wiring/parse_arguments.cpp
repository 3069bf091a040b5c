// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wiring/parse_arguments.h"

#include <cstdio>

#include <CLI/CLI.hpp>

#include "app/wiring/exit_status.h"

namespace aftercharge {

std::optional<int> parse_arguments(CLI::App &line, int argc, const char *const *argv)
{
    try {
        line.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        // CLI11 has a status for each kind of error; people and scripts are promised one.
        return line.exit(error) == 0 ? 0 : wrong_usage;
    }
    return std::nullopt;
}

std::optional<int> refuse_arguments(const Result<void> &made)
{
    if (made)
        return std::nullopt;
    std::fprintf(stderr, "%s\n", to_line(made.error()).c_str());
    return wrong_usage;
}

}  // namespace aftercharge

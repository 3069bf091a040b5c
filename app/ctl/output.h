// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "app/ctl/record.h"

namespace aftercharge::ctl {

// One JSON value on one line: a script reads a line, a person uses no --json.
std::string to_json(const Record &record);
std::string to_json(const Records &records);

// For people: "name  value" lines, lists below their name; a table with aligned columns.
// Control characters in what others wrote are not passed on to the terminal.
std::string to_lines(const Record &record);
std::string to_table(const Records &records);

// Writes to standard output.
void print(const std::string &text);

}  // namespace aftercharge::ctl

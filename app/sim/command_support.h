// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <QByteArray>

#include "models/domain/error.h"

namespace aftercharge::sim {

// "code: detail" on standard error; the exit status that belongs to it.
int report_error(const Error &error);

// The whole file. Errors: input.invalid.
Result<QByteArray> read_file(const std::string &path);
// Its first line: a password or a token.
Result<QByteArray> read_secret(const std::string &path);

// One line on standard output, at once.
void print_line(const std::string &line);

}  // namespace aftercharge::sim

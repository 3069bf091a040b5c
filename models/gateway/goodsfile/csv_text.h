// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/domain/error.h"

namespace aftercharge {

struct CsvRow {
    int number = 1;  // from 1, as a table shows it; the header is row 1
    std::vector<std::string> fields;
};

// The records of a CSV text (RFC 4180): commas, quotes around what holds a comma, a quote (doubled)
// or a line break; lines end with LF or CRLF, a byte order mark is passed over, and so are empty
// lines (which are counted). input.invalid, with the row, for a quote within an unquoted field, text
// after a closing quote, a quote that never closes, and for what is not UTF-8 or holds a NUL.
Result<std::vector<CsvRow>> read_csv(std::string_view text);

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "tests/tidy/source_text.h"

namespace aftercharge::tidy {

// head.licence, head.pragma_once, and the words of the table in text_rules.cpp.
std::vector<Finding> check_text(const SourceFile &file);

}  // namespace aftercharge::tidy

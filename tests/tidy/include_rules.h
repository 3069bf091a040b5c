// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "tests/tidy/source_text.h"

namespace aftercharge::tidy {

// include.root      a quoted include is written from the root of the repository
// include.arrow     an include against the arrow of layers (layers.h)
// include.adapter   a concrete store or gateway named outside app/wiring and app/sim
// include.qt        Qt in models/domain or models/settlement
std::vector<Finding> check_includes(const SourceFile &file);

}  // namespace aftercharge::tidy

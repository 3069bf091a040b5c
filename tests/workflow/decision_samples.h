// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "models/workflow/decision.h"

namespace aftercharge {

// One decision of each verb at least, with every member set to what no default is; some more
// with what may be absent left out.
std::vector<Decision> sample_decisions();

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "app/ctl/record.h"
#include "models/domain/reading.h"

namespace aftercharge::ctl {

// Readings in the order they are given; `flags` is the mask of ReadingFlag.
Records curve_records(const std::vector<Reading> &readings);

// The same with a line of names first. RFC 4180, lines end with LF; what was not reported is empty.
std::string curve_csv(const std::vector<Reading> &readings);

}  // namespace aftercharge::ctl

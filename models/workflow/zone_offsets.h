// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "models/domain/time.h"

namespace aftercharge {

// The UTC offsets of an IANA zone over [from, to], for the pricing function. time.invalid for
// an unknown zone.
Result<ZoneOffsets> zone_offsets(const std::string &iana_name, UtcTime from, UtcTime to);

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "models/domain/error.h"

namespace aftercharge {

// Exact decimals as scaled integers, so that no price ever passes through a floating type.
// "0.25" with 6 decimals is 250000. The grammar is that of a JSON number (RFC 8259, section
// 6), exponent included. A value that needs more decimals, or does not fit, is refused with
// input.invalid.
Result<std::int64_t> decimal_from_text(std::string_view text, int decimals);

// The shortest text of value · 10^-decimals: "0.25", "2", "-0.5".
std::string decimal_to_text(std::int64_t value, int decimals);

}  // namespace aftercharge

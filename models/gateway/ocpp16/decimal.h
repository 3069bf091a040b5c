// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace aftercharge::ocpp16 {

// A decimal text times 10^shift as a whole number, rounded half-even.
struct ScaledDecimal {
    std::int64_t value = 0;
    bool rounded = false;  // something other than 0 stood behind the last whole digit
};

// "-12.345", "1.2e3", " 7 " with shift 3: -12345, 1200000, 7000; exact, never through double.
// Nothing where the text is no number, or the result has more than 18 digits.
std::optional<ScaledDecimal> scale_decimal(std::string_view text, int shift);

// A whole number of the full 64 bits, written without fraction or exponent.
std::optional<std::int64_t> parse_int64(std::string_view text);

}  // namespace aftercharge::ocpp16

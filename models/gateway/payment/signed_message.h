// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "models/domain/time.h"

namespace aftercharge::payment {

// How far the time in a signature may be from ours, either way: a message that was recorded is
// worth nothing later.
inline constexpr std::chrono::seconds signature_tolerance{300};

// The value of the header of that name (lower case). None where there is none, and where there
// are two: which one was meant is not ours to choose.
std::optional<std::string> only_header(const std::vector<std::pair<std::string, std::string>> &headers,
                                       std::string_view name);

// Seconds since 1970 in digits, 1 to 11 of them.
std::optional<UtcTime> unix_time_from_text(std::string_view text);

bool is_fresh(UtcTime signed_at, UtcTime now);

}  // namespace aftercharge::payment

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "models/domain/time.h"

namespace aftercharge {

// A day of a time zone, from its first instant to the next day's, daylight saving included.
struct DaySpan {
    UtcTime from;
    UtcTime to;
};

// "2026-11-24" in the IANA zone: input.invalid for what is no day, time.invalid for no zone.
Result<DaySpan> day_span(const std::string &day, const std::string &iana_name);

}  // namespace aftercharge

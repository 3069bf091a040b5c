// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "models/domain/error.h"

namespace aftercharge {

// An instant: UTC, milliseconds.
using UtcTime = std::chrono::sys_time<std::chrono::milliseconds>;
using Duration = std::chrono::milliseconds;

// "2026-11-23T10:04:05.000Z": always UTC, always three decimals.
std::string to_iso8601(UtcTime time);
// RFC 3339 with a zone ("Z" or ±hh:mm), any number of decimals (cut to milliseconds). A text
// without a zone is refused with time.invalid: the caller decides what it may mean.
Result<UtcTime> parse_iso8601(std::string_view text);

// UTC offsets of a time zone over the span of interest, as data, so that pricing needs no
// zone database: from `from` on (inclusive), local = UTC + offset. Sorted by `from`; the
// first entry also holds before it. Empty means UTC.
struct ZoneOffset {
    UtcTime from;
    std::chrono::seconds offset{};
    friend bool operator==(const ZoneOffset &, const ZoneOffset &) = default;
};
using ZoneOffsets = std::vector<ZoneOffset>;

// A clock as an argument: real in the programs, set by hand in tests and simulations.
class Clock {
public:
    virtual ~Clock() = default;
    virtual UtcTime now() const = 0;
};

}  // namespace aftercharge

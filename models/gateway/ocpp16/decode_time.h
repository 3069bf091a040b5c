// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "models/domain/reading.h"
#include "models/domain/time.h"
#include "models/gateway/ocpp16/json_tape.h"
#include "models/gateway/ocpp16/suspicions.h"

namespace aftercharge::ocpp16 {

// A charge point's clock is believed between 2001 (below it lie the usual unset clocks: 1970,
// 1980, 2000) and one day after our own.
struct ReportedTime {
    UtcTime at;               // as reported; the receive time where it cannot be read
    bool is_believed = true;  // false: unset, far in the future, or unreadable
    bool has_zone = true;     // false: none was given and UTC was assumed
};

ReportedTime decode_time(JsonValue timestamp, std::string_view name, UtcTime received_at, Suspicions &suspicions);

// For readings: ClockSuspect, or Replayed for what is more than 120 s older than its receipt.
// 1.6 has no flag for what comes from the charge point's queue: only the age tells, and the
// longest usual sample interval is 60 s.
ReadingFlags time_flags(const ReportedTime &time, UtcTime received_at);

// For a start or a stop: the receive time replaces a clock that is not believed.
UtcTime believed_time(const ReportedTime &time, UtcTime received_at);

}  // namespace aftercharge::ocpp16

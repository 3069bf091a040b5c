// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include "models/domain/duration_histogram.h"
#include "models/domain/error.h"
#include "models/domain/time.h"

namespace aftercharge {

// What an engine has done since it was opened, and what it has before it.
struct EngineFigures {
    std::int64_t reports_received = 0;
    std::int64_t reports_rejected = 0;
    std::int64_t sessions = 0;
    std::int64_t outbox_waiting = 0;
    std::optional<std::int64_t> decisions_waiting = {};  // of desks; none where desks decide by themselves
    std::int64_t batches = 0;                            // of reports
    DurationHistogram batch_durations = {};              // until the batch was durable
    std::optional<UtcTime> last_commit_at = {};          // of a batch that had something to write
    std::int64_t refunds_done = 0;                       // coupons and corrections too
    std::int64_t store_errors = 0;
    std::optional<ErrorCode> store_trouble = {};  // now, or a few seconds ago: see is_store_trouble
};

// Whether the store could not be read or written at all, as opposed to a refusal or to two who
// changed the same row.
constexpr bool is_store_trouble(ErrorCode code)
{
    switch (code) {
    case ErrorCode::StoreDiskFull:
    case ErrorCode::StoreReadOnly:
    case ErrorCode::StoreInUse:
    case ErrorCode::StoreCorrupt:
    case ErrorCode::StoreChainBroken:
    case ErrorCode::StoreRolledBack:
    case ErrorCode::StoreIo:
    case ErrorCode::StoreUnreachable:
        return true;
    default:
        return false;
    }
}

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>

#include "models/domain/reading.h"
#include "models/store/sql/database.h"

namespace aftercharge {

struct SessionSample {
    std::int64_t session_id = 0;
    const Reading *reading = nullptr;
};

// How a batch of samples gets into its table.
class SampleInsert {
public:
    virtual ~SampleInsert() = default;
    // Within a transaction.
    virtual Result<void> insert(std::span<const SessionSample> samples) = 0;
};

// Into the journal, from which compact() moves them (DECISIONS 8), or, where the engine takes
// lists, in one statement a batch to where they are read.
std::unique_ptr<SampleInsert> make_sample_insert(Database &database);

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/telemetry_store.h"

namespace aftercharge {

// A telemetry store whose writes fail as long as a test says so; nothing of them is kept.
class FailingTelemetry final : public TelemetryStore {
public:
    explicit FailingTelemetry(TelemetryStore &store) : store_(store) {}

    Result<void> write(const TelemetryBatch &batch) override
    {
        return is_failing ? Result<void>(fail(ErrorCode::StoreDiskFull, "made to fail")) : store_.write(batch);
    }
    TelemetryReader &reader() override { return store_.reader(); }
    Result<std::unique_ptr<TelemetryReader>> open_reader() override { return store_.open_reader(); }
    Result<bool> compact() override { return store_.compact(); }

    bool is_failing = false;

private:
    TelemetryStore &store_;
};

}  // namespace aftercharge

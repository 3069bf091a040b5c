// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "models/domain/device_event.h"
#include "models/domain/id.h"
#include "models/domain/money.h"
#include "models/domain/reading.h"

namespace aftercharge {

struct SampleRow {
    OrderNo order_no;
    Reading reading;
};

// Where a running session stands: the order's real-time data.
struct SessionProgress {
    OrderNo order_no;
    UtcTime at;
    std::optional<EnergyWh> energy;
    std::optional<PowerW> power;
    std::optional<SocPermille> soc;
    Money fee;
    std::optional<UtcTime> estimated_end;
};

struct TelemetryBatch {
    std::vector<SampleRow> samples;
    std::vector<DeviceEvent> events;
    std::vector<SessionProgress> progress;
    bool is_empty() const { return samples.empty() && events.empty() && progress.empty(); }
};

class TelemetryReader {
public:
    virtual ~TelemetryReader() = default;
    // All samples of a session in time order, flagged ones included; equal instants in the
    // order of arrival.
    virtual Result<std::vector<Reading>> curve(const OrderNo &order_no) = 0;
    virtual Result<std::optional<SessionProgress>> progress(const OrderNo &order_no) = 0;
    // Of those that have any, in no order.
    virtual Result<std::vector<SessionProgress>> progress_of(const std::vector<OrderNo> &orders) = 0;
    // Newest first; `order_no` or the connector's own (of the charge point too) in a span of time.
    virtual Result<std::vector<DeviceEvent>> events_of_order(const OrderNo &order_no, int limit) = 0;
    virtual Result<std::vector<DeviceEvent>> events_of(const ConnectorId &connector, UtcTime from, UtcTime to,
                                                       int limit) = 0;
    virtual Result<std::vector<DeviceEvent>> latest_events(int limit) = 0;
};

// Samples, progress and device events: what grows. Written in batches, one durable commit each.
class TelemetryStore {
public:
    virtual ~TelemetryStore() = default;
    // Durable when it returns: then, and not before, the batch may be acknowledged.
    virtual Result<void> write(const TelemetryBatch &batch) = 0;
    virtual TelemetryReader &reader() = 0;
    virtual Result<std::unique_ptr<TelemetryReader>> open_reader() = 0;
    // Moves what was appended into the place where it is read by session, in one bounded
    // step; true while more is left. Called when idle.
    virtual Result<bool> compact() = 0;
};

}  // namespace aftercharge

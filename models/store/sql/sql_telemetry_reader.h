// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "models/store/sql/database.h"
#include "models/store/telemetry_store.h"

namespace aftercharge {

class SqlTelemetryReader final : public TelemetryReader {
public:
    explicit SqlTelemetryReader(std::shared_ptr<Database> database) : database_(std::move(database)) {}

    Result<std::vector<Reading>> curve(const OrderNo &order_no) override;
    Result<std::optional<SessionProgress>> progress(const OrderNo &order_no) override;
    Result<std::vector<SessionProgress>> progress_of(const std::vector<OrderNo> &orders) override;
    Result<std::vector<DeviceEvent>> events_of_order(const OrderNo &order_no, int limit) override;
    Result<std::vector<DeviceEvent>> events_of(const ConnectorId &connector, UtcTime from, UtcTime to,
                                               int limit) override;
    Result<std::vector<DeviceEvent>> latest_events(int limit) override;

private:
    std::shared_ptr<Database> database_;
};

// The columns of device_event but the id.
QString event_columns();

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>
#include <string>
#include <unordered_map>

#include "models/store/sql/query.h"
#include "models/store/sql/sample_insert.h"
#include "models/store/sql/sql_ledger_store.h"
#include "models/store/sql/sql_telemetry_reader.h"

namespace aftercharge {

class SqlTelemetryStore final : public TelemetryStore {
public:
    static Result<std::unique_ptr<SqlTelemetryStore>> open(ConnectionFactory connect, Access access);

    Result<void> write(const TelemetryBatch &batch) override;
    TelemetryReader &reader() override { return reader_; }
    Result<std::unique_ptr<TelemetryReader>> open_reader() override;
    // At most 20,000 samples a step.
    Result<bool> compact() override;

    Database &database() { return *database_; }

private:
    SqlTelemetryStore(ConnectionFactory connect, Access access, std::shared_ptr<Database> database);

    Result<void> write_all(const TelemetryBatch &batch);
    Result<void> write_samples(const std::vector<SampleRow> &samples);
    Result<void> write_events(const std::vector<DeviceEvent> &events);
    Result<void> write_progress(const std::vector<SessionProgress> &progress);
    Result<std::int64_t> session_of(const OrderNo &order_no);
    Result<std::int64_t> find_session(const OrderNo &order_no);
    Result<bool> move_samples();

    ConnectionFactory connect_;
    Access access_;
    std::shared_ptr<Database> database_;
    SqlTelemetryReader reader_;
    std::unique_ptr<SampleInsert> insert_;
    QString update_progress_;
    std::unordered_map<std::string, std::int64_t> sessions_;
};

}  // namespace aftercharge

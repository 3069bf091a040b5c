// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "tests/store/contract/store_fixture.h"

namespace aftercharge {

class TelemetryContract : public QObject {
    Q_OBJECT

public:
    explicit TelemetryContract(FixtureFactory make) : make_(std::move(make)) {}

private Q_SLOTS:
    void init() { store_ = make_(); }
    void cleanup() { store_.reset(); }

    void gives_samples_in_time_order();
    void keeps_everything_over_compaction();
    void compacts_in_bounded_steps();
    void replaces_progress();
    void finds_events();

private:
    TelemetryStore &telemetry() { return store_->telemetry(); }
    Result<void> write(const std::string &order_no, const std::vector<Reading> &readings);

    FixtureFactory make_;
    std::unique_ptr<StoreFixture> store_;
};

}  // namespace aftercharge

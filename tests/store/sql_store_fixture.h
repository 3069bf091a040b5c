// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>

#include "models/store/sql/local_store.h"
#include "tests/store/contract/store_fixture.h"

namespace aftercharge {

class FixedClock final : public Clock {
public:
    UtcTime now() const override;
};

class CountingRandom final : public Random {
public:
    std::uint64_t next() override { return ++count_; }

private:
    std::uint64_t count_ = 0;
};

// A local store in a folder of its own.
class LocalStoreFixture final : public StoreFixture {
public:
    LocalStoreFixture();
    LedgerStore &ledger() override { return *open_.ledger; }
    TelemetryStore &telemetry() override { return *open_.telemetry; }
    LedgerStore &second_ledger() override;
    std::optional<Error> raw_sql(const QString &sql) override;
    void reopen() override;

    void close();
    Result<OpenStore> try_open() const;
    void take(OpenStore open) { open_ = std::move(open); }
    const OpenReport &report() const { return open_.report; }
    const StoreLocation &location() const { return location_; }
    const StoreKey &key() const { return key_; }
    const Network &network() const { return network_; }

private:
    QTemporaryDir folder_;
    StoreLocation location_;
    StoreKey key_;
    Network network_;
    OpenStore open_;
    OpenStore second_;
};

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>

#include "app/sim/postgres/postgres_server.h"
#include "models/store/sql/shared_store.h"
#include "tests/store/contract/store_fixture.h"

namespace aftercharge {

// A PostgreSQL server with one empty store in it, which the fixtures are copies of: making a store
// anew for each test would take longer than the test.
class SharedStoreServer {
public:
    SharedStoreServer();
    sim::PostgresServer &server() { return *server_; }
    // A copy of the empty store, under the superuser's login.
    SharedLocation copy();
    void drop(const SharedLocation &location);

private:
    SharedLocation location_of(const std::string &database) const;

    QTemporaryDir folder_;
    std::unique_ptr<sim::PostgresServer> server_;
    int copies_ = 0;
};

// A shared store as a daemon has it.
class SharedStoreFixture final : public StoreFixture {
public:
    explicit SharedStoreFixture(SharedStoreServer &server);
    ~SharedStoreFixture() override;
    LedgerStore &ledger() override { return *open_.ledger; }
    TelemetryStore &telemetry() override { return *open_.telemetry; }
    LedgerStore &second_ledger() override;
    std::optional<Error> raw_sql(const QString &sql) override;
    void reopen() override;
    bool has_many_writers() const override { return true; }
    bool has_journal() const override { return false; }

    const SharedLocation &location() const { return location_; }

private:
    SharedStoreServer &server_;
    SharedLocation location_;
    OpenStore open_;
    OpenStore second_;
};

}  // namespace aftercharge

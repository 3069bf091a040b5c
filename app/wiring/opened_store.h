// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "app/wiring/key_source.h"
#include "app/wiring/store_url.h"
#include "app/wiring/system_clock.h"
#include "app/wiring/system_random.h"
#include "models/store/sql/shared_store.h"

namespace aftercharge {

// A store of either kind with the system's clock and randomness. Used in the thread that opened it.
class OpenedStore {
public:
    OpenedStore(StoreUrl url, OpenStore opened) : url_(std::move(url)), opened_(std::move(opened)) {}
    virtual ~OpenedStore() = default;
    OpenedStore(const OpenedStore &) = delete;
    OpenedStore &operator=(const OpenedStore &) = delete;

    LedgerStore &ledger() { return *opened_.ledger; }
    TelemetryStore &telemetry() { return *opened_.telemetry; }
    const Clock &clock() const { return clock_; }
    Random &random() { return random_; }
    // Read-only after a rollback: store.rolled_back stands in `problem`.
    const OpenReport &report() const { return opened_.report; }
    const StoreUrl &url() const { return url_; }

    // Sentences about what is broken; empty: nothing.
    virtual Result<std::vector<std::string>> check();

private:
    StoreUrl url_;
    SystemClock clock_;
    SystemRandom random_;
    OpenStore opened_;
};

// `role` counts for a shared store.
Result<std::unique_ptr<OpenedStore>> open_store(const StoreUrl &url, const StoreSecret &secret, SharedRole role);

// Where a shared store is and what opens it; the heads of its chains in this machine's state folder.
SharedLocation shared_location(const StoreUrl &url, const LoginPassword &password);

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/wiring/key_source.h"
#include "app/wiring/store_url.h"
#include "app/wiring/system_clock.h"
#include "app/wiring/system_random.h"
#include "models/domain/network.h"
#include "models/store/sql/local_store.h"

namespace aftercharge {

// <user's state folder>/aftercharge: the heads of the hash chains, kept outside the store.
std::filesystem::path state_folder();

// An open SQLCipher store with the system's clock and randomness. Used in the thread that
// opened it.
class LocalStore {
public:
    LocalStore(StoreUrl url, StoreKey key, OpenStore opened);

    LedgerStore &ledger() { return *opened_.ledger; }
    TelemetryStore &telemetry() { return *opened_.telemetry; }
    const Clock &clock() const { return clock_; }
    Random &random() { return random_; }
    // Read-only after a rollback: store.rolled_back stands in `problem`.
    const OpenReport &report() const { return opened_.report; }
    const StoreUrl &url() const { return url_; }

    // Sentences about what is broken; empty: nothing.
    Result<std::vector<std::string>> check() const;
    // Lets a passphrase open the store beside its key file (key.wrap in its folder).
    Result<void> set_passphrase(std::string_view passphrase) const;
    // A copy under the same key in a folder that is not there yet.
    Result<void> back_up(const std::filesystem::path &target) const;

private:
    StoreUrl url_;
    StoreKey key_;
    SystemClock clock_;
    SystemRandom random_;
    OpenStore opened_;
};

// Errors: store.not_found (before any key is asked for), those of load_store_key and of
// opening the databases.
Result<std::unique_ptr<LocalStore>> open_local_store(const StoreUrl &url, const KeySource &source);
// The same for a thread that needs connections of its own, with the key in hand.
Result<std::unique_ptr<LocalStore>> open_local_store(const StoreUrl &url, const StoreKey &key);

// The first operator of every store, an administrator: "admin".
OperatorName first_operator();

// A new store with its first operator and, where there is none yet, its key file.
// store.exists leaves both untouched.
Result<std::unique_ptr<LocalStore>> make_local_store(const StoreUrl &url, const KeySource &source,
                                                     const NetworkInput &network);

}  // namespace aftercharge

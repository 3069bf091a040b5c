// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "models/domain/network.h"
#include "models/store/ledger_store.h"
#include "models/store/sqlcipher/store_key.h"
#include "models/store/telemetry_store.h"

namespace aftercharge {

// A store on this machine: ledger.db and telemetry.db in a folder of mode 0700, under one
// key; the heads of its hash chains in the state folder, which must not travel with it.
struct StoreLocation {
    std::filesystem::path folder;
    std::filesystem::path state_folder;
};

struct NetworkInput {
    std::string name;
    Currency currency;
    std::string time_zone;  // IANA name
};

struct OpenReport {
    // Nothing may be decided on this store until a person has reconciled it. Whoever removes
    // "<state folder>/<store id>.heads" afterwards accepts the store as it is.
    bool read_only = false;
    std::optional<Error> problem;  // store.rolled_back, …; set when read_only
    // No heads were kept here before: a store that came from another machine, or heads that
    // somebody removed. They are kept from now on.
    bool heads_were_missing = false;
};

struct OpenStore {
    std::unique_ptr<LedgerStore> ledger;
    std::unique_ptr<TelemetryStore> telemetry;
    OpenReport report;
};

// Makes an empty store; store.exists if the folder holds one. Nothing is left behind on a
// failure. input.invalid, time.invalid for a network that cannot be.
Result<Network> create_local_store(const StoreLocation &location, const StoreKey &key, const NetworkInput &network,
                                   const Clock &clock, Random &random);

// Opens it for the calling thread, in which both stores are used; several processes may. An
// older schema is brought up. store.newer_schema leaves everything untouched.
Result<OpenStore> open_local_store(const StoreLocation &location, const StoreKey &key, const Clock &clock);

// A copy of both databases under the same key in a folder that is not there yet. May run
// beside other processes; each database is a moment of its own, telemetry the later one.
Result<void> backup_local_store(const StoreLocation &location, const StoreKey &key,
                                const std::filesystem::path &target);

// Sentences about what is broken in the pages, keys, chains and balances; empty: nothing.
Result<std::vector<std::string>> check_local_store(const StoreLocation &location, const StoreKey &key);

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "models/domain/actor.h"
#include "models/store/postgres/postgres_target.h"
#include "models/store/sql/connection_factory.h"
#include "models/store/sql/local_store.h"

namespace aftercharge {

// A store that many share: a PostgreSQL database with the schemas ledger, telemetry and desk,
// owned by a role that nobody logs in as. The heads of its hash chains are kept in the state
// folder of each machine that works with it: the server cannot put them back with itself.
struct SharedLocation {
    PostgresTarget target;
    std::string password;  // of target.user; empty: libpq looks for it (~/.pgpass)
    std::filesystem::path state_folder;
};

// Whose connection it is. A desk's login reads, through views where something is secret; a
// daemon's writes. The owner's is a superuser's that takes the owner's place: it makes and
// upgrades the store.
enum class SharedRole { Desk, Daemon, Owner };

// Makes database, roles and schemas under a superuser's login; store.exists if there is a store.
Result<Network> create_shared_store(const SharedLocation &location, const NetworkInput &network, const Clock &clock,
                                    Random &random);
// Brings an older schema up, under a superuser's login.
Result<void> upgrade_shared_store(const SharedLocation &location, const Clock &clock);

// A login for an operator, in the group of his role, under a superuser's login; `verifier` as of
// scram_verifier. operator.exists, id.invalid.
Result<void> make_login(const SharedLocation &location, const OperatorName &name, Role role,
                        const std::string &verifier);

// For the calling thread. store.foreign_file: no store of ours, or an older schema that has to
// be upgraded first; store.newer_schema.
Result<OpenStore> open_shared_store(const SharedLocation &location, SharedRole role);

// One connection, for the calling thread; the first of `schemas` is where it makes things.
enum class SharedSchema { Ledger, Telemetry, Desk };
Result<std::unique_ptr<Database>> connect_shared(const SharedLocation &location, SharedRole role, SharedSchema schema,
                                                 Access access);

// Sentences about what an administrator should know: a server that lacks corrections, … .
Result<std::vector<std::string>> shared_store_warnings(const SharedLocation &location, SharedRole role);

}  // namespace aftercharge

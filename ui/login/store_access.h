// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <QtCore/QFuture>

#include "models/domain/actor.h"

namespace aftercharge {

// Which store, and what opens it: a key file, or a passphrase for the wrapped key beside it.
struct StoreRequest {
    std::string folder;
    std::string key_file;    // empty: the passphrase
    std::string passphrase;  // wiped by whoever takes it
};

struct NewStore {
    StoreRequest where;
    std::string network;
    std::string currency;   // ISO 4217
    std::string time_zone;  // IANA
};

// A login at a shared store. Whoever logs in works as himself.
struct SharedLogin {
    std::string address;  // "HOST[:PORT][,HOST…]/DATABASE"; with "postgresql://" before it, too
    std::string login;
    std::string password;  // empty: libpq looks for it (~/.pgpass)
    std::string ca_file;   // PEM; empty: libpq's own place
};

// Opening and making a store, as the unlock page sees it. The answer is who may work there.
class StoreAccess {
public:
    using Opened = QFuture<Result<std::vector<Operator>>>;
    virtual ~StoreAccess() = default;
    virtual Opened open(StoreRequest request) = 0;
    virtual Opened create(NewStore store) = 0;
    // Answers with the operator of that name. Errors: input.invalid (the address), store.unreachable,
    // store.wrong_key (login or password), store.not_found (the database), store.foreign_file (no
    // store of ours, or an older schema), store.newer_schema, operator.*.
    virtual QFuture<Result<Operator>> log_in(SharedLogin login) = 0;
};

}  // namespace aftercharge

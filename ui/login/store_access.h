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

// Opening and making a store, as the unlock page sees it. The answer is who may work there.
class StoreAccess {
public:
    using Opened = QFuture<Result<std::vector<Operator>>>;
    virtual ~StoreAccess() = default;
    virtual Opened open(StoreRequest request) = 0;
    virtual Opened create(NewStore store) = 0;
};

}  // namespace aftercharge

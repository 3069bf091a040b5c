// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/domain/network.h"
#include "models/store/sql/shared_store.h"

namespace aftercharge {

// Somebody who works on a shared store, or a daemon: an operator and the login of the same name.
struct SharedPerson {
    Operator person;
    std::string password;
};

// Makes the store with its people, under the login of a superuser; each addition stands in the
// audit log as by "store init". store.exists, input.invalid, operator.exists, and those of the
// server.
Result<Network> make_shared_store(const SharedLocation &superuser, const NetworkInput &network,
                                  const std::vector<SharedPerson> &people);

// One more, the same way: for an administrator there is DeskGate::add_operator.
Result<void> add_shared_person(const SharedLocation &superuser, const SharedPerson &person);

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/domain/actor.h"
#include "models/store/gateways.h"
#include "models/workflow/work.h"

namespace aftercharge::demo {

// Who works in the demo's network, the administrator first.
Result<std::vector<Operator>> people(Currency currency);

// Into a store that has its people: stations, a time-of-use tariff, the cast's charge points and
// members with balances, goods orders and the gateways they were paid and sent through. Answers
// with the password of every charge point, made afresh. Through the same workflows as everybody's.
Result<std::string> fill_network(Work &work, const std::vector<GatewayAccount> &gateways);

// Twenty letters and digits that cannot be taken for each other.
std::string fresh_password(Random &random);

}  // namespace aftercharge::demo

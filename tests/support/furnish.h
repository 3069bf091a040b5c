// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/domain/id.h"
#include "models/workflow/work.h"

namespace aftercharge {

// What a charge point and its driver present themselves with.
struct Furnished {
    std::string charge_point;
    std::string password;
    std::string id_tag;
    MemberId member;
};

// `points` charge points of one connector and 120 kW, "<prefix>10000" on, on a tariff of OCPI JSON, each
// with a driver of its own who has a card and 10,000.00.
Result<std::vector<Furnished>> furnish_network(Work &work, const std::string &prefix, int points,
                                               const std::string &tariff_json);

// A session of 40 minutes and 4 kWh at that charge point, ended and paid two hours before now.
Result<OrderNo> charge_once(Work &work, const Furnished &at);

}  // namespace aftercharge

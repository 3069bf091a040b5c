// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "app/console/demo/demo_cast.h"
#include "app/sim/fleet.h"
#include "app/sim/sim_clock.h"

namespace aftercharge::demo {

// The players as charge points of one fleet, connected to an OCPP port on loopback. Of
// `client` the waits count.
Result<std::unique_ptr<sim::Fleet>> make_fleet(const std::vector<Player> &players, std::uint16_t ocpp_port,
                                               const std::string &password, const sim::SimClock &clock,
                                               const sim::ClientOptions &client = {});

// Today at 10:24 in Shanghai: the story crosses the boundary of flat and peak.
UtcTime story_begin(UtcTime now);

}  // namespace aftercharge::demo

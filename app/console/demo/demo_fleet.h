// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "app/sim/fleet.h"
#include "app/sim/sim_clock.h"

namespace aftercharge::demo {

// The cast as charge points of one fleet, connected to the desk's own OCPP port.
Result<std::unique_ptr<sim::Fleet>> make_fleet(std::uint16_t ocpp_port, const std::string &password,
                                               const sim::SimClock &clock);

// Today at 10:24 in Shanghai: the story crosses the boundary of flat and peak.
UtcTime story_begin(UtcTime now);

}  // namespace aftercharge::demo

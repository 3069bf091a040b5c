// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/console/demo/demo_cast.h"
#include "models/workflow/work.h"

namespace aftercharge::demo {

// The remote demo runs in real time, in which a session takes an hour: those that customers
// complain about were charged and settled earlier today.

// The players who did, with how far they charged.
std::vector<Player> earlier_players();
// Everybody else: they drive up when the demo begins, within a few seconds.
std::vector<Player> later_players();

// Reports the sessions of the earlier players to the engine, message by message as charge points
// do, with its clock where each session was. The orders by the player's role.
Result<std::map<std::string, OrderNo>> charge_earlier(Work &work);

}  // namespace aftercharge::demo

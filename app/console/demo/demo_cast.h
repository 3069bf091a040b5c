// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace aftercharge::demo {

// Who takes part in the story: one row a session. `role` is what the story knows it by.
struct Player {
    std::string role;
    std::string charge_point;
    int connector = 1;
    std::string station;
    std::string member;
    std::string member_name;
    std::string balance;  // topped up before the story
    std::string vehicle;
    int start_soc_permille = 200;
    int target_soc_permille = 800;
    int max_power_kw = 120;
    std::string fault;  // KIND@WHEN[:PARAMETER]; empty: none
    int start_after_s = 0;
};

const std::vector<Player> &cast();

// The player of a role; the role must exist.
const Player &player(const std::string &role);

// "TAG-" and the member: the card of each.
std::string card_of(const Player &player);

}  // namespace aftercharge::demo

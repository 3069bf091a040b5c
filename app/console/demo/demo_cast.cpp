// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/demo/demo_cast.h"

#include <algorithm>
#include <cassert>

namespace aftercharge::demo {

const std::vector<Player> &cast()
{
    // Roles that end: a normal stop, each fault, the debt, the unknown stop, the two
    // complaints. The others charge on, so that the wall of sessions stays full.
    static const std::vector<Player> players{
        {"normal", "CP-0412", 1, "HQ", "M-1001", "王静", "300.00", "byd-seal-61", 620, 700, 120, "", 0},
        {"emergency", "CP-0118", 2, "HQ", "M-1002", "李娜", "300.00", "xpeng-p7", 300, 900, 120, "emergency-stop@240s",
         5},
        {"hot", "CP-0661", 1, "PD", "M-1003", "张伟", "300.00", "vw-id7-pro", 350, 900, 120, "over-temperature@300s",
         10},
        {"insulation", "CP-0207", 1, "PD", "M-1004", "陈晨", "300.00", "mg4-64", 400, 900, 120, "insulation@330s", 15},
        {"unplug", "CP-0382", 2, "XH", "M-1005", "刘洋", "300.00", "volvo-ex30", 250, 900, 120, "unplug@360s", 20},
        {"power_loss", "CP-0515", 1, "XH", "M-1006", "赵敏", "300.00", "hyundai-ioniq-5", 300, 900, 120,
         "power-loss@390s:60", 25},
        {"debt", "CP-0091", 1, "HQ", "M-1007", "孙磊", "12.00", "zeekr-7x", 200, 400, 240, "connection-loss@4kWh:600",
         30},
        {"unknown", "CP-0733", 1, "PD", "M-1008", "周婷", "300.00", "byd-atto-3", 450, 950, 90,
         "unknown-transaction@120s", 35},
        {"fast_meter", "CP-0455", 1, "XH", "M-1009", "吴迪", "300.00", "byd-dolphin-60", 400, 560, 90,
         "fast-meter@2kWh:1.35", 0},
        {"rejected", "CP-0320", 1, "HQ", "M-1010", "郑凯", "300.00", "mg-zs-ev", 560, 660, 90, "", 10},
        {"dear", "CP-0246", 1, "PD", "M-1011", "何雨", "400.00", "porsche-macan-4", 300, 600, 270, "", 0},
        {"phantom", "CP-0577", 1, "XH", "M-1012", "马超", "300.00", "tesla-model-3-lr", 300, 950, 120,
         "phantom@240s:600", 5},
        {"steady_1", "CP-0601", 1, "HQ", "M-1013", "高峰", "500.00", "hongqi-e-hs9", 100, 1000, 120, "", 0},
        {"steady_2", "CP-0602", 1, "HQ", "M-1014", "林夏", "500.00", "bmw-i3-120", 50, 1000, 50, "", 0},
        {"steady_3", "CP-0603", 1, "PD", "M-1015", "R. Bauer", "500.00", "renault-zoe-52", 60, 1000, 50, "", 5},
        {"steady_4", "CP-0604", 2, "PD", "M-1016", "M. Sato", "500.00", "leapmotor-c10", 80, 1000, 60, "", 5},
        {"steady_5", "CP-0605", 1, "XH", "M-1017", "E. Rossi", "500.00", "polestar-2-lr", 120, 1000, 60, "", 10},
        {"offline", "CP-0606", 1, "XH", "M-1018", "许诺", "500.00", "smart-5-pro", 150, 1000, 90,
         "connection-loss@420s:900", 10},
    };
    return players;
}

const Player &player(const std::string &role)
{
    const auto found = std::ranges::find(cast(), role, &Player::role);
    assert(found != cast().end());
    return *found;
}

std::string card_of(const Player &player)
{
    return "TAG-" + player.member.substr(2);
}

}  // namespace aftercharge::demo

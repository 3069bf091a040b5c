// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/demo/demo_fleet.h"

namespace aftercharge::demo {
namespace {

Result<sim::ScenarioEntry> entry_of(const Player &player, const std::string &password,
                                    const std::vector<sim::Vehicle> &vehicles)
{
    auto vehicle = sim::find_vehicle(vehicles, player.vehicle);
    if (!vehicle)
        return pass_on(vehicle);
    sim::ScenarioEntry entry;
    entry.charge_point_id = QString::fromStdString(player.charge_point);
    entry.password = QByteArray::fromStdString(password);
    entry.plan.connector = player.connector;
    entry.plan.id_tag = QString::fromStdString(card_of(player));
    entry.plan.vehicle = std::move(*vehicle);
    entry.plan.start_soc = SocPermille{player.start_soc_permille};
    entry.plan.target_soc = SocPermille{player.target_soc_permille};
    entry.plan.max_power = PowerW{player.max_power_kw * 1000};
    entry.plan.start_after = std::chrono::seconds{player.start_after_s};
    if (!player.fault.empty()) {
        auto fault = sim::parse_fault(player.fault);
        if (!fault)
            return pass_on(fault);
        entry.plan.faults.push_back(*fault);
    }
    return entry;
}

}  // namespace

UtcTime story_begin(UtcTime now)
{
    // 10:24 in Shanghai is 02:24 UTC; of the day it is there now.
    constexpr std::chrono::hours shanghai{8};
    const auto day = std::chrono::floor<std::chrono::days>(now + shanghai);
    return UtcTime{day.time_since_epoch()} + std::chrono::hours{2} + std::chrono::minutes{24};
}

Result<std::unique_ptr<sim::Fleet>> make_fleet(const std::vector<Player> &players, std::uint16_t ocpp_port,
                                               const std::string &password, const sim::SimClock &clock,
                                               const sim::ClientOptions &client)
{
    const auto vehicles = sim::built_in_vehicles();
    if (!vehicles)
        return pass_on(vehicles);
    sim::Scenario scenario;
    for (const Player &player : players) {
        auto entry = entry_of(player, password, *vehicles);
        if (!entry)
            return pass_on(entry);
        scenario.push_back(std::move(*entry));
    }
    sim::FleetOptions options;
    options.base_url = QUrl(QStringLiteral("ws://127.0.0.1:%1/ocpp/").arg(ocpp_port));
    options.seed = 20261123;
    options.client = client;
    auto fleet = std::make_unique<sim::Fleet>(std::move(options), clock);
    fleet->add(scenario);
    return fleet;
}

}  // namespace aftercharge::demo

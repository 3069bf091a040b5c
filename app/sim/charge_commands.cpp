// SPDX-License-Identifier: GPL-3.0-or-later
// charge, fleet, vehicles
#include "app/sim/commands.h"

#include <cmath>
#include <cstdio>

#include "app/sim/command_support.h"
#include "app/sim/fleet_runner.h"

namespace aftercharge::sim {
namespace {

int run_scenario(const RunOptions &options, const Result<Scenario> &scenario)
{
    if (!scenario)
        return report_error(scenario.error());
    const QUrl url(QString::fromStdString(options.url));
    if (!url.isValid() || url.host().isEmpty())
        return report_error({ErrorCode::InputInvalid, "url: " + options.url});
    std::optional<UtcTime> epoch;
    if (!options.epoch.empty()) {
        const Result<UtcTime> time = parse_iso8601(options.epoch);
        if (!time)
            return report_error(time.error());
        epoch = *time;
    }
    FleetRunner runner(options, *scenario, epoch);
    return runner.run();
}

Result<Scenario> single(const ChargeOptions &options)
{
    const Result<std::vector<Vehicle>> vehicles = built_in_vehicles();
    if (!vehicles)
        return tl::unexpected(vehicles.error());
    const Result<Vehicle> vehicle = find_vehicle(*vehicles, options.vehicle);
    if (!vehicle)
        return tl::unexpected(vehicle.error());
    const Result<QByteArray> password = read_secret(options.password_file);
    if (!password)
        return tl::unexpected(password.error());
    ScenarioEntry entry{QString::fromStdString(options.id), *password, {}};
    entry.plan.connector = options.connector;
    entry.plan.id_tag = QString::fromStdString(options.id_tag);
    entry.plan.vehicle = *vehicle;
    entry.plan.kind = options.is_ac ? ChargeKind::Ac : ChargeKind::Dc;
    entry.plan.start_soc = SocPermille(std::llround(options.start_soc * 10.0));
    entry.plan.target_soc = SocPermille(std::llround(options.target_soc * 10.0));
    entry.plan.max_power = PowerW(std::llround(options.max_power_kw * 1000.0));
    entry.plan.suspend = std::chrono::seconds(options.suspend_s);
    for (const std::string &text : options.faults) {
        const Result<FaultPlan> fault = parse_fault(text);
        if (!fault)
            return tl::unexpected(fault.error());
        entry.plan.faults.push_back(*fault);
    }
    if (entry.plan.start_soc >= entry.plan.target_soc)
        return fail(ErrorCode::InputInvalid, "the start SOC is not below the target");
    return Scenario{entry};
}

}  // namespace

int run_charge(const ChargeOptions &options)
{
    return run_scenario(options.run, single(options));
}

int run_fleet(const FleetCommandOptions &options)
{
    const Result<QByteArray> json = read_file(options.scenario_file);
    if (!json)
        return report_error(json.error());
    return run_scenario(options.run, built_in_vehicles().and_then([&](const std::vector<Vehicle> &vehicles) {
        return parse_scenario(*json, vehicles);
    }));
}

int run_vehicles(bool as_json)
{
    const Result<std::vector<Vehicle>> vehicles = built_in_vehicles();
    if (!vehicles)
        return report_error(vehicles.error());
    std::string json;
    for (const Vehicle &vehicle : *vehicles) {
        const std::string name = vehicle.brand + " " + vehicle.model;
        const auto battery = static_cast<double>(vehicle.usable_battery.value()) / 1000.0;
        const auto dc = static_cast<double>(vehicle.dc_max.value()) / 1000.0;
        const auto ac = static_cast<double>(vehicle.ac_max.value()) / 1000.0;
        char line[200];
        if (as_json) {
            std::snprintf(
                line, sizeof line,
                "{\"id\":\"%s\",\"name\":\"%s\",\"usable_battery_wh\":%lld,\"dc_max_w\":%lld,\"ac_max_w\":%lld}",
                vehicle.id.c_str(), name.c_str(), static_cast<long long>(vehicle.usable_battery.value()),
                static_cast<long long>(vehicle.dc_max.value()), static_cast<long long>(vehicle.ac_max.value()));
            json += (json.empty() ? "[" : ",\n") + std::string(line);
        } else {
            std::snprintf(line, sizeof line, "%-18s %-42s %6.1f kWh  DC %5.0f kW  AC %4.1f kW, %d phases, %d V",
                          vehicle.id.c_str(), name.c_str(), battery, dc, ac, vehicle.ac_phases, vehicle.voltage_class);
            print_line(line);
        }
    }
    if (as_json)
        print_line(json + "]");
    return 0;
}

}  // namespace aftercharge::sim

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "models/workflow/registry_changes.h"

namespace aftercharge::ctl {
namespace {

Result<void> add(Context &context, const Station &station)
{
    const auto actor = context.administrator();
    if (!actor)
        return pass_on(actor);
    if (auto added = add_station(context.work(), station, *actor); !added)
        return added;
    Record record;
    record.add("station_id", station.id).add("name", station.name).add("time_zone", station.time_zone);
    context.show(record);
    return {};
}

}  // namespace

void add_station_commands(CommandLine &line)
{
    CLI::App *group = line.add_group("station", "The places with charge points");
    auto station = std::make_shared<Station>();
    CLI::App *command = group->add_subcommand("add", "Adds a station, or changes its name and zone");
    add_id(command, "ID", station->id, "Of the station")->required();
    command->add_option("--name", station->name, "For the screens")->required();
    command->add_option("--time-zone", station->time_zone, "IANA name; tariffs are local to it")->required();
    line.on(command, [station](Context &context) { return add(context, *station); });
}

}  // namespace aftercharge::ctl

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "app/ctl/files.h"
#include "models/domain/decimal.h"
#include "models/workflow/registry_changes.h"

namespace aftercharge::ctl {
namespace {

struct AddOptions {
    ChargePointId id;
    std::string password_file;
    StationId station_id;
    int connectors = 1;
    std::string max_power_kw;
    TariffId tariff_id;
};

Record record_of(const ChargePoint &point)
{
    Record record;
    record.add("charge_point_id", point.id)
        .add("station_id", point.station_id)
        .add("connectors", point.connectors)
        .add("max_power_w", point.max_power.value() == 0 ? Value() : Value(point.max_power))
        .add("tariff_id", point.tariff_id)
        .add("vendor", text_or_null(point.vendor))
        .add("model", text_or_null(point.model))
        .add("firmware", text_or_null(point.firmware))
        .add("serial_number", text_or_null(point.serial_number))
        .add("last_boot_at", point.last_boot_at);
    return record;
}

// The station of charge points that were added without one; made at the first of them, in the
// network's zone.
Result<StationId> default_station(Context &context, const Actor &actor)
{
    RegistryReader &registry = context.work().ledger.reader().registry();
    const StationId id = *StationId::from_text("default");
    const auto station = registry.station(id);
    if (station)
        return id;
    if (station.error().code != ErrorCode::StationNotFound)
        return pass_on(station);
    const auto network = registry.network();
    if (!network)
        return pass_on(network);
    if (auto added = add_station(context.work(), {id, network->name, network->time_zone}, actor); !added)
        return pass_on(added);
    return id;
}

Result<ChargePoint> point_of(Context &context, const AddOptions &options)
{
    ChargePoint point;
    point.id = options.id;
    point.station_id = options.station_id;
    point.connectors = options.connectors;
    point.tariff_id = options.tariff_id;
    if (!options.max_power_kw.empty()) {
        const auto watts = decimal_from_text(options.max_power_kw, 3);
        if (!watts)
            return pass_on(watts);
        point.max_power = PowerW{*watts};
    }
    const auto password = read_first_line(options.password_file);
    if (!password)
        return pass_on(password);
    auto hashed = hash_charge_point_password(*password, context.work().random);
    if (!hashed)
        return pass_on(hashed);
    point.password = std::move(*hashed);
    return point;
}

Result<void> add(Context &context, const AddOptions &options)
{
    const auto actor = context.administrator();
    if (!actor)
        return pass_on(actor);
    auto point = point_of(context, options);
    if (!point)
        return pass_on(point);
    if (point->station_id.is_empty()) {
        auto station = default_station(context, *actor);
        if (!station)
            return pass_on(station);
        point->station_id = std::move(*station);
    }
    if (auto added = add_charge_point(context.work(), *point, *actor); !added)
        return added;
    context.show(record_of(*point));
    return {};
}

Result<void> list(Context &context)
{
    const auto points = context.work().ledger.reader().registry().charge_points();
    if (!points)
        return pass_on(points);
    Records records;
    for (const ChargePoint &point : *points)
        records.push_back(record_of(point));
    context.show(records);
    return {};
}

}  // namespace

void add_charge_point_commands(CommandLine &line)
{
    CLI::App *group = line.add_group("charge-point", "What connects by OCPP");
    auto options = std::make_shared<AddOptions>();
    CLI::App *command = group->add_subcommand("add", "Registers a charge point");
    add_id(command, "ID", options->id, "What its URL ends with")->required();
    command->add_option("--password-file", options->password_file, "Its password, one line of 8 to 128 bytes")
        ->required()
        ->check(CLI::ExistingFile);
    add_id(command, "--station", options->station_id, "Where it stands (default: the station \"default\")");
    command->add_option("--connectors", options->connectors, "How many (1)");
    command->add_option("--max-power-kw", options->max_power_kw, "Of one connector");
    add_id(command, "--tariff", options->tariff_id, "What charging costs (default: nothing)");
    line.on(command, [options](Context &context) { return add(context, *options); });

    line.on(group->add_subcommand("list", "Lists them"), list);
}

}  // namespace aftercharge::ctl

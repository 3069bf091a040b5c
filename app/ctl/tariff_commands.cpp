// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "app/ctl/files.h"
#include "app/ctl/output.h"
#include "models/workflow/registry_changes.h"

namespace aftercharge::ctl {
namespace {

constexpr std::size_t largest_tariff = 1'000'000;

Record record_of(const StoredTariff &tariff)
{
    Record record;
    record.add("tariff_id", tariff.id)
        .add("version", tariff.version)
        .add("currency", tariff.currency.code())
        .add("imported_at", tariff.imported_at);
    return record;
}

Result<void> import(Context &context, const std::string &file)
{
    const auto actor = context.administrator();
    if (!actor)
        return pass_on(actor);
    const auto json = read_file(file, largest_tariff);
    if (!json)
        return pass_on(json);
    const auto tariff = import_tariff(context.work(), *json, *actor);
    if (!tariff)
        return pass_on(tariff);
    context.show(record_of(*tariff));
    return {};
}

Result<void> list(Context &context)
{
    const auto tariffs = context.work().ledger.reader().registry().tariffs();
    if (!tariffs)
        return pass_on(tariffs);
    Records records;
    for (const StoredTariff &tariff : *tariffs)
        records.push_back(record_of(tariff));
    context.show(records);
    return {};
}

// The tariff is OCPI JSON: that is what is printed, with and without --json.
Result<void> show(Context &context, const TariffId &id)
{
    const auto tariff = context.work().ledger.reader().registry().tariff(id);
    if (!tariff)
        return pass_on(tariff);
    print(tariff->json + "\n");
    return {};
}

}  // namespace

void add_tariff_commands(CommandLine &line)
{
    CLI::App *group = line.add_group("tariff", "What charging costs");

    auto file = std::make_shared<std::string>();
    CLI::App *import_command = group->add_subcommand("import",
                                                     "Takes an OCPI 2.2.1 tariff, as a new version of its id");
    import_command->add_option("FILE", *file, "JSON")->required()->check(CLI::ExistingFile);
    line.on(import_command, [file](Context &context) { return import(context, *file); });

    line.on(group->add_subcommand("list", "Lists the newest version of each"), list);

    auto id = std::make_shared<TariffId>();
    CLI::App *show_command = group->add_subcommand("show", "Prints the newest version as OCPI JSON");
    add_id(show_command, "ID", *id, "Of the tariff")->required();
    line.on(show_command, [id](Context &context) { return show(context, *id); });
}

}  // namespace aftercharge::ctl

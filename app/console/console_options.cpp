// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/console_options.h"

#include <CLI/CLI.hpp>

#include "app/wiring/config_file.h"
#include "app/wiring/parse_arguments.h"

namespace aftercharge {
namespace {

// What the command line leaves open, the configuration file may say.
Result<void> complete(ConsoleOptions &options, const std::string &config)
{
    return fill_from_config(config, {{options.store, &ConfigFile::store},
                                     {options.key_file, &ConfigFile::key_file},
                                     {options.as, &ConfigFile::as},
                                     {options.language, &ConfigFile::language},
                                     {options.ocpp, &ConfigFile::ocpp},
                                     {options.live, &ConfigFile::live},
                                     {options.customer, &ConfigFile::customer}});
}

}  // namespace

std::optional<int> parse_command_line(int argc, char **argv, ConsoleOptions &options)
{
    std::string config;
    CLI::App line{"Aftercharge, the desk of a charging network"};
    line.add_option("--store", options.store, "sqlcipher:FOLDER");
    line.add_option("--key-file", options.key_file, "The store's key");
    line.add_option("--profile", options.profile, "Settings and window under this name");
    line.add_option("--language", options.language, "zh_CN or en")->check(CLI::IsMember({"zh_CN", "en"}));
    line.add_option("--as", options.as, "Operator who works here");
    line.add_option("--config", config, "TOML file with the same options");
    line.add_option("--ocpp", options.ocpp, "ADDRESS:PORT: serve charge points from this desk");
    line.add_option("--live", options.live, "ADDRESS:PORT of the live feed");
    line.add_option("--customer", options.customer, "ADDRESS:PORT of the customer channel");
    line.add_flag("--demo", options.demo, "A fresh store with simulated charge points");
    line.add_flag("--headless", options.headless, "With --demo: play the story by itself, save pictures, end");
    line.add_option("--out", options.out, "With --headless: where pictures and summary.json go");
    line.add_option("--speed", options.speed, "With --demo: how many times faster than reality")
        ->check(CLI::Range(1, 1000));
    line.add_flag("--report-ready", options.report_ready,
                  "With --store, --key-file and --as: print \"ready MILLISECONDS\" once the desk is painted with data");
    if (const auto ended = parse_arguments(line, argc, argv))
        return ended;
    return refuse_arguments(complete(options, config));
}

}  // namespace aftercharge

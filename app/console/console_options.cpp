// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/console_options.h"

#include <CLI/CLI.hpp>

#include "app/wiring/config_file.h"
#include "app/wiring/parse_arguments.h"
#include "app/wiring/store_url.h"

namespace aftercharge {
namespace {

// What the command line leaves open, the configuration file may say.
Result<void> complete(ConsoleOptions &options, const std::string &config)
{
    return fill_from_config(config, {{options.store, &ConfigFile::store},
                                     {options.store_ca, &ConfigFile::store_ca},
                                     {options.key_file, &ConfigFile::key_file},
                                     {options.as, &ConfigFile::as},
                                     {options.language, &ConfigFile::language},
                                     {options.ocpp, &ConfigFile::ocpp},
                                     {options.live, &ConfigFile::live},
                                     {options.customer, &ConfigFile::customer}});
}

// At a shared store nobody is another than he logged in as.
Result<void> check_login(const ConsoleOptions &options)
{
    if (!options.store.starts_with("postgresql:"))
        return {};
    const auto url = parse_store_url(options.store, options.store_ca);
    if (!url)
        return pass_on(url);
    if (!options.ocpp.empty() || !options.live.empty() || !options.customer.empty())
        return fail(ErrorCode::InputInvalid, "a desk on a shared store serves nobody: that is aftercharged's work");
    if (options.as.empty() || options.as == url->shared->user)
        return {};
    return fail(ErrorCode::InputInvalid, "--as " + options.as + " is not the login " + url->shared->user);
}

}  // namespace

std::optional<int> parse_command_line(int argc, char **argv, ConsoleOptions &options)
{
    std::string config;
    CLI::App line{"Aftercharge, the desk of a charging network"};
    line.add_option("--store", options.store, "sqlcipher:FOLDER or postgresql://LOGIN@HOST[:PORT]/DATABASE");
    line.add_option("--store-ca", options.store_ca, "PEM of who signs a shared store's servers");
    line.add_option("--key-file", options.key_file, "The store's key; of a shared store, the login's password");
    line.add_option("--profile", options.profile, "Settings and window under this name");
    line.add_option("--language", options.language, "zh_CN or en")->check(CLI::IsMember({"zh_CN", "en"}));
    line.add_option("--as", options.as, "Operator who works here; at a shared store the login");
    line.add_option("--config", config, "TOML file with the same options");
    line.add_option("--ocpp", options.ocpp, "ADDRESS:PORT: serve charge points from this desk");
    line.add_option("--live", options.live, "ADDRESS:PORT of the live feed");
    line.add_option("--customer", options.customer, "ADDRESS:PORT of the customer channel");
    auto *demo = line.add_flag("--demo", options.demo, "A fresh store with simulated charge points");
    auto *remote = line.add_flag("--remote", options.remote,
                                 "With --demo: PostgreSQL, a daemon and two desks, in real time");
    remote->needs(demo);
    line.add_flag("--headless", options.headless, "With --demo: play the story by itself, save pictures, end");
    line.add_option("--out", options.out, "With --headless: where pictures and summary.json go");
    line.add_option("--speed", options.speed, "With --demo: how many times faster than reality")
        ->check(CLI::Range(1, 1000))
        ->excludes(remote);
    line.add_flag("--report-ready", options.report_ready,
                  "With --store, --key-file and --as: print \"ready MILLISECONDS\" once the desk is painted with data");
    if (const auto ended = parse_arguments(line, argc, argv))
        return ended;
    return refuse_arguments(complete(options, config).and_then([&] { return check_login(options); }));
}

}  // namespace aftercharge

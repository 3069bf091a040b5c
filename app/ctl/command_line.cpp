// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"

#include <cstdio>

#include "app/wiring/exit_status.h"
#include "app/wiring/local_store.h"
#include "app/wiring/parse_arguments.h"

namespace aftercharge::ctl {

CommandLine::CommandLine() : app_("Administration and scripting of an Aftercharge store", "afterchargectl")
{
    app_.require_subcommand(1);
    // So that the global options may stand behind a command as well.
    app_.fallthrough();
    app_.add_option("--store", globals_.store, "sqlcipher:PATH or postgresql://LOGIN@HOST[:PORT][,HOST…]/DATABASE");
    app_.add_option("--store-ca", globals_.store_ca, "PEM: who signs the certificates of a shared store's servers");
    app_.add_option("--key-file", globals_.key_file,
                    "The store's key; else the user's own, else a prompt. At a shared store the login's password");
    app_.add_option("--config", globals_.config, "TOML; the command line wins")->check(CLI::ExistingFile);
    app_.add_option("--as", globals_.as, "The operator who acts; a person at a shared store is his login");
    app_.add_flag("--json", globals_.json, "JSON on standard output");
}

CLI::App *CommandLine::add_group(const std::string &name, const std::string &help)
{
    CLI::App *group = app_.add_subcommand(name, help);
    group->require_subcommand(1);
    return group;
}

void CommandLine::on(CLI::App *command, Command run)
{
    on_unopened(command, true, [run = std::move(run)](Context &context) -> Result<void> {
        const auto opened = context.open_store();
        if (!opened)
            return pass_on(opened);
        if (const auto &problem = (*opened)->report().problem)
            complain(*problem);
        return run(context);
    });
}

void CommandLine::on_unopened(CLI::App *command, bool needs_store, Command run)
{
    command->callback([this, needs_store, run = std::move(run)] {
        chosen_ = run;
        needs_store_ = needs_store;
    });
}

int CommandLine::run(int argc, const char *const *argv)
{
    if (const auto ended = parse_arguments(app_, argc, argv))
        return *ended;
    Context context(globals_);
    if (const auto prepared = context.prepare(needs_store_); !prepared) {
        complain(prepared.error());
        return wrong_usage;
    }
    if (const auto done = chosen_(context); !done) {
        const Error error = context.explained(done.error());
        complain(error);
        return exit_status(error);
    }
    return std::fflush(stdout) == 0 ? 0 : 1;
}

}  // namespace aftercharge::ctl

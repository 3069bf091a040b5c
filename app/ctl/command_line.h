// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>

#include <CLI/CLI.hpp>

#include "app/ctl/context.h"

namespace aftercharge::ctl {

// The words of afterchargectl: one group a noun, one command a verb.
class CommandLine {
public:
    using Command = std::function<Result<void>(Context &)>;

    CommandLine();
    CLI::App *add_group(const std::string &name, const std::string &help);
    // A command on the open store, and one that opens none or its own.
    void on(CLI::App *command, Command run);
    void on_unopened(CLI::App *command, bool needs_store, Command run);
    CLI::App &app() { return app_; }

    // The exit status; what was refused stands on standard error in one line.
    int run(int argc, const char *const *argv);

private:
    CLI::App app_;
    GlobalOptions globals_;
    Command chosen_;
    bool needs_store_ = true;
};

// An option or argument that is an identifier. A malformed one is wrong usage.
template<typename T>
CLI::Option *add_id(CLI::App *command, const std::string &name, T &target, const std::string &help)
{
    return command->add_option_function<std::string>(
        name,
        [&target, name](const std::string &text) {
            const auto parsed = T::from_text(text);
            if (!parsed)
                throw CLI::ValidationError(name, to_line(parsed.error()));
            target = *parsed;
        },
        help);
}

// One of an enum's words.
template<typename E>
CLI::Option *add_word(CLI::App *command, const std::string &name, std::optional<E> &target, std::string help)
{
    std::string words;
    for (const auto &entry : text_table(E{}))
        words += (words.empty() ? "" : ", ") + std::string(entry.text);
    return command->add_option_function<std::string>(
        name,
        [&target, name, words](const std::string &text) {
            target = from_text<E>(text);
            if (!target)
                throw CLI::ValidationError(name, text + " is not one of " + words);
        },
        help + ": " + words);
}

// The groups, one file each.
void add_store_commands(CommandLine &line);
void add_operator_commands(CommandLine &line);
void add_station_commands(CommandLine &line);
void add_charge_point_commands(CommandLine &line);
void add_member_commands(CommandLine &line);
void add_tariff_commands(CommandLine &line);
void add_session_commands(CommandLine &line);
void add_order_commands(CommandLine &line);
void add_token_commands(CommandLine &line);
void add_ticket_commands(CommandLine &line);
void add_refund_commands(CommandLine &line);
void add_goods_commands(CommandLine &line);
void add_reship_commands(CommandLine &line);
void add_claim_commands(CommandLine &line);
void add_approval_commands(CommandLine &line);
void add_batch_commands(CommandLine &line);
void add_gateway_commands(CommandLine &line);
void add_state_machine_commands(CommandLine &line);
void add_audit_commands(CommandLine &line);

}  // namespace aftercharge::ctl

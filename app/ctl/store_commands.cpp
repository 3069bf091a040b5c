// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "app/ctl/shared_store_commands.h"
#include "app/wiring/local_store.h"

namespace aftercharge::ctl {
namespace {

Result<void> init(Context &context, const InitOptions &options)
{
    const auto currency = Currency::from_code(options.currency);
    if (!currency)
        return pass_on(currency);
    const NetworkInput input{options.name, *currency, options.time_zone};
    if (context.store_url().is_shared())
        return init_shared(context, input, options);
    const auto store = make_local_store(context.store_url(), context.key_source(), input);
    if (!store)
        return pass_on(store);
    const auto network = (*store)->ledger().reader().registry().network();
    if (!network)
        return pass_on(network);
    const KeySource source = context.key_source();
    Record record;
    record.add("store", context.store_url().folder.string())
        .add("key_file", source.key_file.value_or(default_key_file(context.store_url())).string())
        .add("store_id", network->store_id)
        .add("name", network->name)
        .add("currency", network->currency.code())
        .add("time_zone", network->time_zone)
        .add("operator", first_operator());
    context.show(record);
    return {};
}

Result<void> verify(Context &context)
{
    const auto store = context.open_store();
    if (!store)
        return pass_on(store);
    const auto problems = (*store)->check();
    if (!problems)
        return pass_on(problems);
    LedgerReader &ledger = (*store)->ledger().reader();
    const auto length = ledger.audit().chain_length();
    if (!length)
        return pass_on(length);
    const auto sum = ledger.accounts().sum_of_all();
    if (!sum)
        return pass_on(sum);
    const auto &rolled_back = (*store)->report().problem;
    Record record;
    const auto warnings = warnings_of(context);
    if (!warnings)
        return pass_on(warnings);
    record.add("intact", problems->empty() && sum->is_zero() && !rolled_back)
        .add("chain_entries", *length)
        .add("ledger_sum_minor", *sum)
        .add("currency", sum->currency().code())
        .add("problems", *problems);
    add_warnings(record, context, *warnings);
    context.show(record);
    if (rolled_back)
        return tl::unexpected(*rolled_back);
    if (!problems->empty())
        return fail(ErrorCode::StoreChainBroken, problems->front());
    if (!sum->is_zero())
        return fail(ErrorCode::LedgerUnbalanced, sum->to_text());
    return {};
}

Result<void> info(Context &context)
{
    LedgerReader &ledger = context.work().ledger.reader();
    const auto network = ledger.registry().network();
    if (!network)
        return pass_on(network);
    const auto operators = ledger.registry().operators();
    if (!operators)
        return pass_on(operators);
    const auto points = ledger.registry().charge_points();
    if (!points)
        return pass_on(points);
    const auto running = ledger.orders().running();
    if (!running)
        return pass_on(running);
    const auto waiting = ledger.outbox().waiting();
    if (!waiting)
        return pass_on(waiting);
    const auto length = ledger.audit().chain_length();
    if (!length)
        return pass_on(length);
    const auto warnings = warnings_of(context);
    if (!warnings)
        return pass_on(warnings);
    Record record;
    record.add("store", context.store_url().name())
        .add("store_id", network->store_id)
        .add("name", network->name)
        .add("currency", network->currency.code())
        .add("time_zone", network->time_zone)
        .add("created_at", network->created_at)
        .add("operators", static_cast<std::int64_t>(operators->size()))
        .add("charge_points", static_cast<std::int64_t>(points->size()))
        .add("sessions_running", static_cast<std::int64_t>(running->size()))
        .add("outbox_waiting", *waiting)
        .add("chain_entries", *length);
    add_warnings(record, context, *warnings);
    context.show(record);
    return {};
}

Result<void> passphrase(Context &context)
{
    const auto store = context.open_local_store("a shared store has no key; see operator set-password");
    if (!store)
        return pass_on(store);
    const auto chosen = prompt_for_new_passphrase(context.store_url());
    if (!chosen)
        return pass_on(chosen);
    return (*store)->set_passphrase(*chosen);
}

Result<void> back_up(Context &context, const std::string &target)
{
    const auto store = context.open_local_store(
        "a shared store is backed up on its server, by pg_basebackup or pg_dump");
    if (!store)
        return pass_on(store);
    if (auto done = (*store)->back_up(target); !done)
        return done;
    Record record;
    record.add("store", context.store_url().folder.string()).add("backup", target);
    context.show(record);
    return {};
}

}  // namespace

void add_store_commands(CommandLine &line)
{
    CLI::App *group = line.add_group("store", "The store as a whole");

    auto making = std::make_shared<InitOptions>();
    CLI::App *init_command = group->add_subcommand(
        "init", "Makes a store, its key file and the operator admin; a shared one under a superuser's login");
    init_command->add_option("--currency", making->currency, "ISO 4217 (CNY); fixed for ever");
    init_command->add_option("--time-zone", making->time_zone, "IANA name (Asia/Shanghai)");
    init_command->add_option("--network", making->name, "The network's name");
    init_command->add_option("--password-file", making->password_file,
                             "Shared: holds admin's password; else it is asked for");
    CLI::Option *worker = add_id(init_command, "--worker", making->worker, "Shared: also makes the login of a daemon");
    CLI::Option *worker_password = init_command->add_option("--worker-password-file", making->worker_password_file,
                                                            "Shared: holds the daemon's password");
    worker->needs(worker_password);
    worker_password->needs(worker);
    line.on_unopened(init_command, true, [making](Context &context) { return init(context, *making); });

    line.on_unopened(
        group->add_subcommand("upgrade", "Brings a shared store up to this program, under a superuser's login"), true,
        upgrade_shared);
    line.on_unopened(group->add_subcommand("verify", "Pages, chains, balances"), true, verify);
    line.on(group->add_subcommand("info", "What it is and holds"), info);

    line.on_unopened(group->add_subcommand("passphrase", "Asks for a passphrase that opens it beside the key file"),
                     true, passphrase);

    auto target = std::make_shared<std::string>();
    CLI::App *backup_command = group->add_subcommand("backup", "Copies it, under the same key, while it is in use");
    backup_command->add_option("FILE", *target, "A folder that is not there yet")->required();
    line.on_unopened(backup_command, true, [target](Context &context) { return back_up(context, *target); });
}

}  // namespace aftercharge::ctl

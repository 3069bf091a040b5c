// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "app/ctl/goods_record.h"
#include "app/wiring/gateway_file.h"
#include "app/wiring/make_gateways.h"
#include "models/workflow/reconcile.h"
#include "models/workflow/set_gateway.h"

namespace aftercharge::ctl {
namespace {

constexpr int list_limit = 10'000;

struct ResolveOptions {
    Uuid id;
    std::string how;
};

// Which secrets are there, never what they are.
Record account_record(const GatewayAccount &account)
{
    std::vector<std::string> settings;
    for (const auto &[name, value] : account.settings)
        settings.push_back(name);
    std::vector<std::string> secrets;
    for (const auto &[name, value] : account.secrets)
        secrets.push_back(name);
    Record record;
    record.add("gateway", account.gateway)
        .add("base_url", account.base_url)
        .add("settings", std::move(settings))
        .add("secrets", std::move(secrets))
        .add("changed_at", account.changed_at);
    return record;
}

Result<void> set(Context &context, const std::string &path)
{
    const auto actor = context.administrator();
    if (!actor)
        return pass_on(actor);
    const auto account = read_gateway_file(path);
    if (!account)
        return pass_on(account);
    // What the worker could not use is not taken.
    if (const auto checked = check_gateway_account(*account); !checked)
        return checked;
    if (const auto done = set_gateway(context.work(), *account, *actor); !done)
        return done;
    const auto accounts = context.work().ledger.reader().gateways().accounts();
    if (!accounts)
        return pass_on(accounts);
    for (const GatewayAccount &kept : *accounts) {
        if (kept.gateway == account->gateway)
            context.show(account_record(kept));
    }
    return {};
}

Result<void> list(Context &context)
{
    const auto accounts = context.work().ledger.reader().gateways().accounts();
    if (!accounts)
        return pass_on(accounts);
    Records records;
    for (const GatewayAccount &account : *accounts)
        records.push_back(account_record(account));
    context.show(records);
    return {};
}

Result<void> list_discrepancies(Context &context, bool all)
{
    const auto rows = context.work().ledger.reader().gateways().discrepancies(all, list_limit);
    if (!rows)
        return pass_on(rows);
    Records records;
    for (const Discrepancy &row : *rows)
        records.push_back(discrepancy_record(row));
    context.show(records);
    return {};
}

Result<void> resolve(Context &context, const ResolveOptions &options)
{
    const auto by = context.decider();
    if (!by)
        return pass_on(by);
    const auto outcome = context.decide(decision::ResolveDiscrepancy{options.id, options.how}, *by);
    if (!outcome)
        return pass_on(outcome);
    const auto resolved = context.work().ledger.reader().gateways().discrepancy(options.id);
    if (!resolved)
        return pass_on(resolved);
    context.show(discrepancy_record(*resolved));
    return {};
}

Result<void> run(Context &context, const std::string &day)
{
    const auto by = context.decider();
    if (!by)
        return pass_on(by);
    const auto outcome = context.decide(decision::Reconcile{day}, *by);
    if (!outcome)
        return pass_on(outcome);
    const auto runs = context.work().ledger.reader().gateways().reconciliations(list_limit);
    if (!runs)
        return pass_on(runs);
    for (const Reconciliation &each : *runs) {
        if (each.id.to_text() == *outcome)
            context.show(reconciliation_record(each));
    }
    return {};
}

Result<void> list_runs(Context &context)
{
    const auto runs = context.work().ledger.reader().gateways().reconciliations(list_limit);
    if (!runs)
        return pass_on(runs);
    Records records;
    for (const Reconciliation &each : *runs)
        records.push_back(reconciliation_record(each));
    context.show(records);
    return {};
}

Result<void> show_run(Context &context, const Uuid &id)
{
    const auto rows = context.work().ledger.reader().gateways().reconciled(id);
    if (!rows)
        return pass_on(rows);
    Records records;
    for (const ReconciledRefund &row : *rows)
        records.push_back(reconciled_record(row));
    context.show(records);
    return {};
}

void add_discrepancy_commands(CommandLine &line)
{
    CLI::App *group = line.add_group("discrepancy", "What does not fit, for a person to resolve");
    auto all = std::make_shared<bool>(false);
    CLI::App *list_command = group->add_subcommand("list", "Open ones, newest first");
    list_command->add_flag("--all", *all, "Resolved ones as well");
    line.on(list_command, [all](Context &context) { return list_discrepancies(context, *all); });

    auto options = std::make_shared<ResolveOptions>();
    CLI::App *command = group->add_subcommand("resolve", "Says how it was resolved");
    add_id(command, "ID", options->id, "Of the discrepancy")->required();
    command->add_option("--how", options->how, "For the record")->required();
    line.on(command, [options](Context &context) { return resolve(context, *options); });
}

void add_reconcile_commands(CommandLine &line)
{
    CLI::App *group = line.add_group("reconcile", "Ledger, outbox and gateways, compared for a day");
    auto day = std::make_shared<std::string>();
    CLI::App *run_command = group->add_subcommand("run", "Has the effect worker ask the gateways");
    run_command->add_option("DAY", *day, "2026-11-24, in the network's time zone")->required();
    line.on(run_command, [day](Context &context) { return run(context, *day); });

    line.on(group->add_subcommand("list", "Runs, newest first"), list_runs);

    auto id = std::make_shared<Uuid>();
    CLI::App *show_command = group->add_subcommand("show", "What a run found, refund by refund");
    add_id(show_command, "ID", *id, "Of the run")->required();
    line.on(show_command, [id](Context &context) { return show_run(context, *id); });
}

}  // namespace

void add_gateway_commands(CommandLine &line)
{
    CLI::App *group = line.add_group("gateway", "How payment services and carriers are reached");
    auto path = std::make_shared<std::string>();
    CLI::App *set_command = group->add_subcommand("set", "Takes an account from a file of mode 0600 into the store");
    set_command->add_option("FILE", *path, "TOML: gateway, base_url, [settings], [secrets]")
        ->required()
        ->check(CLI::ExistingFile);
    line.on(set_command, [path](Context &context) { return set(context, *path); });
    line.on(group->add_subcommand("list", "Which are set; never their secrets"), list);
    add_discrepancy_commands(line);
    add_reconcile_commands(line);
}

}  // namespace aftercharge::ctl

// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <QCoreApplication>

#include "app/sim/commands.h"

using namespace aftercharge::sim;

namespace {

void add_run_options(CLI::App &command, RunOptions &run)
{
    command.add_option("--url", run.url, "Where the central system listens, ws://HOST:PORT/ocpp/");
    command.add_option("--speed", run.speed, "Simulated seconds a second")->check(CLI::Range(1, 100000));
    command.add_option("--epoch", run.epoch, "Simulated time at the start, ISO 8601 with a zone (default: now)");
    command.add_option("--seed", run.seed, "Of the noise");
    command.add_option("--give-up", run.give_up_s, "Seconds without a connection until status 3")
        ->check(CLI::PositiveNumber);
    command.add_flag("--json", run.as_json, "One JSON object a line");
}

void add_charge(CLI::App &app, int &status)
{
    auto options = std::make_shared<ChargeOptions>();
    CLI::App *command = app.add_subcommand("charge", "One charge point, one session");
    add_run_options(*command, options->run);
    command->add_option("--id", options->id, "Charge point")->required();
    command->add_option("--password-file", options->password_file, "Its password, first line")->required();
    command->add_option("--id-tag", options->id_tag, "Card")->required();
    command->add_option("--vehicle", options->vehicle, "See aftercharge-sim vehicles");
    command->add_option("--fault", options->faults, "KIND@WHEN[:PARAMETER], e.g. emergency-stop@50%, may be repeated");
    command->add_option("--connector", options->connector)->check(CLI::Range(1, 16));
    command->add_option("--start-soc", options->start_soc, "Per cent")->check(CLI::Range(0.0, 100.0));
    command->add_option("--target-soc", options->target_soc, "Per cent")->check(CLI::Range(0.0, 100.0));
    command->add_option("--max-power-kw", options->max_power_kw, "Of the charger")->check(CLI::PositiveNumber);
    command->add_option("--suspend", options->suspend_s, "Seconds of SuspendedEV before the stop");
    command->add_flag("--ac", options->is_ac);
    command->callback([options, &status] { status = run_charge(*options); });
}

void add_fleet(CLI::App &app, int &status)
{
    auto options = std::make_shared<FleetCommandOptions>();
    CLI::App *command = app.add_subcommand("fleet", "Many charge points from a scenario file");
    add_run_options(*command, options->run);
    command->add_option("--scenario", options->scenario_file, "JSON")->required();
    command->callback([options, &status] { status = run_fleet(*options); });
}

void add_vehicles(CLI::App &app, int &status)
{
    auto as_json = std::make_shared<bool>(false);
    CLI::App *command = app.add_subcommand("vehicles", "Lists the vehicles");
    command->add_flag("--json", *as_json);
    command->callback([as_json, &status] { status = run_vehicles(*as_json); });
}

void add_load(CLI::App &app, int &status)
{
    auto options = std::make_shared<LoadCommandOptions>();
    CLI::App *command = app.add_subcommand("load", "Measures acknowledged MeterValues a second");
    command->add_option("--url", options->url, "ws://HOST:PORT/ocpp/");
    command->add_option("--credentials", options->credentials_file, "id,password,id_tag a line")->required();
    command->add_option("--connections", options->connections)->check(CLI::PositiveNumber);
    command->add_option("--seconds", options->seconds)->check(CLI::PositiveNumber);
    command->add_option("--threads", options->threads)->check(CLI::PositiveNumber);
    command->add_option("--power-w", options->power_w)->check(CLI::PositiveNumber);
    command->callback([options, &status] { status = run_load_command(*options); });
}

void add_customer(CLI::App &app, int &status)
{
    auto options = std::make_shared<CustomerOptions>();
    CLI::App *command = app.add_subcommand("customer", "A customer's progress; files a complaint");
    command->add_option("--url", options->url, "ws://HOST:PORT of the customer channel")->required();
    command->add_option("--token-file", options->token_file, "First line")->required();
    command->add_option("--complain", options->complaint, "Text of a complaint");
    command->add_option("--reason", options->reason, "Of the complaint");
    command->add_option("--order", options->order_no, "Default: the order of the token");
    command->add_option("--kind", options->kind, "Of the ticket; REFUND, EXCEPTION, CLAIM … of a goods order");
    command->add_option("--shipment", options->shipment_no, "The parcel of a goods order");
    command->add_option("--evidence", options->evidence, "PNG or JPEG; one or more")->check(CLI::ExistingFile);
    command->add_option("--until", options->until)->check(CLI::IsMember({"ticket", "notice", "settled", "forever"}));
    command->add_option("--limit", options->limit_s, "Seconds, then status 3");
    command->add_flag("--json", options->as_json, "The frames as they come");
    command->callback([options, &status] { status = run_customer(*options); });
}

void add_sandbox(CLI::App &app, int &status)
{
    auto options = std::make_shared<SandboxOptions>();
    CLI::App *command = app.add_subcommand("sandbox", "Plays Stripe, WeChat Pay and EasyPost, as a script says");
    command->add_option("--payment", options->payment, "127.0.0.1:PORT (default: any port)");
    command->add_option("--carrier", options->carrier, "127.0.0.1:PORT (default: any port)");
    command->add_option("--webhook-url", options->webhook_url, "http://127.0.0.1:PORT/webhooks");
    command->add_option("--script", options->script_file, "JSON: what becomes of which payment and parcel");
    command->add_option("--accounts-out", options->accounts_folder,
                        "Folder for the files that afterchargectl gateway set takes");
    command->add_option("--speed", options->speed, "Simulated seconds a second")->check(CLI::Range(1, 100000));
    command->add_option("--epoch", options->epoch, "Simulated time at the start, ISO 8601 with a zone (default: now)");
    command->add_option("--pending", options->pending_s, "Simulated seconds until a pending refund ends")
        ->check(CLI::NonNegativeNumber);
    command->add_option("--paid", options->paid_on_first_use,
                        "Minor units paid for a payment that no script names (default: it does not exist)");
    command->add_option("--currency", options->currency, "Of such payments, and of the carrier's account");
    command->callback([options, &status] { status = run_sandbox(*options); });
}

void add_postgres(CLI::App &app, int &status)
{
    auto options = std::make_shared<PostgresCommandOptions>();
    CLI::App *command = app.add_subcommand("postgres", "A throw-away PostgreSQL; prints how to reach it");
    command->add_option("--folder", options->folder, "Where its data stay (default: nowhere)");
    command->add_option("--port", options->port, "On 127.0.0.1 (default: any)")->check(CLI::Range(1, 65535));
    command->add_flag("--tls", options->tls, "With a CA of its own; plain TCP is refused");
    command->callback([options, &status] { status = run_postgres(*options); });
}

}  // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    CLI::App app("Simulated charge points, load, customers and gateways for Aftercharge", "aftercharge-sim");
    app.require_subcommand(1);
    int status = 0;
    add_charge(app, status);
    add_fleet(app, status);
    add_vehicles(app, status);
    add_load(app, status);
    add_customer(app, status);
    add_sandbox(app, status);
    add_postgres(app, status);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    return status;
}

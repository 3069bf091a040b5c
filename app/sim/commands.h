// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

// The subcommands of aftercharge-sim. Each needs a QCoreApplication, writes to standard output
// (errors: one line on standard error) and returns the exit status: 0 done, 1 refused by a rule,
// 2 wrong usage, 3 network out of reach.
namespace aftercharge::sim {

struct RunOptions {
    std::string url = "ws://127.0.0.1:9210/ocpp/";
    int speed = 1;
    std::string epoch;  // ISO 8601; empty: now
    std::uint64_t seed = 1;
    int give_up_s = 20;  // real seconds without any accepted boot
    bool as_json = false;
};

struct ChargeOptions {
    RunOptions run;
    std::string id;
    std::string password_file;
    std::string id_tag;
    std::string vehicle = "byd-seal-61";
    std::vector<std::string> faults;
    int connector = 1;
    double start_soc = 20;
    double target_soc = 80;
    double max_power_kw = 120;
    int suspend_s = 0;
    bool is_ac = false;
};
int run_charge(const ChargeOptions &options);

struct FleetCommandOptions {
    RunOptions run;
    std::string scenario_file;
};
int run_fleet(const FleetCommandOptions &options);

int run_vehicles(bool as_json);

struct LoadCommandOptions {
    std::string url = "ws://127.0.0.1:9210/ocpp/";
    std::string credentials_file;
    int connections = 1;
    int seconds = 10;
    int threads = 1;
    int power_w = 60000;
};
int run_load_command(const LoadCommandOptions &options);

struct CustomerOptions {
    std::string url;
    std::string token_file;
    std::string complaint;
    std::string reason = "OVERCHARGED";
    std::string order_no;
    std::string kind = "CHARGING_COMPLAINT";
    std::string shipment_no;            // of a goods order
    std::vector<std::string> evidence;  // PNG and JPEG files
    // "ticket": ends when the ticket has its number; "notice": at the first notice; "settled": when the
    // session is settled; "forever".
    std::string until = "forever";
    int limit_s = 0;  // 0: none; over: status 3
    bool as_json = false;
};
int run_customer(const CustomerOptions &options);

// Payment services and a carrier that do what a script says, until SIGINT or SIGTERM.
struct SandboxOptions {
    std::string payment = "127.0.0.1:0";  // loopback only; port 0: any, printed
    std::string carrier = "127.0.0.1:0";
    std::string webhook_url;      // "http://127.0.0.1:9400/webhooks"; empty: nobody is told
    std::string script_file;      // JSON, see app/sim/sandbox/script.h
    std::string accounts_folder;  // where the files for `afterchargectl gateway set` go
    int speed = 1;
    std::string epoch;                   // ISO 8601; empty: now
    int pending_s = 20;                  // simulated, where a step does not say
    std::int64_t paid_on_first_use = 0;  // minor units; 0: payments that no script names do not exist
    std::string currency = "cny";
};
int run_sandbox(const SandboxOptions &options);

// A PostgreSQL of its own, until SIGINT or SIGTERM. Prints one line of JSON when it is ready: host, port,
// socket_folder, superuser, password_file, ca_file (empty without TLS).
struct PostgresCommandOptions {
    std::string folder;  // stays; empty: a temporary one, removed at the end
    int port = 0;        // 0: any
    bool tls = false;
};
int run_postgres(const PostgresCommandOptions &options);

}  // namespace aftercharge::sim

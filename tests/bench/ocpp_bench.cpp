// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/ocpp_bench.h"

#include <algorithm>
#include <cstdio>

#include <QtCore/QCoreApplication>
#include <QtNetwork/QTcpServer>

#include "app/sim/load_generator.h"
#include "tests/bench/bench_store.h"
#include "tests/bench/child_process.h"

namespace aftercharge::bench {
namespace {

constexpr const char *baseline_name = "bare Qt WebSocket server";

// What one round under load gave.
struct LoadRound {
    double per_second = 0;
    double p50_us = 0;
    double p99_us = 0;
    double cores = 0;  // that the server used under load
    double resident_mib = 0;
};
using Rounds = std::vector<LoadRound>;

double median_of(const Rounds &rounds, double LoadRound::*field)
{
    std::vector<double> values;
    for (const LoadRound &round : rounds)
        values.push_back(round.*field);
    return median(std::move(values));
}

int free_port()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
}

Result<LoadRound> measure(const ChildProcess &server, int port, const std::vector<sim::Credential> &credentials,
                          int connections, int seconds, const char *who)
{
    sim::LoadOptions load;
    load.host = "127.0.0.1";
    load.port = port;
    load.credentials = credentials;
    load.connections = connections;
    load.duration = std::chrono::seconds(seconds);
    CpuWatch watch(server);
    const auto report = sim::run_load(load);
    if (!report)
        return pass_on(report);
    const double cores = watch.busiest_cores(seconds);
    std::printf("%s: %s\n", who, sim::to_json(*report).c_str());
    std::fflush(stdout);
    if (report->connections != connections || report->counters.errors > 0 || report->counters.disconnected > 0)
        return fail(ErrorCode::Internal, std::string(who) + " lost connections or answered with errors");
    const auto acknowledged = static_cast<double>(report->counters.acknowledged);
    return LoadRound{.per_second = acknowledged / report->seconds,
                     .p50_us = static_cast<double>(report->counters.latency.percentile(500)),
                     .p99_us = static_cast<double>(report->counters.latency.percentile(990)),
                     .cores = cores,
                     .resident_mib = server.use().resident_mib};
}

Result<LoadRound> daemon_round(const BenchStore &furnished, const BenchOptions &options, int connections)
{
    const auto store = furnished.copy_to(options.folder / "round");
    if (!store)
        return pass_on(store);
    const int port = free_port();
    ChildProcess daemon;
    const auto ready = daemon.start(bin_folder() + QStringLiteral("/aftercharged"),
                                    {QStringLiteral("--store"), QString::fromStdString(store->url()),
                                     QStringLiteral("--key-file"), QString::fromStdString(store->key_file()),
                                     QStringLiteral("--ocpp"), QStringLiteral("127.0.0.1:%1").arg(port)},
                                    QString::fromStdString(store->state_home()), "ready");
    if (!ready)
        return pass_on(ready);
    auto round = measure(daemon, port, store->credentials(), connections, options.seconds, "aftercharged");
    if (auto stopped = daemon.stop(); !stopped)
        return pass_on(stopped);
    return round;
}

Result<LoadRound> bare_round(const BenchStore &furnished, const BenchOptions &options, int connections)
{
    std::error_code error;
    std::filesystem::remove_all(options.folder / "bare", error);
    std::filesystem::create_directories(options.folder / "bare", error);
    ChildProcess server;
    const auto ready = server.start(
        QCoreApplication::applicationFilePath(),
        {QStringLiteral("--serve-bare"), QString::fromStdString((options.folder / "bare" / "bare.db").string())},
        QString::fromStdString(furnished.state_home()), "ready");
    if (!ready)
        return pass_on(ready);
    const int port = std::stoi(ready->substr(ready->find(' ') + 1));
    auto round = measure(server, port, furnished.credentials(), connections, options.seconds, "bare server");
    if (auto stopped = server.stop(); !stopped)
        return pass_on(stopped);
    return round;
}

void add_results(BenchResults &results, int connections, const Rounds &ours, const Rounds &bare)
{
    const std::string prefix = "ocpp." + std::to_string(connections) + ".";
    const auto add = [&](const char *name, const char *unit, double LoadRound::*field) {
        results.push_back({prefix + name, median_of(ours, field), unit, baseline_name, median_of(bare, field),
                           static_cast<int>(ours.size())});
    };
    add("acknowledged", "/s", &LoadRound::per_second);
    add("latency_p50", "us", &LoadRound::p50_us);
    add("latency_p99", "us", &LoadRound::p99_us);
    add("server_cpu", "cores", &LoadRound::cores);
    add("server_resident", "MiB", &LoadRound::resident_mib);
}

}  // namespace

Result<BenchResults> run_ocpp_bench(const BenchOptions &options)
{
    const auto store = BenchStore::make(options.folder / "furnished", std::ranges::max(options.connections));
    if (!store)
        return pass_on(store);
    BenchResults results;
    for (const int connections : options.connections) {
        Rounds ours;
        Rounds bare;
        for (int i = 0; i < options.rounds; ++i) {
            const auto round = daemon_round(*store, options, connections);
            if (!round)
                return pass_on(round);
            ours.push_back(*round);
            const auto baseline = bare_round(*store, options, connections);
            if (!baseline)
                return pass_on(baseline);
            bare.push_back(*baseline);
        }
        add_results(results, connections, ours, bare);
    }
    return results;
}

}  // namespace aftercharge::bench

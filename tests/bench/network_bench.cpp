// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/network_bench.h"

#include <algorithm>
#include <atomic>
#include <cstdio>

#include <QtCore/QCoreApplication>
#include <QtCore/QEventLoop>
#include <QtCore/QFile>
#include <QtCore/QThread>
#include <QtNetwork/QTcpServer>

#include "app/sim/load_generator.h"
#include "app/wiring/system_clock.h"
#include "app/wiring/system_random.h"
#include "models/live/live_client.h"
#include "models/store/sql/sql_desk_gate.h"
#include "tests/bench/child_process.h"
#include "tests/support/furnish.h"
#include "tests/support/shared_shop.h"

namespace aftercharge::bench {
namespace {

constexpr int charge_points = 2'000;
constexpr int desks = 50;
constexpr std::chrono::milliseconds report_interval{15'000};
constexpr double share_of_cores = 1.0;  // of two that the machine has, with the server and the load beside it
constexpr double most_resident_mib = 300;
constexpr double frame_interval_ms = 250;

struct NetworkRound {
    double cores = 0;
    double resident_mib = 0;
    double reports_per_second = 0;
    double ack_p99_ms = 0;
    double lag_p99_ms = 0;
    double updates_per_second = 0;  // over all desks
};

int free_port()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
}

Result<std::string> tariff()
{
    QFile file(QStringLiteral(":/aftercharge/tariffs/shanghai_dc.json"));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::StoreNotFound, "the tariff of the benchmark");
    return file.readAll().toStdString();
}

Result<std::vector<sim::Credential>> furnish(const SharedShop &shop)
{
    const auto store = open_shared_store(shop.login("robot"), SharedRole::Daemon);
    const auto json = tariff();
    if (!store || !json)
        return store ? pass_on(json) : pass_on(store);
    SystemClock clock;
    SystemRandom random;
    Changes changes;
    Work work{*store->ledger, *store->telemetry, clock, random, changes};
    const auto made = furnish_network(work, "NET-", charge_points, *json);
    if (!made)
        return pass_on(made);
    std::vector<sim::Credential> credentials;
    for (const Furnished &one : *made)
        credentials.emplace_back(one.charge_point, one.password, one.id_tag);
    return credentials;
}

// The desks' ends of the feed, on a thread of their own.
class Desks {
public:
    Desks(std::string url, std::vector<std::string> tokens)
    {
        thread_.reset(QThread::create([this, url = std::move(url), tokens = std::move(tokens)] { run(url, tokens); }));
        thread_->start();
    }
    ~Desks() { stop(); }
    Desks(const Desks &) = delete;
    Desks &operator=(const Desks &) = delete;

    void begin_to_count() { counts_ = true; }
    void stop()
    {
        if (!thread_)
            return;
        thread_->quit();
        thread_->wait();
        thread_.reset();
    }
    // After stop().
    std::vector<double> &lags_ms() { return lags_ms_; }
    std::int64_t updates() const { return updates_; }
    int live() const { return live_; }

private:
    void run(const std::string &url, const std::vector<std::string> &tokens)
    {
        SystemClock clock;
        SystemRandom random;
        std::vector<std::unique_ptr<LiveClient>> clients;
        QEventLoop loop;
        for (const std::string &token : tokens) {
            LiveClientOptions options;
            options.url = QUrl(QString::fromStdString(url));
            options.token = token;
            auto &client = clients.emplace_back(std::make_unique<LiveClient>(options, clock, random));
            QObject::connect(client.get(), &LiveFeed::sessionsChanged, &loop,
                             [&](const QList<SessionView> &sessions) { take(sessions, clock.now()); });
            client->start();
        }
        loop.exec();
        live_ = static_cast<int>(std::count_if(clients.begin(), clients.end(), [](const auto &client) {
            return client->state().kind == FeedState::Live;
        }));
    }
    void take(const QList<SessionView> &sessions, UtcTime now)
    {
        if (!counts_)
            return;
        updates_ += sessions.size();
        for (const SessionView &view : sessions)
            lags_ms_.push_back(static_cast<double>((now - view.received_at).count()));
    }

    std::unique_ptr<QThread> thread_;
    std::atomic<bool> counts_ = false;
    std::vector<double> lags_ms_;
    std::int64_t updates_ = 0;
    int live_ = 0;
};

Result<std::vector<std::string>> tokens_of(const SharedShop &shop)
{
    const auto gate = open_desk_gate(shop.login("ann"));
    if (!gate)
        return pass_on(gate);
    std::vector<std::string> tokens;
    for (int i = 0; i < desks; ++i) {
        auto token = (*gate)->feed_token();
        if (!token)
            return pass_on(token);
        tokens.push_back(std::move(*token));
    }
    return tokens;
}

Result<NetworkRound> measure(const SharedShop &shop, const std::vector<sim::Credential> &credentials, int seconds)
{
    const int ocpp = free_port();
    const int live = free_port();
    ChildProcess daemon;
    const auto ready = daemon.start(
        bin_folder() + QStringLiteral("/aftercharged"),
        {QStringLiteral("--store"), QString::fromStdString(shop.url("robot")), QStringLiteral("--key-file"),
         QString::fromStdString(shop.password_file().string()), QStringLiteral("--ocpp"),
         QStringLiteral("127.0.0.1:%1").arg(ocpp), QStringLiteral("--live"), QStringLiteral("127.0.0.1:%1").arg(live)},
        QString::fromStdString((shop.folder() / "daemon-state").string()), "ready");
    if (!ready)
        return pass_on(ready);
    const auto tokens = tokens_of(shop);
    if (!tokens)
        return pass_on(tokens);
    Desks listening("ws://127.0.0.1:" + std::to_string(live), *tokens);
    sim::LoadOptions load;
    load.host = "127.0.0.1";
    load.port = ocpp;
    load.credentials = credentials;
    load.connections = charge_points;
    load.duration = std::chrono::seconds(seconds);
    load.interval = report_interval;
    load.setup_limit = std::chrono::seconds(180);
    listening.begin_to_count();
    CpuWatch watch(daemon);
    const auto report = sim::run_load(load);
    const double cores = watch.busiest_cores(seconds);
    const double resident = daemon.use().resident_mib;
    listening.stop();
    if (!report)
        return pass_on(report);
    std::printf("aftercharged: %s, %d of %d desks live, %lld updates\n", sim::to_json(*report).c_str(),
                listening.live(), desks, static_cast<long long>(listening.updates()));
    std::fflush(stdout);
    if (auto stopped = daemon.stop(); !stopped)
        return pass_on(stopped);
    if (report->connections != charge_points || report->counters.errors > 0 || report->counters.disconnected > 0 ||
        listening.live() != desks)
        return fail(ErrorCode::Internal, "the daemon lost connections, or answered with errors");
    return NetworkRound{.cores = cores,
                        .resident_mib = resident,
                        .reports_per_second = static_cast<double>(report->counters.acknowledged) / report->seconds,
                        .ack_p99_ms = static_cast<double>(report->counters.latency.percentile(990)) / 1000,
                        .lag_p99_ms = percentile(std::move(listening.lags_ms()), 990),
                        .updates_per_second = static_cast<double>(listening.updates()) / report->seconds};
}

}  // namespace

Result<BenchResults> run_network_bench(const BenchOptions &options)
{
    const auto shop = SharedShop::make(options.folder / "shop");
    if (!shop)
        return pass_on(shop);
    const auto credentials = furnish(**shop);
    if (!credentials)
        return pass_on(credentials);
    // Two rounds of reports at the least.
    const int seconds = std::max(options.seconds, 30);
    const auto round = measure(**shop, *credentials, seconds);
    if (!round)
        return pass_on(round);
    const auto row = [](const char *name, double value, const char *unit, const char *limit_name, double limit) {
        return BenchResult{name, value, unit, limit_name, limit, 1};
    };
    const double offered = charge_points / (static_cast<double>(report_interval.count()) / 1000);
    return BenchResults{
        row("network.2000.server_cpu", round->cores, "cores", "its share of two cores", share_of_cores),
        row("network.2000.server_resident", round->resident_mib, "MiB", "limit", most_resident_mib),
        row("network.2000.reports", round->reports_per_second, "/s", "offered", offered),
        row("network.2000.ack_p99", round->ack_p99_ms, "ms", "report interval", 15'000),
        row("network.2000.feed_lag_p99", round->lag_p99_ms, "ms", "frame interval", frame_interval_ms),
        row("network.2000.feed_updates", round->updates_per_second, "/s", "reports to 50 desks", offered * desks),
    };
}

}  // namespace aftercharge::bench

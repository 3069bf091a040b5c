// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/desk_bench.h"

#include <cstdio>

#include <QtCore/QElapsedTimer>
#include <QtWidgets/QApplication>
#include <QtWidgets/QWidget>

#include "app/daemon/stop_signal.h"
#include "models/workflow/charge_point_directory.h"
#include "models/workflow/start_charging.h"
#include "models/workflow/stop_charging.h"
#include "tests/bench/bench_store.h"
#include "tests/bench/child_process.h"

namespace aftercharge::bench {
namespace {

constexpr int points = 60;
constexpr int running = 20;  // of them; the others' sessions are over

// A session an hour old at each charge point, most of them settled.
Result<void> add_sessions(const BenchStore &store)
{
    auto open = store.open();
    if (!open)
        return pass_on(open);
    Changes changes;
    Work work{(*open)->ledger(), (*open)->telemetry(), (*open)->clock(), (*open)->random(), changes};
    ChargePointDirectory directory;
    if (auto read = directory.read(work.ledger.reader().registry()); !read)
        return read;
    const UtcTime start = work.clock.now() - std::chrono::hours{1};
    int number = 0;
    for (const sim::Credential &credential : store.credentials()) {
        const auto point = directory.find(*ChargePointId::from_text(credential.id));
        const auto begun = start_charging(work, *point, {1, credential.id_tag, EnergyWh{1'000'000}, start});
        if (!begun)
            return pass_on(begun);
        if (number++ < running)
            continue;
        const StopFacts facts{.at = start + std::chrono::minutes{40},
                              .meter_stop = EnergyWh{1'020'000},
                              .reason = StopReason::Local,
                              .detail = {},
                              .actor = {Source::ChargePoint, credential.id}};
        if (const auto stopped = stop_charging(work, begun->order.order_no, facts, {}); !stopped)
            return pass_on(stopped);
    }
    return {};
}

Result<double> start_ms(const QString &program, const QStringList &arguments, const BenchStore &store)
{
    ChildProcess process;
    QElapsedTimer timer;
    timer.start();
    const auto ready = process.start(program, arguments, QString::fromStdString(store.state_home()), "ready");
    if (!ready)
        return pass_on(ready);
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

}  // namespace

Result<BenchResults> run_start_bench(const BenchOptions &options)
{
    const auto store = BenchStore::make(options.folder / "furnished", points);
    if (!store)
        return pass_on(store);
    if (const auto added = add_sessions(*store); !added)
        return pass_on(added);
    const QStringList desk{QStringLiteral("--store"),       QString::fromStdString(store->url()),
                           QStringLiteral("--key-file"),    QString::fromStdString(store->key_file()),
                           QStringLiteral("--as"),          QString::fromStdString(first_operator().text()),
                           QStringLiteral("--profile"),     QStringLiteral("bench"),
                           QStringLiteral("--report-ready")};
    std::vector<double> ours;
    std::vector<double> empty;
    // The first of each fills the system's cache and is not counted.
    for (int i = 0; i <= options.rounds; ++i) {
        const auto desk_ms = start_ms(bin_folder() + QStringLiteral("/aftercharge"), desk, *store);
        const auto empty_ms = start_ms(QCoreApplication::applicationFilePath(), {QStringLiteral("--empty-window")},
                                       *store);
        if (!desk_ms || !empty_ms)
            return desk_ms ? pass_on(empty_ms) : pass_on(desk_ms);
        std::printf("start: desk %.0f ms, empty window %.0f ms\n", *desk_ms, *empty_ms);
        if (i == 0)
            continue;
        ours.push_back(*desk_ms);
        empty.push_back(*empty_ms);
    }
    return BenchResults{{"desk.start", median(ours), "ms", "empty Qt window", median(empty), options.rounds},
                        {"desk.start_limit", median(ours), "ms", "what is allowed", 1000, options.rounds}};
}

int run_empty_window()
{
    QWidget window;
    window.resize(1440, 900);
    window.show();
    window.repaint();
    StopSignal stop([] { QCoreApplication::quit(); });
    std::printf("ready\n");
    std::fflush(stdout);
    return QApplication::exec();
}

}  // namespace aftercharge::bench

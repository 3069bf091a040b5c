// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/refunds_bench.h"

#include <atomic>
#include <mutex>
#include <thread>

#include <QtCore/QElapsedTimer>
#include <QtCore/QUuid>
#include <QtSql/QSqlError>
#include <QtSql/QSqlQuery>

#include "models/store/postgres/postgres_connection.h"
#include "tests/bench/refund_flow.h"

namespace aftercharge::bench {
namespace {

constexpr int clients = 8;

// What the clients of one round did together.
struct Round {
    std::atomic<int> done{0};
    std::atomic<bool> is_over{false};
    std::mutex mutex;
    std::optional<Error> error;

    void fail_with(const Error &failure)
    {
        const std::lock_guard lock(mutex);
        if (!error)
            error = failure;
        is_over = true;
    }
};

// `client(n, round)` runs on a thread of its own until the round is over.
template<typename Client>
Result<double> run_round(int seconds, Client client)
{
    Round round;
    std::vector<std::jthread> threads;
    QElapsedTimer timer;
    timer.start();
    for (int n = 0; n < clients; ++n)
        threads.emplace_back([&round, &client, n] {
            if (const auto done = client(n, round); !done)
                round.fail_with(done.error());
        });
    while (!round.is_over && timer.elapsed() < seconds * 1000)
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    const int done = round.done;
    const double elapsed = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    round.is_over = true;
    threads.clear();
    if (round.error)
        return tl::unexpected(*round.error);
    return done / elapsed;
}

Result<double> flows(const SharedShop &shop, int seconds, int number)
{
    return run_round(seconds, [&](int n, Round &round) -> Result<void> {
        auto flow = RefundFlow::open(shop, std::to_string(number) + "x" + std::to_string(n));
        if (!flow)
            return pass_on(flow);
        int counted = 0;
        while (!round.is_over) {
            if (auto done = (*flow)->run(); !done)
                return done;
            round.done += (*flow)->refunds_paid() - std::exchange(counted, (*flow)->refunds_paid());
        }
        return {};
    });
}

// One row a transaction, durable, on the same server.
Result<double> bare_commits(const SharedShop &shop, int seconds)
{
    return run_round(seconds, [&](int n, Round &round) -> Result<void> {
        const QString name = QUuid::createUuid().toString();
        Result<void> outcome;
        {
            const SharedLocation location = shop.superuser();
            auto database = open_postgres(location.target, location.password, name);
            if (!database)
                return pass_on(database);
            QSqlQuery insert(*database);
            insert.prepare(QStringLiteral("INSERT INTO bare (client, v) VALUES (?, ?)"));
            for (int v = 0; !round.is_over && outcome; ++v) {
                insert.bindValue(0, n);
                insert.bindValue(1, v);
                if (insert.exec())
                    ++round.done;
                else
                    outcome = fail(ErrorCode::StoreIo, insert.lastError().text().toStdString());
            }
        }
        QSqlDatabase::removeDatabase(name);
        return outcome;
    });
}

// A store that works has the statistics that its server's autovacuum gathers within a minute.
Result<void> warm_up(SharedShop &shop)
{
    constexpr int seconds = 3;
    if (const auto warm = flows(shop, seconds, 100); !warm)
        return pass_on(warm);
    if (const auto analyzed = shop.server().query("ANALYZE", "shop"); !analyzed)
        return pass_on(analyzed);
    return {};
}

Result<void> check_books(const SharedShop &shop, int paid_at_least)
{
    const auto store = open_shared_store(shop.login("robot"), SharedRole::Daemon);
    if (!store)
        return pass_on(store);
    LedgerReader &ledger = store->ledger->reader();
    const auto sum = ledger.accounts().sum_of_all();
    if (!sum)
        return pass_on(sum);
    if (!sum->is_zero())
        return fail(ErrorCode::LedgerUnbalanced, sum->to_text());
    const auto chains = ledger.audit().verify({});
    if (!chains)
        return pass_on(chains);
    if (!chains->intact)
        return fail(ErrorCode::StoreChainBroken, chains->problem);
    std::printf("  books: sum 0, %lld chain entries intact, at least %d refunds paid\n",
                static_cast<long long>(chains->entries), paid_at_least);
    return {};
}

}  // namespace

Result<BenchResults> run_refunds_bench(const BenchOptions &options)
{
    const auto shop = SharedShop::make(options.folder);
    if (!shop)
        return pass_on(shop);
    const auto table = (*shop)->server().query("CREATE TABLE bare (client int NOT NULL, v int NOT NULL)", "shop");
    if (!table)
        return pass_on(table);
    if (const auto warm = warm_up(**shop); !warm)
        return pass_on(warm);
    std::vector<double> ours;
    std::vector<double> bare;
    int paid = 0;
    for (int round = 0; round < options.rounds; ++round) {
        const auto commits = bare_commits(**shop, options.seconds);
        if (!commits)
            return pass_on(commits);
        const auto refunds = flows(**shop, options.seconds, round);
        if (!refunds)
            return pass_on(refunds);
        std::printf("  round %d: %.0f flows/s, %.0f bare commits/s\n", round + 1, *refunds, *commits);
        std::fflush(stdout);
        paid += static_cast<int>(*refunds * options.seconds);
        ours.push_back(*refunds);
        bare.push_back(*commits);
    }
    if (const auto checked = check_books(**shop, paid); !checked)
        return pass_on(checked);
    return BenchResults{{"order to paid refund, 8 clients, PostgreSQL", median(ours), "flows/s",
                         "bare commits, 8 clients, same server", median(bare), options.rounds}};
}

}  // namespace aftercharge::bench

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/store_bench.h"

#include <QtCore/QElapsedTimer>
#include <QtSql/QSqlQuery>

#include "models/store/sqlcipher/sqlcipher_open.h"
#include "models/workflow/charge_point_directory.h"
#include "models/workflow/start_charging.h"
#include "models/workflow/stop_charging.h"
#include "tests/bench/bare_samples.h"
#include "tests/bench/bench_store.h"

namespace aftercharge::bench {
namespace {

using namespace std::chrono_literals;

constexpr int batches = 200;
constexpr int batch_size = 200;
constexpr int settlements = 100;

double per_second(int count, const QElapsedTimer &timer)
{
    return count * 1e9 / static_cast<double>(std::max<qint64>(1, timer.nsecsElapsed()));
}

std::vector<TelemetryBatch> make_batches(UtcTime from)
{
    std::vector<TelemetryBatch> made(batches);
    for (int b = 0; b < batches; ++b) {
        for (int i = 0; i < batch_size; ++i) {
            SampleRow &row = made[static_cast<std::size_t>(b)].samples.emplace_back();
            row.order_no = *OrderNo::from_text("C20261123-" + std::to_string(10'000 + i));
            row.reading.at = from + 15s * b;
            row.reading.register_wh = EnergyWh{1'000'000 + b * 250};
            row.reading.voltage = VoltageMv{400'000};
            row.reading.current = CurrentMa{150'000};
            row.reading.power = PowerW{60'000};
            row.reading.soc = SocPermille{500};
        }
    }
    return made;
}

Result<double> our_samples(LocalStore &store)
{
    const auto made = make_batches(store.clock().now());
    QElapsedTimer timer;
    timer.start();
    for (const TelemetryBatch &batch : made) {
        if (auto written = store.telemetry().write(batch); !written)
            return pass_on(written);
    }
    const double rate = per_second(batches * batch_size, timer);
    for (auto more = store.telemetry().compact(); more && *more;)
        more = store.telemetry().compact();
    return rate;
}

Result<double> bare_samples(BareSamples &bare, UtcTime from)
{
    const auto made = make_batches(from);
    QElapsedTimer timer;
    timer.start();
    for (const TelemetryBatch &batch : made) {
        bool good = bare.begin();
        for (std::size_t i = 0; i < batch.samples.size(); ++i)
            good = good && bare.insert(static_cast<std::int64_t>(i), batch.samples[i].reading);
        if (!good || !bare.commit())
            return fail(ErrorCode::StoreIo, "the bare samples");
    }
    return per_second(batches * batch_size, timer);
}

// The time of the stops alone; the starts before them are not counted.
Result<double> settle(Work &work, const ChargePointDirectory &directory, const BenchStore &store, int round)
{
    std::vector<OrderNo> orders;
    const UtcTime begin = work.clock.now() - 2h + 1s * round;
    for (const sim::Credential &credential : store.credentials()) {
        const auto point = directory.find(*ChargePointId::from_text(credential.id));
        const auto started = start_charging(work, *point, {1, credential.id_tag, EnergyWh{1'000'000}, begin});
        if (!started)
            return pass_on(started);
        orders.push_back(started->order.order_no);
    }
    QElapsedTimer timer;
    timer.start();
    for (const OrderNo &order_no : orders) {
        const StopFacts facts{.at = begin + 40min,
                              .meter_stop = EnergyWh{1'004'000},
                              .reason = StopReason::Local,
                              .detail = {},
                              .actor = {Source::System, "bench"}};
        if (const auto stopped = stop_charging(work, order_no, facts, {}); !stopped)
            return pass_on(stopped);
    }
    work.changes.clear();
    return per_second(settlements, timer);
}

// A database of one table under the ledger's journal mode.
Result<QSqlDatabase> bare_ledger(const std::filesystem::path &file)
{
    const StoreKey key = StoreKey::generate();
    SqlcipherOpenOptions options{.path = file, .key = key.bytes()};
    options.create = true;
    auto database = open_sqlcipher(options, QStringLiteral("bare ledger"));
    if (database && !QSqlQuery(*database).exec(QStringLiteral("CREATE TABLE t (id INTEGER PRIMARY KEY, v INTEGER)")))
        return fail(ErrorCode::StoreIo, file.string());
    return database;
}

Result<double> bare_commits(QSqlDatabase &database)
{
    QSqlQuery insert(database);
    bool good = insert.prepare(QStringLiteral("INSERT INTO t (v) VALUES (?)"));
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < settlements && good; ++i) {
        good = database.transaction();
        insert.bindValue(0, i);
        good = good && insert.exec() && database.commit();
    }
    if (!good)
        return fail(ErrorCode::StoreIo, "the bare ledger");
    return per_second(settlements, timer);
}

struct Rates {
    std::vector<double> samples;
    std::vector<double> bare_samples;
    std::vector<double> settled;
    std::vector<double> commits;
};

Result<void> run_rounds(const BenchOptions &options, const BenchStore &furnished, QSqlDatabase &ledger, Rates &rates)
{
    auto store = furnished.open();
    auto bare = BareSamples::make(options.folder / "bare.db");
    if (!store || !bare)
        return store ? pass_on(bare) : pass_on(store);
    Changes changes;
    Work work{(*store)->ledger(), (*store)->telemetry(), (*store)->clock(), (*store)->random(), changes};
    ChargePointDirectory directory;
    if (auto read = directory.read(work.ledger.reader().registry()); !read)
        return read;
    for (int round = 0; round < options.rounds; ++round) {
        const auto add = [](std::vector<double> &values, const Result<double> &rate) -> Result<void> {
            if (!rate)
                return pass_on(rate);
            values.push_back(*rate);
            return {};
        };
        const Result<void> done =
            add(rates.samples, our_samples(**store))
                .and_then([&] { return add(rates.bare_samples, bare_samples(**bare, work.clock.now())); })
                .and_then([&] { return add(rates.settled, settle(work, directory, furnished, round)); })
                .and_then([&] { return add(rates.commits, bare_commits(ledger)); });
        if (!done)
            return done;
    }
    return {};
}

}  // namespace

Result<BenchResults> run_store_bench(const BenchOptions &options)
{
    const auto furnished = BenchStore::make(options.folder / "furnished", settlements);
    if (!furnished)
        return pass_on(furnished);
    Rates rates;
    Result<void> done;
    QString name;
    {
        auto ledger = bare_ledger(options.folder / "bare-ledger.db");
        if (!ledger)
            return pass_on(ledger);
        name = ledger->connectionName();
        done = run_rounds(options, *furnished, *ledger, rates);
    }
    QSqlDatabase::removeDatabase(name);
    if (!done)
        return pass_on(done);
    return BenchResults{{"store.samples", median(rates.samples), "/s", "bare INSERT loop, 200 a commit",
                         median(rates.bare_samples), options.rounds},
                        {"store.settlements", median(rates.settled), "/s", "bare commit of one row",
                         median(rates.commits), options.rounds}};
}

}  // namespace aftercharge::bench

// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that fails at any byte of a commit: all of the unit of work is there afterwards, or
// nothing of it, and what was committed before always.
#include <QUuid>

#include "models/store/sql/local_connection.h"
#include "models/store/sql/sql_telemetry_store.h"
#include "tests/store/contract/samples.h"
#include "tests/store/sql_store_fixture.h"
#include "tests/support/faulty_vfs.h"

namespace aftercharge {

using namespace samples;

class SqlFaultTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void commits_all_or_nothing_data();
    void commits_all_or_nothing();
    void acknowledges_only_durable_samples();
};

namespace {

ConnectionFactory faulty(const LocalStoreFixture &store, const char *file, SqlcipherJournal journal,
                         const FaultyVfs &disk)
{
    return [&store, file, journal, &disk](Access access) -> Result<std::unique_ptr<Database>> {
        const auto path = store.location().folder / file;
        SqlcipherOpenOptions options{.path = path, .key = store.key().bytes()};
        options.journal = journal;
        options.read_only = access == Access::ReadOnly;
        options.vfs = disk.name();
        return open_sqlcipher(options, QUuid::createUuid().toString()).map([](const QSqlDatabase &connection) {
            return std::make_unique<Database>(connection, std::make_shared<SqliteDialect>());
        });
    };
}

Result<void> decide(UnitOfWork &unit, int number)
{
    return unit.accounts()
        .post(top_up(number, "M-1", "1.00", "P"))
        .and_then([&](PostOutcome) {
            return unit.accounts().post(transfer(1000 + number, AccountId::available(id<MemberId>("M-1")),
                                                 AccountId::frozen(id<MemberId>("M-1")), "1.00", "P"));
        })
        .and_then([&](PostOutcome) {
            return unit.audit().append({at(), {}, "x", "y", std::to_string(number), ""});
        });
}

}  // namespace

void SqlFaultTest::commits_all_or_nothing_data()
{
    QTest::addColumn<int>("fault");
    QTest::newRow("disk full") << static_cast<int>(FaultyVfs::Fault::DiskFull);
    QTest::newRow("write fails") << static_cast<int>(FaultyVfs::Fault::WriteFails);
    QTest::newRow("sync fails") << static_cast<int>(FaultyVfs::Fault::SyncFails);
}

void SqlFaultTest::commits_all_or_nothing()
{
    QFETCH(int, fault);
    LocalStoreFixture store;
    store.close();
    FaultyVfs disk("sql_fault_test");
    const auto connect = faulty(store, ledger_file, SqlcipherJournal::RollbackExtra, disk);
    const auto keeper = std::make_shared<FileHeadKeeper>(store.location().state_folder);
    std::size_t committed = 0;
    int failures = 0;
    for (int number = 1; number <= 40; ++number) {
        auto ledger = SqlLedgerStore::open(connect, keeper, Access::ReadWrite);
        REQUIRE_OK(ledger);
        disk.fail_after(number * 6000, static_cast<FaultyVfs::Fault>(fault));
        const auto done = commit(**ledger, [&](UnitOfWork &unit) { return decide(unit, number); });
        disk.heal();
        if (done)
            ++committed;
        else
            ++failures;
        ledger->reset();
        auto again = SqlLedgerStore::open(connect, keeper, Access::ReadWrite);
        REQUIRE_OK(again);
        LedgerReader &reader = (*again)->reader();
        const std::size_t found = reader.accounts().transfers("P").value().size();
        QVERIFY(found % 2 == 0);
        // A failure after the journal was deleted may have committed; never the reverse.
        QVERIFY(found / 2 >= committed && found / 2 <= committed + (done ? 0 : 1));
        committed = found / 2;
        QCOMPARE(reader.audit().chain_length().value(), static_cast<std::int64_t>(committed * 3));
        const auto report = reader.audit().verify({}).value();
        QVERIFY2(report.intact, report.problem.c_str());
    }
    QVERIFY(failures > 3);
    QVERIFY(committed > 3);
}

void SqlFaultTest::acknowledges_only_durable_samples()
{
    LocalStoreFixture store;
    store.close();
    FaultyVfs disk("sql_fault_test");
    const auto connect = faulty(store, telemetry_file, SqlcipherJournal::Wal, disk);
    std::size_t acknowledged = 0;
    int failures = 0;
    for (int number = 0; number < 30; ++number) {
        auto telemetry = SqlTelemetryStore::open(connect, Access::ReadWrite);
        REQUIRE_OK(telemetry);
        TelemetryBatch batch;
        for (int i = 0; i < 20; ++i)
            batch.samples.push_back({id<OrderNo>("C" + std::to_string(number)), reading(i, i)});
        disk.fail_after(number * 700, FaultyVfs::Fault::DiskFull);
        const bool is_written = (*telemetry)->write(batch).has_value();
        disk.heal();
        if (is_written)
            ++acknowledged;
        else
            ++failures;
        // The same connection goes on after the disk has room again.
        if (!is_written) {
            REQUIRE_OK((*telemetry)->write(batch));
            ++acknowledged;
        }
        REQUIRE_OK((*telemetry)->compact());
    }
    auto telemetry = SqlTelemetryStore::open(connect, Access::ReadWrite);
    REQUIRE_OK(telemetry);
    std::size_t found = 0;
    for (int number = 0; number < 30; ++number)
        found += (*telemetry)->reader().curve(id<OrderNo>("C" + std::to_string(number))).value().size();
    QCOMPARE(found, acknowledged * 20);
    QVERIFY(failures > 3);
}

}  // namespace aftercharge

QTEST_GUILESS_MAIN(aftercharge::SqlFaultTest)
#include "sql_fault_test.moc"

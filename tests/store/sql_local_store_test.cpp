// SPDX-License-Identifier: GPL-3.0-or-later
// A local store as a whole: made, opened, copied, checked, killed.
#include <csignal>
#include <filesystem>
#include <fstream>

#include <sys/wait.h>
#include <unistd.h>

#include "models/store/sql/local_connection.h"
#include "tests/store/contract/samples.h"
#include "tests/store/sql_store_fixture.h"

namespace aftercharge {

using namespace samples;
namespace fs = std::filesystem;

class SqlLocalStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void makes_a_private_folder();
    void refuses_to_make_one_twice();
    void leaves_nothing_behind_on_failure();
    void refuses_what_is_not_whole();
    void copies_a_store();
    void finds_damage();
    void keeps_every_acknowledged_batch_over_a_kill();
    void plays_back_the_journal_of_a_crash();
    void refuses_writes_on_a_reader();
};

void SqlLocalStoreTest::makes_a_private_folder()
{
    LocalStoreFixture store;
    store.close();
    QCOMPARE(fs::status(store.location().folder).permissions() & fs::perms::all, fs::perms::owner_all);
    for (const char *file : {ledger_file, telemetry_file}) {
        std::ifstream stream(store.location().folder / file);
        std::string head(15, '\0');
        stream.read(head.data(), 15);
        QVERIFY(stream.gcount() == 15 && head != "SQLite format 3");
    }
}

void SqlLocalStoreTest::refuses_to_make_one_twice()
{
    LocalStoreFixture store;
    REQUIRE_OK(commit(store.ledger(), [](UnitOfWork &u) { return u.accounts().post(top_up(1, "M-1", "1.00", "P")); }));
    CountingRandom random;
    EXPECT_ERROR(create_local_store(store.location(), store.key(), {"Other", cny(), "UTC"}, FixedClock(), random),
                 ErrorCode::StoreExists);
    store.reopen();
    QCOMPARE(store.ledger().reader().registry().network().value().name, std::string("Test"));
    QCOMPARE(store.ledger().reader().accounts().transfers("P").value().size(), std::size_t{1});
}

void SqlLocalStoreTest::leaves_nothing_behind_on_failure()
{
    const QTemporaryDir folder;
    const fs::path root(folder.path().toStdString());
    const StoreLocation location{root / "store", root / "state"};
    CountingRandom random;
    const auto create = [&](const NetworkInput &network) {
        return create_local_store(location, StoreKey::generate(), network, FixedClock(), random);
    };
    EXPECT_ERROR(create({"", cny(), "UTC"}), ErrorCode::InputInvalid);
    EXPECT_ERROR(create({"Test", {}, "UTC"}), ErrorCode::MoneyInvalidText);
    EXPECT_ERROR(create({"Test", cny(), "Mars/Olympus"}), ErrorCode::TimeInvalid);
    QVERIFY(!fs::exists(location.folder));
    // Telemetry can be made, the ledger cannot: its journal's name is taken by a folder.
    fs::create_directories(location.folder / "ledger.db-journal" / "x");
    QVERIFY(!create({"Test", cny(), "UTC"}).has_value());
    QVERIFY(!fs::exists(location.folder / ledger_file));
    QVERIFY(!fs::exists(location.folder / telemetry_file));
    fs::remove_all(location.folder / "ledger.db-journal");
    REQUIRE_OK(create({"Test", cny(), "UTC"}));
}

void SqlLocalStoreTest::refuses_what_is_not_whole()
{
    LocalStoreFixture store;
    LocalStoreFixture other;
    store.close();
    other.close();
    EXPECT_ERROR(open_local_store(store.location(), other.key(), FixedClock()), ErrorCode::StoreWrongKey);
    const fs::path telemetry = store.location().folder / telemetry_file;
    fs::rename(telemetry, telemetry.string() + ".away");
    EXPECT_ERROR(store.try_open(), ErrorCode::StoreNotFound);
    // Another store's telemetry under the same key: made for a second network.
    CountingRandom random;
    random.next();
    const StoreLocation twin{other.location().folder / "twin", other.location().state_folder};
    REQUIRE_OK(create_local_store(twin, store.key(), {"Test", cny(), "UTC"}, FixedClock(), random));
    fs::copy_file(twin.folder / telemetry_file, telemetry);
    EXPECT_ERROR(store.try_open(), ErrorCode::StoreForeignFile);
    fs::rename(telemetry.string() + ".away", telemetry);
    REQUIRE_OK(store.try_open());
}

void SqlLocalStoreTest::copies_a_store()
{
    LocalStoreFixture store;
    REQUIRE_OK(commit(store.ledger(), [](UnitOfWork &u) { return u.accounts().post(top_up(1, "M-1", "1.00", "P")); }));
    TelemetryBatch batch;
    for (int i = 0; i < 1000; ++i)
        batch.samples.push_back({id<OrderNo>("C1"), reading(i, i)});
    REQUIRE_OK(store.telemetry().write(batch));
    const fs::path target = store.location().folder.parent_path() / "it's a copy";
    REQUIRE_OK(backup_local_store(store.location(), store.key(), target));
    EXPECT_ERROR(backup_local_store(store.location(), store.key(), target), ErrorCode::StoreExists);
    QCOMPARE(fs::status(target / ledger_file).permissions() & fs::perms::all,
             fs::perms::owner_read | fs::perms::owner_write);
    const StoreLocation copy{target, target / "state"};
    {
        const auto open = open_local_store(copy, store.key(), FixedClock());
        REQUIRE_OK(open);
        QVERIFY(open->report.heads_were_missing);
        QCOMPARE(open->ledger->reader().accounts().transfers("P").value().size(), std::size_t{1});
        QVERIFY(open->ledger->reader().audit().verify({}).value().intact);
        QCOMPARE(open->telemetry->reader().curve(id<OrderNo>("C1")).value().size(), std::size_t{1000});
        // The guards came along.
        const auto raw = connect_local(target / ledger_file, store.key(), SqlcipherJournal::RollbackExtra,
                                       Access::ReadWrite, Creation::Existing);
        EXPECT_ERROR((*raw)->execute(QStringLiteral("DELETE FROM ledger_transfer")), ErrorCode::StoreRule);
    }
    QVERIFY(check_local_store(copy, store.key()).value().empty());
    // The original was not disturbed.
    REQUIRE_OK(commit(store.ledger(), [](UnitOfWork &u) { return u.accounts().post(top_up(2, "M-1", "1.00", "P")); }));
}

void SqlLocalStoreTest::finds_damage()
{
    LocalStoreFixture store;
    REQUIRE_OK(commit(store.ledger(), [](UnitOfWork &u) -> Result<void> {
        for (int i = 1; i <= 300; ++i) {
            if (const auto posted = u.accounts().post(top_up(i, "M-1", "1.00", "P" + std::to_string(i))); !posted)
                return tl::unexpected(posted.error());
        }
        return {};
    }));
    QVERIFY(check_local_store(store.location(), store.key()).value().empty());
    store.close();
    const fs::path file = store.location().folder / ledger_file;
    {
        // A byte within the last page.
        std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
        stream.seekp(static_cast<std::streamoff>(fs::file_size(file)) - 2000);
        stream.put('\x55');
    }
    const auto problems = check_local_store(store.location(), store.key());
    QVERIFY(!problems || !problems->empty());
}

void SqlLocalStoreTest::keeps_every_acknowledged_batch_over_a_kill()
{
    LocalStoreFixture store;
    store.close();
    int ends[2];
    QCOMPARE(::pipe(ends), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        auto open = store.try_open();
        for (int number = 0; open; ++number) {
            TelemetryBatch batch;
            for (int i = 0; i < 10; ++i)
                batch.samples.push_back({id<OrderNo>("C1"), reading(number * 10 + i, i)});
            const bool is_written = open->telemetry->write(batch).has_value() &&
                                    commit(*open->ledger, [&](UnitOfWork &u) {
                                        return u.accounts().post(top_up(number, "M-1", "1.00", "P"));
                                    }).has_value();
            if (!is_written || ::write(ends[1], "x", 1) != 1)
                break;
            if (number % 7 == 0)
                (void)open->telemetry->compact();
        }
        ::_exit(1);
    }
    ::close(ends[1]);
    std::size_t acknowledged = 0;
    char byte = 0;
    while (acknowledged < 25 && ::read(ends[0], &byte, 1) == 1)
        ++acknowledged;
    ::kill(child, SIGKILL);
    while (::read(ends[0], &byte, 1) == 1)
        ++acknowledged;
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    QVERIFY(WIFSIGNALED(status));
    QVERIFY(acknowledged >= 25);

    store.reopen();
    QVERIFY(!store.report().read_only);
    const auto curve = store.telemetry().reader().curve(id<OrderNo>("C1")).value();
    QVERIFY(curve.size() >= acknowledged * 10 && curve.size() % 10 == 0);
    const auto transfers = store.ledger().reader().accounts().transfers("P").value();
    QVERIFY(transfers.size() >= acknowledged);
    QVERIFY(store.ledger().reader().audit().verify({}).value().intact);
    QCOMPARE(store.ledger().reader().accounts().sum_of_all().value(), yuan("0.00"));
}

void SqlLocalStoreTest::plays_back_the_journal_of_a_crash()
{
    LocalStoreFixture store;
    store.close();
    const fs::path file = store.location().folder / ledger_file;
    const pid_t child = ::fork();
    if (child == 0) {
        // More than the cache holds, so that pages of an open transaction reach the file.
        const auto database = connect_local(file, store.key(), SqlcipherJournal::RollbackExtra, Access::ReadWrite,
                                            Creation::Existing);
        bool is_done = database && (*database)->execute(QStringLiteral("PRAGMA cache_size = 5")) &&
                       (*database)->begin();
        for (int i = 0; is_done && i < 2000; ++i) {
            is_done = (*database)
                          ->execute(QStringLiteral("INSERT INTO station VALUES ('S-%1', '%2', 'UTC')")
                                        .arg(i)
                                        .arg(QString(200, QLatin1Char('x'))))
                          .has_value();
        }
        ::_exit(is_done ? 42 : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    QCOMPARE(WEXITSTATUS(status), 42);
    QVERIFY(fs::file_size(file.string() + "-journal") > 0);
    store.reopen();
    QVERIFY(!store.report().read_only);
    QVERIFY(store.ledger().reader().registry().stations().value().empty());
    QVERIFY(!fs::exists(file.string() + "-journal"));
}

void SqlLocalStoreTest::refuses_writes_on_a_reader()
{
    const LocalStoreFixture store;
    const auto database = connect_local(store.location().folder / ledger_file, store.key(),
                                        SqlcipherJournal::RollbackExtra, Access::ReadOnly, Creation::Existing);
    REQUIRE_OK(database);
    EXPECT_ERROR((*database)->execute(QStringLiteral("INSERT INTO station VALUES ('S-1', 'x', 'UTC')")),
                 ErrorCode::StoreReadOnly);
}

}  // namespace aftercharge

QTEST_GUILESS_MAIN(aftercharge::SqlLocalStoreTest)
#include "sql_local_store_test.moc"

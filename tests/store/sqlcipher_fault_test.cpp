// SPDX-License-Identifier: GPL-3.0-or-later
#include <csignal>

#include <sys/wait.h>
#include <unistd.h>

#include <QElapsedTimer>
#include <QSqlError>
#include <QSqlQuery>
#include <QTest>

#include "models/store/sqlcipher/sqlcipher_connection.h"
#include "models/store/sqlcipher/sqlcipher_error.h"
#include "tests/store/sqlcipher_test_store.h"
#include "tests/support/faulty_vfs.h"

namespace aftercharge {
namespace {

constexpr int page_bytes = 4096;

// Error of the first statement or commit that fails; nothing if all succeed.
std::optional<Error> write_rows(QSqlDatabase &database, int from, int count)
{
    if (!database.transaction())
        return to_error(database.lastError());
    QSqlQuery query(database);
    query.prepare(QStringLiteral("INSERT INTO t VALUES(?, ?)"));
    for (int id = from; id < from + count; ++id) {
        query.bindValue(0, id);
        query.bindValue(1, QByteArray(300, 'x'));
        if (!query.exec())
            return to_error(query.lastError());
    }
    if (!database.commit())
        return to_error(database.lastError());
    return std::nullopt;
}

// Another process that begins to write, runs `statements` and stands still until it is killed.
class OtherWriter {
public:
    explicit OtherWriter(const SqlcipherOpenOptions &options, std::initializer_list<const char *> statements = {})
    {
        int ready[2] = {};
        if (::pipe(ready) != 0)
            return;
        process_ = ::fork();
        if (process_ == 0) {
            const auto connection = open_sqlcipher_connection(options);
            bool holds = connection && !(*connection)->execute("BEGIN IMMEDIATE").isValid();
            for (const char *statement : statements)
                holds = holds && !(*connection)->execute(statement).isValid();
            const char answer = holds ? 'y' : 'n';
            if (::write(ready[1], &answer, 1) == 1)
                ::pause();
            ::_exit(0);
        }
        char answer = 'n';
        holds_ = ::read(ready[0], &answer, 1) == 1 && answer == 'y';
        ::close(ready[0]);
        ::close(ready[1]);
    }
    ~OtherWriter() { end(); }
    OtherWriter(const OtherWriter &) = delete;
    OtherWriter &operator=(const OtherWriter &) = delete;
    bool holds() const { return holds_; }
    void end()
    {
        if (process_ <= 0)
            return;
        ::kill(process_, SIGKILL);
        ::waitpid(process_, nullptr, 0);
        process_ = -1;
    }

private:
    pid_t process_ = -1;
    bool holds_ = false;
};

}  // namespace

class SqlcipherFaultTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keeps_the_store_when_the_disk_fails_data();
    void keeps_the_store_when_the_disk_fails();
    void refuses_a_second_writer();
    void recovers_from_a_kill_whatever_the_key_data();
    void recovers_from_a_kill_whatever_the_key();
    void finds_an_altered_page();
    void finds_an_altered_overflow_page();
};

void SqlcipherFaultTest::keeps_the_store_when_the_disk_fails_data()
{
    QTest::addColumn<SqlcipherJournal>("journal");
    QTest::addColumn<FaultyVfs::Fault>("fault");
    QTest::addColumn<ErrorCode>("code");
    using Fault = FaultyVfs::Fault;
    for (const SqlcipherJournal journal : {SqlcipherJournal::RollbackExtra, SqlcipherJournal::Wal}) {
        const char *name = journal == SqlcipherJournal::Wal ? "wal" : "rollback";
        QTest::addRow("full, %s", name) << journal << Fault::DiskFull << ErrorCode::StoreDiskFull;
        QTest::addRow("write, %s", name) << journal << Fault::WriteFails << ErrorCode::StoreIo;
        QTest::addRow("sync, %s", name) << journal << Fault::SyncFails << ErrorCode::StoreIo;
    }
}

void SqlcipherFaultTest::keeps_the_store_when_the_disk_fails()
{
    QFETCH(SqlcipherJournal, journal);
    QFETCH(FaultyVfs::Fault, fault);
    QFETCH(ErrorCode, code);
    FaultyVfs disk("failing_disk");
    SqlcipherTestStore store(journal);
    SqlcipherOpenOptions options = store.options();
    options.vfs = disk.name();
    options.create = true;
    {
        QSqlDatabase database = store.open(options);
        QVERIFY(run(database, "CREATE TABLE t(id INTEGER PRIMARY KEY, v BLOB)"));
        QCOMPARE(write_rows(database, 0, 100), std::nullopt);
    }
    options.create = false;
    // Wherever in the commit the fault strikes: nothing of it is there after a reopen.
    int failures = 0;
    for (int after_bytes = 0; after_bytes < 60000; after_bytes += 7 * 1024) {
        store.close_all();
        QSqlDatabase database = store.open(options);
        disk.fail_after(after_bytes, fault);
        const std::optional<Error> error = write_rows(database, 100, 100);
        if (!error)
            break;
        ++failures;
        QCOMPARE(error->code, code);
        QVERIFY(!error->detail.empty());
        QVERIFY(database.rollback());
        database = {};
        store.close_all();
        disk.heal();
        database = store.open(options);
        QCOMPARE(cell(database, "SELECT count(*) FROM t"), QStringLiteral("100"));
        QCOMPARE(cell(database, "PRAGMA integrity_check"), QStringLiteral("ok"));
    }
    QVERIFY(failures > 0);
    disk.heal();
    store.close_all();
    QSqlDatabase database = store.open(options);
    QCOMPARE(write_rows(database, 1000, 100), std::nullopt);
    database = {};
    store.close_all();
}

void SqlcipherFaultTest::refuses_a_second_writer()
{
    SqlcipherTestStore store;
    QVERIFY(run(store.open(), "CREATE TABLE t(a)"));
    store.close_all();
    OtherWriter other(store.options());
    QVERIFY(other.holds());
    QSqlDatabase database = store.open();
    QCOMPARE(cell(database, "SELECT count(*) FROM t"), QStringLiteral("0"));  // reading goes on
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!database.transaction());
    QVERIFY(timer.elapsed() >= store.options().busy_timeout_ms / 2);
    QCOMPARE(to_error(database.lastError()).code, ErrorCode::StoreInUse);
    QVERIFY(database.rollback());
    other.end();
    QVERIFY(database.transaction());
    QVERIFY(database.commit());
    database = {};
}

void SqlcipherFaultTest::recovers_from_a_kill_whatever_the_key_data()
{
    QTest::addColumn<SqlcipherJournal>("journal");
    QTest::newRow("rollback") << SqlcipherJournal::RollbackExtra;
    QTest::newRow("wal") << SqlcipherJournal::Wal;
}

// A writer killed with pages of an open transaction in the file: a wrong key may play the journal
// back, but neither loses a committed row nor keeps one that was not.
void SqlcipherFaultTest::recovers_from_a_kill_whatever_the_key()
{
    QFETCH(SqlcipherJournal, journal);
    SqlcipherTestStore store(journal);
    {
        QSqlDatabase database = store.open();
        QVERIFY(run(database, "CREATE TABLE t(id INTEGER PRIMARY KEY, v BLOB)"));
        QCOMPARE(write_rows(database, 0, 100), std::nullopt);
    }
    store.close_all();
    OtherWriter other(store.options(), {"INSERT INTO t VALUES(100, x'01')", "COMMIT", "PRAGMA cache_size = 2",
                                        "BEGIN IMMEDIATE", "UPDATE t SET v = randomblob(300)", "DELETE FROM t"});
    QVERIFY(other.holds());
    other.end();
    QVERIFY(store.file_names().size() > 1);  // the journal that the kill left
    const StoreKey wrong = StoreKey::generate();
    QCOMPARE(store.open_error({.path = store.path(), .key = wrong.bytes(), .journal = journal}),
             ErrorCode::StoreWrongKey);
    const QSqlDatabase database = store.open();
    QCOMPARE(cell(database, "SELECT count(*) FROM t"), QStringLiteral("101"));
    QCOMPARE(cell(database, "SELECT count(*) FROM t WHERE hex(v) LIKE '7878%'"), QStringLiteral("100"));
    QCOMPARE(cell(database, "PRAGMA integrity_check"), QStringLiteral("ok"));
}

void SqlcipherFaultTest::finds_an_altered_page()
{
    SqlcipherTestStore store;
    {
        QSqlDatabase database = store.open();
        QVERIFY(run(database, "CREATE TABLE t(id INTEGER PRIMARY KEY, v BLOB)"));
        QCOMPARE(write_rows(database, 0, 100), std::nullopt);
    }
    store.close_all();
    const QByteArray intact = store.read_file();
    for (qsizetype page = 1; page < intact.size() / page_bytes; ++page) {
        QByteArray altered = intact;
        altered[page * page_bytes + 1000] = static_cast<char>(altered.at(page * page_bytes + 1000) ^ 1);
        store.write_file(altered);
        {
            const QSqlDatabase database = store.open();
            QSqlQuery query(database);
            query.exec(QStringLiteral("SELECT id, v FROM t ORDER BY id"));
            int rows = 0;
            while (query.next())
                ++rows;
            QVERIFY(rows < 100);
            QCOMPARE(to_error(query.lastError()).code, ErrorCode::StoreCorrupt);
        }
        store.close_all();
    }
    QByteArray altered = intact;
    altered[100] = static_cast<char>(altered.at(100) ^ 1);
    store.write_file(altered);
    QCOMPARE(store.open_error(store.options()), ErrorCode::StoreWrongKey);  // no other sign of page 1's damage
}

void SqlcipherFaultTest::finds_an_altered_overflow_page()
{
    SqlcipherTestStore store;
    {
        QSqlDatabase database = store.open();
        QVERIFY(run(database, "CREATE TABLE t(id INTEGER PRIMARY KEY, v BLOB)"));
        QVERIFY(run(database, "INSERT INTO t VALUES(1, randomblob(6000)), (2, x'00'), (3, randomblob(20000))"));
        QSqlQuery query(database);
        QVERIFY(query.exec(QStringLiteral("SELECT id, v FROM t ORDER BY id")));
        int rows = 0;
        while (query.next())
            ++rows;
        QCOMPARE(rows, 3);
    }
    store.close_all();
    const QByteArray intact = store.read_file();
    for (qsizetype page = 1; page < intact.size() / page_bytes; ++page) {
        QByteArray altered = intact;
        altered[page * page_bytes + 1000] = static_cast<char>(altered.at(page * page_bytes + 1000) ^ 1);
        store.write_file(altered);
        {
            const QSqlDatabase database = store.open();
            QSqlQuery query(database);
            query.exec(QStringLiteral("SELECT id, v FROM t ORDER BY id"));
            while (query.next())
                QVERIFY(!query.value(1).toByteArray().endsWith(QByteArray(64, '\0')));
            QCOMPARE(to_error(query.lastError()).code, ErrorCode::StoreCorrupt);
        }
        store.close_all();
    }
}

}  // namespace aftercharge

using aftercharge::SqlcipherFaultTest;
QTEST_GUILESS_MAIN(SqlcipherFaultTest)
#include "sqlcipher_fault_test.moc"

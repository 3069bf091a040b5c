// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>

#include <dlfcn.h>
#include <sys/stat.h>
#include <unistd.h>

#include <QSqlError>
#include <QSqlQuery>
#include <QTest>

#include "models/store/sqlcipher/sqlcipher_connection.h"
#include "models/store/sqlcipher/sqlcipher_error.h"
#include "models/store/sqlcipher/sqlite_api.h"
#include "tests/store/sqlcipher_test_store.h"
#include "tests/support/faulty_vfs.h"

namespace aftercharge {
namespace {

int ignore_pragmas(void *, int action, const char *, const char *, const char *, const char *)
{
    return action == SQLITE_PRAGMA ? SQLITE_IGNORE : SQLITE_OK;
}

// As another user for a moment: root writes where it likes.
class AsNobody {
public:
    AsNobody() : was_root_(::geteuid() == 0)
    {
        if (was_root_ && ::seteuid(65534) != 0)
            QTest::qFail("the user could not be changed", __FILE__, __LINE__);
    }
    ~AsNobody()
    {
        if (was_root_ && ::seteuid(0) != 0)
            QTest::qFail("the user could not be changed back", __FILE__, __LINE__);
    }
    AsNobody(const AsNobody &) = delete;
    AsNobody &operator=(const AsNobody &) = delete;

private:
    bool was_root_;
};

}  // namespace

class SqlcipherOpenTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void runs_on_sqlcipher_with_hidden_symbols();
    void demands_a_cipher_version();
    void writes_no_plain_text();
    void sets_the_modes_data();
    void sets_the_modes();
    void creates_privately_and_never_twice();
    void takes_over_an_empty_file();
    void refuses_a_missing_file();
    void refuses_a_wrong_key();
    void refuses_a_plain_file();
    void refuses_foreign_files_data();
    void refuses_foreign_files();
    void refuses_a_read_only_folder();
    void refuses_a_read_only_file();
    void reads_read_only();
    void cleans_up_a_failed_create();
    void reports_a_disk_that_does_not_read();
    void refuses_a_name_in_use();
    void refuses_to_reopen();
};

void SqlcipherOpenTest::runs_on_sqlcipher_with_hidden_symbols()
{
    // Stock SQLite in the same process, its symbols for everyone, must change nothing.
    void *stock = ::dlopen("libsqlite3.so.0", RTLD_NOW | RTLD_GLOBAL);
    void *found = ::dlsym(RTLD_DEFAULT, "sqlite3_open_v2");
    QVERIFY(found != reinterpret_cast<void *>(&sqlite3_open_v2));
    if (stock)
        QVERIFY(found);
    SqlcipherTestStore store;
    const QSqlDatabase database = store.open();
    QCOMPARE(cell(database, "PRAGMA cipher_version"), QStringLiteral("3.4.1"));
    QCOMPARE(cell(database, "SELECT sqlite_version()"), QStringLiteral("3.15.2"));
}

void SqlcipherOpenTest::demands_a_cipher_version()
{
    sqlite3 *handle = nullptr;
    QCOMPARE(sqlite3_open(":memory:", &handle), SQLITE_OK);
    QVERIFY(demand_cipher(handle));
    // What stock SQLite does with a pragma that it does not know: no row, no error.
    sqlite3_set_authorizer(handle, ignore_pragmas, nullptr);
    const Result<void> demanded = demand_cipher(handle);
    sqlite3_close(handle);
    QVERIFY(!demanded);
    QCOMPARE(demanded.error().code, ErrorCode::Internal);
    QVERIFY(demanded.error().detail.find("SQLCipher") != std::string::npos);
}

void SqlcipherOpenTest::writes_no_plain_text()
{
    for (const SqlcipherJournal journal : {SqlcipherJournal::RollbackExtra, SqlcipherJournal::Wal}) {
        SqlcipherTestStore store(journal);
        {
            const QSqlDatabase database = store.open();
            QVERIFY(run(database, "CREATE TABLE secret_table(a TEXT)"));
            QVERIFY(run(database, "INSERT INTO secret_table VALUES('secret_value')"));
        }
        store.close_all();
        const QByteArray bytes = store.read_file();
        QVERIFY(bytes.size() >= 2 * 4096);
        QCOMPARE(bytes.size() % 4096, 0);
        QVERIFY(!bytes.startsWith("SQLite format 3"));
        QVERIFY(!bytes.contains("secret"));
        QCOMPARE(cell(store.open(), "SELECT a FROM secret_table"), QStringLiteral("secret_value"));
    }
}

void SqlcipherOpenTest::sets_the_modes_data()
{
    QTest::addColumn<SqlcipherJournal>("journal");
    QTest::addColumn<QString>("journal_mode");
    QTest::addColumn<QString>("synchronous");
    QTest::newRow("ledger") << SqlcipherJournal::RollbackExtra << "delete"
                            << "3";
    QTest::newRow("telemetry") << SqlcipherJournal::Wal << "wal"
                               << "2";
}

void SqlcipherOpenTest::sets_the_modes()
{
    QFETCH(SqlcipherJournal, journal);
    SqlcipherTestStore store(journal);
    for (int round = 0; round < 2; ++round) {
        const QSqlDatabase database = store.open();
        QTEST(cell(database, "PRAGMA journal_mode"), "journal_mode");
        QTEST(cell(database, "PRAGMA synchronous"), "synchronous");
        QCOMPARE(cell(database, "PRAGMA page_size"), QStringLiteral("4096"));
        QCOMPARE(cell(database, "PRAGMA foreign_keys"), QStringLiteral("1"));
        QCOMPARE(cell(database, "PRAGMA temp_store"), QStringLiteral("2"));
        QCOMPARE(cell(database, "PRAGMA busy_timeout"), QStringLiteral("200"));
    }
    SqlcipherOpenOptions fast = store.options();
    fast.synchronous = SqlcipherSynchronous::Off;
    QCOMPARE(cell(store.open(fast), "PRAGMA synchronous"), QStringLiteral("0"));
}

void SqlcipherOpenTest::creates_privately_and_never_twice()
{
    SqlcipherTestStore store;
    QVERIFY(store.open().isOpen());
    struct stat status = {};
    QCOMPARE(::stat(store.path().c_str(), &status), 0);
    QCOMPARE(status.st_mode & 0777, mode_t{0600});
    SqlcipherOpenOptions again = store.options();
    again.create = true;
    QCOMPARE(store.open_error(again), ErrorCode::StoreExists);
    again.read_only = true;
    QCOMPARE(store.open_error(again), ErrorCode::InputInvalid);
}

void SqlcipherOpenTest::takes_over_an_empty_file()
{
    SqlcipherTestStore store;
    store.write_file({});
    QCOMPARE(store.open_error(store.options()), ErrorCode::StoreForeignFile);
    SqlcipherOpenOptions create = store.options();
    create.create = true;
    QVERIFY(run(store.open(create), "CREATE TABLE t(a)"));
}

void SqlcipherOpenTest::refuses_a_missing_file()
{
    SqlcipherTestStore store;
    QCOMPARE(store.open_error(store.options()), ErrorCode::StoreNotFound);
    SqlcipherOpenOptions no_folder = store.options();
    no_folder.path = store.folder() / "none" / "ledger.db";
    no_folder.create = true;
    QCOMPARE(store.open_error(no_folder), ErrorCode::StoreNotFound);
    QVERIFY(store.file_names().isEmpty());
}

void SqlcipherOpenTest::refuses_a_wrong_key()
{
    for (const SqlcipherJournal journal : {SqlcipherJournal::RollbackExtra, SqlcipherJournal::Wal}) {
        SqlcipherTestStore store(journal);
        QVERIFY(run(store.open(), "CREATE TABLE t(a)"));
        store.close_all();
        const QByteArray before = store.read_file();
        const StoreKey other = StoreKey::generate();
        const SqlcipherOpenOptions options{.path = store.path(), .key = other.bytes(), .journal = journal};
        QCOMPARE(store.open_error(options), ErrorCode::StoreWrongKey);
        QCOMPARE(store.read_file(), before);
        QCOMPARE(store.file_names(), QStringList{QStringLiteral("ledger.db")});
        QCOMPARE(cell(store.open(), "SELECT count(*) FROM t"), QStringLiteral("0"));
    }
}

void SqlcipherOpenTest::refuses_a_plain_file()
{
    SqlcipherTestStore store;
    sqlite3 *handle = nullptr;
    QCOMPARE(sqlite3_open(store.path().c_str(), &handle), SQLITE_OK);
    QCOMPARE(sqlite3_exec(handle, "CREATE TABLE t(a)", nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(handle);
    const QByteArray before = store.read_file();
    QVERIFY(before.startsWith("SQLite format 3"));
    QCOMPARE(store.open_error(store.options()), ErrorCode::StorePlainFile);
    QCOMPARE(store.read_file(), before);
}

void SqlcipherOpenTest::refuses_foreign_files_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("short text") << QByteArray("hello\n");
    QTest::newRow("below a page") << QByteArray(4095, 'x');
    QTest::newRow("a page and a bit") << QByteArray(4096 + 100, 'x');
    QTest::newRow("a page of 1024") << QByteArray(3 * 1024, 'x');
}

void SqlcipherOpenTest::refuses_foreign_files()
{
    QFETCH(QByteArray, bytes);
    SqlcipherTestStore store;
    store.write_file(bytes);
    QCOMPARE(store.open_error(store.options()), ErrorCode::StoreForeignFile);
    QCOMPARE(store.read_file(), bytes);
    SqlcipherOpenOptions folder = store.options();
    folder.path = store.folder();
    QCOMPARE(store.open_error(folder), ErrorCode::StoreForeignFile);
    QCOMPARE(store.file_names(), QStringList{QStringLiteral("ledger.db")});
}

void SqlcipherOpenTest::refuses_a_read_only_folder()
{
    SqlcipherTestStore store;
    QVERIFY(run(store.open(), "CREATE TABLE t(a)"));
    store.close_all();
    ::chmod(store.path().c_str(), 0666);
    ::chmod(store.folder().c_str(), 0555);
    {
        const AsNobody nobody;
        QCOMPARE(store.open_error(store.options()), ErrorCode::StoreReadOnly);
        SqlcipherOpenOptions create = store.options();
        create.path = store.folder() / "new.db";
        create.create = true;
        QCOMPARE(store.open_error(create), ErrorCode::StoreReadOnly);
    }
    ::chmod(store.folder().c_str(), 0700);
    QCOMPARE(store.file_names(), QStringList{QStringLiteral("ledger.db")});
}

void SqlcipherOpenTest::refuses_a_read_only_file()
{
    SqlcipherTestStore store;
    QVERIFY(run(store.open(), "CREATE TABLE t(a)"));
    store.close_all();
    ::chmod(store.path().c_str(), 0444);
    ::chmod(store.folder().c_str(), 0777);
    const AsNobody nobody;
    QCOMPARE(store.open_error(store.options()), ErrorCode::StoreReadOnly);
}

void SqlcipherOpenTest::reads_read_only()
{
    SqlcipherTestStore store;
    QVERIFY(run(store.open(), "CREATE TABLE t(a)"));
    SqlcipherOpenOptions options = store.options();
    options.read_only = true;
    QSqlDatabase database = store.open(options);
    QVERIFY(database.transaction());
    QCOMPARE(cell(database, "SELECT count(*) FROM t"), QStringLiteral("0"));
    QVERIFY(database.commit());
    QSqlQuery query(database);
    QVERIFY(!query.exec(QStringLiteral("INSERT INTO t VALUES(1)")));
    QCOMPARE(to_error(query.lastError()).code, ErrorCode::StoreReadOnly);
}

void SqlcipherOpenTest::cleans_up_a_failed_create()
{
    FaultyVfs disk("create_fails");
    SqlcipherTestStore store;
    SqlcipherOpenOptions options = store.options();
    options.create = true;
    options.vfs = disk.name();
    disk.fail_after(1000, FaultyVfs::Fault::DiskFull);
    QCOMPARE(store.open_error(options), ErrorCode::StoreDiskFull);
    QVERIFY(disk.failed_calls() > 0);
    QVERIFY(store.file_names().isEmpty());
    disk.fail_after(0, FaultyVfs::Fault::SyncFails);
    QCOMPARE(store.open_error(options), ErrorCode::StoreIo);
    QVERIFY(store.file_names().isEmpty());
    disk.heal();
    QVERIFY(run(store.open(options), "CREATE TABLE t(a)"));
    store.close_all();
}

void SqlcipherOpenTest::reports_a_disk_that_does_not_read()
{
    FaultyVfs disk("read_fails");
    SqlcipherTestStore store;
    QVERIFY(run(store.open(), "CREATE TABLE t(a)"));
    store.close_all();
    SqlcipherOpenOptions options = store.options();
    options.vfs = disk.name();
    disk.fail_after(0, FaultyVfs::Fault::ReadFails);
    QCOMPARE(store.open_error(options), ErrorCode::StoreIo);
}

void SqlcipherOpenTest::refuses_a_name_in_use()
{
    SqlcipherTestStore store;
    const QSqlDatabase database = store.open();
    const Result<QSqlDatabase> second = open_sqlcipher(store.options(), database.connectionName());
    QVERIFY(!second);
    QCOMPARE(second.error().code, ErrorCode::Internal);
    QVERIFY(database.isOpen());
}

void SqlcipherOpenTest::refuses_to_reopen()
{
    SqlcipherTestStore store;
    QSqlDatabase database = store.open();
    QSqlQuery query(database);
    QVERIFY(query.exec(QStringLiteral("SELECT 1")));
    database.close();
    QVERIFY(!database.isOpen());
    // A query that outlives the close touches nothing that is gone.
    QVERIFY(!query.next());
    QVERIFY(!query.exec());
    QVERIFY(!database.open());
    QVERIFY(!database.transaction());
}

}  // namespace aftercharge

using aftercharge::SqlcipherOpenTest;
QTEST_GUILESS_MAIN(SqlcipherOpenTest)
#include "sqlcipher_open_test.moc"

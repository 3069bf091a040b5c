// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSqlError>
#include <QSqlQuery>
#include <QTest>

#include "models/store/sqlcipher/sqlcipher_error.h"
#include "tests/store/sqlcipher_test_store.h"

namespace aftercharge {

class SqlcipherErrorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void maps_rules();
    void maps_errors_data();
    void maps_errors();
};

void SqlcipherErrorTest::maps_rules()
{
    SqlcipherTestStore store;
    const QSqlDatabase database = store.open();
    QVERIFY(run(database, "CREATE TABLE t(id INTEGER PRIMARY KEY, v)"));
    QVERIFY(run(database, "CREATE TRIGGER guard BEFORE DELETE ON t BEGIN "
                          "SELECT RAISE(ABORT, 'rows of t are kept'); END"));
    QVERIFY(run(database, "INSERT INTO t VALUES(1,'a')"));
    QSqlQuery query(database);
    QVERIFY(!query.exec(QStringLiteral("DELETE FROM t")));
    QCOMPARE(query.lastError().nativeErrorCode(), QStringLiteral("1811"));  // SQLITE_CONSTRAINT_TRIGGER
    QCOMPARE(to_error(query.lastError()), (Error{ErrorCode::StoreRule, "rows of t are kept"}));
    QVERIFY(!query.exec(QStringLiteral("INSERT INTO t VALUES(1,'b')")));
    QCOMPARE(to_error(query.lastError()).code, ErrorCode::StoreRule);
    QVERIFY(run(database, "CREATE TABLE child(p INTEGER NOT NULL REFERENCES t(id))"));
    QVERIFY(!query.exec(QStringLiteral("INSERT INTO child VALUES(99)")));
    QCOMPARE(query.lastError().nativeErrorCode(), QStringLiteral("787"));  // SQLITE_CONSTRAINT_FOREIGNKEY
    QVERIFY(!query.exec(QStringLiteral("INSERT INTO child VALUES(NULL)")));
    QCOMPARE(to_error(query.lastError()).code, ErrorCode::StoreRule);
    QVERIFY(!query.exec(QStringLiteral("SELECT * FROM nowhere")));
    QCOMPARE(to_error(query.lastError()), (Error{ErrorCode::Internal, "no such table: nowhere"}));
    QVERIFY(query.exec(QStringLiteral("SELECT 1")));
    QVERIFY(!query.lastError().isValid());
}

void SqlcipherErrorTest::maps_errors_data()
{
    QTest::addColumn<int>("native");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("constraint") << 19 << ErrorCode::StoreRule;
    QTest::newRow("busy") << 5 << ErrorCode::StoreInUse;
    QTest::newRow("busy snapshot") << 517 << ErrorCode::StoreInUse;
    QTest::newRow("locked") << 6 << ErrorCode::StoreInUse;
    QTest::newRow("full") << 13 << ErrorCode::StoreDiskFull;
    QTest::newRow("read-only") << 8 << ErrorCode::StoreReadOnly;
    QTest::newRow("corrupt") << 11 << ErrorCode::StoreCorrupt;
    QTest::newRow("not a database") << 26 << ErrorCode::StoreCorrupt;
    QTest::newRow("write") << 778 << ErrorCode::StoreIo;
    QTest::newRow("cannot open") << 14 << ErrorCode::StoreIo;
    QTest::newRow("interrupt") << 9 << ErrorCode::Cancelled;
    QTest::newRow("error") << 1 << ErrorCode::Internal;
    QTest::newRow("memory") << 7 << ErrorCode::Internal;
}

void SqlcipherErrorTest::maps_errors()
{
    QFETCH(int, native);
    const QSqlError error = make_sql_error(native, QStringLiteral("why"), QSqlError::StatementError);
    QTEST(to_error(error).code, "code");
    QCOMPARE(to_error(error).detail, std::string("why"));
    QCOMPARE(to_error(QSqlError(QStringLiteral("x"))).code, ErrorCode::Internal);
}

}  // namespace aftercharge

using aftercharge::SqlcipherErrorTest;
QTEST_GUILESS_MAIN(SqlcipherErrorTest)
#include "sqlcipher_error_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <limits>

#include <QDate>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QSqlResult>
#include <QTest>

#include "models/store/sqlcipher/sqlcipher_error.h"
#include "tests/store/sqlcipher_test_store.h"

namespace aftercharge {

class SqlcipherDriverTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void states_its_features();
    void round_trips_values_data();
    void round_trips_values();
    void refuses_values_data();
    void refuses_values();
    void reuses_a_prepared_statement();
    void finds_a_statement_prepared_before();
    void binds_names_and_repeats();
    void counts_parameters();
    void runs_exactly_one_statement();
    void walks_forward_only();
    void releases_the_read_at_the_end();
    void reports_rows_and_ids();
    void inserts_in_a_batch();
    void commits_and_rolls_back();
    void survives_a_schema_change();
    void knows_the_sql_that_the_store_needs();
    void lists_tables();

private:
    std::unique_ptr<SqlcipherTestStore> store_;
    QSqlDatabase database_;
};

void SqlcipherDriverTest::init()
{
    store_ = std::make_unique<SqlcipherTestStore>();
    SqlcipherOpenOptions options = store_->options();
    options.create = true;
    options.synchronous = SqlcipherSynchronous::Off;
    database_ = store_->open(options);
    QVERIFY(run(database_, "CREATE TABLE t(id INTEGER PRIMARY KEY, v)"));
}

void SqlcipherDriverTest::cleanup()
{
    database_ = {};
    store_.reset();
}

void SqlcipherDriverTest::states_its_features()
{
    const QSqlDriver *driver = database_.driver();
    for (const QSqlDriver::DriverFeature feature :
         {QSqlDriver::Transactions, QSqlDriver::BLOB, QSqlDriver::Unicode, QSqlDriver::PreparedQueries,
          QSqlDriver::PositionalPlaceholders, QSqlDriver::LastInsertId, QSqlDriver::FinishQuery})
        QVERIFY(driver->hasFeature(feature));
    for (const QSqlDriver::DriverFeature feature :
         {QSqlDriver::QuerySize, QSqlDriver::BatchOperations, QSqlDriver::MultipleResultSets,
          QSqlDriver::EventNotifications, QSqlDriver::CancelQuery})
        QVERIFY(!driver->hasFeature(feature));
    QCOMPARE(driver->escapeIdentifier(QStringLiteral("a\"b"), QSqlDriver::FieldName), QStringLiteral("\"a\"\"b\""));
}

void SqlcipherDriverTest::round_trips_values_data()
{
    QTest::addColumn<QVariant>("value");
    QTest::addColumn<QVariant>("expected");
    QTest::addColumn<QString>("type");
    const auto row = [](const char *name, const QVariant &value, const QVariant &expected, const char *type) {
        QTest::newRow(name) << value << expected << QString::fromLatin1(type);
    };
    const qlonglong max = std::numeric_limits<qlonglong>::max();
    const qlonglong min = std::numeric_limits<qlonglong>::min();
    row("int64 max", max, max, "integer");
    row("int64 min", min, min, "integer");
    row("zero", 0, qlonglong{0}, "integer");
    row("uint", 4294967295U, qlonglong{4294967295}, "integer");
    row("uint64", QVariant::fromValue<qulonglong>(static_cast<qulonglong>(max)), max, "integer");
    row("bool", true, qlonglong{1}, "integer");
    row("double", 0.1, 0.1, "real");
    row("whole double", 3.0, 3.0, "real");
    row("infinity", std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity(), "real");
    row("text", QStringLiteral("充电桩 ¥4.36 🔌"), QStringLiteral("充电桩 ¥4.36 🔌"), "text");
    const QString nul = QStringLiteral("a") % QChar(0) % QStringLiteral("b");
    row("text with NUL", nul, nul, "text");
    row("number as text", QStringLiteral("007"), QStringLiteral("007"), "text");
    row("empty text", QStringLiteral(""), QStringLiteral(""), "text");
    row("blob", QByteArray("\0\xff\x01\0", 4), QByteArray("\0\xff\x01\0", 4), "blob");
    row("large blob", QByteArray(100000, 'x'), QByteArray(100000, 'x'), "blob");
    row("empty blob", QByteArray(""), QByteArray(""), "blob");
    row("null", QVariant(), QVariant(), "null");
    row("typed null", QVariant(QMetaType::fromType<qlonglong>()), QVariant(), "null");
    row("null text", QString(), QVariant(), "null");
    row("null blob", QByteArray(), QVariant(), "null");
}

void SqlcipherDriverTest::round_trips_values()
{
    QFETCH(QVariant, value);
    QFETCH(QVariant, expected);
    QSqlQuery insert(database_);
    QVERIFY(insert.prepare(QStringLiteral("INSERT INTO t(id, v) VALUES(?, ?)")));
    insert.addBindValue(1);
    insert.addBindValue(value);
    QVERIFY2(insert.exec(), qPrintable(insert.lastError().text()));
    QSqlQuery select(database_);
    QVERIFY(select.exec(QStringLiteral("SELECT v, typeof(v) FROM t")));
    QVERIFY(select.next());
    QCOMPARE(select.value(0), expected);
    QCOMPARE(select.value(0).typeId(), expected.typeId());
    QCOMPARE(select.isNull(0), !expected.isValid());
    QTEST(select.value(1).toString(), "type");
    QVERIFY(!select.next());
    QVERIFY(!select.lastError().isValid());
}

void SqlcipherDriverTest::refuses_values_data()
{
    QTest::addColumn<QVariant>("value");
    QTest::newRow("above int64") << QVariant::fromValue<qulonglong>(std::numeric_limits<qulonglong>::max());
    QTest::newRow("not a number") << QVariant(std::numeric_limits<double>::quiet_NaN());
    QTest::newRow("date") << QVariant(QDate(2026, 1, 1));
    QTest::newRow("list") << QVariant(QVariantList{1, 2});
}

void SqlcipherDriverTest::refuses_values()
{
    QFETCH(QVariant, value);
    QSqlQuery insert(database_);
    QVERIFY(insert.prepare(QStringLiteral("INSERT INTO t(v) VALUES(?)")));
    insert.addBindValue(value);
    QVERIFY(!insert.exec());
    QVERIFY(insert.lastError().databaseText().startsWith(QStringLiteral("value 1")));
    QCOMPARE(cell(database_, "SELECT count(*) FROM t"), QStringLiteral("0"));
}

void SqlcipherDriverTest::reuses_a_prepared_statement()
{
    QSqlQuery insert(database_);
    QVERIFY(insert.prepare(QStringLiteral("INSERT INTO t(id, v) VALUES(?, ?)")));
    const void *statement = insert.result()->handle().value<void *>();
    QVERIFY(database_.transaction());
    for (int id = 1; id <= 1000; ++id) {
        insert.bindValue(0, id);
        insert.bindValue(1, QString::number(id * 7));
        QVERIFY(insert.exec());
    }
    QVERIFY(database_.commit());
    QCOMPARE(insert.result()->handle().value<void *>(), statement);
    QSqlQuery select(database_);
    QVERIFY(select.prepare(QStringLiteral("SELECT v FROM t WHERE id = ?")));
    for (int id = 1; id <= 1000; id += 111) {
        select.bindValue(0, id);
        QVERIFY(select.exec());
        QVERIFY(select.next());
        QCOMPARE(select.value(0).toString(), QString::number(id * 7));
        // Left in the middle: the next exec() starts anew.
    }
    select.bindValue(0, 1001);
    QVERIFY(select.exec());
    QVERIFY(!select.next());
}

void SqlcipherDriverTest::finds_a_statement_prepared_before()
{
    const QString sql = QStringLiteral("SELECT ?");
    const void *first = nullptr;
    {
        QSqlQuery query(database_);
        QVERIFY(query.prepare(sql));
        query.addBindValue(QStringLiteral("old"));
        QVERIFY(query.exec());
        first = query.result()->handle().value<void *>();
        QSqlQuery meanwhile(database_);
        QVERIFY(meanwhile.prepare(sql));
        QVERIFY(meanwhile.result()->handle().value<void *>() != first);
    }
    QSqlQuery query(database_);
    QVERIFY(query.prepare(sql));
    QCOMPARE(query.result()->handle().value<void *>(), first);
    QVERIFY(!query.exec());  // no value of the last user stays bound
    query.addBindValue(QVariant());
    QVERIFY(query.exec());
    QVERIFY(query.next());
    QVERIFY(query.isNull(0));
}

void SqlcipherDriverTest::binds_names_and_repeats()
{
    QSqlQuery query(database_);
    QVERIFY(query.prepare(QStringLiteral("SELECT :a, :b, :a, ':a'")));
    query.bindValue(QStringLiteral(":a"), 5);
    query.bindValue(QStringLiteral(":b"), QStringLiteral("x"));
    QVERIFY2(query.exec(), qPrintable(query.lastError().text()));
    QVERIFY(query.next());
    QCOMPARE(query.value(0).toInt(), 5);
    QCOMPARE(query.value(1).toString(), QStringLiteral("x"));
    QCOMPARE(query.value(2).toInt(), 5);
    QCOMPARE(query.value(3).toString(), QStringLiteral(":a"));
}

void SqlcipherDriverTest::counts_parameters()
{
    QSqlQuery query(database_);
    QVERIFY(query.prepare(QStringLiteral("SELECT ?, ?")));
    query.addBindValue(1);
    QVERIFY(!query.exec());
    QVERIFY(query.lastError().isValid());
    query.addBindValue(1);
    query.addBindValue(2);
    QVERIFY(query.exec());
}

void SqlcipherDriverTest::runs_exactly_one_statement()
{
    QSqlQuery query(database_);
    QVERIFY(!query.exec(QStringLiteral("INSERT INTO t VALUES(1, 1); INSERT INTO t VALUES(2, 2)")));
    QVERIFY(!query.exec(QStringLiteral("INSERT INTO t VALUES(1, 1); nonsense")));
    QVERIFY(!query.exec(QStringLiteral("-- nothing")));
    QCOMPARE(cell(database_, "SELECT count(*) FROM t"), QStringLiteral("0"));
    QVERIFY(query.exec(QStringLiteral("INSERT INTO t VALUES(1, 1); -- the end\n")));
    QCOMPARE(cell(database_, "SELECT count(*) FROM t"), QStringLiteral("1"));
}

void SqlcipherDriverTest::walks_forward_only()
{
    QVERIFY(run(database_, "INSERT INTO t VALUES(1,'a'),(2,'b'),(3,'c'),(4,'d')"));
    QSqlQuery query(database_);
    query.setForwardOnly(false);
    QVERIFY(query.isForwardOnly());
    QVERIFY(query.exec(QStringLiteral("SELECT id, v AS name FROM t ORDER BY id")));
    QVERIFY(query.isSelect());
    QCOMPARE(query.size(), -1);
    QCOMPARE(query.numRowsAffected(), -1);
    QVERIFY(query.first());
    QCOMPARE(query.value(0).toInt(), 1);
    QVERIFY(query.seek(2));
    QCOMPARE(query.value(QStringLiteral("name")).toString(), QStringLiteral("c"));
    QCOMPARE(query.record().count(), 2);
    QVERIFY(query.next());
    QCOMPARE(query.at(), 3);
    QVERIFY(!query.next());
    QCOMPARE(query.at(), int(QSql::AfterLastRow));
    QVERIFY(!query.next());
    QVERIFY(!query.isValid());
}

void SqlcipherDriverTest::releases_the_read_at_the_end()
{
    QVERIFY(run(database_, "INSERT INTO t VALUES(1,'a'),(2,'b')"));
    QSqlDatabase other = store_->open();
    QSqlQuery read(other);
    QVERIFY(read.exec(QStringLiteral("SELECT id FROM t")));
    QVERIFY(read.next());
    QSqlQuery write(database_);
    QVERIFY(!write.exec(QStringLiteral("INSERT INTO t VALUES(3,'c')")));  // the open read holds its lock
    QCOMPARE(to_error(write.lastError()).code, ErrorCode::StoreInUse);
    QVERIFY(read.next());
    QVERIFY(!read.next());  // `read` still lives, but its lock is gone
    QVERIFY(write.exec(QStringLiteral("INSERT INTO t VALUES(3,'c')")));
    QVERIFY(read.exec());
    QVERIFY(read.next());
    read.finish();
    QVERIFY(write.exec(QStringLiteral("INSERT INTO t VALUES(4,'d')")));
}

void SqlcipherDriverTest::reports_rows_and_ids()
{
    QSqlQuery query(database_);
    QVERIFY(query.exec(QStringLiteral("INSERT INTO t(id, v) VALUES(9223372036854775806, 1),(5, 2)")));
    QCOMPARE(query.numRowsAffected(), 2);
    QCOMPARE(query.lastInsertId().toLongLong(), 5);
    QVERIFY(query.exec(QStringLiteral("UPDATE t SET v = 3")));
    QCOMPARE(query.numRowsAffected(), 2);
    QVERIFY(query.exec(QStringLiteral("UPDATE t SET v = 3 WHERE id = 77")));
    QCOMPARE(query.numRowsAffected(), 0);
    QVERIFY(query.exec(QStringLiteral("CREATE TABLE u(a)")));
    QCOMPARE(query.numRowsAffected(), 0);
    QVERIFY(query.exec(QStringLiteral("DELETE FROM t WHERE id = 5")));
    QCOMPARE(query.numRowsAffected(), 1);
}

void SqlcipherDriverTest::inserts_in_a_batch()
{
    QSqlQuery query(database_);
    QVERIFY(query.prepare(QStringLiteral("INSERT INTO t(id, v) VALUES(?, ?)")));
    query.addBindValue(QVariantList{1, 2, 3});
    query.addBindValue(QVariantList{QStringLiteral("a"), QVariant(), QStringLiteral("c")});
    QVERIFY(query.execBatch());
    QCOMPARE(cell(database_, "SELECT group_concat(coalesce(v, '-')) FROM t"), QStringLiteral("a,-,c"));
}

void SqlcipherDriverTest::commits_and_rolls_back()
{
    QVERIFY(database_.transaction());
    QVERIFY(run(database_, "INSERT INTO t VALUES(1,'a')"));
    QVERIFY(!database_.transaction());  // no nesting
    QVERIFY(database_.commit());
    QVERIFY(database_.transaction());
    QVERIFY(run(database_, "INSERT INTO t VALUES(2,'b')"));
    QVERIFY(run(database_, "UPDATE t SET v = 'z'"));
    QVERIFY(database_.rollback());
    QCOMPARE(cell(database_, "SELECT group_concat(v) FROM t"), QStringLiteral("a"));
    QVERIFY(!database_.commit());
    QVERIFY(database_.rollback());  // nothing to roll back is rolled back
}

void SqlcipherDriverTest::survives_a_schema_change()
{
    QSqlQuery query(database_);
    QVERIFY(query.prepare(QStringLiteral("SELECT * FROM t WHERE id = ?")));
    query.addBindValue(1);
    QVERIFY(query.exec());
    QVERIFY(run(database_, "ALTER TABLE t ADD COLUMN w DEFAULT 'new'"));
    QVERIFY(run(database_, "INSERT INTO t(id, v) VALUES(1,'a')"));
    QVERIFY(query.exec());
    QVERIFY(query.next());
    QCOMPARE(query.value(2).toString(), QStringLiteral("new"));
    query.finish();
    QVERIFY(run(database_, "DROP TABLE t"));
    QVERIFY(!query.exec());
}

void SqlcipherDriverTest::knows_the_sql_that_the_store_needs()
{
    QVERIFY(run(database_, "INSERT INTO t VALUES(1,'a'),(2,'b'),(3,'c'),(4,'d')"));
    QCOMPARE(cell(database_, "SELECT group_concat(id) FROM t WHERE (v, id) > ('b', 2)"), QStringLiteral("3,4"));
    QVERIFY(run(database_, "CREATE UNIQUE INDEX one_open ON t(v) WHERE id > 2"));
    QVERIFY(run(database_, "INSERT INTO t VALUES(-1,'d')"));
    QSqlQuery query(database_);
    QVERIFY(!query.exec(QStringLiteral("INSERT INTO t VALUES(5,'d')")));
    QCOMPARE(query.lastError().nativeErrorCode(), QStringLiteral("2067"));  // SQLITE_CONSTRAINT_UNIQUE
    QCOMPARE(cell(database_, "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 10) "
                             "SELECT sum(x) FROM c"),
             QStringLiteral("55"));
}

void SqlcipherDriverTest::lists_tables()
{
    QVERIFY(run(database_, "CREATE VIEW a_view AS SELECT 1"));
    QCOMPARE(database_.tables(), QStringList{QStringLiteral("t")});
    QCOMPARE(database_.tables(QSql::Views), QStringList{QStringLiteral("a_view")});
}

}  // namespace aftercharge

using aftercharge::SqlcipherDriverTest;
QTEST_GUILESS_MAIN(SqlcipherDriverTest)
#include "sqlcipher_driver_test.moc"

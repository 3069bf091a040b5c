// SPDX-License-Identifier: GPL-3.0-or-later
// Migrations: up, down and up again from every version, with rows in it.
#include <QTemporaryDir>

#include "models/store/sql/local_connection.h"
#include "models/store/sql/migrations.h"
#include "models/store/sql/query.h"
#include "tests/store/contract/samples.h"
#include "tests/store/sql_store_fixture.h"

namespace aftercharge {

using namespace samples;

class SqlMigrationsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goes_up_down_and_up_with_rows();
    void leaves_a_newer_schema_alone();
    void does_all_of_a_step_or_nothing();
    void spells_guards_and_types();

private:
    static std::unique_ptr<Database> open(const QTemporaryDir &folder)
    {
        return connect_local(folder.path().toStdString() + "/db", StoreKey::generate(), SqlcipherJournal::RollbackExtra,
                             Access::ReadWrite, Creation::New)
            .value();
    }
    static std::int64_t count(Database &database, const char *table)
    {
        Query query(database, QStringLiteral("SELECT COUNT(*) FROM ") + QString::fromLatin1(table));
        return number(query).value();
    }
};

namespace {

// A row for each version, that an earlier and a later one leave as it is.
const char *const rows[] = {
    "INSERT INTO station VALUES ('S-1', 'x', 'UTC')",
    "INSERT INTO orphan_report VALUES (x'00000000000000000000000000000001', 'CP', 1, 0, 0, '', x'', 0, 1)",
    "INSERT INTO cs_ticket VALUES ('T-1', 'REFUND', 'OPEN', '', '', '', 0, '', '', 'SYSTEM', '', 0, 0, NULL, '', 0)",
};
const char *const tables[] = {"station", "orphan_report", "cs_ticket"};

}  // namespace

void SqlMigrationsTest::goes_up_down_and_up_with_rows()
{
    const auto migrations = migrations_of(Schema::Ledger);
    REQUIRE_OK(migrations);
    const int newest = static_cast<int>(migrations->size());
    QCOMPARE(newest, static_cast<int>(std::size(rows)));  // a new migration brings a row here
    for (int version = 1; version <= newest; ++version) {
        const QTemporaryDir folder;
        const auto database = open(folder);
        for (int step = 1; step <= version; ++step) {
            REQUIRE_OK(migrate(*database, *migrations, step, at()));
            REQUIRE_OK(database->execute(QString::fromLatin1(rows[step - 1])));
        }
        REQUIRE_OK(migrate(*database, *migrations, newest, at()));
        QCOMPARE(schema_version(*database).value(), newest);
        REQUIRE_OK(migrate(*database, *migrations, version, at()));
        for (int step = 1; step <= version; ++step)
            QCOMPARE(count(*database, tables[step - 1]), 1);
        REQUIRE_OK(migrate(*database, *migrations, 0, at()));
        QCOMPARE(count(*database, "sqlite_master WHERE type = 'table' AND name <> 'schema_migration'"), 0);
        REQUIRE_OK(migrate(*database, *migrations, newest, at()));
        QCOMPARE(count(*database, "station"), 0);
    }
    const QTemporaryDir folder;
    const auto telemetry = open(folder);
    REQUIRE_OK(migrate_up(*telemetry, Schema::Telemetry, at()));
    REQUIRE_OK(migrate(*telemetry, migrations_of(Schema::Telemetry).value(), 0, at()));
    REQUIRE_OK(migrate_up(*telemetry, Schema::Telemetry, at()));
    QCOMPARE(count(*telemetry, "sample"), 0);
}

void SqlMigrationsTest::leaves_a_newer_schema_alone()
{
    LocalStoreFixture store;
    QVERIFY(!store.raw_sql(QStringLiteral("INSERT INTO schema_migration VALUES (999, 'later', 0)")));
    store.close();
    const auto file = store.location().folder / ledger_file;
    const auto before = std::filesystem::last_write_time(file);
    EXPECT_ERROR(store.try_open(), ErrorCode::StoreNewerSchema);
    QVERIFY(std::filesystem::last_write_time(file) == before);
}

void SqlMigrationsTest::does_all_of_a_step_or_nothing()
{
    const QTemporaryDir folder;
    const auto database = open(folder);
    const std::vector<Migration> migrations{
        {1, QStringLiteral("good"), QStringLiteral("CREATE TABLE a (x TEXT);\n"), {}},
        {2, QStringLiteral("bad"), QStringLiteral("CREATE TABLE b (x TEXT);\nCREATE NONSENSE;\n"), {}},
    };
    const auto failed = migrate(*database, migrations, 2, at());
    QVERIFY(!failed.has_value());
    QVERIFY(failed.error().detail.find("NONSENSE") != std::string::npos);
    QCOMPARE(schema_version(*database).value(), 1);
    QVERIFY(!database->dialect().has_table(*database, QStringLiteral("b")).value());
}

void SqlMigrationsTest::spells_guards_and_types()
{
    const SqliteDialect dialect;
    const auto statements = statements_of(
        QStringLiteral("-- a; comment;\nCREATE TABLE t (\n  x {blob}\n);\n"
                       "GUARD g BEFORE UPDATE ON t\n  WHEN NEW.x <> OLD.x SAY 'never';\n"),
        dialect);
    REQUIRE_OK(statements);
    QCOMPARE(statements->size(), std::size_t{2});
    QVERIFY(statements->at(0).contains(QStringLiteral("x BLOB")));
    QVERIFY(statements->at(1).startsWith(QStringLiteral("CREATE TRIGGER g BEFORE UPDATE ON t WHEN NEW.x <> OLD.x")));
    EXPECT_ERROR(statements_of(QStringLiteral("GUARD g ON t;\n"), dialect), ErrorCode::Internal);
}

}  // namespace aftercharge

QTEST_GUILESS_MAIN(aftercharge::SqlMigrationsTest)
#include "sql_migrations_test.moc"

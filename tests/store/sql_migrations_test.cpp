// SPDX-License-Identifier: GPL-3.0-or-later
// Migrations: up, down and up again from every version, with rows in it.
#include <QTemporaryDir>

#include <set>

#include "models/store/sql/canonical.h"
#include "models/store/sql/chain_verifier.h"
#include "models/store/sql/chained_rows.h"
#include "models/store/sql/local_connection.h"
#include "models/store/sql/migrations.h"
#include "models/store/sql/query.h"
#include "models/store/sql/sql_goods.h"
#include "models/store/sql/sql_orders.h"
#include "models/store/sql/sql_outbox.h"
#include "models/store/sql/sql_refunds.h"
#include "models/store/sql/sql_tickets.h"
#include "tests/store/contract/goods_samples.h"
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
    void keeps_what_stood_before_goods();
    void goes_back_to_what_stood_before_goods();
    void refuses_a_step_that_leaves_rows_pointing_at_nothing();

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
    "INSERT INTO orders VALUES ('G-1', 'PAID', '', 'CNY', 1, 0, '', 0, 0)",
    "INSERT INTO gateway_account VALUES ('stripe', '', '{}', '{}', 0)",
    "INSERT INTO daemon VALUES ('one', '1', '', 0, 0)",
    "INSERT INTO approval_rule VALUES (100, 2)",
    "INSERT INTO money_lease VALUES ('C1', 'li', x'00000000000000000000000000000001', 0)",
};
const char *const tables[] = {"station",         "orphan_report", "cs_ticket",     "orders",
                              "gateway_account", "daemon",        "approval_rule", "money_lease"};

// A ledger of schema 3, as the program of then has written it.
class LedgerBeforeGoods {
public:
    explicit LedgerBeforeGoods(Database &database) : database_(database), chain_(database), numbers_(database)
    {
        network_.currency = cny();
        network_.time_zone = "UTC";
    }

    LedgerContext context() { return {database_, chain_, network_, numbers_}; }
    const Refund &refund() const { return refund_; }
    const Ticket &ticket() const { return ticket_; }

    Result<void> fill()
    {
        return database_.begin()
            .and_then([&] { return fill_order(); })
            .and_then([&] { return fill_refund(); })
            .and_then([&] { return fill_ticket(); })
            .and_then([&] { return chain_.flush(); })
            .and_then([&] { return database_.commit(); });
    }
    Result<void> flush() { return chain_.flush(); }
    ChainReport verify() { return ChainVerifier(database_, chain_).run(std::nullopt, {}).value(); }

private:
    Result<void> fill_order()
    {
        SqlOrders orders(context());
        const OrderLogEntry entry{id<OrderNo>("C1"),          at(),  OrderState::Settle, OrderState::Payed, "SETTLED",
                                  {Source::System, "engine"}, "付清"};
        return orders.insert(settled_order("C1", "20.00", "0.00"))
            .and_then([&] { return orders.append_log(entry); })
            .and_then([&] {
                return orders.put_deciding_readings(entry.order_no, {reading(1, 1), reading(2, 2)});
            });
    }
    Result<void> fill_refund()
    {
        refund_ = samples::refund("R1", "C1", "3.00", 50);
        refund_.approval = ApprovalState::Approved;
        const Refund &r = refund_;
        Query query(database_,
                    insert_sql(QStringLiteral("payment_refund"),
                               QStringLiteral("refund_no, kind, order_no, member_id, ticket_no, currency, "
                                              "amount_minor, status, approval, reason_code, note, basis, initiator, "
                                              "requested_by, approved_by, transfer_id, external_refund_id, "
                                              "created_at, decided_at, posted_at, version")));
        query.bind(r.refund_no, r.kind, r.order_no, r.member_id, r.ticket_no, r.amount.currency(), r.amount, r.status,
                   r.approval, r.reason_code, r.note, r.basis, r.initiator, r.requested_by, r.approved_by,
                   r.transfer_id, r.external_refund_id, r.created_at, r.decided_at, r.posted_at, r.version);
        // The bytes of then, spelled out: a later program must still make the same of the row.
        const std::string bytes = Canonical(r.refund_no, r.kind, r.order_no, r.member_id, r.ticket_no, r.amount,
                                            r.status, r.approval, r.reason_code, r.note, r.basis, r.initiator,
                                            r.requested_by, r.approved_by, r.transfer_id, r.external_refund_id,
                                            r.created_at, r.decided_at, r.posted_at, r.version)
                                      .bytes();
        const int chain_no = chain_number(r.order_no.text());
        return write(query)
            .and_then([&] {
                return insert_chained(database_, chain_, "payment_refund_log", chain_no,
                                      RefundVersion{r.refund_no, r.version, bytes});
            })
            .and_then([&] {
                return insert_chained(database_, chain_, "payment_refund_approval", chain_no,
                                      RefundApproval{r.refund_no, id<OperatorName>("wang"), r.amount, at()});
            });
    }
    Result<void> fill_ticket()
    {
        ticket_ = samples::ticket("T-1", "C1", 7);
        for (const char *sql :
             {"INSERT INTO cs_ticket VALUES ('T-1', 'CHARGING_COMPLAINT', 'OPEN', 'C1', 'M-1', 'CP-1', 1, '多扣费', "
              "'电表走字不准', 'CUSTOMER', '', 1795428000007, 1795428000007, NULL, '', 0)",
              "INSERT INTO cs_ticket_entry VALUES ('T-1', 1, 0, 'NOTE', 'ADMIN', 'li', 'x')",
              "INSERT INTO cs_ticket_evidence VALUES (x'00000000000000000000000000000001', 'T-1', 'a', 'text/plain', "
              "x'0000000000000000000000000000000000000000000000000000000000000000', 1, 0, x'61')",
              "INSERT INTO outbox VALUES (x'00000000000000000000000000000002', 'POST_REFUND', 'R1', '', 'ADMIN', 'li', "
              "0, 0, 0, NULL, '', '', 0)"}) {
            if (const auto done = database_.execute(QString::fromUtf8(sql)); !done)
                return done;
        }
        return {};
    }

    Database &database_;
    Chain chain_;
    TransactionNumbers numbers_;
    Network network_;
    Refund refund_;
    Ticket ticket_;
};

// Every table, index and guard, as it was spelled; a table that was renamed has its name quoted.
std::set<QString> schema_of(Database &database)
{
    std::set<QString> spelled;
    Query query(database, QStringLiteral("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"));
    for (auto has_row = query.next(); has_row && *has_row; has_row = query.next()) {
        std::string sql;
        query.read(sql);
        spelled.insert(QString::fromStdString(sql).remove(QLatin1Char('"')).simplified());
    }
    return spelled;
}

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
    QVERIFY((statements_of(QStringLiteral("UNGUARD g ON t;\n"), dialect).value() ==
             std::vector{QStringLiteral("DROP TRIGGER g")}));
    EXPECT_ERROR(statements_of(QStringLiteral("UNGUARD g;\n"), dialect), ErrorCode::Internal);
}

void SqlMigrationsTest::keeps_what_stood_before_goods()
{
    const QTemporaryDir folder;
    const auto database = open(folder);
    const auto migrations = migrations_of(Schema::Ledger).value();
    REQUIRE_OK(migrate(*database, migrations, 3, at()));
    LedgerBeforeGoods before(*database);
    REQUIRE_OK(before.fill());
    REQUIRE_OK(migrate_up(*database, Schema::Ledger, at()));
    const ChainReport report = before.verify();
    QVERIFY2(report.intact, report.problem.c_str());
    QCOMPARE(report.entries, 4);
    QVERIFY(SqlRefunds(before.context()).find(id<RefundNo>("R1")).value() == before.refund());
    QVERIFY(SqlTickets(before.context()).find(id<TicketNo>("T-1")).value() == before.ticket());
    QCOMPARE(SqlOrders(before.context()).log(id<OrderNo>("C1")).value().size(), std::size_t{1});
    const auto effect = SqlOutbox(before.context()).find(EffectKind::PostRefund, "R1").value();
    QVERIFY(effect && !effect->sent_at);
    // Guards and references stand as before, on the tables that were rebuilt and on those that
    // point at them.
    for (const char *sql : {"DELETE FROM payment_refund", "UPDATE payment_refund SET amount_minor = 299",
                            "UPDATE payment_refund SET order_no = 'C2'", "UPDATE order_status_log SET note = ''",
                            "DELETE FROM order_status_log", "UPDATE payment_refund_log SET version = 9",
                            "INSERT INTO payment_refund_log VALUES ('R9', 1, x'00', 0, 99)",
                            "INSERT INTO order_status_log VALUES ('C9', 0, '', '', '', '', '', '', 0, 99)"}) {
        const auto refused = database->execute(QString::fromUtf8(sql));
        QVERIFY2(!refused && refused.error().code == ErrorCode::StoreRule, sql);
    }
    QVERIFY(database->dialect().integrity(*database).value().empty());
    // And what follows is chained on.
    REQUIRE_OK(database->begin());
    Refund refund = before.refund();
    refund.status = RefundStatus::Success;
    REQUIRE_OK(SqlRefunds(before.context()).update(refund));
    REQUIRE_OK(SqlGoods(before.context()).insert(goods_order("G1")));
    REQUIRE_OK(before.flush());
    REQUIRE_OK(database->commit());
    QVERIFY(before.verify().intact);
}

void SqlMigrationsTest::goes_back_to_what_stood_before_goods()
{
    const QTemporaryDir folder;
    const auto database = open(folder);
    const auto migrations = migrations_of(Schema::Ledger).value();
    REQUIRE_OK(migrate(*database, migrations, 3, at()));
    const std::set<QString> schema = schema_of(*database);
    LedgerBeforeGoods before(*database);
    REQUIRE_OK(before.fill());
    // Without goods in it nothing is lost on the way down and up, step by step.
    REQUIRE_OK(migrate(*database, migrations, 4, at()));
    const std::set<QString> schema_of_goods = schema_of(*database);
    REQUIRE_OK(migrate_up(*database, Schema::Ledger, at()));
    const std::set<QString> newest_schema = schema_of(*database);
    REQUIRE_OK(migrate(*database, migrations, 4, at()));
    QVERIFY(schema_of(*database) == schema_of_goods);
    REQUIRE_OK(migrate(*database, migrations, 3, at()));
    QVERIFY(schema_of(*database) == schema);
    REQUIRE_OK(migrate_up(*database, Schema::Ledger, at()));
    QVERIFY(schema_of(*database) == newest_schema);
    QVERIFY(before.verify().intact);
    QVERIFY(SqlTickets(before.context()).find(id<TicketNo>("T-1")).value() == before.ticket());
    // What is of goods goes; what is not stays.
    const std::vector units{refund_unit("B", 1, "1.00")};
    REQUIRE_OK(database->begin());
    REQUIRE_OK(SqlGoods(before.context()).insert(goods_order("G1")));
    REQUIRE_OK(
        SqlGoods(before.context())
            .append_log(
                {id<OrderNo>("G1"), at(), GoodsOrderState::Paid, GoodsOrderState::Fulfilled, "FULFILLED", {}, ""}));
    REQUIRE_OK(SqlRefunds(before.context()).insert(goods_refund("R2", "G1", units, 2), units));
    REQUIRE_OK(SqlOutbox(before.context()).add(effect(3, EffectKind::SendRefund, "R2")));
    REQUIRE_OK(database->commit());
    REQUIRE_OK(migrate(*database, migrations, 3, at()));
    QVERIFY(schema_of(*database) == schema);
    for (const char *table : {"payment_refund", "payment_refund_log", "payment_refund_approval", "order_status_log",
                              "outbox", "cs_ticket", "cs_ticket_entry", "cs_ticket_evidence"})
        QCOMPARE(count(*database, table), 1);
    QVERIFY(database->dialect().integrity(*database).value().empty());
}

void SqlMigrationsTest::refuses_a_step_that_leaves_rows_pointing_at_nothing()
{
    const QTemporaryDir folder;
    const auto database = open(folder);
    const std::vector<Migration> migrations{
        {1,
         QStringLiteral("good"),
         QStringLiteral("CREATE TABLE a (x TEXT PRIMARY KEY);\nCREATE TABLE b (y TEXT REFERENCES a (x));\n"
                        "INSERT INTO a VALUES ('1');\nINSERT INTO b VALUES ('1');\n"),
         {}},
        {2, QStringLiteral("bad"), QStringLiteral("DELETE FROM a;\n"), {}},
    };
    const auto failed = migrate(*database, migrations, 2, at());
    EXPECT_ERROR(failed, ErrorCode::StoreRule);
    QVERIFY2(failed.error().detail.find("a row of b") != std::string::npos, failed.error().detail.c_str());
    QCOMPARE(schema_version(*database).value(), 1);
    QCOMPARE(count(*database, "a"), 1);
    // References are checked again afterwards, also after a step that failed.
    const auto refused = database->execute(QStringLiteral("INSERT INTO b VALUES ('2')"));
    QVERIFY(!refused && refused.error().code == ErrorCode::StoreRule);
}

}  // namespace aftercharge

QTEST_GUILESS_MAIN(aftercharge::SqlMigrationsTest)
#include "sql_migrations_test.moc"

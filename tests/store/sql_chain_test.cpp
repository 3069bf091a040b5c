// SPDX-License-Identifier: GPL-3.0-or-later
// The hash chains: what is changed, removed, added or put back past the program is found.
#include <filesystem>

#include "models/store/sql/local_connection.h"
#include "tests/store/contract/goods_samples.h"
#include "tests/store/sql_store_fixture.h"

namespace aftercharge {

using namespace samples;
namespace fs = std::filesystem;

class SqlChainTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        store_ = std::make_unique<LocalStoreFixture>();
        fill();
    }
    void cleanup() { store_.reset(); }

    void is_intact();
    void names_a_changed_row_data();
    void names_a_changed_row();
    void names_a_removed_row();
    void names_an_added_row();
    void finds_a_shortened_chain();
    void finds_a_rewritten_chain();
    void opens_a_rolled_back_store_for_reading();
    void goes_on_when_the_heads_are_behind();
    void says_when_the_heads_were_missing();
    void refuses_heads_that_cannot_be_read();
    void heads_only_go_forward();

private:
    void fill();
    void fill_goods();
    void tamper(std::initializer_list<const char *> statements);
    ChainReport verify();
    fs::path heads_file() const;

    std::unique_ptr<LocalStoreFixture> store_;
};

namespace {

// What fill() appends to the chains.
constexpr std::int64_t entries = 17;

}  // namespace

void SqlChainTest::fill()
{
    REQUIRE_OK(commit(store_->ledger(), [](UnitOfWork &u) -> Result<void> {
        return u.orders()
            .insert(settled_order("C1", "20.00", "0.00"))
            .and_then([&] {
                return u.orders().append_log(
                    {id<OrderNo>("C1"), at(), OrderState::Created, OrderState::Charging, "CHARGING_STARTED", {}, ""});
            })
            .and_then([&] {
                return u.orders().put_deciding_readings(id<OrderNo>("C1"), {reading(1, 1), reading(2, 2)});
            })
            .and_then([&] {
                return u.orders().add_orphan({uuid(7), {id<ChargePointId>("CP-1"), 1}, at(), 9, "", "raw"});
            })
            .and_then([&] { return u.refunds().insert(refund("R1", "C1", "3.00", 50)); })
            .and_then(
                [&] { return u.refunds().approve(id<RefundNo>("R1"), id<OperatorName>("wang"), yuan("3.00"), at()); })
            .and_then([&] {
                return u.audit().append({at(), {}, "refund.approve", "payment_refund", "R1", ""});
            });
    }));
    fill_goods();
    for (int number = 1; number <= 5; ++number) {
        REQUIRE_OK(commit(store_->ledger(),
                          [&](UnitOfWork &u) { return u.accounts().post(top_up(number, "M-1", "1.00", "PAY-1")); }));
    }
}

void SqlChainTest::fill_goods()
{
    const std::vector units{refund_unit("A", 1, "93.33"), refund_unit("B", 1, "1.00")};
    REQUIRE_OK(commit(store_->ledger(), [&](UnitOfWork &u) -> Result<void> {
        return u.goods()
            .insert(goods_order("G1"))
            .and_then([&] {
                return u.goods().append_log(
                    {id<OrderNo>("G1"), at(), GoodsOrderState::Paid, GoodsOrderState::Fulfilled, "FULFILLED", {}, ""});
            })
            .and_then([&] { return u.shipments().insert(shipment("S1", "G1"), {}, {}, {}); })
            .and_then([&] {
                return u.shipments().append_log(
                    {id<ShipmentNo>("S1"), at(), ShipmentState::Created, ShipmentState::LabelCreated, {}, ""});
            })
            .and_then([&] { return u.claims().insert(claim("K1", "S1", "G1")); })
            .and_then(
                [&] { return u.claims().approve(id<ClaimNo>("K1"), id<OperatorName>("wang"), yuan("60.00"), at()); })
            .and_then([&] {
                return u.claims().append_log(
                    {id<ClaimNo>("K1"), at(), ClaimState::Opened, ClaimState::Acknowledged, {}, ""});
            })
            .and_then([&] { return u.refunds().insert(goods_refund("R2", "G1", units, 60), units); })
            .and_then([&] {
                return u.approvals().vote({"R2", id<OperatorName>("wang"), yuan("94.33"), yuan("94.33"), at()});
            });
    }));
}

void SqlChainTest::tamper(std::initializer_list<const char *> statements)
{
    for (const char *sql : statements) {
        const auto error = store_->raw_sql(QString::fromUtf8(sql));
        QVERIFY2(!error, error ? to_line(*error).c_str() : "");
    }
}

ChainReport SqlChainTest::verify()
{
    return store_->ledger().reader().audit().verify({}).value();
}

fs::path SqlChainTest::heads_file() const
{
    return store_->location().state_folder / (store_->network().store_id.to_text() + ".heads");
}

void SqlChainTest::is_intact()
{
    std::int64_t last = 0;
    const auto report = store_->ledger().reader().audit().verify([&](std::int64_t done, std::int64_t of) {
        last = done;
        return done <= of;
    });
    REQUIRE_OK(report);
    QVERIFY2(report->intact, report->problem.c_str());
    QCOMPARE(report->entries, entries);
    QCOMPARE(last, entries);
    QVERIFY(check_local_store(store_->location(), store_->key()).value().empty());
}

void SqlChainTest::names_a_changed_row_data()
{
    QTest::addColumn<QString>("guard");
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("named");
    const auto row = [](const char *guard, const char *change, const char *named) {
        QTest::newRow(change) << QString::fromUtf8(guard) << QString::fromUtf8(change) << QString::fromUtf8(named);
    };
    row("ledger_transfer_no_update", "UPDATE ledger_transfer SET amount_minor = 101 WHERE at % 10 = 3",
        "ledger_transfer");
    row("ledger_transfer_no_update", "UPDATE ledger_transfer SET credit_member = 'M-2' WHERE at % 10 = 3",
        "ledger_transfer");
    row("ledger_transfer_no_update", "UPDATE ledger_transfer SET kind = 'NONSENSE' WHERE at % 10 = 3",
        "ledger_transfer");
    row("order_status_log_no_update", "UPDATE order_status_log SET at = at + 1 WHERE order_no = 'C1'",
        "order_status_log C1");
    row("order_status_log_no_update", "UPDATE order_status_log SET to_state = 'REFUNDED' WHERE order_no = 'G1'",
        "order_status_log G1");
    row("approval_vote_no_update", "UPDATE approval_vote SET login = 'zhao'", "approval_vote R2 wang");
    row("shipment_status_log_no_update", "UPDATE shipment_status_log SET to_state = 'CANCELLED'",
        "shipment_status_log S1");
    row("carrier_claim_approval_no_update", "UPDATE carrier_claim_approval SET up_to_minor = 8000",
        "carrier_claim_approval K1");
    row("carrier_claim_log_no_update", "UPDATE carrier_claim_log SET actor_name = 'li'", "carrier_claim_log K1");
    row("payment_refund_as_approved", "UPDATE payment_refund SET gateway_words = 'x' WHERE refund_no = 'R2'",
        "payment_refund R2");
    row("payment_refund_item_no_update", "UPDATE payment_refund_item SET quantity = 2 WHERE order_item_id = 'A'",
        "payment_refund R2");
    row("payment_refund_unit_no_update", "UPDATE payment_refund_unit SET amount_minor = 1 WHERE order_item_id = 'A'",
        "payment_refund_unit R2");
    row("chain_no_update", "UPDATE order_item_unit SET refunded_minor = 0 WHERE order_item_id = 'B'",
        "order_item_unit G1 B");
    row("audit_log_no_update", "UPDATE audit_log SET actor_name = 'wang'", "audit_log R1");
    row("orphan_report_no_update", "UPDATE orphan_report SET raw = x'00'", "orphan_report");
    row("payment_refund_approval_no_update", "UPDATE payment_refund_approval SET approved_by = 'li'",
        "payment_refund_approval R1");
    row("payment_refund_as_approved", "UPDATE payment_refund SET note = 'x' WHERE refund_no = 'R1'",
        "payment_refund R1");
    row("chain_no_update",
        "UPDATE chain SET hash = x'00000000000000000000000000000000000000000000000000000000000000ff' "
        "WHERE entity = 'audit_log'",
        "audit_log R1");
    row("chain_no_update", "UPDATE order_reading SET register_wh = 3 WHERE n = 2", "order_reading C1");
    row("chain_no_update", "DELETE FROM order_reading WHERE n = 2", "order_reading C1");
    row("chain_no_update", "UPDATE account SET balance_minor = balance_minor + 1 WHERE kind = 'available'",
        "account available M-1");
    row("chain_no_update", "DELETE FROM account", "account available M-1");
}

void SqlChainTest::names_a_changed_row()
{
    QFETCH(QString, guard);
    QFETCH(QString, change);
    QFETCH(QString, named);
    const QByteArray drop = "DROP TRIGGER " + guard.toUtf8();
    tamper({drop.constData(), change.toUtf8().constData()});
    const ChainReport report = verify();
    QVERIFY(!report.intact);
    QVERIFY2(report.problem.find(named.toStdString()) != std::string::npos, report.problem.c_str());
    QVERIFY(!check_local_store(store_->location(), store_->key()).value().empty());
}

void SqlChainTest::names_a_removed_row()
{
    tamper({"DROP TRIGGER ledger_transfer_no_delete", "DELETE FROM ledger_transfer WHERE chain_seq = 2"});
    const ChainReport report = verify();
    QVERIFY(!report.intact);
    QVERIFY2(report.problem.find("the row is missing") != std::string::npos, report.problem.c_str());
    QVERIFY2(report.problem.find(uuid(2).to_text()) != std::string::npos, report.problem.c_str());
}

void SqlChainTest::names_an_added_row()
{
    tamper({"INSERT INTO ledger_transfer SELECT x'00112233445566778899aabbccddeeff', debit_kind, debit_member, "
            "credit_kind, credit_member, currency, amount_minor, kind, reference, corrects, at, actor_source, "
            "actor_name, chain_no, 9000 FROM ledger_transfer WHERE chain_seq = 1 LIMIT 1"});
    const ChainReport report = verify();
    QVERIFY(!report.intact);
    QVERIFY2(report.problem.find("not in any chain") != std::string::npos, report.problem.c_str());
    QVERIFY2(report.problem.find("00112233-4455") != std::string::npos, report.problem.c_str());
}

void SqlChainTest::finds_a_shortened_chain()
{
    tamper(
        {"DROP TRIGGER ledger_transfer_no_delete", "DROP TRIGGER chain_no_delete",
         "DELETE FROM chain WHERE row_key = (SELECT row_key FROM chain WHERE entity = 'ledger_transfer' ORDER BY seq "
         "DESC LIMIT 1)",
         "DELETE FROM ledger_transfer WHERE chain_seq = (SELECT MAX(chain_seq) FROM ledger_transfer)",
         "UPDATE account SET balance_minor = balance_minor - 100 WHERE kind = 'available'",
         "UPDATE account SET balance_minor = balance_minor + 100 WHERE kind = 'gateway_clearing'"});
    const ChainReport report = verify();
    QVERIFY(!report.intact);
    QVERIFY2(report.problem.find("there were") != std::string::npos, report.problem.c_str());
    store_->close();
    const auto open = store_->try_open();
    REQUIRE_OK(open);
    QVERIFY(open->report.read_only);
    QCOMPARE(open->report.problem->code, ErrorCode::StoreRolledBack);
}

void SqlChainTest::finds_a_rewritten_chain()
{
    // A chain made anew over a changed row is whole in itself; only the head outside differs.
    const fs::path heads = heads_file();
    const fs::path other = store_->location().folder / "ledger.db.before";
    store_->close();
    fs::copy_file(store_->location().folder / ledger_file, other);
    store_->reopen();
    REQUIRE_OK(
        commit(store_->ledger(), [](UnitOfWork &u) { return u.accounts().post(top_up(6, "M-1", "1.00", "PAY-1")); }));
    store_->close();
    fs::copy_file(other, store_->location().folder / ledger_file, fs::copy_options::overwrite_existing);
    const auto kept = fs::path(heads.string() + ".kept");
    fs::rename(heads, kept);
    store_->reopen();
    REQUIRE_OK(
        commit(store_->ledger(), [](UnitOfWork &u) { return u.accounts().post(top_up(6, "M-1", "2.00", "PAY-1")); }));
    QVERIFY(verify().intact);
    store_->close();
    fs::rename(kept, heads);
    const auto open = store_->try_open();
    REQUIRE_OK(open);
    QVERIFY(open->report.read_only);
    QVERIFY(open->report.problem->detail.find("not the one that was written") != std::string::npos);
}

void SqlChainTest::opens_a_rolled_back_store_for_reading()
{
    const fs::path file = store_->location().folder / ledger_file;
    const fs::path older = fs::path(file.string() + ".older");
    store_->close();
    fs::copy_file(file, older);
    store_->reopen();
    REQUIRE_OK(
        commit(store_->ledger(), [](UnitOfWork &u) { return u.accounts().post(top_up(6, "M-1", "1.00", "PAY-1")); }));
    store_->close();
    fs::copy_file(older, file, fs::copy_options::overwrite_existing);
    auto open = store_->try_open();
    REQUIRE_OK(open);
    QVERIFY(open->report.read_only);
    QCOMPARE(open->report.problem->code, ErrorCode::StoreRolledBack);
    EXPECT_ERROR(open->ledger->begin(), ErrorCode::StoreReadOnly);
    TelemetryBatch batch;
    batch.samples.push_back({id<OrderNo>("C1"), reading(1, 1)});
    EXPECT_ERROR(open->telemetry->write(batch), ErrorCode::StoreReadOnly);
    QCOMPARE(open->ledger->reader().accounts().sum_of_all().value(), yuan("0.00"));
    QVERIFY(!open->ledger->reader().audit().verify({}).value().intact);
}

void SqlChainTest::goes_on_when_the_heads_are_behind()
{
    const fs::path heads = heads_file();
    const fs::path older = fs::path(heads.string() + ".older");
    fs::copy_file(heads, older);
    REQUIRE_OK(
        commit(store_->ledger(), [](UnitOfWork &u) { return u.accounts().post(top_up(6, "M-1", "1.00", "PAY-1")); }));
    store_->close();
    fs::copy_file(older, heads, fs::copy_options::overwrite_existing);
    store_->reopen();
    QVERIFY(!store_->report().read_only);
    QVERIFY(verify().intact);
    // Taken along at the open: the store of before is seen as older now.
    FileHeadKeeper keeper(store_->location().state_folder);
    std::int64_t length = 0;
    const auto kept = keeper.read(store_->network().store_id);
    for (const ChainHead &head : kept.value().value())
        length += head.length;
    QCOMPARE(length, entries + 1);
}

void SqlChainTest::says_when_the_heads_were_missing()
{
    QVERIFY(!store_->report().problem);
    store_->close();
    fs::remove(heads_file());
    store_->reopen();
    QVERIFY(store_->report().heads_were_missing);
    QVERIFY(!store_->report().read_only);
    store_->reopen();
    QVERIFY(!store_->report().heads_were_missing);
}

void SqlChainTest::refuses_heads_that_cannot_be_read()
{
    store_->close();
    fs::resize_file(heads_file(), fs::file_size(heads_file()) - 2);
    const auto open = store_->try_open();
    REQUIRE_OK(open);
    QVERIFY(open->report.read_only);
    QCOMPARE(open->report.problem->code, ErrorCode::StoreIo);
}

void SqlChainTest::heads_only_go_forward()
{
    FileHeadKeeper keeper(store_->location().state_folder);
    const Uuid store = uuid(1);
    QVERIFY(!keeper.read(store).value().has_value());
    const ChainHead long_head{5, std::string(31, 'a') + '\0'};
    REQUIRE_OK(keeper.advance(store, {{3, long_head}}));
    REQUIRE_OK(keeper.advance(store, {{3, {4, std::string(32, 'b')}}, {15, {1, std::string(32, 'c')}}}));
    const ChainHeads heads = keeper.read(store).value().value();
    QVERIFY(heads[3] == long_head);
    QCOMPARE(heads[15].length, 1);
    QCOMPARE(heads[0].length, 0);
}

}  // namespace aftercharge

QTEST_GUILESS_MAIN(aftercharge::SqlChainTest)
#include "sql_chain_test.moc"

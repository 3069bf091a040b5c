// SPDX-License-Identifier: GPL-3.0-or-later
// The models of the pages about goods, each watched by Qt's own model tester.
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

#include "models/item/book_rows.h"
#include "models/item/claim_table_model.h"
#include "models/item/goods_table_model.h"
#include "tests/support/fake_desk_answers.h"
#include "tests/support/fake_goods_desk.h"

using namespace aftercharge;

namespace {

Money yuan(std::int64_t fen)
{
    return Money::from_minor(fen, Currency::from_code("CNY").value()).value();
}

template<typename Row>
TableWords<Row> words(int columns)
{
    QStringList headers;
    for (int column = 0; column < columns; ++column)
        headers.append(QStringLiteral("h%1").arg(column));
    return {headers, [](const Row &, int column) { return QStringLiteral("c%1").arg(column); }};
}

Claim claim(const char *number, ClaimState state, ApprovalState approval = ApprovalState::Approved,
            std::int64_t up_to = 0)
{
    Claim made;
    made.claim_no = ClaimNo::from_text(number).value();
    made.state = state;
    made.approval = approval;
    made.amount = yuan(5'000);
    made.up_to = yuan(up_to);
    return made;
}

GoodsOrder order(const char *number, GoodsOrderState state)
{
    GoodsOrder made;
    made.order_no = OrderNo::from_text(number).value();
    made.state = state;
    made.paid = yuan(100);
    made.refunded = yuan(0);
    return made;
}

}  // namespace

class GoodsModelsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void claims_are_asked_for_by_what_is_chosen()
    {
        FakeGoodsDesk goods;
        goods.claim_rows = {claim("K20261124-0002", ClaimState::EvidenceRequested),
                            claim("K20261124-0001", ClaimState::Closed)};
        ClaimTableModel model(goods, words<Claim>(ClaimTableModel::column_count));
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        ClaimQuery open;
        open.open_only = true;
        model.set_filter(open);
        QTRY_COMPARE(model.rowCount(), 1);
        QCOMPARE(model.row(0).claim_no.text(), std::string("K20261124-0002"));
        model.set_filter({});
        QTRY_COMPARE(model.rowCount(), 2);
        const auto tone = [&](int row) {
            return model.index(row, ClaimTableModel::State).data(CellRole::tone).toInt();
        };
        QCOMPARE(tone(0), static_cast<int>(Tone::Warn));
        QCOMPARE(tone(1), static_cast<int>(Tone::Neutral));
        QVERIFY(model.index(0, ClaimTableModel::Waits).data(CellRole::strong).toBool());
        // A change of one row keeps the others, and the selection, where they are.
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        goods.claim_rows[0].state = ClaimState::Denied;
        model.refresh();
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(reset.count(), 0);
        QCOMPARE(tone(0), static_cast<int>(Tone::Bad));
    }

    void a_claim_waits_for_somebody_in_every_state()
    {
        const auto wait = [](ClaimState state, std::int64_t up_to) {
            return claim_wait(claim("K20261124-0001", state, ApprovalState::Approved, up_to));
        };
        QCOMPARE(wait(ClaimState::Opened, 100), ClaimWait::Carrier);
        QCOMPARE(wait(ClaimState::Acknowledged, 100), ClaimWait::Carrier);
        QCOMPARE(wait(ClaimState::EvidenceSubmitted, 100), ClaimWait::Carrier);
        QCOMPARE(wait(ClaimState::EvidenceRequested, 100), ClaimWait::Evidence);
        QCOMPARE(wait(ClaimState::Approved, 100), ClaimWait::Payment);
        QCOMPARE(wait(ClaimState::Approved, 0), ClaimWait::Decision);
        QCOMPARE(wait(ClaimState::ApprovedPartial, 0), ClaimWait::Decision);
        QCOMPARE(wait(ClaimState::Denied, 100), ClaimWait::Decision);
        QCOMPARE(wait(ClaimState::Closed, 100), ClaimWait::Nobody);
        QCOMPARE(claim_wait(claim("K20261124-0001", ClaimState::Opened, ApprovalState::Waiting, 100)),
                 ClaimWait::Approval);
        QCOMPARE(claim_wait(claim("K20261124-0001", ClaimState::Opened, ApprovalState::SentBack, 100)),
                 ClaimWait::Nobody);
    }

    void goods_orders_are_sorted_by_the_store()
    {
        FakeGoodsDesk goods;
        std::vector<GoodsQuery> asked;
        goods.order_rows = {order("G20261124-0002", GoodsOrderState::Paid),
                            order("G20261124-0001", GoodsOrderState::Refunded)};
        goods.on_goods_orders = [&](const GoodsQuery &query) {
            asked.push_back(query);
            return paged(goods.order_rows);
        };
        GoodsTableModel model(goods, words<GoodsOrder>(GoodsTableModel::column_count));
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.set_filter(GoodsOrderState::Paid, "G2026");
        QTRY_COMPARE(model.rowCount(), 2);
        QCOMPARE(asked.back().text, std::string("G2026"));
        QVERIFY(asked.back().state == GoodsOrderState::Paid);
        model.sort(GoodsTableModel::Paid, Qt::AscendingOrder);
        QTRY_COMPARE(asked.size(), 2U);
        QVERIFY(asked.back().sort == GoodsQuery::Sort::Paid && !asked.back().page.descending);
        model.sort(GoodsTableModel::Refunded, Qt::AscendingOrder);  // not by the store: nothing is asked
        QCOMPARE(asked.size(), 2U);
        goods.order_rows[0].locked_by = RefundNo::from_text("R20261124-0001").value();
        model.refresh();
        QTRY_COMPARE(model.index(0, GoodsTableModel::State).data(CellRole::tone).toInt(), static_cast<int>(Tone::Warn));
    }

    void books_sort_by_their_amounts()
    {
        ReconciledModel model(words<ReconciledRefund>(ReconciledColumn::column_count), reconciled_look);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        ReconciledRefund well;
        well.refund_no = RefundNo::from_text("R20261124-0001").value();
        well.amount = well.ledger_paid = yuan(100'000);
        well.gateway_amount = well.amount;
        well.agrees = true;
        ReconciledRefund ill = well;
        ill.refund_no = RefundNo::from_text("R20261124-0002").value();
        ill.gateway_amount = yuan(99'000);
        ill.agrees = false;
        model.set_rows(differing_first({well, ill}));
        QCOMPARE(model.row(0).refund_no, ill.refund_no);
        const auto at = [&](int row, int column, int role) { return model.index(row, column).data(role); };
        QCOMPARE(at(0, ReconciledColumn::GatewayAmount, CellRole::tone).toInt(), static_cast<int>(Tone::Bad));
        QVERIFY(at(0, ReconciledColumn::Result, CellRole::sort_key).toInt() <
                at(1, ReconciledColumn::Result, CellRole::sort_key).toInt());
        QCOMPARE(at(1, ReconciledColumn::Amount, CellRole::sort_key).toLongLong(), 100'000LL);
        // What has no number of its own sorts by its text.
        QCOMPARE(at(1, ReconciledColumn::Outbox, CellRole::sort_key).toString(), QStringLiteral("c5"));
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.set_rows(differing_first({well, ill}));
        QCOMPARE(reset.count(), 0);  // nothing changed
    }

    void runs_and_discrepancies_look_as_they_stand()
    {
        RunModel runs(words<Reconciliation>(RunColumn::column_count), run_look);
        DiscrepancyModel rows(words<Discrepancy>(DiscrepancyColumn::column_count), discrepancy_look);
        QAbstractItemModelTester of_runs(&runs, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QAbstractItemModelTester of_rows(&rows, QAbstractItemModelTester::FailureReportingMode::QtTest);
        Reconciliation running;
        Reconciliation well;
        well.finished_at = UtcTime();
        Reconciliation ill = well;
        ill.differing = 2;
        runs.set_rows({running, well, ill});
        const auto tone = [&](int row) { return runs.index(row, RunColumn::Result).data(CellRole::tone).toInt(); };
        QCOMPARE(tone(0), static_cast<int>(Tone::Info));
        QCOMPARE(tone(1), static_cast<int>(Tone::Ok));
        QCOMPARE(tone(2), static_cast<int>(Tone::Bad));
        Discrepancy open;
        Discrepancy resolved;
        resolved.resolved_at = UtcTime();
        rows.set_rows({open, resolved});
        QVERIFY(rows.index(1, DiscrepancyColumn::Kind).data(CellRole::muted).toBool());
        QVERIFY(!rows.index(0, DiscrepancyColumn::Kind).data(CellRole::muted).toBool());
    }
};

QTEST_GUILESS_MAIN(GoodsModelsTest)
#include "goods_models_test.moc"

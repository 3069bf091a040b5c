// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QPromise>
#include <QSignalSpy>
#include <QtTest>

#include "models/item/audit_table_model.h"
#include "models/item/order_table_model.h"
#include "models/item/refund_table_model.h"
#include "tests/support/fake_desk_service.h"

using namespace aftercharge;

namespace {

ChargingOrder order_numbered(int number)
{
    ChargingOrder order;
    order.order_no = OrderNo::from_text("C20261123-" + std::to_string(1000 + number)).value();
    order.state = OrderState::Payed;
    return order;
}

TableWords<ChargingOrder> order_words()
{
    QStringList headers;
    for (int column = 0; column < OrderTableModel::column_count; ++column)
        headers.append(QStringLiteral("h%1").arg(column));
    return {headers, [](const ChargingOrder &order, int column) {
                return column == 0 ? QString::fromStdString(order.order_no.text()) : QString();
            }};
}

// 600 orders, handed out by keyset as the store does: the cursor is the last row's index.
struct Store {
    std::vector<ChargingOrder> all;
    std::vector<OrderQuery> asked;

    explicit Store(int count)
    {
        for (int i = 0; i < count; ++i)
            all.push_back(order_numbered(i));
    }
    Page<ChargingOrder> page(const OrderQuery &query)
    {
        asked.push_back(query);
        const std::size_t from = query.page.after.empty() ? 0 : std::stoul(query.page.after);
        const std::size_t to = std::min(all.size(), from + static_cast<std::size_t>(query.page.limit));
        Page<ChargingOrder> page;
        page.rows.assign(all.begin() + static_cast<std::ptrdiff_t>(from),
                         all.begin() + static_cast<std::ptrdiff_t>(to));
        page.next = to < all.size() ? std::to_string(to) : std::string();
        return page;
    }
};

}  // namespace

class PagedTableTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void pages_follow_each_other()
    {
        FakeDeskService desk;
        Store store(600);
        desk.on_orders = [&](const OrderQuery &query) { return answered<Page<ChargingOrder>>(store.page(query)); };
        OrderTableModel model(desk, order_words());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(!model.canFetchMore({}));  // nothing was asked yet
        model.ask_anew();
        QTRY_COMPARE(model.rowCount(), 256);
        QVERIFY(model.canFetchMore({}));
        model.fetchMore({});
        QVERIFY(!model.canFetchMore({}) || model.rowCount() == 512);
        QTRY_COMPARE(model.rowCount(), 512);
        model.fetchMore({});
        QTRY_COMPARE(model.rowCount(), 600);
        QVERIFY(model.is_complete());
        QVERIFY(!model.canFetchMore({}));
        QCOMPARE(store.asked.size(), 3U);
        QCOMPARE(model.data(model.index(599, 0)).toString(), QStringLiteral("C20261123-1599"));
    }

    void a_refresh_changes_in_place_what_is_the_same_row()
    {
        FakeDeskService desk;
        Store store(3);
        desk.on_orders = [&](const OrderQuery &query) { return answered<Page<ChargingOrder>>(store.page(query)); };
        OrderTableModel model(desk, order_words());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.ask_anew();
        QTRY_COMPARE(model.rowCount(), 3);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        store.all[1].state = OrderState::AfterSales;
        model.refresh();
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(changed[0][0].toModelIndex().row(), 1);
        QCOMPARE(reset.count(), 0);
        QCOMPARE(model.row(1).state, OrderState::AfterSales);
        store.all.insert(store.all.begin(), order_numbered(9));
        model.refresh();
        QTRY_COMPARE(reset.count(), 1);
        QCOMPARE(model.rowCount(), 4);
    }

    void a_late_answer_to_an_earlier_question_is_passed_over()
    {
        FakeDeskService desk;
        std::vector<std::shared_ptr<QPromise<Result<Page<ChargingOrder>>>>> open;
        desk.on_orders = [&](const OrderQuery &) {
            open.push_back(std::make_shared<QPromise<Result<Page<ChargingOrder>>>>());
            open.back()->start();
            return open.back()->future();
        };
        const auto answer = [&](std::size_t index, int number) {
            open[index]->addResult(Page<ChargingOrder>{{order_numbered(number)}, {}});
            open[index]->finish();
        };
        OrderTableModel model(desk, order_words());
        model.ask_anew();
        model.set_filter(OrderState::Payed, "1001");
        QCOMPARE(open.size(), 2U);
        answer(1, 1);
        QTRY_COMPARE(model.rowCount(), 1);
        answer(0, 7);
        QTest::qWait(20);
        QCOMPARE(model.row(0).order_no.text(), std::string("C20261123-1001"));
    }

    void sorting_is_the_stores()
    {
        FakeDeskService desk;
        Store store(1);
        desk.on_orders = [&](const OrderQuery &query) { return answered<Page<ChargingOrder>>(store.page(query)); };
        OrderTableModel model(desk, order_words());
        model.set_filter({}, {});
        model.sort(OrderTableModel::Fee, Qt::AscendingOrder);
        QCOMPARE(store.asked.size(), 2U);
        QCOMPARE(store.asked[1].sort, OrderQuery::Sort::Fee);
        QVERIFY(!store.asked[1].page.descending);
        model.sort(OrderTableModel::Energy, Qt::AscendingOrder);  // the store cannot: nothing is asked
        QCOMPARE(store.asked.size(), 2U);
    }

    void a_refusal_is_told()
    {
        FakeDeskService desk;
        desk.on_orders = [](const OrderQuery &) {
            return answered<Page<ChargingOrder>>(fail(ErrorCode::StoreIo, "read"));
        };
        OrderTableModel model(desk, order_words());
        QSignalSpy failed(&model, &PagedTableBase::failed);
        model.ask_anew();
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(!model.is_loading());
        QVERIFY(!model.canFetchMore({}));
    }

    void refunds_look_as_they_stand()
    {
        Refund refund;
        QCOMPARE(refund_tone(refund), Tone::Warn);
        refund.approval = ApprovalState::Approved;
        refund.status = RefundStatus::Success;
        QCOMPARE(refund_tone(refund), Tone::Ok);
        QCOMPARE(refund_shape(refund), ChipShape::Dot);
        refund.status = RefundStatus::Fail;
        QCOMPARE(refund_shape(refund), ChipShape::Triangle);

        FakeDeskService desk;
        refund.refund_no = RefundNo::from_text("R20261123-0001").value();
        refund.status = RefundStatus::Success;
        desk.refund_rows = {refund};
        RefundTableModel model(desk, {{QStringLiteral("Number")}, [](const Refund &, int) { return QString(); }});
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.set_filter(RefundStatus::Success, {}, {});
        QTRY_COMPARE(model.rowCount(), 1);
        model.set_filter(RefundStatus::Success, {}, "R2027");
        QTRY_COMPARE(model.rowCount(), 0);
    }

    void audit_searches()
    {
        FakeDeskService desk;
        for (const char *action : {"refund.approve", "operator.add"})
            desk.audit_rows.push_back({.at = {},
                                       .actor = {Source::Admin, "li"},
                                       .action = action,
                                       .entity = {},
                                       .entity_id = {},
                                       .detail = {}});
        AuditTableModel model(desk, {{QStringLiteral("Time")}, [](const AuditEntry &, int) { return QString(); }});
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.set_text("refund");
        QTRY_COMPARE(model.rowCount(), 1);
        QCOMPARE(model.row(0).action, std::string("refund.approve"));
    }
};

QTEST_GUILESS_MAIN(PagedTableTest)
#include "paged_table_test.moc"

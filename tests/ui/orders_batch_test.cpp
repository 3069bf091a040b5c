// SPDX-License-Identifier: GPL-3.0-or-later
// Several sessions chosen on the page of orders, refunded as one batch.
#include <QtTest>
#include <QtWidgets>

#include "tests/ui/approvals_bench.h"
#include "ui/decisions/batch_result.h"
#include "ui/orders/batch_form.h"
#include "ui/orders/batch_sheet.h"
#include "ui/orders/orders_page.h"

using namespace aftercharge;

namespace {

// The orders' page with its first three sessions chosen.
OrdersPage *open_chosen(PagesDesk &desk)
{
    auto *page = desk.open<OrdersPage>();
    if (!page || !QTest::qWaitFor([&] { return table_of(*page)->model()->rowCount() > 4; }))
        return nullptr;
    PagedTable *table = table_of(*page);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Home, Qt::ControlModifier);
    table->selectRow(0);
    QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier);
    return page;
}

Button *refund(const QWidget &page)
{
    return button(page, "refund_chosen");
}

// The second one cannot be refunded.
Answered<BatchQuote> with_one_refused(const BatchDraft &draft)
{
    BatchQuote quote;
    quote.total = yuan(0);
    for (const OrderNo &order_no : draft.orders) {
        BatchQuoteRow row{.order_no = order_no,
                          .member_id = MemberId::from_text("M-21101").value(),
                          .paid = yuan(1'000),
                          .refunded_before = yuan(0),
                          .amount = yuan(draft.each ? draft.each->minor() : 1'000),
                          .refusal = {}};
        if (quote.rows.size() == 1) {
            row.refunded_before = yuan(1'000);
            row.refusal = Error{ErrorCode::RefundExceedsPaid, "0.00 left"};
            ++quote.refused;
        } else {
            quote.total = add(quote.total, row.amount).value();
        }
        quote.rows.push_back(row);
    }
    return answered<BatchQuote>(quote);
}

}  // namespace

class OrdersBatchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void several_are_chosen_by_keyboard();
    void the_choice_survives_the_feed();
    void a_batch_is_priced_and_asked_for();
    void a_share_or_an_amount_is_typed();
    void none_left_asks_for_nothing();
    void two_people_are_said_before();
    void what_the_engine_refuses_is_said();
    void who_may_not_refund_has_no_button();
    void shares_are_read_exactly();
};

void OrdersBatchTest::several_are_chosen_by_keyboard()
{
    PagesDesk desk(supervisor());
    OrdersPage *page = open_chosen(desk);
    QVERIFY(page);
    PagedTable *table = table_of(*page);
    QCOMPARE(table->selectionModel()->selectedRows().size(), 3);
    QVERIFY(refund(*page)->isVisible());
    QCOMPARE(refund(*page)->text(), QStringLiteral("Refund 3 sessions…"));
    // Ctrl goes on without choosing, Space takes one in and out.
    QTest::keyClick(table, Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(table->selectionModel()->selectedRows().size(), 3);
    QTest::keyClick(table, Qt::Key_Space);
    QCOMPARE(refund(*page)->text(), QStringLiteral("Refund 4 sessions…"));
    QTest::keyClick(table, Qt::Key_Space);
    QCOMPARE(refund(*page)->text(), QStringLiteral("Refund 3 sessions…"));
    // One alone is not a batch.
    QTest::keyClick(table, Qt::Key_Down);
    QVERIFY(!refund(*page)->isVisible());
}

void OrdersBatchTest::the_choice_survives_the_feed()
{
    PagesDesk desk(supervisor());
    OrdersPage *page = open_chosen(desk);
    QVERIFY(page);
    // A new order on top: the rows are others, the choice is the same.
    ChargingOrder order = desk.service.order_rows.front();
    const std::string first = order.order_no.text();
    order.order_no = OrderNo::from_text("C20261123-0999").value();
    desk.service.order_rows.insert(desk.service.order_rows.begin(), order);
    Q_EMIT desk.feed.rowsChanged({Changed{ChangedTable::Orders, order.order_no.text(), 1}});
    QTRY_COMPARE(cell(*table_of(*page), 0, 0), QStringLiteral("C20261123-0999"));
    const QModelIndexList rows = table_of(*page)->selectionModel()->selectedRows();
    QCOMPARE(rows.size(), 3);
    QCOMPARE(refund(*page)->text(), QStringLiteral("Refund 3 sessions…"));
    QVERIFY(std::none_of(rows.begin(), rows.end(), [](const QModelIndex &row) { return row.row() == 0; }));
    QVERIFY(std::any_of(rows.begin(), rows.end(),
                        [&](const QModelIndex &row) { return row.data().toString().toStdString() == first; }));
}

void OrdersBatchTest::a_batch_is_priced_and_asked_for()
{
    PagesDesk desk(sample_person("li.na", Role::Agent, std::nullopt));
    desk.approvals.on_quote = with_one_refused;
    OrdersPage *page = open_chosen(desk);
    QVERIFY(page);
    QTest::keyClick(table_of(*page), Qt::Key_B);
    auto *sheet = page->findChild<BatchSheet *>();
    QVERIFY(sheet->is_open());
    QTRY_COMPARE(sheet->preview()->model()->rowCount(), 3);
    QCOMPARE(cell(*sheet->preview(), 0, 4), QStringLiteral("¥10.00"));
    QCOMPARE(cell(*sheet->preview(), 1, 4), QStringLiteral("—"));
    QCOMPARE(cell(*sheet->preview(), 1, 5), QStringLiteral("This is more than what is left of the payment."));
    QCOMPARE(sheet->total(), QStringLiteral("2 refunds, ¥20.00 in total; 1 without a refund"));
    QCOMPARE(sheet->primary_button()->text(), QStringLiteral("Request 2 refunds, ¥20.00 in total"));
    QVERIFY(sheet->verdict()->text().startsWith(QStringLiteral("It waits for approval by somebody")));
    QVERIFY(desk.approvals.batch_drafts.empty());
    BatchView made;
    made.batch.batch_no = BatchNo::from_text("B20261123-0007").value();
    made.batch.total = yuan(2'000);
    made.batch.rows = 3;
    made.batch.refused = 1;
    fill_batches(desk.approvals);
    made.rows = desk.approvals.batch_views[waiting_batch()].rows;
    desk.approvals.batch_views[made.batch.batch_no] = made;
    desk.approvals.on_request = [made](const BatchDraft &) { return answered<RefundBatch>(made.batch); };
    QSignalSpy toast(page, &OrdersPage::toast);
    QTest::keyClick(sheet->form()->value_edit()->window(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(desk.approvals.batch_drafts.size(), std::size_t{1});
    QCOMPARE(desk.approvals.batch_drafts[0].orders.size(), std::size_t{3});
    QCOMPARE(desk.approvals.batch_drafts[0].share, BatchShare::WholeFee);
    QTRY_COMPARE(toast.count(), 1);
    // What came of it, a row a session; then on to the approvals.
    QVERIFY(sheet->is_open());
    QTRY_VERIFY(sheet->result()->table()->isVisible());
    QCOMPARE(sheet->result()->table()->model()->rowCount(), 4);
    QVERIFY(!sheet->primary_button()->isVisible());
    QSignalSpy asked(page, &OrdersPage::batchRequested);
    button(*sheet, "show_batch")->click();
    QCOMPARE(asked[0][0].value<BatchNo>(), made.batch.batch_no);
    QVERIFY(!sheet->is_open());
    QVERIFY(!refund(*page)->isVisible());  // what was asked for is not chosen any more
}

void OrdersBatchTest::a_share_or_an_amount_is_typed()
{
    PagesDesk desk(supervisor());
    OrdersPage *page = open_chosen(desk);
    QVERIFY(page);
    refund(*page)->click();
    auto *sheet = page->findChild<BatchSheet *>();
    sheet->form()->choose(BatchShare::ShareOfFee);
    QVERIFY(!sheet->primary_button()->isEnabled());
    QCOMPARE(sheet->verdict()->text(), QStringLiteral("Write a share from 0.1 to 100 %."));
    QLineEdit *value = sheet->form()->value_edit();
    QVERIFY(value->hasFocus());
    QTest::keyClicks(value, QStringLiteral("37.5"));
    QTRY_VERIFY(sheet->primary_button()->isEnabled());
    QCOMPARE(desk.approvals.quoted.back().share, BatchShare::ShareOfFee);
    QCOMPARE(desk.approvals.quoted.back().permille, 375);
    sheet->form()->choose(BatchShare::FixedAmount);
    QVERIFY(!sheet->primary_button()->isEnabled());
    QTest::keyClicks(value, QStringLiteral("4.50"));
    QTRY_VERIFY(sheet->primary_button()->isEnabled());
    QCOMPARE(desk.approvals.quoted.back().each, std::optional(yuan(450)));
    QVERIFY(desk.approvals.batch_drafts.empty());
}

void OrdersBatchTest::none_left_asks_for_nothing()
{
    PagesDesk desk(supervisor());
    desk.approvals.on_quote = [](const BatchDraft &draft) {
        auto quote = with_one_refused(draft).result().value();
        for (BatchQuoteRow &row : quote.rows)
            row.refusal = Error{ErrorCode::RefundExceedsPaid, {}};
        quote.refused = static_cast<int>(quote.rows.size());
        quote.total = yuan(0);
        return answered<BatchQuote>(quote);
    };
    OrdersPage *page = open_chosen(desk);
    QVERIFY(page);
    refund(*page)->click();
    auto *sheet = page->findChild<BatchSheet *>();
    QTRY_VERIFY(sheet->verdict()->text().startsWith(QStringLiteral("None of these sessions")));
    QVERIFY(!sheet->primary_button()->isEnabled());
    QTest::keyClick(sheet, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(desk.approvals.batch_drafts.empty());
}

void OrdersBatchTest::two_people_are_said_before()
{
    PagesDesk desk(supervisor());
    desk.approvals.rules = {{yuan(2'500), 2}};
    OrdersPage *page = open_chosen(desk);
    QVERIFY(page);
    refund(*page)->click();
    auto *sheet = page->findChild<BatchSheet *>();
    QTRY_COMPARE(sheet->verdict()->text(),
                 QStringLiteral("It waits for approval by 2 different people with a limit of at least ¥30.00."));
    QCOMPARE(sheet->primary_button()->text(), QStringLiteral("Request 3 refunds, ¥30.00 in total"));
}

void OrdersBatchTest::what_the_engine_refuses_is_said()
{
    PagesDesk desk(supervisor());
    desk.approvals.on_request = [](const BatchDraft &) {
        return answered<RefundBatch>(fail(ErrorCode::OperatorNotPermitted));
    };
    OrdersPage *page = open_chosen(desk);
    QVERIFY(page);
    refund(*page)->click();
    auto *sheet = page->findChild<BatchSheet *>();
    QTRY_VERIFY(sheet->primary_button()->isEnabled());
    QVERIFY(sheet->verdict()->text().startsWith(QStringLiteral("Within your limit of ¥30.00")));
    sheet->primary_button()->click();
    QTRY_COMPARE(sheet->verdict()->text(), QStringLiteral("Your role does not allow this."));
    QVERIFY(sheet->is_open());
    QVERIFY(sheet->form()->isEnabled());
}

void OrdersBatchTest::who_may_not_refund_has_no_button()
{
    PagesDesk desk(sample_person("gu.wei", Role::Ops, std::nullopt));
    OrdersPage *page = open_chosen(desk);
    QVERIFY(page);
    QVERIFY(!refund(*page)->isVisible());
    QVERIFY(says(*page, QStringLiteral("3 sessions chosen. Your role does not refund.")));
    QTest::keyClick(table_of(*page), Qt::Key_B);
    QVERIFY(!page->findChild<BatchSheet *>()->is_open());
}

void OrdersBatchTest::shares_are_read_exactly()
{
    QCOMPARE(permille_from_text(QStringLiteral("50")), std::optional(500));
    QCOMPARE(permille_from_text(QStringLiteral(" 12,5 % ")), std::optional(125));
    QCOMPARE(permille_from_text(QStringLiteral("0.1")), std::optional(1));
    QCOMPARE(permille_from_text(QStringLiteral("100")), std::optional(1000));
    for (const char *none : {"", "0", "100.1", "101", "12.55", "-5", "a half"})
        QVERIFY2(!permille_from_text(QLatin1String(none)), none);
}

QTEST_MAIN(OrdersBatchTest)
#include "orders_batch_test.moc"

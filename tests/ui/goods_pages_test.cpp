// SPDX-License-Identifier: GPL-3.0-or-later
// The pages about goods on a desk that answers from memory: orders, refunds, discrepancies, the
// reconciliation.
#include <QtTest>
#include <QtWidgets>

#include "tests/ui/goods_pages_bench.h"
#include "tests/ui/tickets_samples.h"
#include "ui/common/find_field.h"
#include "ui/orders/goods_detail.h"
#include "ui/orders/orders_page.h"
#include "ui/refunds/discrepancies.h"
#include "ui/refunds/reconciliations.h"
#include "ui/refunds/refunds_page.h"
#include "ui/refunds/resolve_sheet.h"
#include "ui/tickets/claim_evidence_sheet.h"
#include "ui/tickets/failed_refund_sheet.h"

using namespace aftercharge;

class GoodsPagesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goods_orders_stand_beside_charging_orders();
    void a_goods_order_shows_its_parcels_and_money();
    void a_lock_is_said();
    void goods_refunds_say_where_the_money_goes();
    void a_failed_refund_is_retried_or_settled_by_hand();
    void a_discrepancy_needs_a_word();
    void an_agent_resolves_nothing();
    void a_run_shows_what_differs_first();
    void a_day_is_run();
    void a_refused_run_says_why();
    void an_agent_runs_nothing();
};

void GoodsPagesTest::goods_orders_stand_beside_charging_orders()
{
    GoodsPagesDesk desk(supervisor());
    auto *page = desk.open<OrdersPage>();
    QVERIFY(page);
    QVERIFY(page->view() == OrdersPage::Charging);
    chip(*page, QStringLiteral("Goods"))->click();
    QVERIFY(page->view() == OrdersPage::Goods);
    PagedTable *goods = static_cast<PagedTable *>(named_table(*page, QStringLiteral("Goods orders")));
    QVERIFY(goods->isVisible());
    QTRY_COMPARE(goods->model()->rowCount(), 5);
    // The switch of the other list has the keyboard now, and leads back.
    auto *focus = qobject_cast<FilterChip *>(QApplication::focusWidget());
    QVERIFY(focus && focus->text() == QStringLiteral("Goods") && focus->isVisible());
    QTest::keyClick(focus, Qt::Key_Left);
    QVERIFY(page->view() == OrdersPage::Charging);
    page->show_goods_order(desk.goods.order_rows[2].order_no);
    QVERIFY(page->view() == OrdersPage::Goods);
    QTRY_COMPARE(goods->currentIndex().row(), 2);
    for (FilterChip *found : page->findChildren<FilterChip *>()) {
        if (found->isVisible() && found->text() == QStringLiteral("Paid"))
            found->click();
    }
    QTRY_COMPARE(goods->model()->rowCount(), 1);
}

void GoodsPagesTest::a_goods_order_shows_its_parcels_and_money()
{
    GoodsPagesDesk desk(supervisor());
    auto *page = desk.open<OrdersPage>();
    QVERIFY(page);
    const OrderNo wanted = desk.goods.order_rows[1].order_no;  // GoodsCase::Lost
    const GoodsDossier &truth = desk.goods.dossiers.at(wanted);
    page->show_goods_order(wanted);
    auto *detail = page->findChild<GoodsDetail *>();
    QTRY_COMPARE(tile(*detail, QStringLiteral("Paid"))->figure(), desk.context.format.money(truth.order.paid));
    QCOMPARE(named_table(*detail, QStringLiteral("Lines"))->model()->rowCount(), 4);  // and their total
    QCOMPARE(named_table(*detail, QStringLiteral("Discounts"))->model()->rowCount(),
             static_cast<int>(truth.discounts.size()));
    QTRY_VERIFY(shows(*detail, QStringLiteral("pi_3Q1")));
    DataTable *parcels = named_table(*detail, QStringLiteral("Parcels"));
    DataTable *log = named_table(*detail, QStringLiteral("What happened to the chosen parcel"));
    QCOMPARE(parcels->model()->rowCount(), 2);
    parcels->selectRow(1);
    QCOMPARE(log->model()->rowCount(), static_cast<int>(truth.parcels[1].log.size()));
    QVERIFY(cell(*log, 3, 1).contains(QStringLiteral("lost at the Shenzhen hub")));
    QCOMPARE(named_table(*detail, QStringLiteral("Order log"))->model()->rowCount(), 1);
    QCOMPARE(named_table(*detail, QStringLiteral("Movements of money"))->model()->rowCount(), 1);
    QSignalSpy asked(page, &OrdersPage::openTicketRequested);
    button(*detail, "open_ticket")->click();
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked[0][0].value<OrderNo>(), wanted);
}

void GoodsPagesTest::a_lock_is_said()
{
    GoodsPagesDesk desk(supervisor());
    const OrderNo wanted = desk.goods.order_rows[0].order_no;
    auto *page = desk.open<OrdersPage>();
    QVERIFY(page);
    page->show_goods_order(wanted);
    auto *detail = page->findChild<GoodsDetail *>();
    QTRY_VERIFY(tile(*detail, QStringLiteral("Paid")));
    QVERIFY(!banner(*detail, "lock")->isVisible());
    desk.goods.order_rows[0].locked_by = desk.goods.dossiers.at(wanted).order.locked_by = failed_refund();
    Q_EMIT desk.feed.rowsChanged({Changed{ChangedTable::GoodsOrders, wanted.text(), 2}});
    QTRY_VERIFY(banner(*detail, "lock")->isVisible());
    QVERIFY(banner(*detail, "lock")->text().contains(QStringLiteral("R20261124-0003")));
    QTRY_COMPARE(cell(*named_table(*page, QStringLiteral("Goods orders")), 0, 2), QStringLiteral("Paid, locked"));
}

void GoodsPagesTest::goods_refunds_say_where_the_money_goes()
{
    GoodsPagesDesk desk(supervisor());
    auto *page = desk.open<RefundsPage>();
    QVERIFY(page);
    PagedTable *table = table_of(*page);
    QTRY_COMPARE(table->model()->rowCount(), 12);
    constexpr int destination = 7;
    constexpr int words = 8;
    constexpr int proof = 9;
    const int paid = row_with(*table, QStringLiteral("R20261124-0002"));
    QCOMPARE(cell(*table, paid, destination), QStringLiteral("Gateway"));
    QCOMPARE(cell(*table, paid, proof), QStringLiteral("re_3Q1PzkL2"));
    const int failed = row_with(*table, QStringLiteral("R20261124-0003"));
    QVERIFY(cell(*table, failed, words).startsWith(QStringLiteral("NOT_ENOUGH")));
    const int charging = row_with(*table, QStringLiteral("R20261123-0009"));
    QCOMPARE(cell(*table, charging, destination), QStringLiteral("Balance"));
    table->selectRow(paid);
    DataTable *items = named_table(*page, QStringLiteral("Items"));
    QTRY_COMPARE(cell(*items, 0, 0), QStringLiteral("Cable 5 m"));
    QVERIFY(items->isVisible());
    QTRY_VERIFY(shows(*page, QStringLiteral("re_3Q1PzkL2")));
    QTRY_COMPARE(tile(*page, QStringLiteral("Paid for the order"))->figure(), QStringLiteral("¥3,158.60"));
    table->selectRow(charging);
    QTRY_VERIFY(!items->isVisible());
}

void GoodsPagesTest::a_failed_refund_is_retried_or_settled_by_hand()
{
    GoodsPagesDesk desk(sample_person("wang.jing", Role::Supervisor, yuan(500'000)));
    auto *page = desk.open<RefundsPage>();
    QVERIFY(page);
    PagedTable *table = table_of(*page);
    QTRY_COMPARE(table->model()->rowCount(), 12);
    table->selectRow(row_with(*table, QStringLiteral("R20261124-0002")));
    QTRY_COMPARE(tile(*page, QStringLiteral("Paid for the order"))->figure(), QStringLiteral("¥3,158.60"));
    QVERIFY(!banner(*page, "failure")->isVisible());  // it has arrived
    table->selectRow(row_with(*table, QStringLiteral("R20261124-0003")));
    QTRY_VERIFY(banner(*page, "failure")->isVisible());
    page->setFocus(Qt::OtherFocusReason);  // as the shell does: the page hands it to its list
    QTRY_VERIFY(table->hasFocus());
    QTest::keyClick(table, Qt::Key_F);
    auto *sheet = page->findChild<FailedRefundSheet *>();
    QVERIFY(sheet && sheet->is_open());
    sheet->hand_choice()->setChecked(true);
    QVERIFY(!sheet->primary_button()->isEnabled());  // without a proof
    sheet->proof_edit()->setText(QStringLiteral("ICBC 20261124-77"));
    QVERIFY(sheet->primary_button()->isEnabled());
    QSignalSpy toast(page, &RefundsPage::toast);
    sheet->primary_button()->click();
    QTRY_VERIFY(desk.goods.called("settle_by_hand R20261124-0003 ICBC 20261124-77"));
    QTRY_COMPARE(toast.count(), 1);
}

void GoodsPagesTest::a_discrepancy_needs_a_word()
{
    GoodsPagesDesk desk(supervisor());
    auto *page = desk.open<RefundsPage>();
    QVERIFY(page);
    QTRY_COMPARE(page->tabs()->tabText(RefundsPage::OpenQuestions), QStringLiteral("Discrepancies (2)"));
    page->show_tab(RefundsPage::OpenQuestions);
    auto *pane = page->findChild<Discrepancies *>();
    DataTable *table = named_table(*pane, QStringLiteral("Discrepancies"));
    QTRY_COMPARE(table->model()->rowCount(), 2);
    QVERIFY(pane->shown() && pane->shown()->entity_id == "R20261124-0002");
    QTRY_VERIFY(shows(*pane, QStringLiteral("expired_or_canceled_card")));
    page->setFocus(Qt::OtherFocusReason);
    QTRY_VERIFY(table->hasFocus());
    QTest::keyClick(table, Qt::Key_R);
    auto *sheet = pane->findChild<ResolveSheet *>();
    QVERIFY(sheet->is_open());
    QVERIFY(!sheet->primary_button()->isEnabled());
    sheet->findChild<QPlainTextEdit *>()->setPlainText(QStringLiteral("  "));
    QVERIFY(!sheet->primary_button()->isEnabled());
    sheet->findChild<QPlainTextEdit *>()->setPlainText(QStringLiteral("Stripe confirmed that it was paid."));
    sheet->primary_button()->click();
    QTRY_VERIFY(desk.goods.called("resolve_discrepancy"));
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QTRY_COMPARE(page->tabs()->tabText(RefundsPage::OpenQuestions), QStringLiteral("Discrepancies (1)"));
    chip(*pane, QStringLiteral("Resolved"))->click();
    QTRY_COMPARE(table->model()->rowCount(), 2);
    QVERIFY(!button(*pane, "resolve")->isVisible());
    QTRY_VERIFY(shows(*pane, QStringLiteral("Stripe confirmed that it was paid.")));
}

void GoodsPagesTest::an_agent_resolves_nothing()
{
    GoodsPagesDesk desk(sample_person("li.na", Role::Agent, yuan(2'000)));
    auto *page = desk.open<RefundsPage>();
    QVERIFY(page);
    page->show_tab(RefundsPage::OpenQuestions);
    auto *pane = page->findChild<Discrepancies *>();
    QTRY_VERIFY(button(*pane, "resolve")->isVisible());
    QVERIFY(!button(*pane, "resolve")->isEnabled());
    QTest::keyClick(named_table(*pane, QStringLiteral("Discrepancies")), Qt::Key_R);
    QVERIFY(!pane->findChild<ResolveSheet *>()->is_open());
}

void GoodsPagesTest::a_run_shows_what_differs_first()
{
    GoodsPagesDesk desk(supervisor());
    auto *page = desk.open<RefundsPage>();
    QVERIFY(page);
    page->show_tab(RefundsPage::Reconciled);
    auto *pane = page->findChild<Reconciliations *>();
    DataTable *runs = named_table(*pane, QStringLiteral("Runs"));
    DataTable *rows = named_table(*pane, QStringLiteral("Refund by refund"));
    QTRY_COMPARE(runs->model()->rowCount(), 3);
    QTRY_COMPARE(rows->model()->rowCount(), 4);  // of the newest run
    QCOMPARE(cell(*rows, 0, 0), QStringLiteral("R20261123-0022"));
    QCOMPARE(cell(*rows, 1, 0), QStringLiteral("R20261123-0024"));
    QCOMPARE(cell(*rows, 0, 4), QStringLiteral("¥64.27"));  // ledger
    QCOMPARE(cell(*rows, 0, 5), QStringLiteral("answered"));
    QCOMPARE(cell(*rows, 0, 7), QStringLiteral("¥60.00"));
    QTRY_VERIFY(shows(*pane, QStringLiteral("the gateway names 60.00 CNY")));
    QVERIFY(!banner(*pane, "reconcile_progress")->isVisible());
    rows->sortByColumn(3, Qt::DescendingOrder);  // by the amount, not by its letters
    QCOMPARE(cell(*rows, 0, 0), QStringLiteral("R20261123-0023"));
    QCOMPARE(cell(*rows, 1, 0), QStringLiteral("R20261123-0021"));
    runs->selectRow(2);
    QTRY_VERIFY(banner(*pane, "reconcile_progress")->isVisible());
    QCOMPARE(rows->model()->rowCount(), 0);
}

void GoodsPagesTest::a_day_is_run()
{
    GoodsPagesDesk desk(supervisor());
    auto *page = desk.open<RefundsPage>();
    QVERIFY(page);
    page->show_tab(RefundsPage::Reconciled);
    auto *pane = page->findChild<Reconciliations *>();
    DataTable *runs = named_table(*pane, QStringLiteral("Runs"));
    QTRY_COMPARE(runs->model()->rowCount(), 3);
    QCOMPARE(pane->day_edit()->date(), QDate(2026, 11, 23));         // yesterday
    QCOMPARE(pane->day_edit()->maximumDate(), QDate(2026, 11, 24));  // nothing that is still to come
    pane->day_edit()->setDate({2026, 11, 20});
    button(*pane, "reconcile")->click();
    QTRY_VERIFY(desk.goods.called("reconcile 2026-11-20"));
    QTRY_COMPARE(runs->model()->rowCount(), 4);
    QVERIFY(banner(*pane, "reconcile_progress")->isVisible());
    QVERIFY(button(*pane, "reconcile")->isEnabled());
    // The end of the run comes by the feed.
    Reconciliation &run = desk.goods.reconciliation_rows.front();
    run.finished_at = goods_now();
    Q_EMIT desk.feed.rowsChanged({Changed{ChangedTable::Reconciliations, run.id.to_text(), 0}});
    QTRY_VERIFY(!banner(*pane, "reconcile_progress")->isVisible());
    QCOMPARE(cell(*runs, 0, 1), QStringLiteral("All agree"));
}

void GoodsPagesTest::a_refused_run_says_why()
{
    GoodsPagesDesk desk(supervisor());
    desk.goods.on_reconcile = [](const std::string &) {
        return answered<Reconciliation>(fail(ErrorCode::OperatorNotPermitted, "wang.jing"));
    };
    auto *page = desk.open<RefundsPage>();
    QVERIFY(page);
    page->show_tab(RefundsPage::Reconciled);
    auto *pane = page->findChild<Reconciliations *>();
    button(*pane, "reconcile")->click();
    QTRY_VERIFY(banner(*pane, "reconcile_trouble")->isVisible());
    QVERIFY(!banner(*pane, "reconcile_trouble")->text().isEmpty());
    QVERIFY(button(*pane, "reconcile")->isEnabled());
}

void GoodsPagesTest::an_agent_runs_nothing()
{
    GoodsPagesDesk desk(sample_person("li.na", Role::Agent, yuan(2'000)));
    auto *page = desk.open<RefundsPage>();
    QVERIFY(page);
    page->show_tab(RefundsPage::Reconciled);
    Button *run = button(*page->findChild<Reconciliations *>(), "reconcile");
    QVERIFY(!run->isEnabled());
    QVERIFY(!run->accessibleDescription().isEmpty());
}

QTEST_MAIN(GoodsPagesTest)
#include "goods_pages_test.moc"

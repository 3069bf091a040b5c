// SPDX-License-Identifier: GPL-3.0-or-later
// A refund from the ticket page on a desk that answers from memory: what it shows and says, who
// may, what is refused.
#include <QAbstractItemModelTester>
#include <QtTest>
#include <QtWidgets>

#include "tests/ui/tickets_bench.h"
#include "ui/tickets/cell_table_model.h"
#include "ui/tickets/refund_sheet.h"
#include "ui/tickets/ticket_header.h"

using namespace aftercharge;

class TicketsRefundTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void the_refund_shows_how_it_comes_about();
    void an_own_amount_is_shared_out();
    void above_the_limit_it_waits();
    void without_a_limit_everything_waits();
    void more_than_was_paid_is_refused();
    void an_unsettled_order_gives_nothing_back();
    void a_refused_refund_says_why_and_stays();
    void adjusting_says_so();
};

void TicketsRefundTest::the_refund_shows_how_it_comes_about()
{
    TicketsBench bench;
    QVERIFY(bench.ready());
    bench.page->setFocus();
    bench.press(Qt::Key_A);
    auto *sheet = bench.sheet<RefundSheet>();
    QVERIFY(sheet);
    QVERIFY(sheet->plan().has_value());
    QCOMPARE(sheet->plan()->basis, RefundBasis::MeterExcess);
    const Money amount = sheet->plan()->now;
    QVERIFY(amount.minor() > 300 && amount.minor() < 600);  // about 3.3 kWh at 1.30 … 1.47
    const QString shown = bench.context.format.money(amount);
    QCOMPARE(sheet->primary_button()->text(), QStringLiteral("Refund %1 to balance").arg(shown));
    QVERIFY(sheet->primary_button()->isEnabled());
    QVERIFY(sheet->strip()->text().startsWith(QStringLiteral("Within your limit of ¥200.00")));
    CellTableModel *lines = sheet->lines();
    QAbstractItemModelTester tester(lines, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(lines->cell(lines->rowCount() - 1, 3).text, shown);
    QVERIFY(lines->cell(0, 0).text.startsWith(QStringLiteral("Electricity ")));
    QVERIFY(lines->cell(0, 0).text.endsWith(QStringLiteral("kWh × ¥0.85")));

    QSignalSpy toasts(bench.page.get(), &TicketsPage::toast);
    bench.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(toasts.size(), 1);
    QVERIFY(toasts[0][0].toString().contains(QStringLiteral("R20261123-0088")));
    QVERIFY(!bench.page->sheet());
    QCOMPARE(bench.drafts.size(), std::size_t{1});
    const RefundDraft &draft = bench.drafts.front();
    QCOMPARE(draft.kind, RefundKind::Refund);
    QCOMPARE(draft.amount, amount);
    QCOMPARE(draft.reason_code, ReasonCode::MeterFast);
    QCOMPARE(draft.order_no, order_no("C20261123-0104"));
    QCOMPARE(draft.ticket_no.text(), std::string("T-20931"));
    QCOMPARE(draft.requested_by.text(), std::string("wang"));
    const QString basis = QString::fromStdString(draft.basis);
    QVERIFY(basis.contains(QStringLiteral("C20261123-0104")));
    QVERIFY(basis.contains(QStringLiteral("Total\t")));
    QVERIFY(basis.contains(QStringLiteral("above V·I·t")));
    for (int row = 0; row < lines->rowCount(); ++row)
        QVERIFY(basis.contains(lines->cell(row, 0).text + u'\t' + lines->cell(row, 1).text));
}

void TicketsRefundTest::an_own_amount_is_shared_out()
{
    TicketsBench bench;
    QVERIFY(bench.ready());
    bench.press(Qt::Key_A);
    auto *sheet = bench.sheet<RefundSheet>();
    QVERIFY(sheet);
    sheet->amount_edit()->setText(QStringLiteral("¥4.36"));
    QCOMPARE(sheet->primary_button()->text(), QStringLiteral("Refund ¥4.36 to balance"));
    QCOMPARE(sheet->plan()->basis, RefundBasis::OwnAmount);
    std::int64_t sum = 0;
    for (const RefundPlanItem &item : sheet->plan()->items)
        sum += item.now.minor();
    QCOMPARE(sum, std::int64_t{436});
    sheet->amount_edit()->setText(QStringLiteral("4.365"));
    QVERIFY(!sheet->plan());
    QVERIFY(!sheet->primary_button()->isEnabled());
    QCOMPARE(sheet->strip()->text(), QStringLiteral("The amount has more decimals than the currency."));
    sheet->choose(RefundBasis::WholeRest);
    QVERIFY(sheet->plan()->remains.is_zero());
    QCOMPARE(sheet->plan()->now, bench.page->view()->dossier()->order->paid);
}

void TicketsRefundTest::above_the_limit_it_waits()
{
    TicketsBench bench("20.00");
    QVERIFY(bench.ready());
    bench.press(Qt::Key_A);
    auto *sheet = bench.sheet<RefundSheet>();
    QVERIFY(sheet);
    sheet->amount_edit()->setText(QStringLiteral("20.00"));
    QCOMPARE(sheet->primary_button()->text(), QStringLiteral("Refund ¥20.00 to balance"));
    sheet->amount_edit()->setText(QStringLiteral("20.01"));
    QCOMPARE(sheet->primary_button()->text(), QStringLiteral("Ask for approval of ¥20.01"));
    QVERIFY(sheet->strip()->text().contains(QStringLiteral("at least ¥20.01")));
    QSignalSpy toasts(bench.page.get(), &TicketsPage::toast);
    QTest::mouseClick(sheet->primary_button(), Qt::LeftButton);
    QTRY_COMPARE(toasts.size(), 1);
    QCOMPARE(toasts[0][0].toString(), QStringLiteral("R20261123-0088 of ¥20.01 waits for approval"));
}

void TicketsRefundTest::without_a_limit_everything_waits()
{
    TicketsBench bench("");
    QVERIFY(bench.ready());
    bench.press(Qt::Key_A);
    auto *sheet = bench.sheet<RefundSheet>();
    QVERIFY(sheet);
    sheet->amount_edit()->setText(QStringLiteral("0.01"));
    QCOMPARE(sheet->primary_button()->text(), QStringLiteral("Ask for approval of ¥0.01"));
    QVERIFY(sheet->strip()->text().startsWith(QStringLiteral("You have no limit of your own")));
}

void TicketsRefundTest::more_than_was_paid_is_refused()
{
    TicketsBench bench;
    QVERIFY(bench.ready());
    const Money paid = bench.page->view()->dossier()->order->paid;
    bench.press(Qt::Key_A);
    auto *sheet = bench.sheet<RefundSheet>();
    QVERIFY(sheet);
    const Money over = Money::from_minor(paid.minor() + 1, paid.currency()).value();
    sheet->amount_edit()->setText(QString::fromStdString(over.to_text()));
    QVERIFY(!sheet->primary_button()->isEnabled());
    QCOMPARE(
        sheet->strip()->text(),
        QStringLiteral("This is more than what is left of the payment: %1.").arg(bench.context.format.money(paid)));
    bench.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(bench.drafts.empty());
    QVERIFY(bench.page->sheet());
    sheet->amount_edit()->setText(QStringLiteral("0"));
    QVERIFY(!sheet->primary_button()->isEnabled());
    sheet->amount_edit()->setText(QString::fromStdString(paid.to_text()));
    QVERIFY(sheet->primary_button()->isEnabled());
}

void TicketsRefundTest::an_unsettled_order_gives_nothing_back()
{
    TicketsBench bench;
    QVERIFY(bench.ready());
    bench.desk.dossiers[TicketNo::from_text("T-20931").value()].order->order.state = OrderState::Settle;
    bench.page->show_ticket(TicketNo::from_text("T-20931").value());
    QTRY_COMPARE(bench.page->view()->dossier()->order->order.state, OrderState::Settle);
    bench.press(Qt::Key_A);
    auto *sheet = bench.sheet<RefundSheet>();
    QVERIFY(sheet);
    QVERIFY(!sheet->primary_button()->isEnabled());
    QVERIFY(sheet->strip()->text().contains(QStringLiteral("not settled")));
}

void TicketsRefundTest::a_refused_refund_says_why_and_stays()
{
    TicketsBench bench;
    QVERIFY(bench.ready());
    bench.desk.on_request_refund = [](const RefundDraft &) { return answered<Refund>(fail(ErrorCode::StoreDiskFull)); };
    bench.press(Qt::Key_A);
    auto *sheet = bench.sheet<RefundSheet>();
    QVERIFY(sheet);
    QTest::mouseClick(sheet->primary_button(), Qt::LeftButton);
    QTRY_VERIFY(sheet->strip()->text().startsWith(QStringLiteral("The disk is full")));
    QVERIFY(sheet->is_open());
    QVERIFY(sheet->primary_button()->isEnabled());
}

void TicketsRefundTest::adjusting_says_so()
{
    TicketsBench bench;
    QVERIFY(bench.ready());
    QVERIFY(bench.page->view()->header_row()->adjust_button()->isVisible());
    QTest::mouseClick(bench.page->view()->header_row()->adjust_button(), Qt::LeftButton);
    auto *sheet = bench.sheet<RefundSheet>();
    QVERIFY(sheet);
    sheet->amount_edit()->setText(QStringLiteral("3.00"));
    QCOMPARE(sheet->primary_button()->text(), QStringLiteral("Adjust balance by ¥3.00"));
    QTest::mouseClick(sheet->primary_button(), Qt::LeftButton);
    QTRY_COMPARE(bench.drafts.size(), std::size_t{1});
    QCOMPARE(bench.drafts.front().kind, RefundKind::Adjustment);
}

QTEST_MAIN(TicketsRefundTest)
#include "tickets_refund_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The sheets that refund goods and send them again, on a desk that answers from memory: what they send,
// what they refuse, what their buttons say.
#include <QAbstractItemModelTester>

#include "models/item/timeline_model.h"
#include "tests/ui/goods_bench.h"
#include "tests/ui/page_finds.h"
#include "ui/common/enum_words.h"
#include "ui/common/error_words.h"
#include "ui/tickets/address_fields.h"
#include "ui/tickets/before_shipment_sheet.h"
#include "ui/tickets/case_tabs.h"
#include "ui/tickets/cell_table_model.h"
#include "ui/tickets/claim_evidence_sheet.h"
#include "ui/tickets/exception_sheet.h"
#include "ui/tickets/failed_refund_sheet.h"
#include "ui/tickets/line_choice.h"
#include "ui/tickets/small_sheets.h"

using namespace aftercharge;

class GoodsRefundSheetsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void before_shipment_says_what_happens_to_each_label();
    void before_shipment_above_the_limit_asks();
    void a_locked_order_offers_no_refund();
    void an_exception_follows_the_choice();
    void an_exception_never_takes_a_unit_twice();
    void an_exception_checks_the_address();
    void an_exception_takes_a_smaller_amount();
    void an_old_quote_is_forgotten();
    void a_refused_exception_says_why_and_stays();
    void a_failed_refund_is_retried_or_settled();
    void a_repairable_refund_is_only_retried();
};

void GoodsRefundSheetsTest::before_shipment_says_what_happens_to_each_label()
{
    GoodsBench bench;
    QVERIFY(bench.show(GoodsCase::NotSent));
    auto *sheet = bench.press<BeforeShipmentSheet>(Qt::Key_A);
    QVERIFY(sheet);
    const QStringList steps = sheet->steps();
    QCOMPARE(steps.size(), 3);
    QCOMPARE(steps[0], QStringLiteral("1. Parcel S20261121-0003: its label 940010000000003 is cancelled at EasyPost."));
    QCOMPARE(steps[1], QStringLiteral("2. Parcel S20261121-0004 has no label yet: it is cancelled at once."));
    QVERIFY(steps[2].contains(QStringLiteral("nothing is refunded")));
    QCOMPARE(sheet->primary_button()->text(), QStringLiteral("Refund ¥3,158.60 to Stripe"));
    CellTableModel *lines = sheet->lines();
    QCOMPARE(lines->rowCount(), 4);
    QCOMPARE(lines->cell(3, 6).text, QStringLiteral("¥3,158.60"));
    QSignalSpy toasts(bench.page.get(), &TicketsPage::toast);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(toasts.size(), 1);
    QVERIFY(!bench.page->sheet());
    QCOMPARE(bench.goods.refund_drafts.size(), std::size_t{1});
    const GoodsRefundDraft &draft = bench.goods.refund_drafts.front();
    QVERIFY(draft.before_shipment);
    QVERIFY(draft.lines.empty());
    QVERIFY(!draft.amount);
    QCOMPARE(draft.order_no.text(), std::string("G20261120-5510"));
    QCOMPARE(draft.ticket_no, goods_ticket(GoodsCase::NotSent));
    const QString basis = QString::fromStdString(draft.basis);
    QVERIFY(basis.contains(steps[0]));
    QVERIFY(basis.contains(QStringLiteral("Total\t6\t¥3,255.00\t−¥100.00\t¥3.60\t¥0.00\t¥3,158.60")));
}

void GoodsRefundSheetsTest::before_shipment_above_the_limit_asks()
{
    GoodsBench bench("200.00");
    QVERIFY(bench.show(GoodsCase::NotSent));
    auto *sheet = bench.press<BeforeShipmentSheet>(Qt::Key_A);
    QVERIFY(sheet);
    QCOMPARE(sheet->primary_button()->text(), QStringLiteral("Ask for approval of ¥3,158.60"));
    QVERIFY(sheet->strip()->text().contains(QStringLiteral("at least ¥3,158.60")));
    bench.goods.on_request_refund = [](const GoodsRefundDraft &) {
        return answered<Refund>(fail(ErrorCode::ShipmentHasLeft));
    };
    QTest::mouseClick(sheet->primary_button(), Qt::LeftButton);
    QTRY_VERIFY(sheet->strip()->text().startsWith(QStringLiteral("A parcel has been picked up")));
    QVERIFY(sheet->is_open());
}

void GoodsRefundSheetsTest::a_locked_order_offers_no_refund()
{
    GoodsBench bench;
    auto &dossier = bench.desk.dossiers[goods_ticket(GoodsCase::NotSent)];
    dossier.goods->order.locked_by = RefundNo::from_text("R20261124-0001").value();
    QVERIFY(bench.show(GoodsCase::NotSent));
    QVERIFY(!bench.first()->isVisible());
    QVERIFY(!bench.press<BeforeShipmentSheet>(Qt::Key_A));
    QVERIFY(!bench.page->sheet());
}

void GoodsRefundSheetsTest::an_exception_follows_the_choice()
{
    GoodsBench bench;
    QVERIFY(bench.show(GoodsCase::Lost));
    auto *sheet = bench.press<ExceptionSheet>(Qt::Key_A);
    QVERIFY(sheet);
    // The lost parcel is the ticket's: what was in it is proposed.
    QCOMPARE(sheet->parcel_box()->currentData().toString(), QStringLiteral("S20261121-0004"));
    QCOMPARE(sheet->reason_box()->currentText(), QStringLiteral("Lost"));
    LineChoice *lines = sheet->lines();
    QCOMPARE(lines->refund_box(0)->value(), 1);
    QCOMPARE(lines->refund_box(1)->value(), 1);
    QCOMPARE(lines->refund_box(2)->value(), 0);
    QVERIFY(!lines->again_box(2));  // shipping is not sent again
    QVERIFY(sheet->quote().has_value());
    const Money both = sheet->quote()->total;
    QCOMPARE(sheet->primary_button()->text(),
             QStringLiteral("Refund %1 to Stripe").arg(bench.context.format.money(both)));
    // The wallbox is sent again instead.
    lines->refund_box(0)->setValue(0);
    lines->again_box(0)->setValue(1);
    const Money cable = sheet->quote()->total;
    QVERIFY(cable.minor() < both.minor());
    QCOMPARE(sheet->primary_button()->text(),
             QStringLiteral("Refund %1 and send 1 parcel").arg(bench.context.format.money(cable)));
    QSignalSpy toasts(bench.page.get(), &TicketsPage::toast);
    QTest::mouseClick(sheet->primary_button(), Qt::LeftButton);
    QTRY_COMPARE(toasts.size(), 1);
    QVERIFY(toasts[0][0].toString().contains(QStringLiteral("S20261124-0009")));
    QCOMPARE(bench.goods.exceptions.size(), std::size_t{1});
    const ExceptionDecision &decision = bench.goods.exceptions.front();
    QVERIFY(decision.refund && decision.reship);
    const auto item = [](const char *id) { return OrderItemId::from_text(id).value(); };
    QCOMPARE(decision.refund->lines, (std::vector<LineQuantity>{{item("L2"), 1}}));
    QCOMPARE(decision.refund->reason_code, ReasonCode::Lost);
    QVERIFY(!decision.refund->amount);
    QVERIFY(!decision.refund->before_shipment);
    QCOMPARE(decision.reship->lines, (std::vector<LineQuantity>{{item("L1"), 1}}));
    QVERIFY(!decision.reship->address);
    QVERIFY(decision.refund->basis.find("S20261121-0004") != std::string::npos);
}

void GoodsRefundSheetsTest::an_exception_never_takes_a_unit_twice()
{
    GoodsBench bench;
    auto &dossier = bench.desk.dossiers[goods_ticket(GoodsCase::Lost)];
    // Of two wallboxes one was sent again before; of three cables one was refunded in part.
    dossier.goods->units[0].use = UnitUse::Replaced;
    dossier.goods->units[2].use = UnitUse::Refunded;
    dossier.goods->units[2].refunded = tickets_money("50.00");
    bench.goods.dossiers[dossier.ticket.order_no] = *dossier.goods;
    QVERIFY(bench.show(GoodsCase::Lost));
    auto *sheet = bench.press<ExceptionSheet>(Qt::Key_A);
    QVERIFY(sheet);
    LineChoice *lines = sheet->lines();
    QCOMPARE(lines->refund_box(0)->maximum(), 1);
    QCOMPARE(lines->again_box(0)->maximum(), 0);  // it is being refunded
    lines->refund_box(0)->setValue(0);
    QCOMPARE(lines->again_box(0)->maximum(), 1);
    lines->refund_box(1)->setValue(0);
    QCOMPARE(lines->again_box(1)->maximum(), 2);  // the one refunded in part cannot be sent again
    lines->again_box(1)->setValue(2);
    QCOMPARE(lines->refund_box(1)->maximum(), 1);
    lines->refund_box(1)->setValue(1);
    QVERIFY(sheet->quote().has_value());
    QCOMPARE(sheet->quote()->lines.front().already, Money::zero(tickets_money("1").currency()));
    // Nothing chosen: nothing can be sent.
    lines->again_box(1)->setValue(0);
    lines->refund_box(1)->setValue(0);
    QVERIFY(!sheet->primary_button()->isEnabled());
    QCOMPARE(sheet->strip()->text(), QStringLiteral("Choose how many units are refunded or sent again."));
}

void GoodsRefundSheetsTest::an_exception_checks_the_address()
{
    GoodsBench bench;
    QVERIFY(bench.show(GoodsCase::Lost));
    auto *sheet = bench.press<ExceptionSheet>(Qt::Key_A);
    QVERIFY(sheet);
    LineChoice *lines = sheet->lines();
    QVERIFY(!sheet->address()->isVisible());
    lines->refund_box(0)->setValue(0);
    lines->refund_box(1)->setValue(0);
    lines->again_box(1)->setValue(1);
    QVERIFY(sheet->address()->isVisible());
    QCOMPARE(sheet->primary_button()->text(), QStringLiteral("Send 1 parcel"));
    sheet->address()->choose_other(true);
    // What is known stands there to be changed.
    QCOMPARE(sheet->address()->edit("city")->text(), QStringLiteral("Shanghai"));
    sheet->address()->edit("city")->clear();
    QCOMPARE(sheet->strip()->text(), QStringLiteral("The address needs: City."));
    QVERIFY(!sheet->primary_button()->isEnabled());
    sheet->address()->edit("city")->setText(QStringLiteral("Hangzhou"));
    sheet->address()->edit("country")->setText(QStringLiteral("China"));
    QVERIFY(!sheet->primary_button()->isEnabled());
    sheet->address()->edit("country")->setText(QStringLiteral("CN"));
    sheet->address()->edit("email")->setText(QStringLiteral("not an address"));
    QVERIFY(sheet->strip()->text().contains(QStringLiteral("not an address")));
    sheet->address()->edit("email")->clear();
    QVERIFY(sheet->primary_button()->isEnabled());
    QTest::mouseClick(sheet->primary_button(), Qt::LeftButton);
    QTRY_COMPARE(bench.goods.exceptions.size(), std::size_t{1});
    const ExceptionDecision &decision = bench.goods.exceptions.front();
    QVERIFY(!decision.refund);
    QCOMPARE(decision.reship->address->city, std::string("Hangzhou"));
    QCOMPARE(decision.reship->address->street1, std::string("100 Renmin Road"));
}

void GoodsRefundSheetsTest::an_exception_takes_a_smaller_amount()
{
    GoodsBench bench;
    QVERIFY(bench.show(GoodsCase::Lost));
    auto *sheet = bench.press<ExceptionSheet>(Qt::Key_A);
    QVERIFY(sheet);
    const Money all = sheet->quote()->total;
    sheet->amount_edit()->setText(QStringLiteral("¥23.40"));
    QCOMPARE(sheet->primary_button()->text(), QStringLiteral("Refund ¥23.40 to Stripe"));
    QCOMPARE(sheet->quote()->at_most, all);
    sheet->amount_edit()->setText(QStringLiteral("99999"));
    QVERIFY(!sheet->primary_button()->isEnabled());
    QVERIFY(sheet->strip()->text().startsWith(QStringLiteral("This is more than what is left")));
    sheet->amount_edit()->setText(QStringLiteral("1.234"));
    QCOMPARE(sheet->strip()->text(), QStringLiteral("The amount has more decimals than the currency."));
    QVERIFY(!sheet->primary_button()->isEnabled());
    sheet->amount_edit()->clear();
    QCOMPARE(sheet->quote()->total, all);
    QVERIFY(sheet->primary_button()->isEnabled());
}

void GoodsRefundSheetsTest::an_old_quote_is_forgotten()
{
    GoodsBench bench;
    QVERIFY(bench.show(GoodsCase::Lost));
    auto *sheet = bench.press<ExceptionSheet>(Qt::Key_A);
    QVERIFY(sheet);
    // Answers that come late, in any order: only the last question counts.
    std::vector<std::pair<GoodsRefundDraft, QPromise<Result<RefundQuote>>>> asked;
    const auto real = bench.goods.on_quote;
    bench.goods.on_quote = [&asked](const GoodsRefundDraft &draft) {
        asked.emplace_back(draft, QPromise<Result<RefundQuote>>());
        asked.back().second.start();
        return asked.back().second.future();
    };
    sheet->lines()->refund_box(0)->setValue(2);
    sheet->lines()->refund_box(1)->setValue(3);
    QCOMPARE(asked.size(), std::size_t{2});
    QVERIFY(!sheet->primary_button()->isEnabled());
    const auto answer = [&](std::size_t i) {
        asked[i].second.addResult(real(asked[i].first).result());
        asked[i].second.finish();
    };
    answer(1);
    QTRY_VERIFY(sheet->quote().has_value());
    const Money last = sheet->quote()->total;
    answer(0);
    QTest::qWait(20);
    QCOMPARE(sheet->quote()->total, last);
    QCOMPARE(sheet->quote()->lines.size(), std::size_t{2});
    QVERIFY(sheet->primary_button()->isEnabled());
}

void GoodsRefundSheetsTest::a_refused_exception_says_why_and_stays()
{
    GoodsBench bench;
    QVERIFY(bench.show(GoodsCase::Lost));
    auto *sheet = bench.press<ExceptionSheet>(Qt::Key_A);
    QVERIFY(sheet);
    bench.goods.on_exception = [](const ExceptionDecision &) {
        return answered<ExceptionOutcome>(fail(ErrorCode::UnitsNotLeft, "L1"));
    };
    QTest::mouseClick(sheet->primary_button(), Qt::LeftButton);
    QTRY_VERIFY(sheet->strip()->text().startsWith(QStringLiteral("Not so many units are left")));
    QVERIFY(sheet->is_open());
    QVERIFY(sheet->primary_button()->isEnabled());
}

void GoodsRefundSheetsTest::a_failed_refund_is_retried_or_settled()
{
    GoodsBench bench;
    QVERIFY(bench.show(GoodsCase::FailedRefund));
    auto *sheet = bench.press<FailedRefundSheet>(Qt::Key_F);
    QVERIFY(sheet);
    QVERIFY(banner(*sheet, "failure")->text().startsWith(QStringLiteral("WeChat Pay could not pay this refund")));
    QVERIFY(sheet->findChild<QLabel *>(QStringLiteral("gatewayWords"))->text().contains(QStringLiteral("NOT_ENOUGH")));
    QCOMPARE(sheet->primary_button()->text(), QStringLiteral("Refund ¥192.81 to WeChat Pay again"));
    QVERIFY(!sheet->proof_edit()->isVisible());
    sheet->hand_choice()->setChecked(true);
    QVERIFY(sheet->proof_edit()->isVisible());
    QVERIFY(!sheet->primary_button()->isEnabled());
    sheet->proof_edit()->setText(QStringLiteral("   "));
    QVERIFY(!sheet->primary_button()->isEnabled());
    sheet->proof_edit()->setText(QStringLiteral("ICBC 2026112400123"));
    QCOMPARE(sheet->primary_button()->text(), QStringLiteral("Record ¥192.81 as paid by hand"));
    QTest::mouseClick(sheet->primary_button(), Qt::LeftButton);
    QTRY_VERIFY(bench.goods.called("settle_by_hand R20261124-0003 ICBC 2026112400123"));
    QTRY_VERIFY(!bench.page->sheet());
    sheet = bench.press<FailedRefundSheet>(Qt::Key_F);
    QVERIFY(sheet);
    QTest::mouseClick(sheet->primary_button(), Qt::LeftButton);
    QTRY_VERIFY(bench.goods.called("retry_refund R20261124-0003"));
}

void GoodsRefundSheetsTest::a_repairable_refund_is_only_retried()
{
    GoodsBench bench("1.00");
    auto &dossier = bench.desk.dossiers[goods_ticket(GoodsCase::FailedRefund)];
    dossier.goods->refunds.front().repairable = true;
    QVERIFY(bench.show(GoodsCase::FailedRefund));
    auto *sheet = bench.press<FailedRefundSheet>(Qt::Key_F);
    QVERIFY(sheet);
    QVERIFY(!sheet->hand_choice()->isEnabled());
    // Nothing new is promised, so no approval is asked for.
    QCOMPARE(sheet->primary_button()->text(), QStringLiteral("Have ¥192.81 repaired"));
    sheet->cancel_button()->click();
    // Once another stands in for it, it waits for nobody.
    Refund again = dossier.goods->refunds.front();
    again.refund_no = RefundNo::from_text("R20261124-0004").value();
    again.status = RefundStatus::Pending;
    again.retry_of = dossier.goods->refunds.front().refund_no;
    dossier.goods->refunds.push_back(again);
    bench.page->show_ticket(goods_ticket(GoodsCase::FailedRefund));
    QTRY_VERIFY(!bench.header()->goods().has(GoodsAction::FailedRefund));
}

QTEST_MAIN(GoodsRefundSheetsTest)
#include "goods_refund_sheets_test.moc"

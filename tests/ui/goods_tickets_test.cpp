// SPDX-License-Identifier: GPL-3.0-or-later
// The ticket page over goods orders, on a desk that answers from memory: what is offered, what
// the sheets send, what they refuse, what their buttons say.
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
#include "ui/tickets/claim_sheet.h"
#include "ui/tickets/decide_claim_sheet.h"
#include "ui/tickets/evidence_box.h"
#include "ui/tickets/exception_sheet.h"
#include "ui/tickets/failed_refund_sheet.h"
#include "ui/tickets/goods_tabs.h"
#include "ui/tickets/line_choice.h"
#include "ui/tickets/parcel_state_sheet.h"
#include "ui/tickets/reject_sheet.h"
#include "ui/tickets/small_sheets.h"

using namespace aftercharge;

class GoodsTicketsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void the_facts_and_tabs_tell_the_order();
    void the_timeline_merges_everything();
    void what_waits_for_a_person_comes_first();
    void before_shipment_says_what_happens_to_each_label();
    void before_shipment_above_the_limit_asks();
    void a_locked_order_offers_no_refund();
    void an_exception_follows_the_choice();
    void an_exception_never_takes_a_unit_twice();
    void an_exception_checks_the_address();
    void an_exception_takes_a_smaller_amount();
    void an_old_quote_is_forgotten();
    void a_refused_exception_says_why_and_stays();
    void a_claim_needs_words_and_evidence();
    void a_claim_promises_no_more_than_remains();
    void evidence_is_checked_and_can_be_removed();
    void evidence_is_pasted();
    void asked_for_evidence_is_handed_in();
    void evidence_sent_by_hand_is_marked();
    void a_denied_claim_is_decided();
    void a_failed_refund_is_retried_or_settled();
    void a_repairable_refund_is_only_retried();
    void enter_on_a_row_does_what_it_waits_for();
    void a_person_says_where_a_parcel_is();
    void rejecting_a_request_has_its_own_words();
    void a_new_ticket_names_the_parcel();
    void a_small_page_keeps_the_buttons_in_sight();
    void every_error_has_a_sentence();
    void every_value_has_a_word();
};

void GoodsTicketsTest::the_facts_and_tabs_tell_the_order()
{
    GoodsBench bench;
    QVERIFY(bench.show(GoodsCase::Lost));
    TicketView *view = bench.page->view();
    QStringList facts;
    for (QLabel *label : view->findChildren<QLabel *>())
        facts.append(label->accessibleName());
    QVERIFY(facts.contains(QStringLiteral("Order: G20261120-5511")));
    QVERIFY(facts.contains(QStringLiteral("State: Fulfilled")));
    QVERIFY(facts.contains(QStringLiteral("Paid: ¥3,158.60 by Stripe")));
    QVERIFY(facts.contains(QStringLiteral("Refundable: ¥3,158.60")));
    QVERIFY(facts.contains(QStringLiteral("Parcel: S20261121-0004 · Lost · 940010000000004")));
    QVERIFY(!view->tabs()->isVisible());
    GoodsTabs *tabs = view->goods_tabs();
    QVERIFY(tabs->isVisible());
    const auto *lines = tabs->findChild<DataTable *>(QStringLiteral("goods_lines"));
    QCOMPARE(lines->model()->rowCount(), 4);
    QCOMPARE(cell(*lines, 0, 0), QStringLiteral("Wallbox 7 kW"));
    QCOMPARE(cell(*lines, 0, 3), QStringLiteral("−¥81.31"));
    QCOMPARE(cell(*lines, 3, 5), QStringLiteral("¥3,158.60"));
    const auto *parcels = tabs->findChild<DataTable *>(QStringLiteral("parcels"));
    const auto *log = tabs->findChild<DataTable *>(QStringLiteral("parcel_log"));
    QAbstractItemModelTester tester(log->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    // The parcel of the ticket is the one that is shown.
    QCOMPARE(parcels->currentIndex().row(), 1);
    QCOMPARE(cell(*log, log->model()->rowCount() - 1, 1), QStringLiteral("Lost · lost at the Shenzhen hub"));
    const_cast<DataTable *>(parcels)->selectRow(0);
    QCOMPARE(cell(*log, log->model()->rowCount() - 1, 1), QStringLiteral("Delivered"));
}

void GoodsTicketsTest::the_timeline_merges_everything()
{
    const TicketDossier dossier = goods_case(GoodsCase::Denied, false);
    const auto items = timeline_of(dossier);
    QVERIFY(std::is_sorted(items.begin(), items.end(),
                           [](const TimelineItem &a, const TimelineItem &b) { return a.at < b.at; }));
    const auto count = [&items](auto kind) {
        return std::count_if(items.begin(), items.end(), [](const TimelineItem &item) {
            return std::holds_alternative<decltype(kind)>(item.what);
        });
    };
    QCOMPARE(count(GoodsOrderLogEntry{}), 1);
    QCOMPARE(count(ShipmentLogEntry{}), 8);
    QCOMPARE(count(ClaimLogEntry{}), 3);
    QCOMPARE(count(TicketEntry{}), 1);
    const auto failed = timeline_of(goods_case(GoodsCase::FailedRefund, false));
    QCOMPARE(std::count_if(failed.begin(), failed.end(),
                           [](const TimelineItem &item) { return std::holds_alternative<RefundMoment>(item.what); }),
             2);
}

void GoodsTicketsTest::what_waits_for_a_person_comes_first()
{
    GoodsBench bench;
    const std::array expected{QStringLiteral("Refund before shipment…"), QStringLiteral("Parcel went wrong…"),
                              QStringLiteral("Submit evidence…"), QStringLiteral("Decide claim…"),
                              QStringLiteral("Failed refund…")};
    for (std::size_t i = 0; i < expected.size(); ++i) {
        QVERIFY(bench.show(static_cast<GoodsCase>(i)));
        QVERIFY(bench.first()->isVisible());
        QCOMPARE(bench.first()->text(), expected[i]);
        QVERIFY(!bench.header()->refund_button()->isVisible());
        QVERIFY(!bench.header()->adjust_button()->isVisible());
    }
    QVERIFY(bench.show(GoodsCase::Lost));
    QVERIFY(bench.header()->goods_action(GoodsAction::OpenClaim)->isVisible());
    QVERIFY(!bench.header()->goods_action(GoodsAction::BeforeShipment)->isVisible());
    QVERIFY(!bench.header()->goods_action(GoodsAction::FailedRefund)->isVisible());
    // With its claim open, no second one.
    QVERIFY(bench.show(GoodsCase::EvidenceAsked));
    QVERIFY(bench.header()->goods_action(GoodsAction::EvidenceSent)->isVisible());
}

void GoodsTicketsTest::before_shipment_says_what_happens_to_each_label()
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

void GoodsTicketsTest::before_shipment_above_the_limit_asks()
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

void GoodsTicketsTest::a_locked_order_offers_no_refund()
{
    GoodsBench bench;
    auto &dossier = bench.desk.dossiers[goods_ticket(GoodsCase::NotSent)];
    dossier.goods->order.locked_by = RefundNo::from_text("R20261124-0001").value();
    QVERIFY(bench.show(GoodsCase::NotSent));
    QVERIFY(!bench.first()->isVisible());
    QVERIFY(!bench.press<BeforeShipmentSheet>(Qt::Key_A));
    QVERIFY(!bench.page->sheet());
}

void GoodsTicketsTest::an_exception_follows_the_choice()
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

void GoodsTicketsTest::an_exception_never_takes_a_unit_twice()
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

void GoodsTicketsTest::an_exception_checks_the_address()
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

void GoodsTicketsTest::an_exception_takes_a_smaller_amount()
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

void GoodsTicketsTest::an_old_quote_is_forgotten()
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

void GoodsTicketsTest::a_refused_exception_says_why_and_stays()
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

void GoodsTicketsTest::a_claim_needs_words_and_evidence()
{
    GoodsBench bench;
    QVERIFY(bench.show(GoodsCase::Lost));
    auto *sheet = bench.press<ClaimSheet>(Qt::Key_L);
    QVERIFY(sheet);
    QCOMPARE(sheet->parcel_box()->currentData().toString(), QStringLiteral("S20261121-0004"));
    QCOMPARE(sheet->type_box()->currentText(), QStringLiteral("Loss"));
    QVERIFY(!sheet->primary_button()->isEnabled());
    QVERIFY(sheet->strip()->text().startsWith(QStringLiteral("Write what happened")));
    sheet->description_edit()->setPlainText(QStringLiteral("Lost at the hub"));
    QCOMPARE(sheet->strip()->text(), QStringLiteral("A claim needs at least one piece of evidence."));
    sheet->evidence()->tick(0)->setChecked(true);
    QVERIFY(sheet->primary_button()->isEnabled());
    QVERIFY(sheet->evidence()->add({"report.txt", "text/plain", "lost"}));
    sheet->amount_edit()->setText(QStringLiteral("1400"));
    sheet->up_to_edit()->setText(QStringLiteral("500"));
    QCOMPARE(sheet->primary_button()->text(), QStringLiteral("Claim ¥1,400.00, up to ¥500.00 to the customer"));
    QSignalSpy toasts(bench.page.get(), &TicketsPage::toast);
    QTest::mouseClick(sheet->primary_button(), Qt::LeftButton);
    QTRY_COMPARE(toasts.size(), 1);
    QCOMPARE(bench.goods.claim_drafts.size(), std::size_t{1});
    const ClaimDraft &draft = bench.goods.claim_drafts.front();
    QCOMPARE(draft.shipment_no.text(), std::string("S20261121-0004"));
    QCOMPARE(draft.type, ClaimType::Loss);
    QCOMPARE(draft.amount, tickets_money("1400.00"));
    QCOMPARE(*draft.up_to, tickets_money("500.00"));
    QCOMPARE(draft.description, std::string("Lost at the hub"));
    QCOMPARE(draft.evidence.size(), std::size_t{1});
    QCOMPARE(draft.evidence_ids.size(), std::size_t{1});
}

void GoodsTicketsTest::a_claim_promises_no_more_than_remains()
{
    GoodsBench bench("200.00");
    QVERIFY(bench.show(GoodsCase::Lost));
    auto *sheet = bench.press<ClaimSheet>(Qt::Key_L);
    QVERIFY(sheet);
    sheet->description_edit()->setPlainText(QStringLiteral("Lost"));
    sheet->evidence()->tick(0)->setChecked(true);
    QCOMPARE(sheet->primary_button()->text(), QStringLiteral("Ask for approval of up to ¥1,451.11"));
    sheet->up_to_edit()->setText(QStringLiteral("1451.12"));
    QVERIFY(!sheet->primary_button()->isEnabled());
    QVERIFY(sheet->strip()->text().contains(QStringLiteral("¥1,451.11")));
    sheet->up_to_edit()->clear();
    QCOMPARE(sheet->primary_button()->text(), QStringLiteral("Claim ¥1,451.11"));
    QVERIFY(!sheet->draft()->up_to);
    sheet->up_to_edit()->setText(QStringLiteral("0"));
    QVERIFY(!sheet->draft()->up_to);
    sheet->amount_edit()->setText(QStringLiteral("0"));
    QVERIFY(!sheet->draft());
}

void GoodsTicketsTest::evidence_is_checked_and_can_be_removed()
{
    GoodsBench bench;
    EvidenceBox box(bench.themes, {}, bench.context.format);
    QVERIFY(!box.add({"photo.png", "image/png", "not a picture"}));
    QVERIFY(box.refusal().contains(QStringLiteral("not what its name says")));
    QVERIFY(!box.add({"film.mp4", "application/octet-stream", "x"}));
    QVERIFY(!box.add({"empty.txt", "text/plain", ""}));
    QVERIFY(box.refusal().contains(QStringLiteral("is empty")));
    QVERIFY(!box.add({"long.txt", "text/plain", std::string(max_evidence_bytes + 1, 'a')}));
    QVERIFY(box.refusal().contains(QStringLiteral("larger than 5 MB")));
    QCOMPARE(box.count(), std::size_t{0});
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("invoice.pdf"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("%PDF-1.4 invoice");
    file.close();
    QMimeData dropped;
    dropped.setUrls({QUrl::fromLocalFile(path)});
    QVERIFY(box.add_from(dropped));
    QVERIFY(box.refusal().isEmpty());
    QCOMPARE(box.files().front().media_type, std::string("application/pdf"));
    QVERIFY(!box.add_from(dropped));  // the same bytes twice
    QCOMPARE(box.count(), std::size_t{1});
    QVERIFY(box.add({"b.txt", "text/plain", "second"}));
    Button *remove = nullptr;
    for (Button *found : box.findChildren<Button *>()) {
        if (found->accessibleName() == QStringLiteral("Remove invoice.pdf"))
            remove = found;
    }
    QVERIFY(remove);
    remove->click();
    QTRY_COMPARE(box.count(), std::size_t{1});
    QCOMPARE(box.files().front().name, std::string("b.txt"));
    for (int i = 0; i < 9; ++i)
        QVERIFY(box.add({"n.txt", "text/plain", "n" + std::to_string(i)}));
    QVERIFY(!box.add({"n.txt", "text/plain", "one too many"}));
}

void GoodsTicketsTest::evidence_is_pasted()
{
    GoodsBench bench;
    QVERIFY(bench.show(GoodsCase::Lost));
    auto *sheet = bench.press<ClaimSheet>(Qt::Key_L);
    QVERIFY(sheet);
    QImage image(20, 10, QImage::Format_RGB32);
    image.fill(Qt::red);
    QGuiApplication::clipboard()->setImage(image);
    sheet->evidence()->tick(0)->setFocus();
    QTest::keyClick(sheet->evidence()->tick(0), Qt::Key_V, Qt::ControlModifier);
    QTRY_COMPARE(sheet->evidence()->files().size(), std::size_t{1});
    QCOMPARE(sheet->evidence()->files().front().media_type, std::string("image/png"));
    // A field takes what is pasted into it for itself.
    QGuiApplication::clipboard()->setText(QStringLiteral("words"));
    sheet->description_edit()->setFocus();
    QTest::keyClick(sheet->description_edit(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(sheet->description_edit()->toPlainText(), QStringLiteral("words"));
    QCOMPARE(sheet->evidence()->files().size(), std::size_t{1});
}

void GoodsTicketsTest::asked_for_evidence_is_handed_in()
{
    GoodsBench bench;
    QVERIFY(bench.show(GoodsCase::EvidenceAsked));
    auto *sheet = bench.press<ClaimEvidenceSheet>(Qt::Key_E);
    QVERIFY(sheet);
    QVERIFY(banner(*sheet, "carrierWords")->text().contains(QStringLiteral("proof of value")));
    QVERIFY(!sheet->primary_button()->isEnabled());
    // The photo is with the claim already, so it is not offered again.
    QVERIFY(sheet->findChildren<QCheckBox *>().isEmpty());
    QVERIFY(sheet->evidence()->add({"invoice.txt", "text/plain", "2598.00"}));
    QCOMPARE(sheet->primary_button()->text(), QStringLiteral("Submit 1 file"));
    QTest::mouseClick(sheet->primary_button(), Qt::LeftButton);
    QTRY_VERIFY(bench.goods.called("add_claim_evidence K20261124-0002"));
    QCOMPARE(bench.goods.evidence_files.front().front().name, std::string("invoice.txt"));
    QVERIFY(bench.goods.evidence_ids.front().empty());
    QTRY_VERIFY(!bench.page->sheet());
}

void GoodsTicketsTest::evidence_sent_by_hand_is_marked()
{
    GoodsBench bench;
    QVERIFY(bench.show(GoodsCase::EvidenceAsked));
    auto *nothing = bench.press<EvidenceSentSheet>(Qt::Key_M);
    QVERIFY(nothing);
    QVERIFY(!nothing->primary_button()->isEnabled());
    nothing->cancel_button()->click();
    ClaimDossier &claim = bench.goods.claim_dossiers.begin()->second;
    claim.evidence.front().sent_at.reset();
    auto *sheet = bench.press<EvidenceSentSheet>(Qt::Key_M);
    QVERIFY(sheet);
    QCOMPARE(sheet->primary_button()->text(), QStringLiteral("I have sent this file"));
    QTest::mouseClick(sheet->primary_button(), Qt::LeftButton);
    QTRY_VERIFY(bench.goods.called("mark_evidence_sent K20261124-0002"));
}

void GoodsTicketsTest::a_denied_claim_is_decided()
{
    GoodsBench bench("200.00");
    QVERIFY(bench.show(GoodsCase::Denied));
    auto *sheet = bench.press<DecideClaimSheet>(Qt::Key_D);
    QVERIFY(sheet);
    QVERIFY(banner(*sheet, "carrierWords")->text().contains(QStringLiteral("not covered")));
    QCOMPARE(sheet->decision(), ClaimDecision::PlatformCovers);
    QVERIFY(!sheet->primary_button()->isEnabled());
    sheet->reason_edit()->setPlainText(QStringLiteral("We cover this once."));
    QCOMPARE(sheet->primary_button()->text(), QStringLiteral("Ask for approval of ¥1,451.11"));
    sheet->amount_edit()->setText(QStringLiteral("150"));
    QCOMPARE(sheet->primary_button()->text(), QStringLiteral("Cover ¥150.00 to Stripe"));
    sheet->choose(ClaimDecision::Coupon);
    QCOMPARE(sheet->primary_button()->text(), QStringLiteral("Issue a coupon of ¥150.00"));
    sheet->amount_edit()->setText(QStringLiteral("1451.12"));
    QVERIFY(!sheet->primary_button()->isEnabled());
    sheet->choose(ClaimDecision::Nothing);
    QVERIFY(!sheet->amount_edit()->isVisible());
    QCOMPARE(sheet->primary_button()->text(), QStringLiteral("Close the claim with nothing"));
    sheet->choose(ClaimDecision::Coupon);
    sheet->amount_edit()->setText(QStringLiteral("99.50"));
    QTest::mouseClick(sheet->primary_button(), Qt::LeftButton);
    QTRY_COMPARE(bench.goods.claim_decisions.size(), std::size_t{1});
    const ClaimDecisionDraft &draft = bench.goods.claim_decisions.front();
    QCOMPARE(draft.decision, ClaimDecision::Coupon);
    QCOMPARE(*draft.amount, tickets_money("99.50"));
    QCOMPARE(draft.reason, std::string("We cover this once."));
    QVERIFY(draft.basis.find("Packaging was not sufficient") != std::string::npos);
}

void GoodsTicketsTest::a_failed_refund_is_retried_or_settled()
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

void GoodsTicketsTest::a_repairable_refund_is_only_retried()
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

void GoodsTicketsTest::enter_on_a_row_does_what_it_waits_for()
{
    GoodsBench bench;
    QVERIFY(bench.show(GoodsCase::FailedRefund));
    GoodsTabs *tabs = bench.page->view()->goods_tabs();
    tabs->setCurrentIndex(GoodsTabs::Refunds);
    auto *refunds = tabs->findChild<DataTable *>(QStringLiteral("goods_refunds"));
    refunds->setFocus();
    refunds->selectRow(0);
    QTest::keyClick(refunds, Qt::Key_Return);
    QTRY_VERIFY(bench.sheet<FailedRefundSheet>());
    bench.page->sheet()->cancel_button()->click();
    QVERIFY(bench.show(GoodsCase::Denied));
    tabs->setCurrentIndex(GoodsTabs::Claims);
    auto *claims = tabs->findChild<DataTable *>(QStringLiteral("goods_claims"));
    claims->setFocus();
    claims->selectRow(0);
    QTest::keyClick(claims, Qt::Key_Return);
    QTRY_VERIFY(bench.sheet<DecideClaimSheet>());
}

void GoodsTicketsTest::a_person_says_where_a_parcel_is()
{
    GoodsBench bench;
    QVERIFY(bench.show(GoodsCase::NotSent));
    GoodsTabs *tabs = bench.page->view()->goods_tabs();
    tabs->setCurrentIndex(GoodsTabs::Parcels);
    auto *parcels = tabs->findChild<DataTable *>(QStringLiteral("parcels"));
    parcels->setFocus();
    // Of a parcel without a label nothing can be said.
    parcels->selectRow(1);
    QTest::keyClick(parcels, Qt::Key_Return);
    QVERIFY(!bench.page->sheet());
    parcels->selectRow(0);
    QTest::keyClick(parcels, Qt::Key_Return);
    auto *sheet = bench.sheet<ParcelStateSheet>();
    QVERIFY(sheet);
    QCOMPARE(sheet->findChildren<QRadioButton *>().size(), 1);
    sheet->choose(ShipmentEvent::PickedUp);
    QVERIFY(!sheet->primary_button()->isEnabled());
    sheet->note_edit()->setText(QStringLiteral("the driver's receipt"));
    QCOMPARE(sheet->primary_button()->text(), QStringLiteral("Write: Picked up"));
    QTest::mouseClick(sheet->primary_button(), Qt::LeftButton);
    QTRY_VERIFY(bench.goods.called("advance_shipment S20261121-0003 PICKED_UP the driver's receipt"));
    QTRY_VERIFY(!bench.page->sheet());
    QCOMPARE(parcel_events(ShipmentState::InTransit).size(), std::size_t{5});
    QVERIFY(parcel_events(ShipmentState::Delivered).empty());
}

void GoodsTicketsTest::rejecting_a_request_has_its_own_words()
{
    GoodsBench bench;
    QVERIFY(bench.show(GoodsCase::Lost));
    auto *sheet = bench.press<RejectSheet>(Qt::Key_R);
    QVERIFY(sheet);
    QCOMPARE(sheet->primary_button()->text(), QStringLiteral("Reject request"));
    sheet->reason_edit()->setPlainText(RejectSheet::templates(true).front());
    QStringList shown;
    for (QLabel *label : sheet->findChildren<QLabel *>())
        shown.append(label->text());
    QVERIFY(shown.filter(QStringLiteral("Your request was not accepted")).size() == 1);
    QSignalSpy toasts(bench.page.get(), &TicketsPage::toast);
    QTest::mouseClick(sheet->primary_button(), Qt::LeftButton);
    QTRY_COMPARE(toasts.size(), 1);
    QVERIFY(std::any_of(bench.desk.calls.begin(), bench.desk.calls.end(),
                        [](const std::string &call) { return call.rfind("reject_ticket T-21101", 0) == 0; }));
}

void GoodsTicketsTest::a_new_ticket_names_the_parcel()
{
    GoodsBench bench;
    QVERIFY(bench.show(GoodsCase::Lost));
    const OrderNo order_no = bench.page->view()->dossier()->ticket.order_no;
    std::optional<TicketDraft> opened;
    bench.desk.on_open_ticket = [&opened](const TicketDraft &draft) {
        opened = draft;
        return answered<Ticket>(fail(ErrorCode::StoreDiskFull));
    };
    // No ticket of it is there any more.
    bench.desk.ticket_rows.clear();
    bench.page->open_for_order(order_no);
    QTRY_VERIFY(bench.sheet<NewTicketSheet>());
    auto *sheet = bench.sheet<NewTicketSheet>();
    auto *parcel = sheet->findChild<QComboBox *>(QStringLiteral("parcel"));
    QTRY_VERIFY(parcel->isVisible());
    QCOMPARE(parcel->count(), 3);
    parcel->setCurrentIndex(2);
    auto *kind = sheet->findChild<QComboBox *>(QStringLiteral("kind"));
    kind->setCurrentIndex(kind->findData(static_cast<int>(TicketKind::AddressChange)));
    sheet->findChild<QLineEdit *>(QStringLiteral("reason"))->setText(QStringLiteral("moved"));
    QTest::mouseClick(sheet->primary_button(), Qt::LeftButton);
    QTRY_VERIFY(opened.has_value());
    QCOMPARE(opened->kind, TicketKind::AddressChange);
    QCOMPARE(opened->shipment_no.text(), std::string("S20261121-0004"));
}

// 1,440 px at 200 %, the navigation as icons.
void GoodsTicketsTest::a_small_page_keeps_the_buttons_in_sight()
{
    GoodsBench bench;
    QVERIFY(bench.show(GoodsCase::Lost));
    QWidget window;
    bench.page->setParent(&window);
    window.resize(664, 380);
    bench.page->setGeometry(window.rect());
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    Q_EMIT bench.header()->goodsRequested(GoodsAction::Exception);
    auto *sheet = bench.sheet<ExceptionSheet>();
    QVERIFY(sheet);
    sheet->lines()->refund_box(0)->setValue(0);
    sheet->lines()->again_box(0)->setValue(1);
    sheet->address()->choose_other(true);
    QTest::qWait(50);
    const auto in_page = [&](const QWidget *widget) {
        return bench.page->rect().contains(QRect(widget->mapTo(bench.page.get(), QPoint(0, 0)), widget->size()));
    };
    QVERIFY(in_page(sheet->primary_button()));
    QVERIFY(in_page(sheet->strip()));
    // Every field can be reached by Tab and is in sight when it has the focus.
    for (const char *name : {"zip", "country", "name"}) {
        QLineEdit *edit = sheet->address()->edit(name);
        edit->setFocus();
        QTRY_VERIFY(!edit->visibleRegion().isEmpty());
        QCOMPARE(edit->visibleRegion().boundingRect().height(), edit->height());
    }
    bench.page->setParent(nullptr);
}

void GoodsTicketsTest::every_error_has_a_sentence()
{
    for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
        const Error error{static_cast<ErrorCode>(code), {}};
        const QString sentence = ErrorWords::sentence(error);
        QVERIFY2(!sentence.startsWith(QStringLiteral("This did not work")), code_text(error.code).data());
    }
}

void GoodsTicketsTest::every_value_has_a_word()
{
    const auto check = [](auto table, auto word) {
        for (const auto &entry : table)
            QVERIFY2(!word(entry.value).isEmpty(), entry.text.data());
    };
    check(text_table(RefundKind{}), &EnumWords::refund_kind);
    check(text_table(GoodsOrderState{}), &EnumWords::goods_order_state);
    check(text_table(GoodsOrderEvent{}), &EnumWords::goods_order_event);
    check(text_table(ItemKind{}), &EnumWords::item_kind);
    check(text_table(UnitUse{}), &EnumWords::unit_use);
    check(text_table(PaymentProvider{}), &EnumWords::payment_provider);
    check(text_table(CarrierProvider{}), &EnumWords::carrier);
    check(text_table(ShipmentState{}), &EnumWords::shipment_state);
    check(text_table(ShipmentEvent{}), &EnumWords::shipment_event);
    check(text_table(ShipmentPurpose{}), &EnumWords::shipment_purpose);
    check(text_table(LabelRefund{}), &EnumWords::label_refund);
    check(text_table(ClaimType{}), &EnumWords::claim_type);
    check(text_table(ClaimState{}), &EnumWords::claim_state);
    check(text_table(ClaimDecision{}), &EnumWords::claim_decision);
    check(text_table(DiscrepancyKind{}), &EnumWords::discrepancy_kind);
    check(text_table(NoticeKind{}), &EnumWords::notice_kind);
    check(text_table(TransferKind{}), &TicketWords::transfer_kind);
    check(text_table(AccountKind{}), &TicketWords::account);
    const Format english(QLocale(QLocale::English, QLocale::UnitedStates));
    const Format chinese(QLocale(QLocale::Chinese, QLocale::China));
    for (const auto &entry : text_table(NoticeKind{})) {
        Notice notice;
        notice.kind = entry.value;
        QVERIFY2(!TicketWords::notice(notice, english).isEmpty(), entry.text.data());
        QVERIFY2(!TicketWords::notice(notice, chinese).isEmpty(), entry.text.data());
    }
}

QTEST_MAIN(GoodsTicketsTest)
#include "goods_tickets_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The ticket page over goods orders, on a desk that answers from memory: what it shows and offers.
#include <QAbstractItemModelTester>

#include "models/item/timeline_model.h"
#include "tests/ui/goods_bench.h"
#include "tests/ui/page_finds.h"
#include "ui/common/enum_words.h"
#include "ui/common/error_words.h"
#include "ui/tickets/address_fields.h"
#include "ui/tickets/case_tabs.h"
#include "ui/tickets/claim_evidence_sheet.h"
#include "ui/tickets/claim_sheet.h"
#include "ui/tickets/decide_claim_sheet.h"
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

// SPDX-License-Identifier: GPL-3.0-or-later
// Claims on their page and among the approvals, on a desk that answers from memory.
#include <QtTest>
#include <QtWidgets>

#include "tests/ui/goods_pages_bench.h"
#include "tests/ui/tickets_samples.h"
#include "ui/approvals/approvals_page.h"
#include "ui/approvals/approve_sheet.h"
#include "ui/approvals/claim_approve_sheet.h"
#include "ui/approvals/send_back_sheet.h"
#include "ui/claims/claim_view.h"
#include "ui/claims/claims_page.h"
#include "ui/common/find_field.h"
#include "ui/tickets/claim_evidence_sheet.h"
#include "ui/tickets/decide_claim_sheet.h"

using namespace aftercharge;

namespace {

QString promise()
{
    return text_of(waiting_claim());
}

DataTable *waiting(const QWidget &page)
{
    return named_table(page, QStringLiteral("Waiting for approval"));
}

// The list of what waits, with the claim chosen.
ApprovalsPage *open_promise(GoodsPagesDesk &desk)
{
    auto *page = desk.open<ApprovalsPage>();
    auto *view = page ? page->findChild<ClaimView *>() : nullptr;
    DataTable *list = page ? waiting(*page) : nullptr;
    if (!list || !QTest::qWaitFor([&] { return row_with(*list, promise()) >= 0; }))
        return nullptr;
    list->selectRow(row_with(*list, promise()));
    return QTest::qWaitFor([&] { return view->dossier() != nullptr; }) ? page : nullptr;
}

}  // namespace

class GoodsClaimsPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void claims_say_whom_they_wait_for();
    void a_claim_shows_all_that_belongs_to_it();
    void evidence_is_submitted_from_the_claim();
    void files_by_hand_are_marked_as_sent();
    void a_denied_claim_is_decided_by_keyboard();
    void claims_follow_the_feed();
    void a_promise_is_approved();
    void a_promise_above_the_limit_waits();
    void a_claim_is_sent_back_with_a_reason();
    void a_changed_claim_voids_the_question();
    void an_approval_of_goods_says_where_the_money_goes();
};

void GoodsClaimsPageTest::claims_say_whom_they_wait_for()
{
    GoodsPagesDesk desk(supervisor());
    auto *page = desk.open<ClaimsPage>();
    QVERIFY(page);
    PagedTable *table = table_of(*page);
    QTRY_COMPARE(table->model()->rowCount(), 3);  // the closed one is not open
    constexpr int waits = 5;
    QCOMPARE(cell(*table, row_with(*table, text_of(waiting_claim())), waits), QStringLiteral("Approval"));
    QCOMPARE(cell(*table, row_with(*table, text_of(evidence_claim())), waits), QStringLiteral("Us: evidence"));
    QCOMPARE(cell(*table, row_with(*table, text_of(denied_claim())), waits), QStringLiteral("Us: decision"));
    chip(*page, QStringLiteral("All"))->click();
    QTRY_COMPARE(table->model()->rowCount(), 4);
    chip(*page, QStringLiteral("Denied"))->click();
    QTRY_COMPARE(table->model()->rowCount(), 1);
    page->findChild<FindField *>()->setText(QStringLiteral("nowhere"));
    QTRY_COMPARE(table->model()->rowCount(), 0);
    Q_EMIT table->showAllRequested();
    QTRY_COMPARE(table->model()->rowCount(), 4);
}

void GoodsClaimsPageTest::a_claim_shows_all_that_belongs_to_it()
{
    GoodsPagesDesk desk(supervisor());
    auto *page = desk.open<ClaimsPage>();
    QVERIFY(page);
    page->show_claim(denied_claim());
    auto *view = page->findChild<ClaimView *>();
    QTRY_VERIFY(view->dossier() && view->claim()->claim_no == denied_claim());
    const ClaimDossier &truth = desk.goods.claim_dossiers.at(denied_claim());
    QCOMPARE(tile(*view, QStringLiteral("Asked"))->figure(), QStringLiteral("¥1,442.38"));
    QCOMPARE(tile(*view, QStringLiteral("Promised"))->figure(), QStringLiteral("¥500.00"));
    QCOMPARE(tile(*view, QStringLiteral("Lines are worth"))->figure(), desk.context.format.money(truth.lines_worth));
    QVERIFY(banner(*view, "carrierWords")->text().contains(QStringLiteral("Packaging was not sufficient")));
    DataTable *files = named_table(*view, QStringLiteral("Evidence"));
    QCOMPARE(files->model()->rowCount(), 1);
    QCOMPARE(cell(*files, 0, 0), QStringLiteral("customer-photo.jpg"));
    QCOMPARE(cell(*files, 0, 4), QStringLiteral("2026-11-24 08:24"));
    DataTable *lines = named_table(*view, QStringLiteral("What remains of the parcel's lines"));
    QCOMPARE(lines->model()->rowCount(), 3);  // two lines and their sum
    QCOMPARE(cell(*lines, 2, 3), desk.context.format.money(truth.lines_worth));
    QCOMPARE(named_table(*view, QStringLiteral("Log of the claim"))->model()->rowCount(), 3);
    QSignalSpy asked(page, &ClaimsPage::ticketRequested);
    button(*page, "open_ticket")->click();
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked[0][0].value<TicketNo>(), truth.claim.ticket_no);
}

void GoodsClaimsPageTest::evidence_is_submitted_from_the_claim()
{
    GoodsPagesDesk desk(supervisor());
    auto *page = desk.open<ClaimsPage>();
    QVERIFY(page);
    page->show_claim(evidence_claim());
    QTRY_VERIFY(button(*page, "submit_evidence")->isVisible());
    QVERIFY(!button(*page, "mark_sent")->isVisible());  // all it has is with the carrier
    QVERIFY(!button(*page, "decide")->isVisible());
    QTest::keyClick(table_of(*page), Qt::Key_E);
    QTRY_VERIFY(qobject_cast<ClaimEvidenceSheet *>(page->sheet()));
    auto *sheet = qobject_cast<ClaimEvidenceSheet *>(page->sheet());
    QVERIFY(!sheet->primary_button()->isEnabled());
    Q_EMIT sheet->accepted();
    QTRY_VERIFY(desk.goods.called("add_claim_evidence K20261124-0002"));
    QTRY_VERIFY(!page->sheet());
}

void GoodsClaimsPageTest::files_by_hand_are_marked_as_sent()
{
    GoodsPagesDesk desk(supervisor());
    desk.goods.claim_dossiers.at(evidence_claim()).evidence.front().sent_at.reset();
    auto *page = desk.open<ClaimsPage>();
    QVERIFY(page);
    page->show_claim(evidence_claim());
    QTRY_VERIFY(button(*page, "mark_sent")->isVisible());
    QTest::keyClick(table_of(*page), Qt::Key_M);
    QVERIFY(qobject_cast<EvidenceSentSheet *>(page->sheet()));
    QSignalSpy toast(page, &ClaimsPage::toast);
    QTest::keyClick(page->sheet()->primary_button(), Qt::Key_Return);
    QTRY_VERIFY(desk.goods.called("mark_evidence_sent K20261124-0002"));
    QTRY_COMPARE(toast.count(), 1);
    QVERIFY(!page->sheet());
}

void GoodsClaimsPageTest::a_denied_claim_is_decided_by_keyboard()
{
    GoodsPagesDesk desk(supervisor());
    auto *page = desk.open<ClaimsPage>();
    QVERIFY(page);
    page->show_claim(denied_claim());
    QTRY_VERIFY(button(*page, "decide")->isVisible());
    QTest::keyClick(table_of(*page), Qt::Key_D);
    auto *sheet = qobject_cast<DecideClaimSheet *>(page->sheet());
    QVERIFY(sheet);
    sheet->choose(ClaimDecision::Nothing);
    sheet->reason_edit()->setPlainText(QStringLiteral("Packed by the customer."));
    sheet->primary_button()->click();
    QTRY_VERIFY(desk.goods.called("decide_claim K20261124-0003 NOTHING"));
    QTRY_VERIFY(!page->sheet());
}

void GoodsClaimsPageTest::claims_follow_the_feed()
{
    GoodsPagesDesk desk(supervisor());
    auto *page = desk.open<ClaimsPage>();
    QVERIFY(page);
    page->show_claim(evidence_claim());
    auto *view = page->findChild<ClaimView *>();
    QTRY_VERIFY(view->dossier() && view->claim()->claim_no == evidence_claim());
    Claim *row = desk.goods.find_claim(evidence_claim()).value();
    row->state = ClaimState::ApprovedPartial;
    row->approved = tickets_money("400.00");
    desk.goods.claim_dossiers.at(evidence_claim()).claim = *row;
    Q_EMIT desk.feed.rowsChanged({Changed{ChangedTable::Claims, evidence_claim().text(), 2}});
    QTRY_COMPARE(tile(*view, QStringLiteral("Approved"))->figure(), QStringLiteral("¥400.00"));
    QCOMPARE(cell(*table_of(*page), 0, 5), QStringLiteral("Refund"));
    QVERIFY(!button(*page, "submit_evidence")->isVisible());
}

void GoodsClaimsPageTest::a_promise_is_approved()
{
    GoodsPagesDesk desk(supervisor());
    ApprovalsPage *page = open_promise(desk);
    QVERIFY(page);
    QTRY_VERIFY(button(*page, "approve")->isEnabled());
    QCOMPARE(button(*page, "approve")->text(), QStringLiteral("Approve up to ¥25.00…"));
    // Exactly what was asked: amount, promise, files, what the lines are worth.
    QCOMPARE(tile(*page, QStringLiteral("Asked"))->figure(), QStringLiteral("¥1,442.38"));
    QVERIFY(named_table(*page, QStringLiteral("Evidence"))->isVisible());
    QTest::keyClick(waiting(*page), Qt::Key_A);
    auto *sheet = page->findChild<ClaimApproveSheet *>();
    QVERIFY(sheet->is_open());
    QCOMPARE(sheet->primary_button()->text(), QStringLiteral("Approve up to ¥25.00"));
    QVERIFY(!desk.goods.called("approve_claim"));
    QSignalSpy toast(page, &ApprovalsPage::toast);
    QTest::keyClick(sheet->primary_button(), Qt::Key_Return);
    QTRY_VERIFY(desk.goods.called("approve_claim K20261124-0009 25.00"));
    QTRY_COMPARE(toast.count(), 1);
    // The refunds that wait come up in its place.
    QTRY_VERIFY(row_with(*waiting(*page), promise()) < 0);
    QTRY_VERIFY(!button(*page, "approve")->text().startsWith(QStringLiteral("Approve up to")));
}

void GoodsClaimsPageTest::a_promise_above_the_limit_waits()
{
    GoodsPagesDesk desk(sample_person("wang.jing", Role::Supervisor, yuan(1'000)));
    ApprovalsPage *page = open_promise(desk);
    QVERIFY(page);
    QVERIFY(!button(*page, "approve")->isVisible());
    QCOMPARE(banner(*page, "rights")->text(),
             QStringLiteral("¥25.00 is above your limit of ¥10.00. Somebody with a higher limit can approve it."));
    desk.context.person = sample_person("zhao.min", Role::Supervisor, yuan(90'000));
    page = open_promise(desk);
    QVERIFY(page);
    QVERIFY(!button(*page, "approve")->isVisible());
    QVERIFY(banner(*page, "rights")->text().startsWith(QStringLiteral("You asked for this yourself.")));
}

void GoodsClaimsPageTest::a_claim_is_sent_back_with_a_reason()
{
    GoodsPagesDesk desk(supervisor());
    ApprovalsPage *page = open_promise(desk);
    QVERIFY(page);
    button(*page, "send_back")->click();
    auto *sheet = page->findChild<SendBackSheet *>();
    QVERIFY(sheet->is_open());
    QVERIFY(!sheet->primary_button()->isEnabled());
    sheet->findChild<QPlainTextEdit *>()->setPlainText(QStringLiteral("No photo of the label"));
    sheet->primary_button()->click();
    QTRY_VERIFY(desk.goods.called("send_back_claim K20261124-0009 No photo of the label"));
    QTRY_VERIFY(!sheet->is_open());
    QVERIFY(!desk.asked("send_back_refund"));
}

void GoodsClaimsPageTest::a_changed_claim_voids_the_question()
{
    GoodsPagesDesk desk(supervisor());
    ApprovalsPage *page = open_promise(desk);
    QVERIFY(page);
    QTRY_VERIFY(button(*page, "approve")->isEnabled());
    button(*page, "approve")->click();
    auto *sheet = page->findChild<ClaimApproveSheet *>();
    QVERIFY(sheet->is_open());
    desk.goods.find_claim(waiting_claim()).value()->up_to = tickets_money("28.00");
    desk.goods.claim_dossiers.at(waiting_claim()).claim.up_to = tickets_money("28.00");
    Q_EMIT desk.feed.rowsChanged({Changed{ChangedTable::Claims, waiting_claim().text(), 2}});
    QTRY_VERIFY(!sheet->primary_button()->isEnabled());
    QVERIFY(!desk.goods.called("approve_claim"));
}

void GoodsClaimsPageTest::an_approval_of_goods_says_where_the_money_goes()
{
    GoodsPagesDesk desk(supervisor());
    auto *page = desk.open<ApprovalsPage>();
    QVERIFY(page);
    DataTable *table = waiting(*page);
    QTRY_COMPARE(table->model()->rowCount(), 5);  // four refunds and a claim
    table->selectRow(row_with(*table, QStringLiteral("R20261124-0005")));
    QTRY_COMPARE(button(*page, "approve")->text(), QStringLiteral("Approve coupon of ¥18.00…"));
    button(*page, "approve")->click();
    QVERIFY(page->findChild<ApproveSheet *>()->is_open());
    QTRY_VERIFY(shows(*page, QStringLiteral("A coupon of ¥18.00 is issued")));
    QVERIFY(!shows(*page, QStringLiteral("platform balance")));
}

QTEST_MAIN(GoodsClaimsPageTest)
#include "goods_claims_page_test.moc"

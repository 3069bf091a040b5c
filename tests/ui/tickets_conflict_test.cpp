// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody else was faster: what differs is shown, nothing is overwritten, and one's own words stay.
#include <QtTest>
#include <QtWidgets>

#include "tests/ui/tickets_bench.h"
#include "ui/tickets/conflict_sheet.h"
#include "ui/tickets/refund_sheet.h"
#include "ui/tickets/reject_sheet.h"
#include "ui/tickets/reply_box.h"
#include "ui/tickets/small_sheets.h"
#include "ui/tickets/ticket_header.h"

using namespace aftercharge;

namespace {

// What a colleague does to the shown ticket at another desk, at 11:02.
void change(TicketsBench &bench, const std::function<void(TicketDossier &)> &how = {})
{
    Ticket &row = bench.desk.ticket_rows.front();
    TicketDossier &dossier = bench.desk.dossiers[row.ticket_no];
    TicketEntry note;
    note.ticket_no = row.ticket_no;
    note.kind = TicketEntryKind::Note;
    note.actor = {Source::Admin, "li"};
    note.at = parse_iso8601("2026-11-23T03:02:00Z").value();
    note.text = "I called him";
    dossier.entries.push_back(note);
    if (how)
        how(dossier);
    row = dossier.ticket;
    row.version = 8;
    dossier.ticket.version = 8;
}

const DifferenceRow *row_of(const ConflictSheet &sheet, const QString &what)
{
    for (const DifferenceRow &row : sheet.differences()->rows()) {
        if (row.what == what)
            return &row;
    }
    return nullptr;
}

// A refund of ¥4.60 that li asked for.
void refund_by_li(TicketDossier &dossier)
{
    OrderExplanation &order = *dossier.order;
    Refund refund;
    refund.refund_no = RefundNo::from_text("R20261123-0099").value();
    refund.order_no = order.order.order_no;
    refund.amount = Money::from_minor(460, Currency::from_code("CNY").value()).value();
    refund.requested_by = OperatorName::from_text("li").value();
    order.refunds.push_back(refund);
    order.refundable = subtract(order.refundable, refund.amount).value();
}

void write(TicketsBench &bench, const char *text)
{
    ReplyBox *reply = bench.page->view()->reply();
    reply->begin(false);
    QTest::keyClicks(reply->edit(), QString::fromUtf8(text));
}

}  // namespace

class TicketsConflictTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void a_reply_is_offered_on_the_new_version();
    void a_reply_can_wait_or_be_discarded();
    void every_field_is_told_before_and_now();
    void taking_is_offered_where_it_still_makes_sense();
    void what_makes_no_sense_any_more_is_not_offered();
    void a_reason_comes_back_to_its_sheet();
    void assigning_is_offered_again();
    void money_is_computed_anew();
    void what_changes_while_one_writes_is_said();
    void ones_own_changes_are_no_news();
    void an_open_money_sheet_stops_when_money_moved();
    void another_ticket_meanwhile_shows_no_difference();
};

void TicketsConflictTest::a_reply_is_offered_on_the_new_version()
{
    TicketsBench bench;
    QVERIFY(bench.ready());
    write(bench, "We look into it.");
    change(bench);
    bench.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(bench.sheet<ConflictSheet>());
    auto *sheet = bench.sheet<ConflictSheet>();
    QCOMPARE(sheet->accessibleName(), QStringLiteral("Changed by 李 娜 at 11:02 while you were writing"));
    const DifferenceRow *note = row_of(*sheet, QStringLiteral("11:02, 李 娜"));
    QVERIFY(note);
    QCOMPARE(note->now, QStringLiteral("Note: I called him"));
    QCOMPARE(sheet->findChild<QPlainTextEdit *>(QStringLiteral("own"))->toPlainText(),
             QStringLiteral("We look into it."));
    QCOMPARE(sheet->primary_button()->text(), QStringLiteral("Apply on the new version"));
    std::int64_t version = 0;
    const auto real = bench.desk.on_reply;
    bench.desk.on_reply = [&](const TicketNo &no, std::int64_t seen, const std::string &text) {
        version = seen;
        return real(no, seen, text);
    };
    sheet->primary_button()->click();
    QTRY_COMPARE(version, std::int64_t{8});
    QTRY_VERIFY(!bench.page->sheet());
    QTRY_VERIFY(bench.page->view()->reply()->edit()->toPlainText().isEmpty());
    QVERIFY(bench.called("reply_to_ticket T-20931 We look into it."));
}

void TicketsConflictTest::a_reply_can_wait_or_be_discarded()
{
    TicketsBench bench;
    QVERIFY(bench.ready());
    ReplyBox *reply = bench.page->view()->reply();
    write(bench, "We look into it.");
    change(bench);
    bench.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(bench.sheet<ConflictSheet>());
    QCOMPARE(bench.sheet<ConflictSheet>()->cancel_button()->text(), QStringLiteral("Go on writing"));
    bench.press(Qt::Key_Escape);
    QVERIFY(!bench.page->sheet());
    QCOMPARE(reply->edit()->toPlainText(), QStringLiteral("We look into it."));
    QCOMPARE(bench.page->view()->dossier()->ticket.version, std::int64_t{8});
    change(bench, [](TicketDossier &dossier) { dossier.ticket.assigned_to = {}; });
    bench.desk.ticket_rows.front().version = 9;
    bench.desk.dossiers[bench.desk.ticket_rows.front().ticket_no].ticket.version = 9;
    reply->edit()->setFocus();
    bench.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(bench.sheet<ConflictSheet>());
    bench.sheet<ConflictSheet>()->discard_button()->click();
    QVERIFY(!bench.page->sheet());
    QVERIFY(reply->edit()->toPlainText().isEmpty());
}

void TicketsConflictTest::every_field_is_told_before_and_now()
{
    TicketsBench bench;
    QVERIFY(bench.ready());
    write(bench, "x");
    change(bench, [](TicketDossier &dossier) {
        dossier.ticket.state = TicketState::WaitingApproval;
        dossier.ticket.assigned_to = OperatorName::from_text("li").value();
        dossier.ticket.decision = "Half of it";
        refund_by_li(dossier);
    });
    bench.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(bench.sheet<ConflictSheet>());
    const ConflictSheet &sheet = *bench.sheet<ConflictSheet>();
    const DifferenceRow *state = row_of(sheet, QStringLiteral("State"));
    QVERIFY(state && state->before == u"In review" && state->now == u"Waiting for approval");
    const DifferenceRow *holder = row_of(sheet, QStringLiteral("Held by"));
    QVERIFY(holder && !holder->before.isEmpty() && holder->now == u"李 娜");
    const DifferenceRow *decision = row_of(sheet, QStringLiteral("Decision"));
    QVERIFY(decision && decision->now == u"Half of it");
    const DifferenceRow *refund = row_of(sheet, QStringLiteral("R20261123-0099"));
    QVERIFY(refund && refund->before.isEmpty() && refund->now.startsWith(QStringLiteral("¥4.60")));
}

void TicketsConflictTest::taking_is_offered_where_it_still_makes_sense()
{
    TicketsBench bench;
    QVERIFY(bench.ready());
    std::swap(bench.desk.ticket_rows.front(),
              *std::find_if(bench.desk.ticket_rows.begin(), bench.desk.ticket_rows.end(),
                            [](const Ticket &ticket) { return ticket.ticket_no.text() == "T-20933"; }));
    bench.page->show_ticket(TicketNo::from_text("T-20933").value());
    QTRY_COMPARE(bench.shown(), std::string("T-20933"));
    change(bench, [](TicketDossier &dossier) { dossier.ticket.assigned_to = OperatorName::from_text("li").value(); });
    bench.page->setFocus();
    bench.press(Qt::Key_T);
    QTRY_VERIFY(bench.sheet<ConflictSheet>());
    auto *sheet = bench.sheet<ConflictSheet>();
    QVERIFY(!sheet->findChild<QPlainTextEdit *>(QStringLiteral("own")));
    QCOMPARE(sheet->primary_button()->text(), QStringLiteral("Apply on the new version"));
    QCOMPARE(sheet->cancel_button()->text(), QStringLiteral("Discard mine"));
    QSignalSpy toasts(bench.page.get(), &TicketsPage::toast);
    sheet->primary_button()->click();
    QTRY_COMPARE(toasts.size(), 1);
    QVERIFY(!bench.page->sheet());
}

void TicketsConflictTest::what_makes_no_sense_any_more_is_not_offered()
{
    TicketsBench bench;
    QVERIFY(bench.ready());
    bench.press(Qt::Key_R);
    bench.sheet<RejectSheet>()->reason_edit()->setPlainText(QStringLiteral("The meter agrees."));
    change(bench, [](TicketDossier &dossier) { dossier.ticket.state = TicketState::Resolved; });
    bench.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(bench.sheet<ConflictSheet>());
    QVERIFY(!bench.sheet<ConflictSheet>()->primary_button()->isVisible());
    QCOMPARE(bench.sheet<ConflictSheet>()->findChild<QPlainTextEdit *>(QStringLiteral("own"))->toPlainText(),
             QStringLiteral("The meter agrees."));
    QCOMPARE(bench.page->view()->dossier()->ticket.state, TicketState::Resolved);
}

void TicketsConflictTest::a_reason_comes_back_to_its_sheet()
{
    TicketsBench bench;
    QVERIFY(bench.ready());
    bench.press(Qt::Key_R);
    bench.sheet<RejectSheet>()->reason_edit()->setPlainText(QStringLiteral("The meter agrees."));
    change(bench);
    bench.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(bench.sheet<ConflictSheet>());
    auto *sheet = bench.sheet<ConflictSheet>();
    QCOMPARE(sheet->primary_button()->text(), QStringLiteral("Back to my words"));
    sheet->primary_button()->click();
    auto *reject = bench.sheet<RejectSheet>();
    QVERIFY(reject);
    QCOMPARE(reject->reason_edit()->toPlainText(), QStringLiteral("The meter agrees."));
    bench.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(bench.page->view()->dossier()->ticket.state, TicketState::Rejected);
}

void TicketsConflictTest::assigning_is_offered_again()
{
    TicketsBench bench;
    QVERIFY(bench.ready());
    Q_EMIT bench.page->view()->header_row()->assignRequested();
    bench.sheet<AssignSheet>()->list()->setCurrentRow(0);
    change(bench);
    bench.sheet<AssignSheet>()->primary_button()->click();
    QTRY_VERIFY(bench.sheet<ConflictSheet>());
    bench.sheet<ConflictSheet>()->primary_button()->click();
    QTRY_COMPARE(bench.page->view()->dossier()->ticket.assigned_to.text(), std::string("li"));
}

void TicketsConflictTest::money_is_computed_anew()
{
    TicketsBench bench;
    QVERIFY(bench.ready());
    bench.press(Qt::Key_A);
    const QPointer<RefundSheet> first = bench.sheet<RefundSheet>();
    first->set_words(QStringLiteral("meter was checked"));
    change(bench, refund_by_li);
    bench.desk.on_request_refund = [](const RefundDraft &) {
        return answered<Refund>(fail(ErrorCode::StoreConflict, "changed"));
    };
    bench.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(bench.sheet<ConflictSheet>());
    auto *sheet = bench.sheet<ConflictSheet>();
    QVERIFY(row_of(*sheet, QStringLiteral("R20261123-0099")));
    QCOMPARE(sheet->primary_button()->text(), QStringLiteral("Make it anew"));
    QVERIFY(bench.drafts.empty());
    sheet->primary_button()->click();
    auto *second = bench.sheet<RefundSheet>();
    QVERIFY(second);
    QVERIFY(bench.drafts.empty());  // nothing was sent by itself
    QCOMPARE(second->words(), QStringLiteral("meter was checked"));
    QCOMPARE(second->plan()->refunded.minor(), std::int64_t{460});
}

void TicketsConflictTest::what_changes_while_one_writes_is_said()
{
    TicketsBench bench;
    QVERIFY(bench.ready());
    change(bench);
    bench.say(ChangedTable::Tickets, "T-20931");
    QTRY_COMPARE(bench.page->view()->dossier()->ticket.version, std::int64_t{8});
    QVERIFY(!bench.page->view()->banner()->isVisible());  // nobody was writing
    write(bench, "We look into it.");
    change(bench, [](TicketDossier &dossier) { dossier.ticket.state = TicketState::WaitingCustomer; });
    bench.say(ChangedTable::Tickets, "T-20931");
    QTRY_VERIFY(bench.page->view()->banner()->isVisible());
    const QString said = bench.page->view()->banner()->text();
    QVERIFY2(said.startsWith(QStringLiteral("Changed by 李 娜 at 11:02 while you were writing. State: In review → ")),
             qPrintable(said));
    QCOMPARE(bench.page->view()->reply()->edit()->toPlainText(), QStringLiteral("We look into it."));
}

void TicketsConflictTest::ones_own_changes_are_no_news()
{
    TicketsBench bench;
    QVERIFY(bench.ready());
    write(bench, "We look into it.");
    change(bench,
           [&](TicketDossier &dossier) { dossier.entries.back().actor.name = bench.context.person.name.text(); });
    bench.say(ChangedTable::Tickets, "T-20931");
    QTRY_COMPARE(bench.page->view()->dossier()->ticket.version, std::int64_t{8});
    QVERIFY(!bench.page->view()->banner()->isVisible());
}

void TicketsConflictTest::an_open_money_sheet_stops_when_money_moved()
{
    TicketsBench bench;
    QVERIFY(bench.ready());
    bench.press(Qt::Key_A);
    const QPointer<RefundSheet> first = bench.sheet<RefundSheet>();
    change(bench);  // a note is no reason
    bench.say(ChangedTable::Tickets, "T-20931");
    QTRY_COMPARE(bench.page->view()->dossier()->ticket.version, std::int64_t{8});
    QVERIFY(first->primary_button()->isEnabled());
    change(bench, refund_by_li);
    bench.say(ChangedTable::Refunds, "R20261123-0099");
    QTRY_VERIFY(first->line()->isVisible());
    QVERIFY(first->line()->text().contains(QStringLiteral("R20261123-0099: ¥4.60")));
    QVERIFY(!first->primary_button()->isEnabled());
    first->line()->findChild<QPushButton *>()->click();
    QTRY_VERIFY(bench.sheet<RefundSheet>() && bench.sheet<RefundSheet>() != first);
    QCOMPARE(bench.sheet<RefundSheet>()->plan()->refunded.minor(), std::int64_t{460});
    QVERIFY(bench.sheet<RefundSheet>()->primary_button()->isEnabled());
}

void TicketsConflictTest::another_ticket_meanwhile_shows_no_difference()
{
    TicketsBench bench;
    QVERIFY(bench.ready());
    write(bench, "x");
    change(bench);
    QPromise<Result<Ticket>> later;
    later.start();
    bench.desk.on_reply = [&](const TicketNo &, std::int64_t, const std::string &) { return later.future(); };
    QSignalSpy toasts(bench.page.get(), &TicketsPage::toast);
    bench.press(Qt::Key_Return, Qt::ControlModifier);
    bench.page->show_ticket(TicketNo::from_text("T-20928").value());
    QTRY_COMPARE(bench.shown(), std::string("T-20928"));
    later.addResult(fail(ErrorCode::StoreConflict, "T-20931"));
    later.finish();
    QTRY_COMPARE(toasts.size(), 1);
    QVERIFY(toasts.front().front().toString().contains(QStringLiteral("T-20931")));
    QVERIFY(!bench.page->sheet());
    QCOMPARE(bench.shown(), std::string("T-20928"));
    QVERIFY(!bench.page->view()->banner()->isVisible());
}

QTEST_MAIN(TicketsConflictTest)
#include "tickets_conflict_test.moc"

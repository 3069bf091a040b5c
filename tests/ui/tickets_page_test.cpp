// SPDX-License-Identifier: GPL-3.0-or-later
// The ticket page on a desk that answers from memory: taking, rejecting, replying and the other
// verbs by keyboard, conflicts, what follows the state.
#include <QtTest>
#include <QtWidgets>

#include "models/item/ticket_queue_model.h"
#include "tests/ui/tickets_bench.h"
#include "ui/common/button.h"
#include "ui/tickets/case_tabs.h"
#include "ui/tickets/evidence_sheet.h"
#include "ui/tickets/refund_sheet.h"
#include "ui/tickets/reject_sheet.h"
#include "ui/tickets/reply_box.h"
#include "ui/tickets/small_sheets.h"
#include "ui/tickets/ticket_header.h"
#include "ui/tickets/ticket_queue.h"

using namespace aftercharge;

class TicketsPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void taking_asks_with_the_version_that_was_seen();
    void rejecting_needs_a_reason_and_tells_it();
    void a_conflict_is_said_and_read_again();
    void replies_and_notes();
    void letters_belong_to_an_open_sheet();
    void an_order_opens_its_ticket_or_a_new_one();
    void assigning_and_reopening();
    void evidence_is_shown();
    void actions_follow_the_state();
};

void TicketsPageTest::taking_asks_with_the_version_that_was_seen()
{
    TicketsBench bench;
    QVERIFY(bench.ready());
    bench.page->show_ticket(TicketNo::from_text("T-20933").value());
    QTRY_COMPARE(bench.shown(), std::string("T-20933"));
    QVERIFY(bench.page->view()->header_row()->take_button()->isVisible());
    std::int64_t version = -1;
    const auto real = bench.desk.on_take;
    bench.desk.on_take = [&](const TicketNo &no, std::int64_t seen) {
        version = seen;
        return real(no, seen);
    };
    QSignalSpy toasts(bench.page.get(), &TicketsPage::toast);
    bench.page->setFocus();
    bench.press(Qt::Key_T);
    QTRY_COMPARE(toasts.size(), 1);
    QCOMPARE(version, std::int64_t{3});
    QTRY_VERIFY(!bench.page->view()->header_row()->take_button()->isVisible());
    QTRY_VERIFY(bench.page->queue()->model()->row_of(TicketNo::from_text("T-20933").value()) >= 0);
}

void TicketsPageTest::rejecting_needs_a_reason_and_tells_it()
{
    TicketsBench bench;
    QVERIFY(bench.ready());
    bench.press(Qt::Key_R);
    auto *sheet = bench.sheet<RejectSheet>();
    QVERIFY(sheet);
    QVERIFY(!sheet->primary_button()->isEnabled());
    auto *choice = sheet->findChild<QComboBox *>(QStringLiteral("template"));
    choice->setCurrentIndex(1);
    Q_EMIT choice->activated(1);
    QCOMPARE(sheet->reason_edit()->toPlainText(), RejectSheet::templates().front());
    sheet->reason_edit()->setPlainText(QStringLiteral("The meter agrees with the car."));
    QCOMPARE(sheet->primary_button()->text(), QStringLiteral("Reject complaint"));
    bool told = false;
    for (const QLabel *label : sheet->findChildren<QLabel *>())
        told = told || (label->text().contains(QStringLiteral("T-20931")) &&
                        label->text().contains(QStringLiteral("The meter agrees with the car.")));
    QVERIFY(told);
    QSignalSpy toasts(bench.page.get(), &TicketsPage::toast);
    bench.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(toasts.size(), 1);
    QVERIFY(bench.called("reject_ticket T-20931 The meter agrees with the car."));
    QVERIFY(!bench.page->sheet());
    QTRY_COMPARE(bench.page->view()->dossier()->ticket.state, TicketState::Rejected);
    QTRY_COMPARE(bench.page->queue()->model()->row_of(TicketNo::from_text("T-20931").value()), -1);
}

void TicketsPageTest::a_conflict_is_said_and_read_again()
{
    TicketsBench bench;
    QVERIFY(bench.ready());
    // Somebody else has changed the ticket since it was read.
    bench.desk.ticket_rows.front().version = 8;
    bench.desk.dossiers[bench.desk.ticket_rows.front().ticket_no].ticket.version = 8;
    bench.press(Qt::Key_R);
    auto *sheet = bench.sheet<RejectSheet>();
    QVERIFY(sheet);
    sheet->reason_edit()->setPlainText(QStringLiteral("no"));
    QTest::mouseClick(sheet->primary_button(), Qt::LeftButton);
    QTRY_COMPARE(bench.page->view()->dossier()->ticket.version, std::int64_t{8});
    QVERIFY(bench.page->view()->banner()->isVisible());
    QVERIFY(bench.page->view()->banner()->text().startsWith(QStringLiteral("Somebody else changed this")));
    QVERIFY(!bench.page->sheet());
    QCOMPARE(bench.page->view()->dossier()->ticket.state, TicketState::InReview);
}

void TicketsPageTest::replies_and_notes()
{
    TicketsBench bench;
    QVERIFY(bench.ready());
    bench.page->setFocus();
    bench.press(Qt::Key_N);
    ReplyBox *reply = bench.page->view()->reply();
    QVERIFY(reply->is_note());
    QVERIFY(reply->edit()->hasFocus());
    QTest::keyClicks(reply->edit(), QStringLiteral("jar of tracks"));  // letters are text here
    QCOMPARE(reply->edit()->toPlainText(), QStringLiteral("jar of tracks"));
    bench.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(bench.called("note_on_ticket T-20931 jar of tracks"));
    QTRY_VERIFY(reply->edit()->toPlainText().isEmpty());
    QTRY_COMPARE(bench.page->view()->dossier()->ticket.version, std::int64_t{4});
    reply->begin(false);
    QTest::keyClicks(reply->edit(), QStringLiteral("We look into it."));
    bench.press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(bench.called("reply_to_ticket T-20931 We look into it."));
    QTRY_VERIFY(bench.shown() != "T-20931");  // and on to the next
}

void TicketsPageTest::letters_belong_to_an_open_sheet()
{
    TicketsBench bench;
    QVERIFY(bench.ready());
    bench.press(Qt::Key_A);
    QVERIFY(bench.sheet<RefundSheet>());
    bench.sheet<RefundSheet>()->findChild<QComboBox *>(QStringLiteral("reason"))->setFocus();
    bench.press(Qt::Key_R);
    bench.press(Qt::Key_T);
    bench.press(Qt::Key_J);
    QVERIFY(bench.sheet<RefundSheet>());
    QVERIFY(!bench.called("take_ticket"));
    QCOMPARE(bench.shown(), std::string("T-20931"));
    bench.press(Qt::Key_Escape);
    QVERIFY(!bench.page->sheet());
    bench.press(Qt::Key_R);
    QVERIFY(bench.sheet<RejectSheet>());
}

void TicketsPageTest::an_order_opens_its_ticket_or_a_new_one()
{
    TicketsBench bench;
    QVERIFY(bench.ready());
    bench.page->open_for_order(order_no("C20261123-0061"));
    QTRY_COMPARE(bench.shown(), std::string("T-20928"));
    QVERIFY(!bench.page->sheet());
    bench.page->open_for_order(order_no("C20261123-0999"));
    QTRY_VERIFY(bench.sheet<NewTicketSheet>());
    auto *sheet = bench.sheet<NewTicketSheet>();
    QVERIFY(!sheet->primary_button()->isEnabled());
    sheet->findChild<QLineEdit *>(QStringLiteral("reason"))->setText(QStringLiteral("Charged too much"));
    TicketDraft seen;
    bench.desk.on_open_ticket = [&](const TicketDraft &draft) {
        seen = draft;
        Ticket made = bench.desk.ticket_rows.front();
        made.ticket_no = TicketNo::from_text("T-20999").value();
        bench.desk.ticket_rows.push_back(made);
        bench.desk.dossiers[made.ticket_no].ticket = made;
        return answered<Ticket>(made);
    };
    QTest::mouseClick(sheet->primary_button(), Qt::LeftButton);
    QTRY_COMPARE(bench.shown(), std::string("T-20999"));
    QCOMPARE(seen.order_no, order_no("C20261123-0999"));
    QCOMPARE(seen.reason, std::string("Charged too much"));
    QCOMPARE(seen.actor.source, Source::Admin);
}

void TicketsPageTest::assigning_and_reopening()
{
    TicketsBench bench;
    QVERIFY(bench.ready());
    Q_EMIT bench.page->view()->header_row()->assignRequested();
    auto *assign = bench.sheet<AssignSheet>();
    QVERIFY(assign);
    QCOMPARE(assign->list()->count(), 1);  // not to the one who has it
    assign->list()->setCurrentRow(0);
    QCOMPARE(assign->primary_button()->text(), QStringLiteral("Assign to 李 娜"));
    QTest::mouseClick(assign->primary_button(), Qt::LeftButton);
    QTRY_VERIFY(bench.called("assign_ticket T-20931 li"));

    bench.page->show_ticket(TicketNo::from_text("T-20894").value());
    QTRY_COMPARE(bench.shown(), std::string("T-20894"));
    QTest::mouseClick(bench.page->view()->header_row()->reopen_button(), Qt::LeftButton);
    auto *reopen = bench.sheet<ReopenSheet>();
    QVERIFY(reopen);
    reopen->findChild<QPlainTextEdit *>()->setPlainText(QStringLiteral("new evidence"));
    QTest::mouseClick(reopen->primary_button(), Qt::LeftButton);
    QTRY_VERIFY(bench.called("reopen_ticket T-20894 new evidence"));
}

void TicketsPageTest::evidence_is_shown()
{
    TicketsBench bench;
    QVERIFY(bench.ready());
    Q_EMIT bench.page->view()->tabs()->evidenceRequested(bench.page->view()->dossier()->evidence.front());
    auto *sheet = bench.sheet<EvidenceSheet>();
    QVERIFY(sheet);
    const auto labels = sheet->findChildren<QLabel *>();
    QTRY_VERIFY(std::any_of(labels.begin(), labels.end(),
                            [](const QLabel *label) { return label->pixmap(Qt::ReturnByValue).width() > 400; }));
    QVERIFY(sheet->primary_button()->isEnabled());
}

void TicketsPageTest::actions_follow_the_state()
{
    const OperatorName me = OperatorName::from_text("wang").value();
    Ticket ticket;
    ticket.order_no = order_no("C20261123-0104");
    for (const auto &[state, text] : text_table(TicketState{})) {
        ticket.state = state;
        const TicketActions actions = ticket_actions(ticket, me);
        const bool over = state == TicketState::Resolved || state == TicketState::Rejected ||
                          state == TicketState::Closed;
        QCOMPARE(actions.reopen, over);
        QCOMPARE(actions.take, !over);
        QCOMPARE(actions.decide, state == TicketState::Open || state == TicketState::InReview);
        QCOMPARE(actions.money, actions.decide);
    }
    ticket.state = TicketState::InReview;
    ticket.assigned_to = me;
    QVERIFY(!ticket_actions(ticket, me).take);
}

QTEST_MAIN(TicketsPageTest)
#include "tickets_page_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The queue of the ticket page on a desk that answers from memory: walked by keyboard, filtered,
// paged, kept up to date.
#include <QAbstractItemModelTester>
#include <QtTest>
#include <QtWidgets>

#include "models/item/ticket_queue_model.h"
#include "tests/ui/tickets_bench.h"
#include "ui/common/filter_chip.h"
#include "ui/tickets/case_tabs.h"
#include "ui/tickets/ticket_header.h"
#include "ui/tickets/ticket_queue.h"

using namespace aftercharge;

class TicketsQueueTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void the_queue_is_walked_by_keyboard();
    void enter_opens_and_escape_goes_back();
    void filters_ask_for_what_they_say();
    void due_soon_ends_with_the_hour();
    void pages_come_by_key();
    void a_changed_row_changes_one_row();
    void a_ticket_that_leaves_stays_in_view();
    void an_unreadable_queue_says_so();
};

void TicketsQueueTest::the_queue_is_walked_by_keyboard()
{
    TicketsBench bench;
    QVERIFY(bench.ready());
    QAbstractItemModelTester tester(bench.page->queue()->list()->model(),
                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(bench.shown(), std::string("T-20931"));
    bench.page->setFocus();
    bench.press(Qt::Key_J);
    const std::string second = bench.page->queue()->model()->ticket(1).ticket_no.text();
    QTRY_COMPARE(bench.shown(), second);
    bench.press(Qt::Key_Down);
    QTRY_COMPARE(bench.shown(), bench.page->queue()->model()->ticket(2).ticket_no.text());
    bench.press(Qt::Key_K);
    bench.press(Qt::Key_K);
    bench.press(Qt::Key_K);
    QTRY_COMPARE(bench.shown(), std::string("T-20931"));
    bench.press(Qt::Key_Slash);
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("queueSearch"));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("T-20928"));
    QTRY_COMPARE(bench.page->queue()->model()->rowCount(), 1);
    QCOMPARE(bench.shown(), std::string("T-20931"));  // what is read stays
}

void TicketsQueueTest::enter_opens_and_escape_goes_back()
{
    TicketsBench bench;
    QVERIFY(bench.ready());
    bench.page->setFocus();
    bench.press(Qt::Key_J);
    bench.press(Qt::Key_K);
    QTRY_COMPARE(bench.shown(), std::string("T-20931"));
    bench.press(Qt::Key_Return);
    QVERIFY(bench.page->view()->isAncestorOf(QApplication::focusWidget()));
    // On the curve T means its table of values.
    bench.press(Qt::Key_T);
    QCOMPARE(bench.page->view()->tabs()->currentIndex(), int(CaseTabs::Readings));
    QVERIFY(!bench.called("take_ticket"));
    bench.press(Qt::Key_Escape);
    QCOMPARE(QApplication::focusWidget(), bench.page->queue()->list());
    QCOMPARE(bench.page->queue()->list()->currentIndex().row(), 0);
}

void TicketsQueueTest::filters_ask_for_what_they_say()
{
    const OperatorName me = OperatorName::from_text("wang").value();
    QCOMPARE(queue_query(QueueFilter::Mine, me, {}).assigned_to, std::optional(me));
    QCOMPARE(queue_query(QueueFilter::Unassigned, me, {}).assigned_to, std::optional(OperatorName{}));
    QVERIFY(queue_query(QueueFilter::WaitingApproval, me, {}).state == TicketState::WaitingApproval);
    QCOMPARE(queue_query(QueueFilter::Closed, me, {}).scope, TicketQuery::Scope::Closed);
    QCOMPARE(queue_query(QueueFilter::AllOpen, me, "abc").text, std::string("abc"));

    TicketsBench bench;
    QVERIFY(bench.ready());
    const TicketQueue &queue = *bench.page->queue();
    QTRY_COMPARE(queue.chip(QueueFilter::Mine)->accessibleName(), QStringLiteral("Mine 7"));
    QCOMPARE(queue.chip(QueueFilter::DueSoon)->accessibleName(), QStringLiteral("Due soon 4"));
    QTest::mouseClick(queue.chip(QueueFilter::Unassigned), Qt::LeftButton);
    QTRY_COMPARE(queue.model()->rowCount(), 1);
    QCOMPARE(queue.model()->ticket(0).ticket_no.text(), std::string("T-20933"));
    QTest::mouseClick(queue.chip(QueueFilter::Closed), Qt::LeftButton);
    QTRY_COMPARE(queue.model()->ticket(0).ticket_no.text(), std::string("T-20894"));
    QCOMPARE(queue.model()->rowCount(), 1);
}

void TicketsQueueTest::due_soon_ends_with_the_hour()
{
    TicketsBench bench;
    QVERIFY(bench.ready());
    bench.desk.on_tickets = [rows = bench.desk.ticket_rows](const TicketQuery &query) {
        std::vector<Ticket> sorted = rows;
        std::sort(sorted.begin(), sorted.end(), [](const Ticket &a, const Ticket &b) { return a.due_at < b.due_at; });
        std::erase_if(sorted, [](const Ticket &ticket) { return is_over(ticket); });
        return answered<Page<Ticket>>(Page<Ticket>{sorted, query.page.after.empty() ? "more" : ""});
    };
    bench.page->queue()->set_filter(QueueFilter::DueSoon);
    QTRY_COMPARE(bench.page->queue()->model()->rowCount(), 4);
    QVERIFY(!bench.page->queue()->model()->canFetchMore({}));
}

void TicketsQueueTest::pages_come_by_key()
{
    TicketsBench bench;
    QVERIFY(bench.ready());
    std::vector<std::string> keys;
    bench.desk.on_tickets = [&keys](const TicketQuery &query) {
        keys.push_back(query.page.after);
        Page<Ticket> page;
        for (int i = 0; i < 40; ++i) {
            Ticket ticket;
            const std::string start = query.page.after.empty() ? "T-3" : "T-4";
            ticket.ticket_no = TicketNo::from_text(start + std::to_string(1000 + i)).value();
            ticket.due_at = tickets_now() + std::chrono::minutes(i);
            page.rows.push_back(ticket);
        }
        page.next = query.page.after.empty() ? "key-1" : "";
        return answered<Page<Ticket>>(page);
    };
    bench.page->queue()->set_filter(QueueFilter::AllOpen);
    QTRY_VERIFY(bench.page->queue()->model()->rowCount() >= 40);
    bench.page->setFocus();
    for (int i = 0; i < 45; ++i)
        bench.press(Qt::Key_J);
    QTRY_COMPARE(bench.page->queue()->model()->rowCount(), 80);
    QCOMPARE(keys.back(), std::string("key-1"));
}

void TicketsQueueTest::a_changed_row_changes_one_row()
{
    TicketsBench bench;
    QVERIFY(bench.ready());
    TicketQueueModel *model = bench.page->queue()->model();
    QSignalSpy resets(model, &QAbstractItemModel::modelReset);
    QSignalSpy changed(model, &QAbstractItemModel::dataChanged);
    const TicketNo other = TicketNo::from_text("T-20928").value();
    const int row = model->row_of(other);
    QVERIFY(row > 0);
    for (Ticket &ticket : bench.desk.ticket_rows) {
        if (ticket.ticket_no == other)
            ticket.state = TicketState::WaitingCustomer;
    }
    bench.say(ChangedTable::Tickets, "T-20928");
    QTRY_COMPARE(model->ticket(row).state, TicketState::WaitingCustomer);
    QCOMPARE(resets.size(), 0);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(bench.page->queue()->list()->currentIndex().row(), 0);
    QCOMPARE(bench.shown(), std::string("T-20931"));
}

// The effect was posted: the ticket is resolved, leaves "Mine", and is still what is read.

void TicketsQueueTest::a_ticket_that_leaves_stays_in_view()
{
    TicketsBench bench;
    QVERIFY(bench.ready());
    const TicketNo shown = TicketNo::from_text("T-20931").value();
    bench.desk.ticket_rows.front().state = TicketState::Resolved;
    bench.desk.dossiers[shown].ticket.state = TicketState::Resolved;
    bench.desk.dossiers[shown].order->order.state = OrderState::AfterSales;
    bench.say(ChangedTable::Tickets, "T-20931");
    QTRY_COMPARE(bench.page->view()->dossier()->ticket.state, TicketState::Resolved);
    QTRY_COMPARE(bench.page->queue()->model()->row_of(shown), -1);
    QCOMPARE(bench.shown(), std::string("T-20931"));
    QVERIFY(bench.page->view()->header_row()->reopen_button()->isVisible());
    QVERIFY(!bench.page->view()->header_row()->refund_button()->isVisible());
}

void TicketsQueueTest::an_unreadable_queue_says_so()
{
    TicketsBench bench;
    QVERIFY(bench.ready());
    const auto real = bench.desk.on_tickets;
    bench.desk.on_tickets = [](const TicketQuery &) { return answered<Page<Ticket>>(fail(ErrorCode::StoreInUse)); };
    bench.page->queue()->reload();
    QTRY_VERIFY(!bench.page->queue()->list()->isVisible());
    const auto labels = bench.page->queue()->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->text().startsWith(QStringLiteral("The store is busy")) && label->isVisible();
    }));
    bench.desk.on_tickets = real;
    bench.page->queue()->reload();
    QTRY_VERIFY(bench.page->queue()->list()->isVisible());
}

QTEST_MAIN(TicketsQueueTest)
#include "tickets_queue_test.moc"

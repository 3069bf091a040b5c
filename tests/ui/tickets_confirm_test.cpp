// SPDX-License-Identifier: GPL-3.0-or-later
// A provisional fee on the ticket page, and which queue stands beside a ticket.
#include <QtTest>
#include <QtWidgets>

#include "models/item/ticket_queue_model.h"
#include "tests/ui/tickets_bench.h"
#include "ui/common/button.h"
#include "ui/tickets/confirm_sheet.h"
#include "ui/tickets/ticket_header.h"
#include "ui/tickets/ticket_queue.h"

using namespace aftercharge;

namespace {

// The bench's first ticket, its order settled provisionally.
void make_provisional(TicketsBench &bench)
{
    TicketDossier &dossier = bench.desk.dossiers.at(TicketNo::from_text("T-20931").value());
    dossier.order->order.state = OrderState::Settle;
    dossier.order->order.settlement = Settlement::Provisional;
    bench.page->show_ticket(dossier.ticket.ticket_no);
}

}  // namespace

class TicketsConfirmTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void a_provisional_fee_is_confirmed_with_a_reason();
    void a_refused_confirmation_says_why_and_stays();
    void the_queue_opens_where_something_waits();
    void a_shown_ticket_stands_in_its_queue();
    void the_order_log_reads_in_words();
};

void TicketsConfirmTest::a_provisional_fee_is_confirmed_with_a_reason()
{
    TicketsBench bench;
    QVERIFY(bench.ready());
    const TicketHeader *header = bench.page->view()->header_row();
    QVERIFY(!header->confirm_button()->isVisible());
    make_provisional(bench);
    QTRY_VERIFY(header->confirm_button()->isVisible());
    QVERIFY(!header->refund_button()->isVisible());
    bench.page->setFocus();
    bench.press(Qt::Key_C);
    auto *sheet = bench.sheet<ConfirmSheet>();
    QVERIFY(sheet);
    const ChargingOrder order = bench.page->view()->dossier()->order->order;
    QCOMPARE(sheet->primary_button()->text(), QStringLiteral("Confirm %1").arg(bench.context.format.money(order.fee)));
    QVERIFY(!sheet->primary_button()->isEnabled());
    sheet->reason_edit()->setPlainText(QStringLiteral("  the jump is a restart  "));
    QVERIFY(sheet->primary_button()->isEnabled());
    sheet->primary_button()->click();
    QTRY_VERIFY(!bench.page->sheet());
    QVERIFY(bench.called("confirm_settlement " + order.order_no.text() + " the jump is a restart"));
    QTRY_VERIFY(!header->confirm_button()->isVisible());
    QVERIFY(header->refund_button()->isVisible());
}

void TicketsConfirmTest::a_refused_confirmation_says_why_and_stays()
{
    TicketsBench bench;
    QVERIFY(bench.ready());
    make_provisional(bench);
    bench.desk.on_confirm_settlement = [](const OrderNo &, const std::string &) {
        return QtFuture::makeReadyFuture(Result<ChargingOrder>(fail(ErrorCode::OperatorNotPermitted)));
    };
    QTRY_VERIFY(bench.page->view()->header_row()->confirm_button()->isVisible());
    bench.page->view()->header_row()->confirm_button()->click();
    auto *sheet = bench.sheet<ConfirmSheet>();
    QVERIFY(sheet);
    sheet->reason_edit()->setPlainText(QStringLiteral("seen"));
    sheet->primary_button()->click();
    QTRY_VERIFY(!sheet->strip()->isHidden());
    QCOMPARE(bench.sheet<ConfirmSheet>(), sheet);
    QVERIFY(sheet->primary_button()->isEnabled());
}

void TicketsConfirmTest::the_queue_opens_where_something_waits()
{
    TicketsBench bench;
    bench.desk.who = OperatorName::from_text("somebody").value();
    bench.context.person.name = bench.desk.who;
    for (Ticket &ticket : bench.desk.ticket_rows) {
        if (!is_over(ticket) && ticket.ticket_no.text() == "T-20931")
            ticket.assigned_to = {};
    }
    const TicketsPage page(bench.context, nullptr, &bench.clock);
    QTRY_COMPARE(page.queue()->filter(), QueueFilter::Unassigned);
    QTRY_VERIFY(page.queue()->model()->rowCount() > 0);
    // A choice of the person stands, also where it holds nothing.
    page.queue()->set_filter(QueueFilter::Mine);
    page.queue()->reload();
    QTRY_COMPARE(page.queue()->model()->rowCount(), 0);
    QCOMPARE(page.queue()->filter(), QueueFilter::Mine);
}

void TicketsConfirmTest::a_shown_ticket_stands_in_its_queue()
{
    TicketsBench bench;
    QVERIFY(bench.ready());
    TicketQueue *queue = bench.page->queue();
    const auto other = std::find_if(bench.desk.ticket_rows.begin(), bench.desk.ticket_rows.end(),
                                    [](const Ticket &ticket) { return ticket.ticket_no.text() != "T-20931"; });
    QVERIFY(other != bench.desk.ticket_rows.end());
    other->assigned_to = OperatorName::from_text("colleague").value();
    other->state = TicketState::InReview;
    bench.desk.dossiers.at(other->ticket_no).ticket = *other;
    queue->set_filter(QueueFilter::Closed);
    bench.page->show_ticket(other->ticket_no);
    QTRY_COMPARE(queue->filter(), QueueFilter::AllOpen);
    QTRY_COMPARE(queue->list()->currentIndex().row(), queue->model()->row_of(other->ticket_no));
    QVERIFY(queue->list()->currentIndex().isValid());
    QCOMPARE(bench.shown(), other->ticket_no.text());
}

void TicketsConfirmTest::the_order_log_reads_in_words()
{
    const Format format(QLocale(QLocale::English, QLocale::UnitedStates), QTimeZone("Asia/Shanghai"));
    const Currency cny = Currency::from_code("CNY").value();
    const auto words = [&](const char *event, const char *note) {
        OrderLogEntry entry;
        entry.event = event;
        entry.note = note;
        return TicketWords::order_event(entry, format, cny);
    };
    QCOMPARE(words("CHARGING_STOPPED", "Local, fee 18.41, returned 31.59"),
             QStringLiteral("Charging stopped: Finished by driver. Fee ¥18.41, ¥31.59 returned."));
    QCOMPARE(words("CHARGING_STOPPED", "0x01 FAULT GroundFailure (GroundFailure ISO low), fee 15.53, returned 34.47"),
             QStringLiteral("Stopped by a fault: Insulation fault. Fee ¥15.53, ¥34.47 returned."));
    QCOMPARE(words("CHARGING_STOPPED", "Remote, fee 28.93, returned 0.00, owed 16.93"),
             QStringLiteral("Charging stopped: Stopped from the desk. Fee ¥28.93, ¥16.93 owed."));
    QCOMPARE(words("FAULT_JOINED", "0x01 FAULT HighTemperature (E17 hot), before: Local"),
             QStringLiteral("A fault explains the stop: High temperature (before: Finished by driver)"));
    QCOMPARE(words("PAID_IN_FULL", "16.93"), QStringLiteral("Paid in full · ¥16.93"));
    QCOMPARE(words("FEE_CONFIRMED", "a restart"), QStringLiteral("Fee confirmed · a restart"));
}

QTEST_MAIN(TicketsConfirmTest)
#include "tickets_confirm_test.moc"

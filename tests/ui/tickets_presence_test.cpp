// SPDX-License-Identifier: GPL-3.0-or-later
// Colleagues on the ticket page: who else is there, and the money lease of a sheet.
#include <QtTest>
#include <QtWidgets>

#include "tests/ui/tickets_bench.h"
#include "ui/tickets/money_lease_keeper.h"
#include "ui/tickets/presence_line.h"
#include "ui/tickets/presence_watch.h"
#include "ui/tickets/presence_words.h"
#include "ui/tickets/refund_sheet.h"
#include "ui/tickets/reject_sheet.h"
#include "ui/tickets/reply_box.h"
#include "ui/tickets/ticket_header.h"

using namespace aftercharge;

namespace {

const char *const shown_no = "T-20931";

PresenceLine &line(const TicketsBench &bench)
{
    return *bench.page->view()->header_row()->presence();
}

OrderNo shown_order()
{
    return order_no("C20261123-0104");
}

LeaseHolder li_until_a_quarter_past()
{
    return {OperatorName::from_text("li").value(), parse_iso8601("2026-11-23T03:15:00Z").value()};
}

}  // namespace

class TicketsPresenceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void a_colleague_comes_and_goes();
    void what_is_done_here_is_said();
    void a_ticket_passed_by_is_not_looked_at();
    void a_page_out_of_sight_looks_at_nothing();
    void the_header_does_not_move();
    void an_answer_that_is_none_shows_nobody();
    void words_and_initials();
    void a_sheet_holds_the_lease_until_it_closes();
    void a_held_lease_leaves_the_sheet_to_read();
    void a_free_lease_makes_the_sheet_anew();
    void a_lease_that_is_lost_stops_the_sheet();
    void a_lease_that_cannot_be_asked_for_stops_nobody();
    void a_page_that_goes_gives_everything_back();
};

void TicketsPresenceTest::a_colleague_comes_and_goes()
{
    TicketsBench bench;
    bench.presence.arrives(shown_no, "li", Doing::Looking);
    QVERIFY(bench.ready());
    QTRY_COMPARE(line(bench).text(), QStringLiteral("李 娜 is looking"));
    QCOMPARE(line(bench).accessibleName(), line(bench).text());
    bench.presence.arrives(shown_no, "chen.min", Doing::Replying);
    bench.page->presence()->say();
    QTRY_COMPARE(line(bench).text(), QStringLiteral("chen.min is editing a reply · 李 娜 is looking"));
    bench.presence.leaves(shown_no, "li");
    bench.page->presence()->say();
    QTRY_COMPARE(line(bench).text(), QStringLiteral("chen.min is editing a reply"));
    bench.page->show_ticket(TicketNo::from_text("T-20933").value());
    QTRY_COMPARE(bench.shown(), std::string("T-20933"));
    QVERIFY(line(bench).text().isEmpty());
}

void TicketsPresenceTest::what_is_done_here_is_said()
{
    TicketsBench bench;
    QVERIFY(bench.ready());
    QTRY_VERIFY(bench.presence.called("note_presence T-20931 LOOKING"));
    ReplyBox *reply = bench.page->view()->reply();
    reply->begin(false);
    QTest::keyClicks(reply->edit(), QStringLiteral("We look"));
    QTRY_VERIFY(bench.presence.called("note_presence T-20931 REPLYING"));
    QTest::qWait(500);
    QCOMPARE(bench.presence.times("note_presence T-20931 REPLYING"), 1);  // not with every letter
    reply->begin(true);
    QTRY_VERIFY(bench.presence.called("note_presence T-20931 NOTING"));
    reply->clear();
    QTRY_COMPARE(bench.presence.times("note_presence T-20931 LOOKING"), 2);
    bench.page->setFocus();
    bench.press(Qt::Key_R);
    QVERIFY(bench.sheet<RejectSheet>());
    QTRY_VERIFY(bench.presence.called("note_presence T-20931 DECIDING"));
    bench.press(Qt::Key_Escape);
    QTRY_COMPARE(bench.presence.times("note_presence T-20931 LOOKING"), 3);
}

void TicketsPresenceTest::a_ticket_passed_by_is_not_looked_at()
{
    TicketsBench bench;
    QVERIFY(bench.ready());
    QTRY_VERIFY(bench.presence.called("note_presence T-20931"));
    bench.page->show_ticket(TicketNo::from_text("T-20919").value());
    bench.page->show_ticket(TicketNo::from_text("T-20928").value());
    QVERIFY(bench.presence.called("leave T-20931"));
    QTRY_VERIFY(bench.presence.called("note_presence T-20928 LOOKING"));
    QVERIFY(!bench.presence.called("note_presence T-20919"));
    QVERIFY(!bench.presence.called("leave T-20919"));
}

void TicketsPresenceTest::a_page_out_of_sight_looks_at_nothing()
{
    TicketsBench bench;
    QVERIFY(bench.ready());
    QTRY_VERIFY(bench.presence.called("note_presence T-20931"));
    bench.page->hide();
    QVERIFY(bench.presence.called("leave T-20931"));
    const auto said = bench.presence.times("note_presence");
    bench.page->presence()->say();
    QTest::qWait(500);
    QCOMPARE(bench.presence.times("note_presence"), said);
    bench.page->show();
    QTRY_COMPARE(bench.presence.times("note_presence T-20931 LOOKING"), said + 1);
}

void TicketsPresenceTest::the_header_does_not_move()
{
    TicketsBench bench;
    QVERIFY(bench.ready());
    const TicketHeader *header = bench.page->view()->header_row();
    const auto places = [header] {
        QList<QRect> found{QRect(header->pos(), header->size())};
        for (const QWidget *child : header->findChildren<QWidget *>())
            found.append(child->isVisible() ? QRect(child->mapTo(header, QPoint()), child->size()) : QRect());
        return found;
    };
    const QList<QRect> alone = places();
    for (const char *login : {"li", "chen.min", "zhao", "m.sato"})
        bench.presence.arrives(shown_no, login, Doing::Replying);
    bench.page->presence()->say();
    QTRY_VERIFY(!line(bench).text().isEmpty());
    QTest::qWait(50);
    QCOMPARE(places(), alone);
    QVERIFY(line(bench).width() > 120);
}

void TicketsPresenceTest::an_answer_that_is_none_shows_nobody()
{
    TicketsBench bench;
    bench.presence.arrives(shown_no, "li", Doing::Looking);
    QVERIFY(bench.ready());
    QTRY_VERIFY(!line(bench).text().isEmpty());
    bench.presence.on_note = [](const std::string &, Doing) {
        return answered<std::vector<Present>>(fail(ErrorCode::StoreIo));
    };
    bench.page->presence()->say();
    QTRY_VERIFY(line(bench).text().isEmpty());
    QVERIFY(!bench.page->view()->banner()->isVisible());
}

void TicketsPresenceTest::words_and_initials()
{
    PeopleNames people;
    Operator chen;
    chen.name = OperatorName::from_text("chen.min").value();
    chen.display_name = "Chen Min";
    people.set({chen});
    const OperatorName me = OperatorName::from_text("wang").value();
    Present one{shown_no, chen.name, {}, Doing::Noting, {}};
    QCOMPARE(PresenceWords::doing(one, me, people), QStringLiteral("Chen Min is editing a note"));
    one.doing = Doing::Deciding;
    QCOMPARE(PresenceWords::doing(one, me, people), QStringLiteral("Chen Min is deciding"));
    one.login = me;
    one.doing = Doing::Looking;
    QCOMPARE(PresenceWords::doing(one, me, people), QStringLiteral("You are looking at another desk"));
    QCOMPARE(PresenceWords::initials(QStringLiteral("Chen Min")), QStringLiteral("CM"));
    QCOMPARE(PresenceWords::initials(QStringLiteral("m.sato")), QStringLiteral("MS"));
    QCOMPARE(PresenceWords::initials(QStringLiteral("wang")), QStringLiteral("W"));
    QCOMPARE(PresenceWords::initials(QStringLiteral("李 娜")), QStringLiteral("李"));
    QCOMPARE(PresenceWords::initials({}), QStringLiteral("?"));
}

void TicketsPresenceTest::a_sheet_holds_the_lease_until_it_closes()
{
    TicketsBench bench;
    QVERIFY(bench.ready());
    bench.press(Qt::Key_A);
    QVERIFY(bench.sheet<RefundSheet>());
    QTRY_VERIFY(bench.presence.called("take_money_lease C20261123-0104"));
    QVERIFY(bench.sheet<RefundSheet>()->line()->isHidden());
    bench.sheet<RefundSheet>()->money_lease()->ask();
    QCOMPARE(bench.presence.times("take_money_lease"), 2);  // renewed
    QVERIFY(!bench.presence.called("drop_money_lease"));
    bench.press(Qt::Key_Escape);
    QVERIFY(bench.presence.called("drop_money_lease C20261123-0104"));
    // One that moves no money asks for none.
    bench.press(Qt::Key_R);
    QVERIFY(bench.sheet<RejectSheet>());
    QCOMPARE(bench.presence.times("take_money_lease"), 2);
    bench.press(Qt::Key_Escape);
    // Decided: given back as well.
    bench.press(Qt::Key_A);
    bench.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(bench.drafts.size(), std::size_t{1});
    QTRY_COMPARE(bench.presence.times("drop_money_lease"), 2);
}

void TicketsPresenceTest::a_held_lease_leaves_the_sheet_to_read()
{
    TicketsBench bench;
    bench.presence.holders[shown_order()] = li_until_a_quarter_past();
    QVERIFY(bench.ready());
    bench.press(Qt::Key_A);
    auto *sheet = bench.sheet<RefundSheet>();
    QVERIFY(sheet);
    QTRY_VERIFY(sheet->line()->isVisible());
    QCOMPARE(sheet->line()->text(), QStringLiteral("李 娜 is preparing a refund for this order (until 11:15)."));
    QVERIFY(!sheet->primary_button()->isEnabled());
    QVERIFY(!sheet->amount_edit()->isEnabled());
    QVERIFY(sheet->cancel_button()->isEnabled());
    // What would enable it does not.
    sheet->choose(RefundBasis::WholeRest);
    QVERIFY(!sheet->primary_button()->isEnabled());
    bench.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(bench.drafts.empty());
    const auto *again = sheet->line()->findChild<QPushButton *>();
    QCOMPARE(again->text(), QStringLiteral("Try again"));
    bench.press(Qt::Key_Escape);
    QVERIFY(!bench.page->sheet());
    QVERIFY(!bench.presence.called("drop_money_lease"));  // it was never ours
}

void TicketsPresenceTest::a_free_lease_makes_the_sheet_anew()
{
    TicketsBench bench;
    bench.presence.holders[shown_order()] = li_until_a_quarter_past();
    QVERIFY(bench.ready());
    bench.press(Qt::Key_A);
    const QPointer<RefundSheet> first = bench.sheet<RefundSheet>();
    QTRY_VERIFY(first->line()->isVisible());
    auto *again = first->line()->findChild<QPushButton *>();
    again->click();
    QTRY_COMPARE(bench.presence.times("take_money_lease"), 2);
    QVERIFY(first->line()->isVisible());  // still held
    first->set_words(QStringLiteral("meter was checked"));
    bench.presence.holders.clear();
    again->click();
    QTRY_VERIFY(bench.sheet<RefundSheet>() && bench.sheet<RefundSheet>() != first);
    auto *second = bench.sheet<RefundSheet>();
    QVERIFY(second->line()->isHidden());
    QVERIFY(second->primary_button()->isEnabled());
    QCOMPARE(second->words(), QStringLiteral("meter was checked"));
    QCOMPARE(bench.presence.calls.back(), std::string("take_money_lease C20261123-0104"));  // and holds it
}

void TicketsPresenceTest::a_lease_that_is_lost_stops_the_sheet()
{
    TicketsBench bench;
    QVERIFY(bench.ready());
    bench.press(Qt::Key_A);
    auto *sheet = bench.sheet<RefundSheet>();
    QTRY_VERIFY(bench.presence.called("take_money_lease"));
    QVERIFY(sheet->primary_button()->isEnabled());
    bench.presence.holders[shown_order()] = li_until_a_quarter_past();
    sheet->money_lease()->ask();  // the computer slept for longer than the lease lives
    QTRY_VERIFY(sheet->line()->isVisible());
    QVERIFY(!sheet->primary_button()->isEnabled());
}

void TicketsPresenceTest::a_lease_that_cannot_be_asked_for_stops_nobody()
{
    TicketsBench bench;
    bench.presence.on_take = [](const OrderNo &) { return answered<MoneyLease>(fail(ErrorCode::StoreIo)); };
    QVERIFY(bench.ready());
    bench.press(Qt::Key_A);
    auto *sheet = bench.sheet<RefundSheet>();
    QTRY_VERIFY(bench.presence.called("take_money_lease"));
    QVERIFY(sheet->line()->isHidden());
    QVERIFY(sheet->primary_button()->isEnabled());
}

// Lock and quit are no more than this.
void TicketsPresenceTest::a_page_that_goes_gives_everything_back()
{
    TicketsBench bench;
    QVERIFY(bench.ready());
    QTRY_VERIFY(bench.presence.called("note_presence T-20931"));
    bench.press(Qt::Key_A);
    QTRY_VERIFY(bench.presence.called("take_money_lease"));
    bench.page.reset();
    QVERIFY(bench.presence.called("drop_money_lease C20261123-0104"));
    QVERIFY(bench.presence.called("leave T-20931"));
}

QTEST_MAIN(TicketsPresenceTest)
#include "tickets_presence_test.moc"

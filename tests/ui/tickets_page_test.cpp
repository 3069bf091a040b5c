// SPDX-License-Identifier: GPL-3.0-or-later
// The ticket page on a desk that answers from memory: the whole work by keyboard, what a
// refund shows and says, refusals and conflicts.
#include <QAbstractItemModelTester>
#include <QtTest>
#include <QtWidgets>

#include "models/item/ticket_queue_model.h"
#include "tests/ui/tickets_samples.h"
#include "ui/common/banner.h"
#include "ui/common/button.h"
#include "ui/common/curve_view.h"
#include "ui/common/filter_chip.h"
#include "ui/tickets/case_tabs.h"
#include "ui/tickets/cell_table_model.h"
#include "ui/tickets/evidence_sheet.h"
#include "ui/tickets/refund_sheet.h"
#include "ui/tickets/reject_sheet.h"
#include "ui/tickets/reply_box.h"
#include "ui/tickets/small_sheets.h"
#include "ui/tickets/ticket_header.h"
#include "ui/tickets/ticket_queue.h"
#include "ui/tickets/ticket_view.h"
#include "ui/tickets/tickets_page.h"

using namespace aftercharge;
using namespace std::chrono_literals;

namespace {

// A page with everything that it needs, shown and active.
struct Bench {
    explicit Bench(const char *limit = "200.00")
        : themes(*qApp, ThemeChoice::Light), settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat),
          clock(tickets_now()), context{desk,
                                        feed,
                                        themes,
                                        settings,
                                        Format(QLocale(QLocale::English, QLocale::UnitedStates),
                                               QTimeZone("Asia/Shanghai")),
                                        tickets_agent(limit),
                                        {}}
    {
        fill_tickets(desk, false);
        desk.on_request_refund = [this](const RefundDraft &draft) {
            drafts.push_back(draft);
            Refund refund;
            refund.refund_no = RefundNo::from_text("R20261123-0088").value();
            refund.amount = draft.amount;
            refund.ticket_no = draft.ticket_no;
            const auto &own = context.person.approval_limit;
            const bool direct = own && draft.amount.minor() <= own->minor();
            refund.approval = direct ? ApprovalState::Approved : ApprovalState::Waiting;
            return answered<Refund>(refund);
        };
        page = std::make_unique<TicketsPage>(context, nullptr, &clock);
        page->resize(1252, 830);
        page->show();
        page->activateWindow();
    }
    bool ready()
    {
        return QTest::qWaitForWindowActive(page.get()) &&
               QTest::qWaitFor([this] { return page->view()->dossier() != nullptr; }, 3000);
    }
    std::string shown() const
    {
        const auto dossier = page->view()->dossier();
        return dossier ? dossier->ticket.ticket_no.text() : std::string();
    }
    bool called(const std::string &start) const
    {
        return std::any_of(desk.calls.begin(), desk.calls.end(),
                           [&](const std::string &call) { return call.rfind(start, 0) == 0; });
    }
    template<typename T>
    T *sheet() const
    {
        return qobject_cast<T *>(page->sheet());
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : page.get(), key, modifiers);
    }
    void say(ChangedTable table, const char *id) { Q_EMIT feed.rowsChanged({{table, id, 9}}); }

    QTemporaryDir folder;
    ThemeController themes;
    QSettings settings;
    FakeDeskService desk;
    FakeLiveFeed feed;
    FakeClock clock;
    DeskContext context;
    std::vector<RefundDraft> drafts;
    std::unique_ptr<TicketsPage> page;
};

OrderNo order_no(const char *text)
{
    return OrderNo::from_text(text).value();
}

}  // namespace

class TicketsPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void the_queue_is_walked_by_keyboard();
    void enter_opens_and_escape_goes_back();
    void filters_ask_for_what_they_say();
    void due_soon_ends_with_the_hour();
    void pages_come_by_key();
    void taking_asks_with_the_version_that_was_seen();
    void the_refund_shows_how_it_comes_about();
    void an_own_amount_is_shared_out();
    void above_the_limit_it_waits();
    void without_a_limit_everything_waits();
    void more_than_was_paid_is_refused();
    void an_unsettled_order_gives_nothing_back();
    void a_refused_refund_says_why_and_stays();
    void adjusting_says_so();
    void rejecting_needs_a_reason_and_tells_it();
    void a_conflict_is_said_and_read_again();
    void a_changed_row_changes_one_row();
    void a_ticket_that_leaves_stays_in_view();
    void replies_and_notes();
    void letters_belong_to_an_open_sheet();
    void an_order_opens_its_ticket_or_a_new_one();
    void assigning_and_reopening();
    void evidence_is_shown();
    void actions_follow_the_state();
    void an_unreadable_queue_says_so();
};

void TicketsPageTest::the_queue_is_walked_by_keyboard()
{
    Bench bench;
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

void TicketsPageTest::enter_opens_and_escape_goes_back()
{
    Bench bench;
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

void TicketsPageTest::filters_ask_for_what_they_say()
{
    const OperatorName me = OperatorName::from_text("wang").value();
    QCOMPARE(queue_query(QueueFilter::Mine, me, {}).assigned_to, std::optional(me));
    QCOMPARE(queue_query(QueueFilter::Unassigned, me, {}).assigned_to, std::optional(OperatorName{}));
    QVERIFY(queue_query(QueueFilter::WaitingApproval, me, {}).state == TicketState::WaitingApproval);
    QCOMPARE(queue_query(QueueFilter::Closed, me, {}).scope, TicketQuery::Scope::Closed);
    QCOMPARE(queue_query(QueueFilter::AllOpen, me, "abc").text, std::string("abc"));

    Bench bench;
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

void TicketsPageTest::due_soon_ends_with_the_hour()
{
    Bench bench;
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

void TicketsPageTest::pages_come_by_key()
{
    Bench bench;
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

void TicketsPageTest::taking_asks_with_the_version_that_was_seen()
{
    Bench bench;
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

void TicketsPageTest::the_refund_shows_how_it_comes_about()
{
    Bench bench;
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

void TicketsPageTest::an_own_amount_is_shared_out()
{
    Bench bench;
    QVERIFY(bench.ready());
    bench.press(Qt::Key_A);
    auto *sheet = bench.sheet<RefundSheet>();
    QVERIFY(sheet);
    sheet->amount_edit()->setText(QStringLiteral("¥4.36"));
    QCOMPARE(sheet->primary_button()->text(), QStringLiteral("Refund ¥4.36 to balance"));
    QCOMPARE(sheet->plan()->basis, RefundBasis::OwnAmount);
    std::int64_t sum = 0;
    for (const RefundItem &item : sheet->plan()->items)
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

void TicketsPageTest::above_the_limit_it_waits()
{
    Bench bench("20.00");
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

void TicketsPageTest::without_a_limit_everything_waits()
{
    Bench bench("");
    QVERIFY(bench.ready());
    bench.press(Qt::Key_A);
    auto *sheet = bench.sheet<RefundSheet>();
    QVERIFY(sheet);
    sheet->amount_edit()->setText(QStringLiteral("0.01"));
    QCOMPARE(sheet->primary_button()->text(), QStringLiteral("Ask for approval of ¥0.01"));
    QVERIFY(sheet->strip()->text().startsWith(QStringLiteral("You have no limit of your own")));
}

void TicketsPageTest::more_than_was_paid_is_refused()
{
    Bench bench;
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

void TicketsPageTest::an_unsettled_order_gives_nothing_back()
{
    Bench bench;
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

void TicketsPageTest::a_refused_refund_says_why_and_stays()
{
    Bench bench;
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

void TicketsPageTest::adjusting_says_so()
{
    Bench bench;
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

void TicketsPageTest::rejecting_needs_a_reason_and_tells_it()
{
    Bench bench;
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
    Bench bench;
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

void TicketsPageTest::a_changed_row_changes_one_row()
{
    Bench bench;
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
void TicketsPageTest::a_ticket_that_leaves_stays_in_view()
{
    Bench bench;
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

void TicketsPageTest::replies_and_notes()
{
    Bench bench;
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
    Bench bench;
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
    Bench bench;
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
    Bench bench;
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
    Bench bench;
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

void TicketsPageTest::an_unreadable_queue_says_so()
{
    Bench bench;
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

QTEST_MAIN(TicketsPageTest)
#include "tickets_page_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest/QtTest>

#include "tests/journey/journey_customer.h"
#include "tests/journey/journey_desk.h"
#include "tests/journey/keys.h"
#include "ui/common/button.h"
#include "ui/common/filter_chip.h"
#include "ui/tickets/refund_sheet.h"
#include "ui/tickets/reject_sheet.h"
#include "ui/tickets/ticket_queue.h"
#include "ui/tickets/ticket_view.h"
#include "ui/tickets/tickets_page.h"

using namespace aftercharge;

namespace {

constexpr int patience_ms = 60'000;
constexpr int speed = 120;
constexpr int fast_meter = 0;
constexpr int plain = 1;
constexpr int dear = 2;
const std::vector<Drive> drives{
    {"CP-0455", "M-1001", "byd-dolphin-60", 400, 560, 90, "fast-meter@2kWh:1.35"},
    {"CP-0320", "M-1002", "mg-zs-ev", 560, 660, 90, ""},
    {"CP-0246", "M-1003", "porsche-macan-4", 300, 620, 270, ""},
};

}  // namespace

// Three customers complain; an agent refunds, refuses, and asks a supervisor.
class ComplaintJourneyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void a_fast_meter_is_refunded();
    void a_complaint_is_rejected_with_a_reason();
    void above_the_limit_somebody_else_approves();
    void cleanupTestCase();

private:
    TicketsPage &page() { return *desk_->shell().tickets_page(); }
    std::optional<Ticket> ticket_of(const JourneyCustomer &customer);
    bool is_ticket_in(const JourneyCustomer &customer, TicketState state);
    bool shows(const JourneyCustomer &customer);
    std::int64_t available(int drive);
    std::unique_ptr<JourneyCustomer> complain(int drive, const QString &text);
    void choose_from_unassigned(const JourneyCustomer &customer);

    std::unique_ptr<JourneyDesk> desk_;
};

void ComplaintJourneyTest::initTestCase()
{
    desk_ = std::make_unique<JourneyDesk>(speed);
    const auto opened = desk_->open_new_store();
    QVERIFY2(opened, opened ? "" : to_line(opened.error()).c_str());
    QVERIFY(desk_->choose_person(QStringLiteral("Wang Jing")));
    QVERIFY(desk_->drive_up(drives));
    for (const Drive &drive : drives) {
        QTRY_VERIFY_WITH_TIMEOUT(desk_->order_at(drive.charge_point) &&
                                     desk_->order_at(drive.charge_point)->state == OrderState::Payed,
                                 2 * patience_ms);
    }
}

void ComplaintJourneyTest::cleanupTestCase()
{
    desk_.reset();
}

std::optional<Ticket> ComplaintJourneyTest::ticket_of(const JourneyCustomer &customer)
{
    const auto number = TicketNo::from_text(customer.ticket_no().toStdString());
    if (!number)
        return std::nullopt;
    const auto read = desk_->desk().ticket(*number).result();
    return read ? std::optional(read->ticket) : std::nullopt;
}

bool ComplaintJourneyTest::is_ticket_in(const JourneyCustomer &customer, TicketState state)
{
    const auto ticket = ticket_of(customer);
    return ticket && ticket->state == state;
}

bool ComplaintJourneyTest::shows(const JourneyCustomer &customer)
{
    const auto dossier = page().view()->dossier();
    return dossier && dossier->ticket.ticket_no.text() == customer.ticket_no().toStdString();
}

std::int64_t ComplaintJourneyTest::available(int drive)
{
    const auto member = MemberId::from_text(drives[static_cast<std::size_t>(drive)].member);
    return desk_->desk().member_balance(*member).result().value().available.minor();
}

std::unique_ptr<JourneyCustomer> ComplaintJourneyTest::complain(int drive, const QString &text)
{
    const auto order = desk_->order_at(drives[static_cast<std::size_t>(drive)].charge_point);
    auto customer = std::make_unique<JourneyCustomer>(*desk_, order->order_no);
    customer->complain(QStringLiteral("多扣费"), text);
    if (!QTest::qWaitFor([&] { return !customer->ticket_no().isEmpty(); }, patience_ms))
        QTest::qFail("no ticket number came back", __FILE__, __LINE__);
    return customer;
}

// Ctrl+2, to the unassigned ones, down to this ticket, Enter.
void ComplaintJourneyTest::choose_from_unassigned(const JourneyCustomer &customer)
{
    keys::press(Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(desk_->shell().current_page() == PageId::Tickets, patience_ms);
    TicketQueue &queue = *page().queue();
    // One chip of the group is a stop of Tab; arrows go on from there.
    const auto filter_at = [&] {
        for (int filter = 0; filter <= static_cast<int>(QueueFilter::Closed); ++filter) {
            if (QApplication::focusWidget() == queue.chip(static_cast<QueueFilter>(filter)))
                return filter;
        }
        return -1;
    };
    constexpr int unassigned = static_cast<int>(QueueFilter::Unassigned);
    QVERIFY(keys::tab_until([&] { return filter_at() >= 0; }, QStringLiteral("a filter")));
    for (int i = 0; i < 12 && filter_at() != unassigned; ++i)
        keys::press(filter_at() < unassigned ? Qt::Key_Right : i % 2 == 0 ? Qt::Key_Left : Qt::Key_Up);
    QCOMPARE(filter_at(), unassigned);
    keys::press(Qt::Key_Space);
    QVERIFY(queue.filter() == QueueFilter::Unassigned);
    QTRY_VERIFY_WITH_TIMEOUT(queue.list()->isVisible() && queue.list()->model()->rowCount() > 0, patience_ms);
    const auto is_chosen = [&] {
        return queue.selected() && queue.selected()->text() == customer.ticket_no().toStdString();
    };
    const int rows = queue.list()->model()->rowCount();
    for (int i = 0; i < rows && !is_chosen(); ++i)
        keys::press(Qt::Key_K);
    for (int i = 0; i < rows && !is_chosen(); ++i)
        keys::press(Qt::Key_J);
    QTRY_VERIFY_WITH_TIMEOUT(shows(customer), patience_ms);
}

void ComplaintJourneyTest::a_fast_meter_is_refunded()
{
    const auto customer = complain(fast_meter, QStringLiteral("显示充了 9 度电，车里只多了 6 度多。"));
    choose_from_unassigned(*customer);
    if (QTest::currentTestFailed())
        return;
    keys::press(Qt::Key_T);
    QTRY_VERIFY_WITH_TIMEOUT(ticket_of(*customer)->assigned_to.text() == "wang.jing", patience_ms);
    QVERIFY(is_ticket_in(*customer, TicketState::InReview));
    QTRY_VERIFY_WITH_TIMEOUT(
        shows(*customer) && page().view()->dossier()->ticket.version == ticket_of(*customer)->version, patience_ms);

    keys::press(Qt::Key_A);
    auto *sheet = qobject_cast<RefundSheet *>(page().sheet());
    QVERIFY(sheet && sheet->plan());
    QVERIFY(sheet->plan()->basis == RefundBasis::MeterExcess);
    const Money amount = sheet->plan()->now;
    QVERIFY(amount.is_positive() && amount.minor() < 3000);
    QVERIFY(sheet->primary_button()->text().contains(page().view()->format().money(amount)));
    const std::int64_t before = available(fast_meter);
    keys::press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(is_ticket_in(*customer, TicketState::Resolved), patience_ms);
    QTRY_VERIFY_WITH_TIMEOUT(desk_->order_at("CP-0455")->state == OrderState::AfterSales, patience_ms);
    QCOMPARE(desk_->order_at("CP-0455")->refunded.minor(), amount.minor());
    QCOMPARE(available(fast_meter), before + amount.minor());
    QTRY_VERIFY_WITH_TIMEOUT(customer->heard(NoticeKind::RefundDone).contains(QString::fromStdString(amount.to_text())),
                             patience_ms);
    QTRY_VERIFY_WITH_TIMEOUT(!page().sheet(), patience_ms);
    QVERIFY(desk_->desk().ledger_sum().result()->is_zero());
}

void ComplaintJourneyTest::a_complaint_is_rejected_with_a_reason()
{
    const auto customer = complain(plain, QStringLiteral("感觉比平时贵，请退款。"));
    choose_from_unassigned(*customer);
    if (QTest::currentTestFailed())
        return;
    const std::int64_t before = available(plain);
    keys::press(Qt::Key_R);
    auto *sheet = qobject_cast<RejectSheet *>(page().sheet());
    QVERIFY(sheet);
    QVERIFY(!sheet->primary_button()->isEnabled());
    QVERIFY(keys::tab_to(QStringLiteral("Reason, as the customer will read it")));
    const QString reason = QStringLiteral("电表与电压电流曲线一致，计费无误。");
    keys::type(reason);
    QVERIFY(keys::tab_to(sheet->primary_button()->text()));
    keys::press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(is_ticket_in(*customer, TicketState::Rejected), patience_ms);
    QTRY_VERIFY_WITH_TIMEOUT(customer->heard(NoticeKind::ComplaintRejected).contains(reason), patience_ms);
    QCOMPARE(available(plain), before);
    QVERIFY(desk_->order_at("CP-0320")->state == OrderState::Payed);
    QTRY_VERIFY_WITH_TIMEOUT(!page().sheet(), patience_ms);
}

void ComplaintJourneyTest::above_the_limit_somebody_else_approves()
{
    const auto customer = complain(dear, QStringLiteral("Charging was slow and cost more than announced."));
    const Money fee = desk_->order_at("CP-0246")->fee;
    QVERIFY(fee.minor() > 3000);
    choose_from_unassigned(*customer);
    if (QTest::currentTestFailed())
        return;
    keys::press(Qt::Key_A);
    auto *sheet = qobject_cast<RefundSheet *>(page().sheet());
    QVERIFY(sheet);
    // From the person's own amount one to the left: the whole fee.
    keys::press(Qt::Key_Left);
    QVERIFY(sheet->plan() && sheet->plan()->basis == RefundBasis::WholeRest);
    QCOMPARE(sheet->plan()->now.minor(), fee.minor());
    keys::press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(is_ticket_in(*customer, TicketState::WaitingApproval), patience_ms);
    QTRY_VERIFY_WITH_TIMEOUT(!page().sheet(), patience_ms);
    const std::int64_t before = available(dear);
    QVERIFY(desk_->order_at("CP-0246")->state == OrderState::Payed);

    // The one who asked may not approve.
    const QString approve = QStringLiteral("approve");
    const auto button = [&] { return desk_->shell().page(PageId::Approvals)->findChild<Button *>(approve); };
    keys::press(Qt::Key_6, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(desk_->shell().current_page() == PageId::Approvals, patience_ms);
    QVERIFY(button());
    QTRY_VERIFY_WITH_TIMEOUT(!button()->isVisible(), patience_ms);
    keys::press(Qt::Key_A);
    QVERIFY(!desk_->words().contains(QStringLiteral("Approve refund")));

    QVERIFY(desk_->change_person(QStringLiteral("M. Sato")));
    keys::press(Qt::Key_6, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(button()->isVisible() && button()->isEnabled(), patience_ms);
    QVERIFY(keys::name_of(*button()).contains(page().view()->format().money(fee)));
    keys::press(Qt::Key_A);
    QVERIFY(desk_->words().contains(QStringLiteral("Approve refund")));
    keys::press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(desk_->order_at("CP-0246")->state == OrderState::AfterSales, patience_ms);
    QTRY_VERIFY_WITH_TIMEOUT(is_ticket_in(*customer, TicketState::Resolved), patience_ms);
    QCOMPARE(available(dear), before + fee.minor());
    QTRY_VERIFY_WITH_TIMEOUT(customer->heard(NoticeKind::RefundDone).contains(QString::fromStdString(fee.to_text())),
                             patience_ms);
    QTRY_VERIFY_WITH_TIMEOUT(!button()->isVisible(), patience_ms);
    QVERIFY(desk_->desk().verify_audit().result()->intact);
}

QTEST_MAIN(ComplaintJourneyTest)
#include "complaint_journey_test.moc"

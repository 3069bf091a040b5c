// SPDX-License-Identifier: GPL-3.0-or-later
// Renders the ticket page and its sheets in both languages, both themes and the two screen
// sizes that are promised, to pictures/tickets-*.png, for a person to look at; and checks that
// no word is cut off.
#include <QtTest>
#include <QtWidgets>

#include "tests/support/fake_approval_desk.h"
#include "tests/support/fake_goods_desk.h"
#include "tests/support/fake_presence_desk.h"
#include "tests/ui/cut_off.h"
#include "tests/ui/pictures.h"
#include "tests/ui/tickets_samples.h"
#include "ui/common/banner.h"
#include "ui/common/button.h"
#include "ui/common/curve_view.h"
#include "ui/tickets/case_tabs.h"
#include "ui/tickets/conflict_sheet.h"
#include "ui/tickets/presence_watch.h"
#include "ui/tickets/refund_sheet.h"
#include "ui/tickets/reject_sheet.h"
#include "ui/tickets/reply_box.h"
#include "ui/tickets/ticket_header.h"
#include "ui/tickets/ticket_queue.h"
#include "ui/tickets/ticket_view.h"
#include "ui/tickets/tickets_page.h"

using namespace aftercharge;

namespace {

// The page in a frame of the shell's measures.
struct Stage {
    Stage(bool dark, bool zh, QSize size, const char *limit, bool empty = false)
        : themes(*qApp, dark ? ThemeChoice::Dark : ThemeChoice::Light),
          settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat),
          clock(tickets_now()), context{desk,
                                        goods,
                                        presence,
                                        approvals,
                                        feed,
                                        themes,
                                        settings,
                                        Format(zh ? QLocale(QLocale::Chinese, QLocale::China)
                                                  : QLocale(QLocale::English, QLocale::UnitedStates),
                                               QTimeZone("Asia/Shanghai")),
                                        tickets_agent(limit),
                                        {}}
    {
        fill_tickets(desk, zh);
        if (empty)
            desk.ticket_rows.clear();
        page = new TicketsPage(context, nullptr, &clock);
        window = framed(themes, page, IconName::Tickets);
        window->resize(size);
        window->show();
        window->activateWindow();
        page->setFocus();
    }

    QTemporaryDir folder;
    ThemeController themes;
    QSettings settings;
    FakeDeskService desk;
    FakeGoodsDesk goods;
    FakePresenceDesk presence;
    FakeApprovalDesk approvals;
    FakeLiveFeed feed;
    FakeClock clock;
    DeskContext context;
    std::unique_ptr<QWidget> window;
    TicketsPage *page = nullptr;
};

}  // namespace

class TicketsPicturesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pictures_data() { add_picture_rows(); }
    void pictures();
    void colleagues_data() { add_picture_rows(); }
    void colleagues();
    void conflicts_data() { add_picture_rows(); }
    void conflicts();

private:
    static void look(Stage &stage, const QString &name);
};

void TicketsPicturesTest::look(Stage &stage, const QString &name)
{
    save_picture(*stage.window, QStringLiteral("tickets-") + name);
    const QStringList cut = cut_off(*stage.page, stage.themes);
    QVERIFY2(cut.isEmpty(), qPrintable(name + QStringLiteral(": ") + cut.join(QStringLiteral(" | "))));
}

void TicketsPicturesTest::pictures()
{
    QFETCH(bool, chinese);
    QFETCH(bool, dark);
    QFETCH(QSize, size);
    PictureLanguage language;
    QVERIFY(language.speak(chinese));
    const QString tag = QLatin1String(QTest::currentDataTag());
    {
        Stage stage(dark, chinese, size, "200.00");
        QTRY_VERIFY(stage.page->view()->dossier());
        look(stage, QStringLiteral("page-") + tag);
        for (int tab = 1; tab < CaseTabs::tab_count; ++tab) {
            stage.page->view()->tabs()->setCurrentIndex(tab);
            look(stage, QStringLiteral("tab%1-").arg(tab) + tag);
        }
        stage.page->view()->tabs()->setCurrentIndex(CaseTabs::Reports);
        stage.page->view()->header_row()->refund_button()->click();
        look(stage, QStringLiteral("refund-") + tag);
        qobject_cast<RefundSheet *>(stage.page->sheet())->amount_edit()->setText(QStringLiteral("9999"));
        look(stage, QStringLiteral("refused-") + tag);
        stage.page->sheet()->cancel_button()->click();
        stage.page->view()->header_row()->reject_button()->click();
        auto *reject = qobject_cast<RejectSheet *>(stage.page->sheet());
        reject->reason_edit()->setPlainText(RejectSheet::templates().front());
        look(stage, QStringLiteral("reject-") + tag);
    }
    {
        Stage stage(dark, chinese, size, "200.00");
        stage.page->show_ticket(TicketNo::from_text("T-20933").value());
        QTRY_COMPARE(stage.page->view()->dossier()->ticket.ticket_no.text(), std::string("T-20933"));
        look(stage, QStringLiteral("open-") + tag);
    }
    {
        Stage stage(dark, chinese, size, "20.00");
        QTRY_VERIFY(stage.page->view()->dossier());
        Q_EMIT stage.page->view()->header_row()->adjustRequested();
        qobject_cast<RefundSheet *>(stage.page->sheet())->choose(RefundBasis::WholeRest);
        look(stage, QStringLiteral("adjust-") + tag);
    }
    {
        Stage stage(dark, chinese, size, "200.00", true);
        look(stage, QStringLiteral("empty-") + tag);
    }
}

// Who else is there, and a lease that somebody else holds.
void TicketsPicturesTest::colleagues()
{
    QFETCH(bool, chinese);
    QFETCH(bool, dark);
    QFETCH(QSize, size);
    PictureLanguage language;
    QVERIFY(language.speak(chinese));
    const QString tag = QLatin1String(QTest::currentDataTag());
    Stage stage(dark, chinese, size, "200.00");
    QTRY_VERIFY(stage.page->view()->dossier());
    stage.presence.arrives("T-20931", "li", Doing::Replying);
    stage.presence.arrives("T-20931", "chen.min", Doing::Looking);
    stage.page->presence()->say();
    look(stage, QStringLiteral("colleagues-") + tag);
    stage.presence.holders[OrderNo::from_text("C20261123-0104").value()] = {
        OperatorName::from_text("li").value(), parse_iso8601("2026-11-23T03:15:00Z").value()};
    stage.page->view()->header_row()->refund_button()->click();
    QTRY_VERIFY(qobject_cast<RefundSheet *>(stage.page->sheet())->line()->isVisible());
    look(stage, QStringLiteral("lease-") + tag);
}

// Somebody was faster: the difference, with the person's own words.
void TicketsPicturesTest::conflicts()
{
    QFETCH(bool, chinese);
    QFETCH(bool, dark);
    QFETCH(QSize, size);
    PictureLanguage language;
    QVERIFY(language.speak(chinese));
    const QString tag = QLatin1String(QTest::currentDataTag());
    Stage stage(dark, chinese, size, "200.00");
    QTRY_VERIFY(stage.page->view()->dossier());
    ReplyBox *reply = stage.page->view()->reply();
    reply->begin(false);
    reply->edit()->setPlainText(chinese ? QStringLiteral("您好，我们正在核对电表读数。")
                                        : QStringLiteral("We are checking the meter against the car."));
    TicketDossier &dossier = stage.desk.dossiers[TicketNo::from_text("T-20931").value()];
    TicketEntry note;
    note.kind = TicketEntryKind::Note;
    note.actor = {Source::Admin, "li"};
    note.at = parse_iso8601("2026-11-23T03:02:00Z").value();
    note.text = chinese ? "已电话联系客户，按电表多计退款" : "Called the customer; the meter's excess goes back";
    dossier.entries.push_back(note);
    dossier.ticket.state = TicketState::WaitingApproval;
    dossier.ticket.assigned_to = OperatorName::from_text("li").value();
    Refund refund;
    refund.refund_no = RefundNo::from_text("R20261123-0099").value();
    refund.amount = Money::from_minor(460, Currency::from_code("CNY").value()).value();
    dossier.order->refunds.push_back(refund);
    dossier.ticket.version = 8;
    for (Ticket &row : stage.desk.ticket_rows) {
        if (row.ticket_no == dossier.ticket.ticket_no)
            row = dossier.ticket;
    }
    Q_EMIT reply->sent(reply->edit()->toPlainText(), false, false);
    QTRY_VERIFY(qobject_cast<ConflictSheet *>(stage.page->sheet()));
    look(stage, QStringLiteral("conflict-") + tag);
}

QTEST_MAIN(TicketsPicturesTest)
#include "tickets_pictures_test.moc"

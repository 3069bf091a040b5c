// SPDX-License-Identifier: GPL-3.0-or-later
// The Live page with a scripted engine: what it shows, what it asks, what keys do.
#include <QtTest>
#include <QtWidgets>

#include "tests/ui/live_desk.h"
#include "ui/common/banner.h"
#include "ui/common/button.h"
#include "ui/common/curve_view.h"
#include "ui/common/data_table.h"
#include "ui/common/empty_state.h"
#include "ui/common/filter_chip.h"
#include "ui/common/sheet.h"
#include "ui/live/command_sheet.h"
#include "ui/live/event_list.h"
#include "ui/live/fee_table_model.h"
#include "ui/live/live_page.h"
#include "ui/live/session_detail.h"
#include "ui/live/sessions_card.h"

using namespace aftercharge;
using namespace std::chrono_literals;

namespace {

FilterChip *chip(const QWidget &page, const QString &text)
{
    for (FilterChip *found : page.findChildren<FilterChip *>()) {
        if (found->accessibleName().startsWith(text))
            return found;
    }
    return nullptr;
}

QString cell(const LivePage &page, int row, int column)
{
    const QAbstractItemModel *model = page.sessions_card()->table()->model();
    return model->index(row, column).data().toString();
}

bool asked(const FakeDeskService &service, const std::string &call)
{
    return std::find(service.calls.begin(), service.calls.end(), call) != service.calls.end();
}

}  // namespace

class LivePageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void selection_shows_the_explanation()
    {
        Desk desk;
        LivePage *page = desk.open();
        QVERIFY(page);
        QTRY_COMPARE(page->sessions().rowCount(), 22);
        QVERIFY(page->detail()->session());
        QVERIFY(page->show_order(live_order()));
        QCOMPARE(page->detail()->session()->order_no, live_order());
        QTRY_VERIFY(asked(desk.service, "explain_order " + live_order().text()));
        FeeTableModel *fees = page->detail()->fee_table();
        QTRY_COMPARE(fees->rowCount(), 3);  // flat, peak, total
        QVERIFY(fees->index(0, FeeTableModel::Period).data().toString().startsWith(QStringLiteral("10:04")));
        QCOMPARE(fees->index(1, FeeTableModel::Period).data(FeeTableModel::label_role).toString(),
                 QStringLiteral("peak"));
        QCOMPARE(fees->index(1, FeeTableModel::Electricity).data().toString(), QStringLiteral("¥0.97"));
        const Money fee = desk.session(live_order()).fee;
        QCOMPARE(fees->index(2, FeeTableModel::Amount).data().toString(), desk.context.format.money(fee));
        QVERIFY(!fees->has_column(FeeTableModel::PerHour));
        const std::size_t points = page->detail()->curve()->buffer().size();
        QCOMPARE(points, std::size_t{37 * 4 + 1});

        // The feed adds to the curve, and the fee is read again, but not for each report.
        SessionView newer = desk.session(live_order());
        for (int i = 1; i <= 4; ++i) {
            newer.at += 1s;
            newer.received_at = newer.at;
            newer.energy = newer.energy + EnergyWh{20};
            Q_EMIT desk.feed.sessionsChanged({newer});
        }
        QCOMPARE(page->detail()->curve()->buffer().size(), points + 4);
        QTest::qWait(300);
        const auto asks = std::count(desk.service.calls.begin(), desk.service.calls.end(),
                                     "explain_order " + live_order().text());
        QVERIFY2(asks <= 2, qPrintable(QString::number(asks)));
        QTRY_COMPARE_WITH_TIMEOUT(
            std::count(desk.service.calls.begin(), desk.service.calls.end(), "explain_order " + live_order().text()), 2,
            2000);
    }

    void the_sick_stand_first_and_filters_count()
    {
        Desk desk;
        LivePage *page = desk.open();
        QVERIFY(page);
        QTRY_COMPARE(page->sessions().rowCount(), 22);
        QCOMPARE(cell(*page, 0, SessionTableModel::State), QStringLiteral("Fault"));
        QCOMPARE(cell(*page, 1, SessionTableModel::State), QStringLiteral("Phantom"));
        QCOMPARE(chip(*page, QStringLiteral("All"))->accessibleName(), QStringLiteral("All 22"));
        QCOMPARE(chip(*page, QStringLiteral("Need"))->accessibleName(), QStringLiteral("Need a look 6"));
        QCOMPARE(chip(*page, QStringLiteral("Offline"))->accessibleName(), QStringLiteral("Offline 1"));
        QTest::mouseClick(chip(*page, QStringLiteral("Need")), Qt::LeftButton);
        QCOMPARE(page->sessions_card()->table()->model()->rowCount(), 6);
        // One more falls ill: it comes in, and the count follows.
        SessionView ill = desk.session(live_order());
        ill.health = static_cast<std::uint32_t>(HealthSign::Phantom);
        Q_EMIT desk.feed.sessionsChanged({ill});
        QCOMPARE(page->sessions_card()->table()->model()->rowCount(), 7);
        QCOMPARE(chip(*page, QStringLiteral("Need"))->accessibleName(), QStringLiteral("Need a look 7"));
        QCOMPARE(page->events().event(0).kind, LiveEvent::Kind::Phantom);
        page->set_search_text(QStringLiteral("no such point"));
        QVERIFY(page->sessions_card()->table()->findChild<EmptyState *>()->isVisibleTo(page));
        page->set_search_text({});
    }

    void any_column_sorts()
    {
        Desk desk;
        LivePage *page = desk.open();
        QVERIFY(page);
        QTRY_COMPARE(page->sessions().rowCount(), 22);
        DataTable *table = page->sessions_card()->table();
        table->sortByColumn(SessionTableModel::Power, Qt::DescendingOrder);
        QVERIFY(cell(*page, 0, SessionTableModel::Power).toDouble() >=
                cell(*page, 1, SessionTableModel::Power).toDouble());
        QVERIFY(cell(*page, 0, SessionTableModel::Power).toDouble() > 50);
        table->sortByColumn(SessionTableModel::Point, Qt::AscendingOrder);
        QCOMPARE(cell(*page, 0, SessionTableModel::Point), QStringLiteral("CP-0091/1"));
        // The chosen session stays chosen when the order changes.
        QVERIFY(page->show_order(live_order()));
        table->sortByColumn(SessionTableModel::Fee, Qt::DescendingOrder);
        QCOMPARE(page->sessions_card()->selected().value(0).order_no, live_order());
    }

    void stop_asks_waits_and_tells_a_refusal()
    {
        Desk desk;
        LivePage *page = desk.open();
        QVERIFY(page);
        QTRY_COMPARE(page->sessions().rowCount(), 22);
        page->show_order(live_order());
        QPromise<Result<void>> answer;
        answer.start();
        desk.service.on_stop = [&](const OrderNo &) { return answer.future(); };
        auto *stop = page->findChild<Button *>(QStringLiteral("stop"));
        QTest::mouseClick(stop, Qt::LeftButton);
        Sheet *sheet = page->commands()->sheet();
        QVERIFY(sheet && sheet->is_open());
        QVERIFY(!asked(desk.service, "stop_charging " + live_order().text()));
        bool names_the_fee = false;
        for (const QLabel *label : sheet->findChildren<QLabel *>())
            names_the_fee = names_the_fee ||
                            label->text().contains(desk.context.format.money(desk.session(live_order()).fee));
        QVERIFY(names_the_fee);
        QCOMPARE(sheet->primary_button()->text(), QStringLiteral("Stop charging"));
        QTest::mouseClick(sheet->primary_button(), Qt::LeftButton);
        QVERIFY(asked(desk.service, "stop_charging " + live_order().text()));
        QVERIFY(!sheet->primary_button()->isEnabled());
        QVERIFY(sheet->findChild<Banner *>()->text().startsWith(QStringLiteral("Waiting")));
        answer.addResult(Result<void>(fail(ErrorCode::CommandRejected, "Rejected")));
        answer.finish();
        QTRY_VERIFY(sheet->findChild<Banner *>()->text().contains(QStringLiteral("refused")));
        QVERIFY(sheet->is_open());
        QVERIFY(sheet->primary_button()->isEnabled());
        QTest::keyClick(sheet, Qt::Key_Escape);
        QVERIFY(!page->commands()->is_open());

        // The second try is accepted: the sheet closes, the page says so, the button waits.
        QSignalSpy toast(page, &LivePage::toast);
        desk.service.on_stop = [](const OrderNo &) { return answered<void>({}); };
        QTest::keyClick(page->sessions_card()->table(), Qt::Key_S);
        sheet = page->commands()->sheet();
        QVERIFY(sheet->is_open());
        QTest::mouseClick(sheet->primary_button(), Qt::LeftButton);
        QTRY_COMPARE(toast.count(), 1);
        QVERIFY(!page->commands()->is_open());
        QVERIFY(!stop->isEnabled());
        // Then it is over, with what went back.
        SessionView over = desk.session(live_order());
        over.state = OrderState::Payed;
        over.stopped_at = live_now();
        over.stop_reason = StopReason::Remote;
        over.returned = yuan(914);
        Q_EMIT desk.feed.sessionsChanged({over});
        QVERIFY(!stop->isVisibleTo(page));
        const QString told = page->findChild<EventList *>()->model()->index(0, 0).data().toString();
        QVERIFY2(told.contains(QStringLiteral("¥9.14 returned")), qPrintable(told));
        QVERIFY(!told.contains(QStringLiteral("customer told")));
        Notice notice;
        notice.kind = NoticeKind::ChargingEnded;
        notice.order_no = live_order();
        Q_EMIT desk.feed.noticesWritten({notice});
        QVERIFY(
            page->findChild<EventList *>()->model()->index(0, 0).data().toString().contains(QStringLiteral("told")));
    }

    void unlock_and_reset_ask_first()
    {
        Desk desk;
        LivePage *page = desk.open();
        QVERIFY(page);
        QTRY_COMPARE(page->sessions().rowCount(), 22);
        page->show_order(live_order());
        Q_EMIT page->detail()->unlockRequested();
        QTest::mouseClick(page->commands()->sheet()->primary_button(), Qt::LeftButton);
        QTRY_VERIFY(!page->commands()->is_open());
        QVERIFY(asked(desk.service, "unlock_connector CP-0412/1"));
        desk.service.on_reset = [](const ChargePointId &, bool) {
            return answered<void>(fail(ErrorCode::ChargePointOffline, "CP-0412"));
        };
        Q_EMIT page->detail()->resetRequested();
        page->commands()->sheet()->findChild<QCheckBox *>()->setChecked(true);
        QTest::mouseClick(page->commands()->sheet()->primary_button(), Qt::LeftButton);
        QVERIFY(asked(desk.service, "reset_charge_point CP-0412 hard"));
        QTRY_VERIFY(page->commands()->sheet()->findChild<Banner *>()->text().contains(QStringLiteral("not connected")));
    }

    void everything_by_keyboard()
    {
        Desk desk;
        LivePage *page = desk.open();
        QVERIFY(page);
        QTRY_COMPARE(page->sessions().rowCount(), 22);
        DataTable *table = page->sessions_card()->table();
        table->setFocus();
        const int first = table->currentIndex().row();
        QTest::keyClick(table, Qt::Key_J);
        QCOMPARE(table->currentIndex().row(), first + 1);
        QTest::keyClick(table, Qt::Key_Down);
        QCOMPARE(table->currentIndex().row(), first + 2);
        QTest::keyClick(table, Qt::Key_K);
        QCOMPARE(table->currentIndex().row(), first + 1);
        QTest::keyClick(table, Qt::Key_Return);
        QVERIFY(page->detail()->isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(QApplication::focusWidget(), table);
        QTest::keyClick(table, Qt::Key_F);
        QVERIFY(qobject_cast<FilterChip *>(QApplication::focusWidget()));
        table->setFocus();
        QSignalSpy ticket(page, &LivePage::openTicketRequested);
        QTest::keyClick(table, Qt::Key_T);
        QCOMPARE(ticket.count(), 1);
        QCOMPARE(ticket[0][0].value<OrderNo>(), page->detail()->session()->order_no);
        // On the curve T is the table of its values, and no ticket.
        QWidget *canvas = page->detail()->curve()->canvas();
        canvas->setFocus();
        QTest::keyClick(canvas, Qt::Key_T);
        QCOMPARE(ticket.count(), 1);
        QVERIFY(!canvas->isVisible());
        page->detail()->toggle_table();
        // A stop that is thought better of: S, Esc; nothing was asked, the focus is back.
        table->setFocus();
        page->show_order(live_order());
        QTest::keyClick(table, Qt::Key_S);
        QVERIFY(page->commands()->is_open());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!page->commands()->is_open());
        QVERIFY(!asked(desk.service, "stop_charging " + live_order().text()));
        QCOMPARE(QApplication::focusWidget(), table);
    }

    void every_focusable_widget_has_a_name()
    {
        Desk desk;
        LivePage *page = desk.open();
        QVERIFY(page);
        QTRY_COMPARE(page->sessions().rowCount(), 22);
        for (const QWidget *widget : page->findChildren<QWidget *>()) {
            if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisible())
                continue;
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
            const auto *area = qobject_cast<const QAbstractScrollArea *>(widget->parentWidget());
            const bool is_inside_of_named = area && area->viewport() == widget;
            QVERIFY2(named || is_inside_of_named,
                     qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u" in " +
                                QString::fromLatin1(widget->parentWidget()->metaObject()->className())));
        }
    }

    void empty_refused_and_lost_are_said()
    {
        Desk desk;
        desk.service.session_rows = fail(ErrorCode::StoreIo, "disk");
        desk.feed.now.kind = FeedState::Lost;
        LivePage *page = desk.open();
        QVERIFY(page);
        auto *empty = page->sessions_card()->table()->findChild<EmptyState *>();
        QTRY_VERIFY(empty->accessibleName().contains(QStringLiteral("could not be read")));
        desk.service.session_rows = std::vector<SessionView>{};
        Q_EMIT empty->actionTriggered();
        QTRY_VERIFY(empty->accessibleName().contains(QStringLiteral("No session is running")));
        bool lost = false;
        for (const Banner *banner : page->findChildren<Banner *>())
            lost = lost || (banner->isVisibleTo(page) && banner->text().contains(QStringLiteral("lost")));
        QVERIFY(lost);
        desk.feed.set_state({FeedState::Live, 0, 0, 0, 0});
        for (const Banner *banner : page->findChildren<Banner *>())
            QVERIFY(!banner->isVisibleTo(page) || !banner->text().contains(QStringLiteral("lost")));
    }

    void export_is_what_is_seen()
    {
        Desk desk;
        LivePage *page = desk.open();
        QVERIFY(page);
        QTRY_COMPARE(page->sessions().rowCount(), 22);
        page->sessions_card()->set_scope(SessionScope::NeedLook);
        const QString path = desk.folder.filePath(QStringLiteral("sessions.csv"));
        const auto rows = page->sessions_card()->export_to(path);
        QVERIFY(rows);
        QCOMPARE(*rows, 6);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        QVERIFY(text.contains(QStringLiteral("Point,State,SOC,kW,kWh,Fee,Left,Health")));
        QVERIFY(text.contains(QStringLiteral("CP-0733/1,Phantom")));
        QVERIFY(!text.contains(QStringLiteral("CP-0412")));
        QVERIFY(!page->sessions_card()->export_to(QStringLiteral("/proc/no/such.csv")));
    }
};

QTEST_MAIN(LivePageTest)
#include "live_page_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest/QtTest>

#include "tests/journey/journey_desk.h"
#include "tests/journey/keys.h"
#include "ui/common/button.h"
#include "ui/common/curve_view.h"
#include "ui/common/data_table.h"
#include "ui/live/command_sheet.h"
#include "ui/live/fee_table_model.h"
#include "ui/live/live_page.h"
#include "ui/live/session_detail.h"
#include "ui/live/sessions_card.h"

using namespace aftercharge;

namespace {

constexpr int patience_ms = 60'000;
constexpr int speed = 60;

QString cell(const LivePage &page, int column)
{
    const QAbstractItemModel *rows = page.sessions_card()->table()->model();
    return rows->index(0, column).data().toString();
}

}  // namespace

// A vehicle charges; somebody watches it, stops it, and sees it settled.
class LiveJourneyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void a_session_is_watched_stopped_and_settled();
};

void LiveJourneyTest::a_session_is_watched_stopped_and_settled()
{
    JourneyDesk desk(speed);
    const auto opened = desk.open_new_store();
    QVERIFY2(opened, opened ? "" : to_line(opened.error()).c_str());
    QVERIFY(desk.choose_person(QStringLiteral("R. Bauer")));
    LivePage &live = *desk.shell().live_page();
    const QAbstractItemModel *rows = live.sessions_card()->table()->model();
    QCOMPARE(rows->rowCount(), 0);
    QVERIFY(desk.drive_up({Drive{}}));
    QSignalSpy commands(&desk.fleet(), &sim::Fleet::commandReceived);
    QSignalSpy ended(&desk.fleet(), &sim::Fleet::sessionEnded);

    QTRY_COMPARE_WITH_TIMEOUT(rows->rowCount(), 1, patience_ms);
    QCOMPARE(cell(live, SessionTableModel::Point), QStringLiteral("CP-0412/1"));
    QTRY_VERIFY_WITH_TIMEOUT(cell(live, SessionTableModel::Soc).endsWith(u'%'), patience_ms);
    QTRY_COMPARE_WITH_TIMEOUT(cell(live, SessionTableModel::State), QStringLiteral("Charging"), patience_ms);
    QTRY_VERIFY_WITH_TIMEOUT(live.sessions().session(0).fee.is_positive(), patience_ms);
    const Money fee = live.sessions().session(0).fee;
    QTRY_VERIFY_WITH_TIMEOUT(live.sessions().session(0).fee.minor() > fee.minor(), patience_ms);
    const QString shown = cell(live, SessionTableModel::Fee);
    QTRY_VERIFY_WITH_TIMEOUT(cell(live, SessionTableModel::Fee) != shown, patience_ms);

    keys::press(Qt::Key_J);
    QVERIFY(live.detail()->session());
    QCOMPARE(live.sessions_card()->selected().size(), 1);
    keys::press(Qt::Key_Return);
    QVERIFY(live.detail()->curve()->isAncestorOf(QApplication::focusWidget()));
    QTRY_VERIFY_WITH_TIMEOUT(live.detail()->curve()->buffer().size() >= 4, patience_ms);
    QTRY_VERIFY_WITH_TIMEOUT(live.detail()->fee_table()->rowCount() > 0, patience_ms);

    keys::press(Qt::Key_S);
    QVERIFY(live.commands()->is_open());
    keys::press(Qt::Key_Escape);
    QVERIFY(!live.commands()->is_open());
    QCOMPARE(commands.count(QList<QVariant>{QStringLiteral("CP-0412"), QStringLiteral("RemoteStopTransaction")}), 0);
    keys::press(Qt::Key_S);
    QVERIFY(live.commands()->is_open());
    QVERIFY(keys::tab_to(live.commands()->sheet()->primary_button()->text()));
    keys::press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(
        commands.count(QList<QVariant>{QStringLiteral("CP-0412"), QStringLiteral("RemoteStopTransaction")}), 1,
        patience_ms);
    QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, patience_ms);
    QCOMPARE(ended.front().front().value<sim::SessionSummary>().reason, QStringLiteral("Remote"));
    QTRY_COMPARE_WITH_TIMEOUT(cell(live, SessionTableModel::State), QStringLiteral("Settled"), patience_ms);
    QVERIFY(!live.commands()->is_open());

    const auto order = desk.order_at("CP-0412");
    QVERIFY(order);
    QVERIFY(order->state == OrderState::Payed);
    QVERIFY(order->stop_reason == StopReason::Remote);
    QVERIFY(order->fee.is_positive());
    const SessionView &row = live.sessions().session(0);
    QCOMPARE(row.order_no.text(), order->order_no.text());
    QCOMPARE(row.fee.minor(), order->fee.minor());
    QCOMPARE(row.returned.minor(), order->returned.minor());
    QCOMPARE(row.owed.minor(), 0);
    QCOMPARE(order->fee.minor() + order->returned.minor(), order->prepaid.minor());
    QCOMPARE(cell(live, SessionTableModel::Fee), live.detail()->format().money(order->fee));
    const auto balance = desk.desk().member_balance(order->member_id).result();
    QVERIFY(balance);
    QCOMPARE(balance->available.minor(), 30000 - order->fee.minor());
    QCOMPARE(balance->frozen.minor(), 0);
    QVERIFY(desk.desk().ledger_sum().result()->is_zero());
    // What has ended cannot be stopped again.
    keys::press(Qt::Key_S);
    QVERIFY(!live.commands()->is_open());
}

QTEST_MAIN(LiveJourneyTest)
#include "live_journey_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QtTest>

#include "models/item/device_event_model.h"
#include "models/item/session_filter_model.h"

using namespace aftercharge;
using namespace std::chrono_literals;

namespace {

using Tester = QAbstractItemModelTester;
constexpr auto qt_test = Tester::FailureReportingMode::QtTest;

UtcTime at(std::int64_t seconds)
{
    return UtcTime{std::chrono::seconds{1'795'000'000 + seconds}};
}

Money yuan(std::int64_t fen)
{
    return Money::from_minor(fen, *Currency::from_code("CNY")).value();
}

SessionView session(int number)
{
    SessionView view;
    view.order_no = *OrderNo::from_text("C20261123-" + std::to_string(1000 + number));
    view.connector = {*ChargePointId::from_text("CP-" + std::to_string(1000 + number)), 1};
    view.station_id = *StationId::from_text(number % 2 ? "ODD" : "EVEN");
    view.member_id = *MemberId::from_text("M-" + std::to_string(number));
    view.state = OrderState::Charging;
    view.started_at = at(number);
    view.at = view.received_at = at(1000);
    view.power = PowerW{10'000 + number};
    view.soc = SocPermille{500};
    view.energy = EnergyWh{1000 + number};
    view.fee = yuan(100 + number);
    view.prepaid = yuan(5000);
    return view;
}

SessionView sick(int number, HealthSign sign)
{
    SessionView view = session(number);
    view.health = static_cast<std::uint32_t>(sign);
    return view;
}

QList<SessionView> many(int count)
{
    QList<SessionView> list;
    for (int i = 0; i < count; ++i)
        list.append(session(i));
    return list;
}

}  // namespace

class SessionModelsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void condition_names_the_worst()
    {
        SessionView view = session(1);
        QCOMPARE(condition_of(view), SessionCondition::Charging);
        QVERIFY(!needs_look(view));
        view.health = static_cast<std::uint32_t>(HealthSign::ReadingsExcluded);
        QVERIFY(!needs_look(view));
        view.connection = Connection::Offline;
        QCOMPARE(condition_of(view), SessionCondition::Offline);
        view.health |= static_cast<std::uint32_t>(HealthSign::Phantom);
        QCOMPARE(condition_of(view), SessionCondition::Phantom);
        QVERIFY(needs_look(view));
        view.stopped_at = at(5);
        view.state = OrderState::Payed;
        QCOMPARE(condition_of(view), SessionCondition::Settled);
        QVERIFY(!needs_look(view));
        view.stop_reason = StopReason::HighTemperature;
        QVERIFY(needs_look(view));
        view.stop_reason = StopReason::EvDisconnected;
        QVERIFY(!needs_look(view));
        view.state = OrderState::Settle;
        QVERIFY(needs_look(view));
    }

    void changes_are_narrow_and_never_a_reset()
    {
        SessionTableModel model;
        Tester tester(&model, qt_test);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        model.apply(many(10));
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(model.rowCount(), 10);

        SessionView one = session(3);
        one.power = PowerW{99'000};
        one.fee = yuan(777);
        model.apply({one, session(4)});
        QCOMPARE(changed.count(), 1);
        const auto top = changed[0][0].toModelIndex();
        const auto bottom = changed[0][1].toModelIndex();
        QCOMPARE(top.row(), 3);
        QCOMPARE(bottom.row(), 3);
        QCOMPARE(top.column(), int(SessionTableModel::Power));
        QCOMPARE(bottom.column(), int(SessionTableModel::Fee));
        QCOMPARE(model.data(model.index(3, SessionTableModel::Fee), CellRole::sort_key).toLongLong(), 777);

        // Only the receipt differs: nothing to see.
        one.received_at = at(2000);
        model.apply({one});
        QCOMPARE(changed.count(), 1);
        QCOMPARE(model.session(3).received_at, at(2000));

        // Two apart are two signals, neighbours are one.
        changed.clear();
        QList<SessionView> several{session(9), session(1), session(2)};
        for (SessionView &view : several)
            view.soc = SocPermille{900};
        model.apply(several);
        QCOMPARE(changed.count(), 2);
        QCOMPARE(reset.count(), 0);
    }

    void rows_keep_their_place_and_go_when_over()
    {
        SessionTableModel model;
        Tester tester(&model, qt_test);
        model.apply(many(6));
        SessionView over = session(2);
        over.state = OrderState::Payed;
        over.stopped_at = at(100);
        model.apply({over});
        QCOMPARE(model.row_of(over.order_no), 2);
        model.drop_ended_before(at(100));
        QCOMPARE(model.rowCount(), 6);
        model.drop_ended_before(at(101));
        QCOMPARE(model.rowCount(), 5);
        QCOMPARE(model.row_of(over.order_no), -1);
        QCOMPARE(model.row_of(session(5).order_no), 4);
        model.synchronise({session(5), session(7)});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.row_of(session(5).order_no), 0);
        QCOMPARE(model.row_of(session(7).order_no), 1);
    }

    void same_session_twice_in_one_batch_is_one_row()
    {
        SessionTableModel model;
        Tester tester(&model, qt_test);
        SessionView later = session(1);
        later.fee = yuan(900);
        model.apply({session(1), later});
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.session(0).fee, yuan(900));
    }

    void filter_counts_and_sorts()
    {
        SessionTableModel model;
        SessionFilterModel filter(model);
        Tester tester(&filter, qt_test);
        filter.sort(SessionTableModel::State);
        QList<SessionView> list = many(6);
        list[2] = sick(2, HealthSign::Phantom);
        list[5] = sick(5, HealthSign::Offline);
        model.apply(list);
        QCOMPARE(filter.counts(), (SessionCounts{6, 2, 1}));
        QCOMPARE(filter.session(0).order_no, list[2].order_no);
        QCOMPARE(filter.session(1).order_no, list[5].order_no);
        filter.set_scope(SessionScope::NeedLook);
        QCOMPARE(filter.rowCount(), 2);
        filter.set_scope(SessionScope::Offline);
        QCOMPARE(filter.rowCount(), 1);
        filter.set_scope(SessionScope::All);
        filter.set_station(*StationId::from_text("ODD"));
        QCOMPARE(filter.rowCount(), 3);
        QCOMPARE(filter.counts(), (SessionCounts{3, 1, 1}));
        filter.set_text(QStringLiteral("cp-1003"));
        QCOMPARE(filter.rowCount(), 1);
        filter.set_text({});
        filter.set_station({});
        for (int column = 0; column < SessionTableModel::column_count; ++column)
            filter.sort(column, Qt::DescendingOrder);
        filter.sort(SessionTableModel::Fee, Qt::DescendingOrder);
        QCOMPARE(filter.session(0).order_no, list[5].order_no);
        // A session that falls ill comes into the filter by itself.
        filter.set_scope(SessionScope::NeedLook);
        model.apply({sick(0, HealthSign::Silent)});
        QCOMPARE(filter.rowCount(), 3);
        QVERIFY(filter.row_of(session(0).order_no) >= 0);
        QCOMPARE(filter.row_of(session(1).order_no), -1);
    }

    void thousand_sessions_four_times_a_second()
    {
        SessionTableModel model;
        SessionFilterModel filter(model);
        filter.sort(SessionTableModel::State);
        QList<SessionView> list = many(1000);
        model.apply(list);
        QElapsedTimer timer;
        timer.start();
        for (int round = 1; round <= 8; ++round) {
            for (SessionView &view : list) {
                view.energy = view.energy + EnergyWh{10};
                view.fee = yuan(view.fee.minor() + 1);
            }
            model.apply(list);
        }
        // Two seconds' worth of updates; generous for a busy machine, far above what it takes.
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    }

    void events_are_newest_first_and_bounded()
    {
        DeviceEventModel model(5);
        Tester tester(&model, qt_test);
        std::vector<LiveEvent> events;
        for (int i = 0; i < 4; ++i) {
            LiveEvent event;
            event.at = at(i * 10);
            event.detail = std::to_string(i);
            events.push_back(event);
        }
        model.add(events);
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.event(0).detail, std::string("3"));
        // Between, at the top and at the end, in one batch; the oldest go.
        LiveEvent between, top, oldest;
        between.at = at(15);
        between.detail = "between";
        top.at = at(100);
        top.detail = "top";
        oldest.at = at(-5);
        oldest.detail = "oldest";
        model.add({oldest, top, between});
        QCOMPARE(model.rowCount(), 5);
        QStringList seen;
        for (int row = 0; row < model.rowCount(); ++row)
            seen.append(QString::fromStdString(model.event(row).detail));
        QCOMPARE(seen.join(u' '), QStringLiteral("top 3 2 between 1"));
        model.add({top});
        QCOMPARE(model.rowCount(), 5);
        QCOMPARE(model.event(1).detail, std::string("3"));
    }

    void sessions_tell_what_happened()
    {
        const SessionView before = session(1);
        QCOMPARE(events_between(nullptr, before).size(), std::size_t{1});
        SessionView after = sick(1, HealthSign::Phantom);
        auto events = events_between(&before, after);
        QCOMPARE(events.size(), std::size_t{1});
        QCOMPARE(events[0].kind, LiveEvent::Kind::Phantom);
        QCOMPARE(events[0].severity, Severity::Fault);
        QVERIFY(events_between(&after, after).empty());

        SessionView over = after;
        over.state = OrderState::Payed;
        over.stopped_at = at(2000);
        over.stop_reason = StopReason::HighTemperature;
        over.returned = yuan(294);
        events = events_between(&after, over);
        QCOMPARE(events.size(), std::size_t{1});
        QCOMPARE(events[0].kind, LiveEvent::Kind::Stopped);
        QCOMPARE(events[0].returned, yuan(294));

        DeviceEventModel model;
        Tester tester(&model, qt_test);
        model.mark_told(over.order_no);  // the notice may come before the session
        model.add(events);
        QVERIFY(model.event(0).customer_told);
    }
};

QTEST_GUILESS_MAIN(SessionModelsTest)
#include "session_models_test.moc"

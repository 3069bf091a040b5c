// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>

#include <thread>

#include "models/live/change_hub.h"
#include "models/live/local_feed.h"
#include "tests/live/live_samples.h"

using namespace aftercharge;
using namespace aftercharge::live_test;

namespace {

class Counting : public ChangeListener {
public:
    void on_changes(const Changes &) override { ++calls; }
    int calls = 0;
};

}  // namespace

class FeedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hub_calls_while_subscribed();
    void subscription_outlives_the_hub();
    void merge_keeps_the_newest();
    void merge_is_bounded();
    void feed_emits_each_session_once_a_flush();
    void feed_is_never_faster_than_four_a_second();
    void feed_tells_rows_notices_and_events();
    void feed_counts_running_sessions();
    void what_ended_before_priming_stays_ended();
};

void FeedTest::hub_calls_while_subscribed()
{
    ChangeHub hub;
    Counting first;
    Counting second;
    ChangeHub::Subscription kept = hub.add(first);
    {
        const ChangeHub::Subscription short_lived = hub.add(second);
        hub.on_changes({});
    }
    hub.on_changes({});
    QCOMPARE(first.calls, 2);
    QCOMPARE(second.calls, 1);
    ChangeHub::Subscription moved = std::move(kept);
    hub.on_changes({});
    QCOMPARE(first.calls, 3);
    moved.reset();
    hub.on_changes({});
    QCOMPARE(first.calls, 3);
}

void FeedTest::subscription_outlives_the_hub()
{
    Counting listener;
    ChangeHub::Subscription subscription;
    {
        ChangeHub hub;
        subscription = hub.add(listener);
        hub.on_changes({});
    }
    subscription.reset();
    QCOMPARE(listener.calls, 1);
}

void FeedTest::merge_keeps_the_newest()
{
    ChangeMerge merge;
    SessionView view = running_session("O-1");
    Changes changes = sessions_only({view});
    changes.rows = {{ChangedTable::Tickets, "T-1", 1}};
    merge.add(changes);
    view.fee = cny(2'000);
    changes = sessions_only({view, running_session("O-2")});
    changes.rows = {{ChangedTable::Tickets, "T-1", 2}, {ChangedTable::Refunds, "T-1", 1}};
    merge.add(changes);
    const ChangeMerge::Taken taken = merge.take();
    QCOMPARE(taken.reports, std::int64_t{3});
    QCOMPARE(taken.changes.sessions.size(), std::size_t{2});
    QVERIFY(taken.changes.sessions[0] == view);
    const std::vector<Changed> rows{{ChangedTable::Tickets, "T-1", 2}, {ChangedTable::Refunds, "T-1", 1}};
    QVERIFY(taken.changes.rows == rows);
    QVERIFY(merge.take().changes.is_empty());
}

void FeedTest::merge_is_bounded()
{
    ChangeMerge merge;
    for (std::size_t i = 0; i < 3 * ChangeMerge::max_rows; ++i) {
        Changes changes;
        changes.rows = {{ChangedTable::Tickets, "T-" + std::to_string(i), 1}};
        changes.notices = {fault_notice("O-" + std::to_string(i), 1)};
        changes.events = {suspect_event()};
        merge.add(changes);
    }
    merge.add(Changes{.sessions = {}, .rows = {{ChangedTable::Refunds, "R-1", 3}}, .notices = {}, .events = {}});
    const ChangeMerge::Taken taken = merge.take();
    const std::vector<Changed> rows{{ChangedTable::Tickets, "", 0}, {ChangedTable::Refunds, "R-1", 3}};
    QVERIFY(taken.changes.rows == rows);
    QCOMPARE(taken.changes.notices.size(), ChangeMerge::max_notices);
    QCOMPARE(taken.changes.notices.back().order_no.text(), "O-" + std::to_string(3 * ChangeMerge::max_rows - 1));
    QCOMPARE(taken.changes.events.size(), ChangeMerge::max_events);
    QCOMPARE(taken.rejected, static_cast<std::int64_t>(3 * ChangeMerge::max_rows));
}

void FeedTest::feed_emits_each_session_once_a_flush()
{
    const FixedClock clock;
    LocalFeed feed(clock);
    QSignalSpy spy(&feed, &LiveFeed::sessionsChanged);
    std::thread engine([&] {
        for (int i = 1; i <= 100; ++i) {
            SessionView view = running_session("O-1");
            view.fee = cny(i);
            feed.on_changes(sessions_only({view, running_session("O-2")}));
        }
    });
    engine.join();
    QVERIFY(spy.wait(2'000));
    QCOMPARE(spy.size(), 1);
    const auto sessions = spy[0][0].value<QList<SessionView>>();
    QCOMPARE(sessions.size(), 2);
    QCOMPARE(sessions[0].fee.minor(), std::int64_t{100});
    QCOMPARE(feed.state().lag_ms, 400);
    QVERIFY(feed.state().reports_per_second_milli > 0);
}

void FeedTest::feed_is_never_faster_than_four_a_second()
{
    const FixedClock clock;
    LocalFeed feed(clock);
    QSignalSpy spy(&feed, &LiveFeed::sessionsChanged);
    QElapsedTimer elapsed;
    elapsed.start();
    while (elapsed.elapsed() < 1'500) {
        feed.on_changes(sessions_only({running_session("O-1")}));
        QTest::qWait(2);
    }
    QVERIFY2(spy.size() >= 4 && spy.size() <= 7, QByteArray::number(spy.size()).constData());
}

void FeedTest::feed_tells_rows_notices_and_events()
{
    const FixedClock clock;
    LocalFeed feed(clock);
    QSignalSpy rows(&feed, &LiveFeed::rowsChanged);
    QSignalSpy notices(&feed, &LiveFeed::noticesWritten);
    QSignalSpy events(&feed, &LiveFeed::eventsArrived);
    Changes changes;
    changes.rows = {{ChangedTable::Orders, "O-1", 4}};
    changes.notices = {fault_notice("O-1", 1)};
    changes.events = {suspect_event()};
    feed.on_changes(changes);
    QVERIFY(events.wait(2'000));
    QVERIFY(rows[0][0].value<QList<Changed>>()[0] == changes.rows[0]);
    QVERIFY(notices[0][0].value<QList<Notice>>()[0] == changes.notices[0]);
    QVERIFY(events[0][0].value<QList<DeviceEvent>>()[0] == changes.events[0]);
    QCOMPARE(feed.state().rejected, 1);
}

void FeedTest::feed_counts_running_sessions()
{
    const FixedClock clock;
    LocalFeed feed(clock);
    QSignalSpy states(&feed, &LiveFeed::stateChanged);
    feed.prime({running_session("O-1"), running_session("O-2"), settled(running_session("O-3"))});
    QCOMPARE(states.size(), 1);
    QCOMPARE(states[0][0].value<FeedState>().sessions, 2);
    QCOMPARE(states[0][0].value<FeedState>().kind, FeedState::Live);
    feed.on_changes(sessions_only({settled(running_session("O-1"))}));
    QTRY_COMPARE(feed.state().sessions, 1);
    QTRY_COMPARE(states.back()[0].value<FeedState>().sessions, 1);
}

void FeedTest::what_ended_before_priming_stays_ended()
{
    const FixedClock clock;
    LocalFeed feed(clock);
    QSignalSpy spy(&feed, &LiveFeed::sessionsChanged);
    feed.on_changes(sessions_only({settled(running_session("O-1")), running_session("O-3")}));
    QVERIFY(spy.wait(2'000));
    feed.prime({running_session("O-1"), running_session("O-2")});
    QCOMPARE(feed.state().sessions, 2);
}

QTEST_GUILESS_MAIN(FeedTest)
#include "feed_test.moc"

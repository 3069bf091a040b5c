// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/live/daemons_feed.h"

#include "tests/live/feed_bench.h"

using namespace aftercharge;
using namespace aftercharge::live_test;

namespace {

LiveClientOptions quick()
{
    LiveClientOptions options;
    options.retry_first = std::chrono::milliseconds(50);
    options.retry_most = std::chrono::milliseconds(100);
    return options;
}

SessionView later(SessionView view, int seconds)
{
    view.received_at = view.received_at + std::chrono::seconds(seconds);
    return view;
}

// One daemon of several, with sessions of its own.
class Daemon : public FeedBench {
public:
    Daemon(std::string name, std::vector<SessionView> sessions) : name_(std::move(name))
    {
        fill();
        source_->sessions = std::move(sessions);
        row_.name = name_;
        row_.started_at = at("2026-11-24T08:00:00.000Z");
        up();
    }
    void up()
    {
        port_ = serve_feed(patient(), port_);
        row_.live_url = "ws://127.0.0.1:" + std::to_string(port_);
    }
    void down() { server_.reset(); }
    void restart_anew()
    {
        down();
        up();
        row_.started_at = row_.started_at + std::chrono::seconds(30);
    }
    void tell(const Changes &changes) { server_->on_changes(changes); }
    const DaemonRow &row() const { return row_; }
    FakeSource &source() { return *source_; }
    qint64 refused() const { return server_->counts().refused; }

private:
    std::string name_;
    quint16 port_ = 0;
    DaemonRow row_;
};

// The last state of a session that the feed told.
class Told {
public:
    explicit Told(DaemonsFeed &feed)
    {
        QObject::connect(&feed, &LiveFeed::sessionsChanged, &feed, [this](const QList<SessionView> &sessions) {
            for (const SessionView &view : sessions)
                views.insert_or_assign(view.order_no.text(), view);
        });
    }
    std::optional<SessionView> find(const std::string &order_no) const
    {
        const auto found = views.find(order_no);
        return found == views.end() ? std::nullopt : std::optional(found->second);
    }
    std::map<std::string, SessionView> views;
};

}  // namespace

class DaemonsFeedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void the_feeds_of_two_daemons_are_one();
    void the_newest_report_wins_whoever_tells_it();
    void a_lost_feed_is_told_and_heals_by_itself();
    void daemons_come_and_go();
    void nobody_is_asked_without_a_token();
    void polling_stands_in_for_a_feed();
    void of_one_report_the_end_wins();

private:
    FixedClock clock_;
    SequenceRandom random_;
};

void DaemonsFeedTest::the_feeds_of_two_daemons_are_one()
{
    Daemon a("a", {running_session("O-1")});
    Daemon b("b", {running_session("O-2"), running_session("O-3")});
    DaemonsFeed feed(quick(), clock_, random_);
    Told told(feed);
    QSignalSpy rows(&feed, &LiveFeed::rowsChanged);
    QSignalSpy again(&feed, &LiveFeed::resynchronised);
    QCOMPARE(feed.state().kind, FeedState::Connecting);
    feed.set_token("desk");
    feed.set_daemons({a.row(), b.row()});
    QTRY_COMPARE(feed.state().kind, FeedState::Live);
    QTRY_COMPARE(feed.state().sessions, 3);
    QTRY_COMPARE(again.size(), 1);  // what happened before the first word is in the store

    Changes changes = sessions_only({later(running_session("O-1"), 15)});
    changes.rows = {{ChangedTable::Tickets, "T-1", 2}};
    a.tell(changes);
    b.tell(sessions_only({settled(later(running_session("O-2"), 20))}));
    QTRY_COMPARE(feed.state().sessions, 2);
    QTRY_COMPARE(told.find("O-1")->received_at, later(running_session("O-1"), 15).received_at);
    QTRY_COMPARE(rows.size(), 1);
    QVERIFY(rows[0][0].value<QList<Changed>>() == QList{changes.rows[0]});
    QCOMPARE(again.size(), 1);
}

void DaemonsFeedTest::the_newest_report_wins_whoever_tells_it()
{
    Daemon a("a", {running_session("O-1")});
    Daemon b("b", {});
    DaemonsFeed feed(quick(), clock_, random_);
    Told told(feed);
    feed.set_token("desk");
    feed.set_daemons({a.row(), b.row()});
    QTRY_COMPARE(feed.state().kind, FeedState::Live);
    QTRY_VERIFY(told.find("O-1"));
    // The charge point went over to b, and ended there; a still knows what it knew.
    const SessionView newest = settled(later(running_session("O-1"), 30));
    b.tell(sessions_only({newest}));
    QTRY_COMPARE(feed.state().sessions, 0);
    SessionView stale = later(running_session("O-1"), 10);
    stale.connection = Connection::Offline;
    a.tell(sessions_only({stale, running_session("O-9")}));
    QTRY_VERIFY(told.find("O-9"));
    QVERIFY(*told.find("O-1") == newest);
    QCOMPARE(feed.state().sessions, 1);
}

void DaemonsFeedTest::a_lost_feed_is_told_and_heals_by_itself()
{
    Daemon a("a", {running_session("O-1")});
    Daemon b("b", {running_session("O-2")});
    DaemonsFeed feed(quick(), clock_, random_);
    QSignalSpy again(&feed, &LiveFeed::resynchronised);
    feed.set_token("desk");
    feed.set_daemons({a.row(), b.row()});
    QTRY_COMPARE(feed.state().kind, FeedState::Live);
    QTRY_COMPARE(again.size(), 1);
    a.down();
    QTRY_COMPARE(feed.state().kind, FeedState::Stale);
    b.down();
    QTRY_COMPARE(feed.state().kind, FeedState::Lost);
    QTest::qWait(300);
    QCOMPARE(again.size(), 1);
    a.up();
    b.up();
    QTRY_COMPARE(feed.state().kind, FeedState::Live);
    QTRY_VERIFY(again.size() >= 2);
}

void DaemonsFeedTest::daemons_come_and_go()
{
    Daemon a("a", {running_session("O-1")});
    Daemon b("b", {running_session("O-2")});
    DaemonsFeed feed(quick(), clock_, random_);
    Told told(feed);
    QSignalSpy again(&feed, &LiveFeed::resynchronised);
    feed.set_token("desk");
    feed.set_daemons({});
    QCOMPARE(feed.state().kind, FeedState::Lost);
    feed.set_daemons({a.row()});
    QTRY_COMPARE(feed.state().kind, FeedState::Live);
    QTRY_COMPARE(again.size(), 1);
    feed.set_daemons({a.row(), b.row()});
    QTRY_VERIFY(told.find("O-2"));
    QTRY_COMPARE(again.size(), 2);
    // One is gone for good; what it last did is read again, and the other goes on.
    b.down();
    feed.set_daemons({a.row()});
    QTRY_COMPARE(again.size(), 3);
    QTRY_COMPARE(feed.state().kind, FeedState::Live);
    // One that was started again is another one, at once.
    a.restart_anew();
    a.source().sessions = {running_session("O-7")};
    feed.set_daemons({a.row()});
    QTRY_VERIFY(told.find("O-7"));
    QTRY_COMPARE(feed.state().kind, FeedState::Live);
    // And one without a feed says nothing.
    DaemonRow silent = a.row();
    silent.live_url.clear();
    feed.set_daemons({silent});
    QCOMPARE(feed.state().kind, FeedState::Lost);
}

void DaemonsFeedTest::nobody_is_asked_without_a_token()
{
    Daemon a("a", {running_session("O-1")});
    DaemonsFeed feed(quick(), clock_, random_);
    feed.set_daemons({a.row()});
    QTest::qWait(300);
    QCOMPARE(a.refused(), 0);
    QCOMPARE(feed.state().kind, FeedState::Connecting);
    feed.set_token("expired");
    QTRY_VERIFY(a.refused() > 0);
    QTRY_COMPARE(feed.state().kind, FeedState::Lost);
    feed.set_token("desk");
    QTRY_COMPARE(feed.state().kind, FeedState::Live);
}

void DaemonsFeedTest::polling_stands_in_for_a_feed()
{
    DaemonsFeed feed(quick(), clock_, random_);
    Told told(feed);
    QSignalSpy rows(&feed, &LiveFeed::rowsChanged);
    feed.set_daemons({});
    feed.poll({running_session("O-1"), running_session("O-2")});
    QTRY_COMPARE(rows.size(), 1);
    const auto tables = rows[0][0].value<QList<Changed>>();
    QCOMPARE(static_cast<std::size_t>(tables.size()), text_table(ChangedTable{}).size());
    for (const Changed &row : tables)
        QVERIFY(row.id.empty());
    QVERIFY(told.find("O-1") && told.find("O-2"));
    QCOMPARE(feed.state().sessions, 2);
    QCOMPARE(feed.state().kind, FeedState::Lost);
    QCOMPARE(feed.state().reports_per_second_milli, 0);
}

void DaemonsFeedTest::of_one_report_the_end_wins()
{
    NewestSessions newest;
    const SessionView running = running_session("O-1");
    QVERIFY(newest.take(running, 1));
    QVERIFY(newest.take(settled(running), 2));
    QVERIFY(!newest.take(running, 1));
    QVERIFY(!newest.take(running, NewestSessions::store_teller));
    // What one teller says is in order, also when it opens an order again.
    QVERIFY(newest.take(running, 2));
    QVERIFY(!newest.take(running, NewestSessions::store_teller));
    QVERIFY(newest.take(later(running, 1), 1));
    QVERIFY(!newest.take(settled(running), 2));
}

QTEST_GUILESS_MAIN(DaemonsFeedTest)
#include "daemons_feed_test.moc"

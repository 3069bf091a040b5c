// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/live/live_server.h"

#include "tests/live/feed_bench.h"

using namespace aftercharge;
using namespace aftercharge::live_test;

class LiveServerTest : public QObject, private FeedBench {
    Q_OBJECT

private Q_SLOTS:
    void init() { fill(); }
    void cleanup() { server_.reset(); }
    void strangers_are_refused();
    void hello_then_snapshot_then_samples();
    void sessions_start_stop_and_settle();
    void rows_notices_and_events_are_told();
    void subscription_filters();
    void new_subscription_brings_a_snapshot();
    void thousand_updates_a_second_are_four_frames();
    void slow_reader_is_bounded_and_cut_off();
    void malformed_is_answered_counted_and_at_last_closed();
    void huge_message_closes();
    void silent_handshake_is_cut_off();
    void dead_peer_is_cut_off();

private:
    quint16 serve(const FeedServerOptions &options = {}) { return serve_feed(options); }
};

void LiveServerTest::strangers_are_refused()
{
    const quint16 port = serve();
    QCOMPARE(status_line(port, {}), QByteArray("HTTP/1.1 401 Unauthorized"));
    QCOMPARE(status_line(port, "Authorization: Bearer guess\r\n"), QByteArray("HTTP/1.1 401 Unauthorized"));
    QCOMPARE(status_line(port, "Authorization: Basic desk\r\n"), QByteArray("HTTP/1.1 401 Unauthorized"));
    QCOMPARE(status_line(port, "Authorization: Bearer order:O-1\r\n"), QByteArray("HTTP/1.1 401 Unauthorized"));
    QCOMPARE(status_line(port, "Authorization: Bearer desk\r\nOrigin: http://evil.example\r\n"),
             QByteArray("HTTP/1.1 403 Forbidden"));
    QCOMPARE(status_line(port, "Authorization: Bearer desk\r\nX: " + QByteArray(9'000, 'x') + "\r\n"),
             QByteArray("HTTP/1.1 400 Bad Request"));
    QCOMPARE(status_line(port, "Authorization: Bearer desk\r\n"), QByteArray("HTTP/1.1 101 Switching Protocols"));
    QTRY_COMPARE(server_->counts().refused, 6);

    TestSocket page(port, "desk", QStringLiteral("http://evil.example"));
    QTRY_COMPARE(page.socket.state(), QAbstractSocket::UnconnectedState);
    QVERIFY(page.heard.empty());

    LiveServer second(*source_, tokens_, clock_);
    const auto taken = second.listen(QHostAddress::LocalHost, port);
    QVERIFY(!taken);
    QCOMPARE(taken.error().code, ErrorCode::NetworkUnreachable);
}

void LiveServerTest::hello_then_snapshot_then_samples()
{
    TestSocket desk(serve(), "desk");
    QTRY_COMPARE(desk.count<frames::Snapshot>(), 1);
    QVERIFY(std::get<frames::Hello>(desk.heard.at(0)) == (frames::Hello{1, clock_.now()}));
    QVERIFY(std::get<frames::Snapshot>(desk.heard.at(1)).sessions == source_->sessions);

    SessionView view = source_->sessions[0];
    view.fee = cny(1'300);
    server_->on_changes(sessions_only({view}));
    QTRY_COMPARE(desk.count<frames::Samples>(), 1);
    const auto samples = desk.all<frames::Samples>()[0].sessions;
    QCOMPARE(samples.size(), std::size_t{1});
    QCOMPARE(samples[0].fee.minor(), std::int64_t{1'300});
    QCOMPARE(desk.count<frames::Session>(), 0);  // it ran before
    QVERIFY(desk.wrong.isEmpty());
}

void LiveServerTest::sessions_start_stop_and_settle()
{
    TestSocket desk(serve(), "desk");
    QTRY_COMPARE(desk.count<frames::Snapshot>(), 1);
    server_->on_changes(sessions_only({running_session("O-3")}));
    QTRY_COMPARE(desk.count<frames::Session>(), 1);
    SessionView owing = settled(running_session("O-3"));
    owing.state = OrderState::Settle;
    owing.owed = cny(100);
    server_->on_changes(sessions_only({owing}));
    QTRY_COMPARE(desk.count<frames::Session>(), 2);
    server_->on_changes(sessions_only({settled(running_session("O-3")), settled(running_session("O-1"))}));
    QTRY_COMPARE(desk.count<frames::Session>(), 5);
    server_->on_changes(sessions_only({settled(running_session("O-3"))}));  // nothing new
    QTest::qWait(600);

    using frames::SessionEvent;
    const std::vector<frames::Session> told = desk.all<frames::Session>();
    QCOMPARE(told.size(), std::size_t{5});
    const std::vector<frames::Session> expected{
        {SessionEvent::Started, running_session("O-3")},
        {SessionEvent::Stopped, owing},
        {SessionEvent::Stopped, settled(running_session("O-1"))},
        {SessionEvent::Settled, settled(running_session("O-1"))},
        {SessionEvent::Settled, settled(running_session("O-3"))},
    };
    QVERIFY(told == expected);
}

void LiveServerTest::rows_notices_and_events_are_told()
{
    TestSocket desk(serve(), "desk");
    QTRY_COMPARE(desk.count<frames::Snapshot>(), 1);
    Changes changes;
    changes.rows = {{ChangedTable::Tickets, "T-1", 1}};
    changes.notices = {fault_notice("O-1", 1)};
    changes.events = {suspect_event()};
    server_->on_changes(changes);
    changes = {};
    changes.rows = {{ChangedTable::Tickets, "T-1", 2}};
    server_->on_changes(changes);
    QTRY_COMPARE(desk.count<frames::DeviceEvents>(), 1);
    QCOMPARE(desk.count<Changed>(), 1);
    QVERIFY(desk.all<Changed>()[0] == (Changed{ChangedTable::Tickets, "T-1", 2}));
    QVERIFY(desk.all<Notice>()[0] == fault_notice("O-1", 1));
    QVERIFY(desk.all<frames::DeviceEvents>()[0].events[0] == suspect_event());
}

void LiveServerTest::subscription_filters()
{
    TestSocket desk(serve(patient()), "desk");
    connect(&desk.socket, &QWebSocket::connected, this, [&] { desk.send(R"({"subscribe":{"stations":["ST-2"]}})"); });
    QTRY_COMPARE(desk.count<frames::Snapshot>(), 1);
    QVERIFY(desk.all<frames::Snapshot>()[0].sessions == std::vector{source_->sessions[1]});
    server_->on_changes(sessions_only({running_session("O-1", "ST-1"), running_session("O-2", "ST-2"),
                                       running_session("O-3", "ST-1"), running_session("O-4", "ST-2")}));
    QTRY_COMPARE(desk.count<frames::Samples>(), 1);
    const auto samples = desk.all<frames::Samples>()[0].sessions;
    QCOMPARE(samples.size(), std::size_t{2});
    QCOMPARE(samples[0].order_no.text(), std::string("O-2"));
    QCOMPARE(samples[1].order_no.text(), std::string("O-4"));
    QCOMPARE(desk.count<frames::Session>(), 1);
    QCOMPARE(desk.all<frames::Session>()[0].session.order_no.text(), std::string("O-4"));
}

void LiveServerTest::new_subscription_brings_a_snapshot()
{
    TestSocket desk(serve(), "desk");
    QTRY_COMPARE(desk.count<frames::Snapshot>(), 1);
    desk.send(R"({"subscribe":{"stations":["ST-1","ST-9"]}})");
    QTRY_COMPARE(desk.count<frames::Snapshot>(), 2);
    QCOMPARE(desk.all<frames::Snapshot>()[1].sessions.size(), std::size_t{1});
    desk.send(R"({"subscribe":{"stations":[]}})");
    QTRY_COMPARE(desk.count<frames::Snapshot>(), 3);
    QCOMPARE(desk.all<frames::Snapshot>()[2].sessions.size(), std::size_t{2});
}

void LiveServerTest::thousand_updates_a_second_are_four_frames()
{
    TestSocket desk(serve(), "desk");
    QTRY_COMPARE(desk.count<frames::Snapshot>(), 1);
    QElapsedTimer elapsed;
    elapsed.start();
    int updates = 0;
    while (elapsed.elapsed() < 3'000) {
        for (; updates < elapsed.elapsed(); ++updates) {
            SessionView view = running_session(updates % 2 == 0 ? "O-1" : "O-2", updates % 2 == 0 ? "ST-1" : "ST-2");
            view.fee = cny(updates);
            server_->on_changes(sessions_only({view}));
        }
        QTest::qWait(1);
    }
    const int frames_in_time = desk.count<frames::Samples>();
    QVERIFY2(frames_in_time >= 8 && frames_in_time <= 12, QByteArray::number(frames_in_time).constData());
    QVERIFY(updates > 2'500);
    for (const frames::Samples &samples : desk.all<frames::Samples>()) {
        QVERIFY(samples.sessions.size() <= 2);
        QVERIFY(samples.sessions.size() < 2 || samples.sessions[0].order_no != samples.sessions[1].order_no);
    }
    const auto newest_fee = [&] {
        std::int64_t newest = 0;
        const frames::Samples last = desk.all<frames::Samples>().back();
        for (const SessionView &view : last.sessions)
            newest = std::max(newest, view.fee.minor());
        return newest;
    };
    QTRY_COMPARE(newest_fee(), std::int64_t{updates - 1});
}

void LiveServerTest::slow_reader_is_bounded_and_cut_off()
{
    source_->sessions.clear();
    for (int i = 0; i < 500; ++i)
        source_->sessions.push_back(running_session("O-" + std::to_string(i)));
    FeedServerOptions options;
    options.flush_interval = std::chrono::milliseconds(20);
    options.blocked_timeout = std::chrono::milliseconds(1'500);
    const quint16 port = serve(options);
    TestSocket reader(port, "desk");
    QTcpSocket sleeper;
    sleeper.setReadBufferSize(4'096);
    sleeper.connectToHost(QStringLiteral("127.0.0.1"), port);
    sleeper.write("GET / HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: "
                  "13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nAuthorization: Bearer desk\r\n\r\n");
    QTRY_COMPARE(server_->counts().clients, 2);
    QElapsedTimer elapsed;
    elapsed.start();
    std::int64_t fee = 0;
    while (server_->counts().blocked == 0 && elapsed.elapsed() < 30'000) {
        ++fee;
        for (SessionView &view : source_->sessions)
            view.fee = cny(fee);
        server_->on_changes(sessions_only(source_->sessions));
        QTest::qWait(50);
    }
    QCOMPARE(server_->counts().blocked, 1);
    QCOMPARE(server_->counts().clients, 1);
    // The reader beside it never suffered, and has the newest.
    QTRY_VERIFY(reader.count<frames::Samples>() > 5);
    QTRY_COMPARE_WITH_TIMEOUT(reader.all<frames::Samples>().back().sessions.back().fee.minor(), fee, 10'000);
    // What the sleeper was sent stopped at the bound: it had fewer frames than the reader.
    const qint64 reader_frames = reader.count<frames::Samples>();
    QVERIFY(server_->counts().sample_frames < 2 * reader_frames);
}

void LiveServerTest::malformed_is_answered_counted_and_at_last_closed()
{
    FeedServerOptions options;
    options.max_malformed = 3;
    TestSocket desk(serve(options), "desk");
    QTRY_COMPARE(desk.count<frames::Snapshot>(), 1);
    desk.send("{\"subscribe\"");
    QTRY_COMPARE(desk.count<Error>(), 1);
    QCOMPARE(desk.all<Error>()[0].code, ErrorCode::InputInvalid);
    QCOMPARE(server_->counts().malformed, 1);
    desk.send(R"({"ticket":{"kind":"REFUND","order_no":"O-1","text":"x"}})");  // well formed, wrong place
    QTRY_COMPARE(desk.count<Error>(), 2);
    QCOMPARE(server_->counts().malformed, 1);
    desk.socket.sendBinaryMessage("\x01\x02");
    QTRY_COMPARE(server_->counts().malformed, 2);
    QCOMPARE(desk.socket.state(), QAbstractSocket::ConnectedState);
    desk.send("[]");
    QTRY_COMPARE(desk.socket.state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(desk.socket.closeCode(), QWebSocketProtocol::CloseCodePolicyViolated);
    QTRY_COMPARE(server_->counts().clients, 0);
}

void LiveServerTest::huge_message_closes()
{
    TestSocket desk(serve(), "desk");
    QTRY_COMPARE(desk.count<frames::Snapshot>(), 1);
    desk.send(QByteArray(300'000, 'x'));
    QTRY_COMPARE(desk.socket.state(), QAbstractSocket::UnconnectedState);
    QTRY_COMPARE(server_->counts().clients, 0);
}

void LiveServerTest::silent_handshake_is_cut_off()
{
    FeedServerOptions options;
    options.handshake_timeout = std::chrono::milliseconds(200);
    QTcpSocket stranger;
    stranger.connectToHost(QStringLiteral("127.0.0.1"), serve(options));
    stranger.write("GET / HTTP/1.1\r\nHost: a\r\n");
    QTRY_COMPARE(stranger.state(), QAbstractSocket::ConnectedState);
    QTRY_COMPARE(stranger.state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(stranger.bytesAvailable(), 0);
}

void LiveServerTest::dead_peer_is_cut_off()
{
    FeedServerOptions options;
    options.ping_interval = std::chrono::milliseconds(100);
    const quint16 port = serve(options);
    TestSocket alive(port, "desk");
    QTcpSocket dead;  // reads, and answers no ping
    dead.connectToHost(QStringLiteral("127.0.0.1"), port);
    dead.write("GET / HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: "
               "13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nAuthorization: Bearer desk\r\n\r\n");
    QTRY_COMPARE(server_->counts().clients, 2);
    QTRY_COMPARE(dead.state(), QAbstractSocket::UnconnectedState);
    QTest::qWait(500);
    QCOMPARE(server_->counts().clients, 1);
    QCOMPARE(alive.socket.state(), QAbstractSocket::ConnectedState);
}

QTEST_GUILESS_MAIN(LiveServerTest)
#include "live_server_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/live/live_client.h"

#include <QtNetwork/QTcpServer>

#include "tests/live/feed_bench.h"

using namespace aftercharge;
using namespace aftercharge::live_test;

namespace {

LiveClientOptions options_for(quint16 port)
{
    LiveClientOptions options;
    options.url = QUrl(QStringLiteral("ws://127.0.0.1:%1/").arg(port));
    options.token = "desk";
    return options;
}

}  // namespace

class LiveClientTest : public QObject, private FeedBench {
    Q_OBJECT

private Q_SLOTS:
    void init() { fill(); }
    void cleanup() { server_.reset(); }
    void client_feeds_the_desk();
    void client_comes_back_with_a_fresh_snapshot();
    void client_goes_stale_then_lost();
    void client_with_a_wrong_token_is_lost_and_keeps_trying();

private:
    quint16 serve(quint16 port = 0) { return serve_feed(patient(), port); }

    SequenceRandom random_;
};

void LiveClientTest::client_feeds_the_desk()
{
    const quint16 port = serve();
    LiveClientOptions options = options_for(port);
    options.stations = {StationId::from_text("ST-1").value()};
    LiveClient client(options, clock_, random_);
    QSignalSpy sessions(&client, &LiveFeed::sessionsChanged);
    QSignalSpy rows(&client, &LiveFeed::rowsChanged);
    QSignalSpy notices(&client, &LiveFeed::noticesWritten);
    client.start();
    QCOMPARE(client.state().kind, FeedState::Connecting);
    QTRY_COMPARE(client.state().kind, FeedState::Live);
    QTRY_COMPARE(client.state().sessions, 1);
    QTRY_COMPARE(sessions.size(), 1);
    QVERIFY(sessions[0][0].value<QList<SessionView>>() == QList{source_->sessions[0]});

    SessionView view = source_->sessions[0];
    view.fee = cny(2'000);
    Changes changes = sessions_only({view, running_session("O-2", "ST-2")});
    changes.rows = {{ChangedTable::Tickets, "T-1", 1}};
    changes.notices = {fault_notice("O-1", 1)};
    server_->on_changes(changes);
    QTRY_COMPARE(sessions.size(), 2);
    QVERIFY(sessions[1][0].value<QList<SessionView>>() == QList{view});  // station, member and start kept
    QTRY_COMPARE(rows.size(), 1);
    QTRY_COMPARE(notices.size(), 1);
    QVERIFY(notices[0][0].value<QList<Notice>>()[0].member_id == view.member_id);
    server_->on_changes(sessions_only({settled(view)}));
    QTRY_COMPARE(client.state().sessions, 0);
    QVERIFY(sessions.back()[0].value<QList<SessionView>>() == QList{settled(view)});
    QCOMPARE(client.malformed(), 0);
}

void LiveClientTest::client_comes_back_with_a_fresh_snapshot()
{
    const quint16 port = serve();
    LiveClientOptions options = options_for(port);
    options.retry_first = std::chrono::milliseconds(50);
    LiveClient client(options, clock_, random_);
    QSignalSpy again(&client, &LiveFeed::resynchronised);
    client.start();
    QTRY_COMPARE(client.state().kind, FeedState::Live);
    server_.reset();
    QTRY_COMPARE(client.state().kind, FeedState::Lost);
    QTest::qWait(300);  // a few tries in vain
    QCOMPARE(again.size(), 0);
    source_->sessions.push_back(running_session("O-3"));
    QCOMPARE(serve(port), port);
    QTRY_COMPARE(client.state().kind, FeedState::Live);
    QTRY_COMPARE(client.state().sessions, 3);
    QCOMPARE(again.size(), 1);
}

void LiveClientTest::client_goes_stale_then_lost()
{
    // A relay that stops passing anything on: the connection stands, nothing is heard.
    const quint16 port = serve();
    QTcpServer relay;
    QVERIFY(relay.listen(QHostAddress::LocalHost));
    bool passing = true;
    int connections = 0;
    connect(&relay, &QTcpServer::newConnection, this, [&] {
        ++connections;
        QTcpSocket *near = relay.nextPendingConnection();
        auto *far = new QTcpSocket(near);
        far->connectToHost(QStringLiteral("127.0.0.1"), port);
        connect(near, &QTcpSocket::readyRead, far, [&passing, near, far] {
            if (passing)
                far->write(near->readAll());
        });
        connect(far, &QTcpSocket::readyRead, near, [&passing, near, far] {
            if (passing)
                near->write(far->readAll());
        });
    });
    LiveClientOptions options = options_for(relay.serverPort());
    options.ping_interval = std::chrono::milliseconds(50);
    options.stale_after = std::chrono::milliseconds(400);
    options.lost_after = std::chrono::milliseconds(1'000);
    LiveClient client(options, clock_, random_);
    QSignalSpy states(&client, &LiveFeed::stateChanged);
    client.start();
    QTRY_COMPARE(client.state().kind, FeedState::Live);
    QTest::qWait(800);  // pongs alone keep it alive
    QCOMPARE(client.state().kind, FeedState::Live);
    passing = false;
    QTRY_COMPARE(client.state().kind, FeedState::Stale);
    QTRY_COMPARE(client.state().kind, FeedState::Lost);
    passing = true;
    QTRY_COMPARE(client.state().kind, FeedState::Live);
    QVERIFY(connections >= 2);
}

void LiveClientTest::client_with_a_wrong_token_is_lost_and_keeps_trying()
{
    LiveClientOptions options = options_for(serve());
    options.token = "guess";
    options.retry_first = std::chrono::milliseconds(50);
    LiveClient client(options, clock_, random_);
    client.start();
    QTRY_COMPARE(client.state().kind, FeedState::Lost);
    QTRY_VERIFY(server_->counts().refused >= 2);
    client.stop();
    QTest::qWait(300);
    const qint64 refused = server_->counts().refused;
    QTest::qWait(500);
    QCOMPARE(server_->counts().refused, refused);
}

QTEST_GUILESS_MAIN(LiveClientTest)
#include "live_client_test.moc"

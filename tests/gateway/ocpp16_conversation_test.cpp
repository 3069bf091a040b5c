// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/ocpp16_fixture.h"

using namespace aftercharge;
using namespace aftercharge::ocpp16;
using namespace aftercharge::ocpp16_test;
using namespace aftercharge::chargepoint;

class Ocpp16ConversationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answered_only_when_told();
    void answers_in_the_order_given();
    void burst_is_batched_and_answered();
    void too_many_unanswered_are_held_back();
    void malformed_is_answered_and_kept();
    void suspect_stop_is_confirmed();
    void try_again();
    void answers_to_the_gone_are_dropped();
    void second_connection_displaces_data();
    void second_connection_displaces();
    void oversized_frame();
    void binary_message();
    void silent_peer_is_dropped();
    void living_peer_stays();
    void stop_finishes_answers();
    void stop_gives_up_waiting();
    void stop_is_heard_by_one_who_still_sends();
};

void Ocpp16ConversationTest::answered_only_when_told()
{
    Fixture fixture;
    Client client(fixture);
    QVERIFY(client.is_open());
    client.send(R"([2,"m-1","Heartbeat",{}])");
    QTRY_COMPARE(fixture.sink.size(), std::size_t{2});
    const Inbound inbound = fixture.sink.list()[1];
    QVERIFY(std::holds_alternative<HeartbeatReport>(inbound.body));
    QVERIFY(inbound.raw == R"([2,"m-1","Heartbeat",{}])");
    QVERIFY(inbound.reply_to.message_id == "m-1");
    QVERIFY(inbound.received_at == fixture.clock.now());
    QVERIFY(stays_silent(client, 0));
    fixture.server.answer({heartbeat_answer(inbound)});
    QVERIFY(client.has(1));
    QCOMPARE(client.received[0], QStringLiteral("[3,\"m-1\",{\"currentTime\":\"2026-11-24T10:00:00.000Z\"}]"));
    // Once is enough.
    fixture.server.answer({heartbeat_answer(inbound)});
    QVERIFY(stays_silent(client, 1));
    QCOMPARE(fixture.server.counters().answers_dropped, std::uint64_t{1});
    QCOMPARE(fixture.server.counters().messages_answered, std::uint64_t{1});
}

void Ocpp16ConversationTest::answers_in_the_order_given()
{
    Fixture fixture;
    Client client(fixture);
    QVERIFY(client.is_open());
    for (int i = 0; i < 3; ++i)
        client.socket.sendTextMessage(heartbeat(i));
    QTRY_COMPARE(fixture.sink.only<HeartbeatReport>().size(), std::size_t{3});
    const auto asked = fixture.sink.only<HeartbeatReport>();
    fixture.server.answer(answers_to({asked[2]}));
    fixture.server.answer(answers_to({asked[0], asked[1]}));
    QVERIFY(client.has(3));
    QCOMPARE(id_of(client.received[0]) + id_of(client.received[1]) + id_of(client.received[2]),
             QStringLiteral("h2h0h1"));
}

void Ocpp16ConversationTest::burst_is_batched_and_answered()
{
    Fixture fixture;
    Client client(fixture);
    QVERIFY(client.is_open());
    QTRY_COMPARE(fixture.sink.size(), std::size_t{1});
    constexpr int count = 300;
    for (int i = 0; i < count; ++i)
        client.socket.sendTextMessage(heartbeat(i));
    QVERIFY(answers_all(fixture, client, count, 10'000));
    for (int i = 0; i < count; ++i)
        QCOMPARE(id_of(client.received[i]), QStringLiteral("h%1").arg(i));
    QVERIFY2(fixture.sink.batches() < count, qPrintable(QString::number(fixture.sink.batches())));
}

void Ocpp16ConversationTest::too_many_unanswered_are_held_back()
{
    Fixture fixture([](ServerOptions &options) { options.max_unanswered = 8; });
    Client client(fixture);
    QVERIFY(client.is_open());
    constexpr int count = 4'000;
    const std::size_t read = read_unanswered(fixture, client, count);
    QVERIFY2(read >= 8 && read < count / 2, qPrintable(QString::number(read)));
    QVERIFY(answers_all(fixture, client, count, 30'000));
    QCOMPARE(id_of(client.received.last()), QStringLiteral("h%1").arg(count - 1));
    QVERIFY(fixture.sink.only<Disconnected>().empty());
}

void Ocpp16ConversationTest::malformed_is_answered_and_kept()
{
    Fixture fixture;
    Client client(fixture);
    QVERIFY(client.is_open());
    client.send(R"([2,"m-1","Fly",{}])");
    client.send("hello");
    client.send(R"([2,"m-2","Authorize",{}])");
    QVERIFY(client.has(2));
    QVERIFY(client.received[0].startsWith(QStringLiteral("[4,\"m-1\",\"NotImplemented\"")));
    QVERIFY(client.received[1].startsWith(QStringLiteral("[4,\"m-2\",\"OccurenceConstraintViolation\"")));
    QTRY_COMPARE(fixture.sink.only<MalformedReport>().size(), std::size_t{3});
    const auto kept = fixture.sink.only<MalformedReport>();
    QVERIFY(std::get<MalformedReport>(kept[0].body).action == "Fly");
    QVERIFY(kept[1].raw == "hello");
    QCOMPARE(fixture.server.counters().messages_malformed, std::uint64_t{3});
}

void Ocpp16ConversationTest::suspect_stop_is_confirmed()
{
    Fixture fixture;
    Client client(fixture);
    QVERIFY(client.is_open());
    client.send(R"([2,"s","StopTransaction",{"transactionId":4,"meterStop":)");
    QTRY_COMPARE(fixture.sink.only<StopRequest>().size(), std::size_t{1});
    const Inbound stop = fixture.sink.only<StopRequest>()[0];
    QCOMPARE(std::get<StopRequest>(stop.body).transaction_id, std::int64_t{4});
    QVERIFY(!stop.suspicions.empty());
    fixture.server.answer({Answer{stop.reply_to, StopAnswer{}}});
    QVERIFY(client.has(1));
    QCOMPARE(client.received[0], QStringLiteral("[3,\"s\",{}]"));
}

void Ocpp16ConversationTest::try_again()
{
    Fixture fixture;
    Client client(fixture);
    QVERIFY(has_asked(fixture, client));
    fixture.server.answer({Answer{fixture.sink.list()[1].reply_to, TryAgainAnswer{"disk full"}}});
    QVERIFY(client.has(1));
    QCOMPARE(client.received[0], QStringLiteral("[4,\"h1\",\"InternalError\",\"disk full\",{}]"));
}

void Ocpp16ConversationTest::answers_to_the_gone_are_dropped()
{
    Fixture fixture;
    {
        Client client(fixture);
        QVERIFY(has_asked(fixture, client));
    }
    QTRY_COMPARE(fixture.sink.only<Disconnected>().size(), std::size_t{1});
    const Inbound asked = fixture.sink.only<HeartbeatReport>()[0];
    fixture.server.answer(
        {heartbeat_answer(asked), Answer{{0, "x"}, StopAnswer{}}, Answer{{~std::uint64_t{0}, "x"}, StopAnswer{}}});
    QTRY_COMPARE(fixture.server.counters().answers_dropped, std::uint64_t{2});
    // Neither does the next connection of that identity hear it.
    Client again(fixture);
    QVERIFY(again.is_open());
    fixture.server.answer({heartbeat_answer(asked)});
    QVERIFY(stays_silent(again, 0));
}

void Ocpp16ConversationTest::second_connection_displaces_data()
{
    QTest::addColumn<int>("threads");
    QTest::newRow("one I/O thread") << 1;
    QTest::newRow("three I/O threads") << 3;
}

void Ocpp16ConversationTest::second_connection_displaces()
{
    QFETCH(int, threads);
    Fixture fixture([&](ServerOptions &options) { options.io_threads = threads; });
    std::vector<std::unique_ptr<Client>> clients;
    constexpr std::size_t count = 6;
    for (std::size_t i = 0; i < count; ++i) {
        clients.push_back(std::make_unique<Client>(fixture));
        if (i < 2)
            QVERIFY(clients.back()->is_open());  // the others come all at once
    }
    const auto in_state = [&](QAbstractSocket::SocketState state) {
        return static_cast<std::size_t>(std::count_if(
            clients.begin(), clients.end(), [&](const auto &client) { return client->socket.state() == state; }));
    };
    QTRY_VERIFY(in_state(QAbstractSocket::ConnectedState) == 1 &&
                in_state(QAbstractSocket::UnconnectedState) == count - 1);
    QTRY_COMPARE(fixture.sink.size(), 2 * fixture.sink.only<Disconnected>().size() + 1);
    QVERIFY(clients[0]->is_closed());
    QCOMPARE(clients[0]->socket.closeCode(), QWebSocketProtocol::CloseCodePolicyViolated);
    const auto list = fixture.sink.list();
    for (std::size_t i = 0; i < list.size(); ++i) {
        // Connected, Disconnected, Connected, …, each pair of one connection.
        if (i % 2 == 0) {
            QVERIFY(std::holds_alternative<Connected>(list[i].body));
        } else {
            QVERIFY(std::holds_alternative<Disconnected>(list[i].body));
            QCOMPARE(list[i].reply_to.connection, list[i - 1].reply_to.connection);
        }
    }
    // The last one speaks and is spoken to.
    Client *open = nullptr;
    for (const auto &client : clients) {
        if (client->socket.state() == QAbstractSocket::ConnectedState)
            open = client.get();
    }
    Outcome said;
    fixture.server.send(cp1, Reset{}, said.done());
    QVERIFY(open->has(1));
    open->socket.sendTextMessage(QStringLiteral("[3,\"%1\",{\"status\":\"Accepted\"}]").arg(id_of(open->received[0])));
    QVERIFY(said.is_there());
    QCOMPARE(said.text(), QStringLiteral("ok"));
}

void Ocpp16ConversationTest::oversized_frame()
{
    Fixture fixture([](ServerOptions &options) { options.max_frame_bytes = 1'000; });
    Client client(fixture);
    QVERIFY(client.is_open());
    client.socket.sendTextMessage(QStringLiteral("[2,\"1\",\"Heartbeat\",{}]").leftJustified(1'000));
    QTRY_COMPARE(fixture.sink.only<HeartbeatReport>().size(), std::size_t{1});
    client.socket.sendTextMessage(QStringLiteral("[2,\"2\",\"Heartbeat\",{}]").leftJustified(1'001));
    QVERIFY(client.is_closed());
    QCOMPARE(client.socket.closeCode(), QWebSocketProtocol::CloseCodeTooMuchData);
    QTRY_COMPARE(fixture.sink.only<Disconnected>().size(), std::size_t{1});
    QCOMPARE(fixture.sink.only<HeartbeatReport>().size(), std::size_t{1});
}

void Ocpp16ConversationTest::binary_message()
{
    Fixture fixture;
    Client client(fixture);
    QVERIFY(client.is_open());
    client.socket.sendBinaryMessage("[2,\"1\",\"Heartbeat\",{}]");
    QVERIFY(client.is_closed());
    QCOMPARE(client.socket.closeCode(), QWebSocketProtocol::CloseCodeDatatypeNotSupported);
    QVERIFY(fixture.sink.only<HeartbeatReport>().empty());
}

void Ocpp16ConversationTest::silent_peer_is_dropped()
{
    Fixture fixture([](ServerOptions &options) {
        options.ping_interval_ms = 50;
        options.idle_timeout_ms = 200;
    });
    // A bare socket that answers no ping.
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), fixture.server.port());
    socket.write(
        "GET /ocpp/CP-1 HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: ocpp1.6\r\nAuthorization: Basic " +
        QByteArray("CP-1:secret").toBase64() + "\r\n\r\n");
    QTRY_COMPARE(fixture.sink.only<Disconnected>().size(), std::size_t{1});
    QVERIFY(std::get<Disconnected>(fixture.sink.only<Disconnected>()[0].body).why == "silent");
}

void Ocpp16ConversationTest::living_peer_stays()
{
    Fixture fixture([](ServerOptions &options) {
        options.ping_interval_ms = 50;
        options.idle_timeout_ms = 300;
    });
    Client client(fixture);
    QVERIFY(client.is_open());
    QVERIFY(!QTest::qWaitFor([&] { return !fixture.sink.only<Disconnected>().empty(); }, 900));
}

void Ocpp16ConversationTest::stop_finishes_answers()
{
    Fixture fixture;
    Client client(fixture);
    Client idle(fixture, "CP-2", "other");
    QVERIFY(client.is_open() && idle.is_open());
    client.socket.sendTextMessage(heartbeat(1));
    QTRY_COMPARE(fixture.sink.only<HeartbeatReport>().size(), std::size_t{1});
    const std::unique_ptr<QThread> engine(QThread::create([&] {
        while (fixture.sink.only<Disconnected>().empty())  // stop() has begun when the idle one is gone
            QThread::msleep(5);
        fixture.server.answer(answers_to(fixture.sink.only<HeartbeatReport>()));
    }));
    engine->start();
    fixture.server.stop();
    engine->wait();
    QVERIFY(client.is_closed() && idle.is_closed());
    QCOMPARE(client.received.size(), 1);
    QCOMPARE(client.socket.closeCode(), QWebSocketProtocol::CloseCodeGoingAway);
    QCOMPARE(fixture.sink.only<Disconnected>().size(), std::size_t{2});
    QCOMPARE(fixture.server.port(), std::uint16_t{0});
}

void Ocpp16ConversationTest::stop_gives_up_waiting()
{
    Fixture fixture([](ServerOptions &options) { options.stop_grace_ms = 100; });
    Client client(fixture);
    QVERIFY(has_asked(fixture, client));
    Outcome said;
    fixture.server.send(cp1, Reset{}, said.done());
    QElapsedTimer timer;
    timer.start();
    fixture.server.stop();
    QVERIFY(timer.elapsed() >= 95 && timer.elapsed() < 3'000);
    QCOMPARE(said.text(), QStringLiteral("charge_point.offline: CP-1"));
    QVERIFY(client.is_closed());
    QCOMPARE(fixture.sink.only<Disconnected>().size(), std::size_t{1});
    // And it can listen again.
    QVERIFY(fixture.server.listen().has_value());
    Client again(fixture);
    QVERIFY(again.is_open());
}

// What it sends meanwhile is read by nobody; that must not cost it the answers and the reason.
void Ocpp16ConversationTest::stop_is_heard_by_one_who_still_sends()
{
    constexpr int asked = 20;
    Fixture fixture;
    Client client(fixture);
    QVERIFY(client.is_open());
    for (int i = 0; i < asked; ++i)
        client.socket.sendTextMessage(heartbeat(i));
    QTRY_COMPARE(fixture.sink.only<HeartbeatReport>().size(), std::size_t{asked});
    std::atomic<bool> stopped{false};
    const std::unique_ptr<QThread> stop(QThread::create([&] {
        fixture.server.stop();
        stopped = true;
    }));
    stop->start();
    QTest::qWait(50);
    QElapsedTimer timer;
    timer.start();
    QObject::connect(&client.socket, &QWebSocket::textMessageReceived, &client.socket,
                     [&] { client.socket.sendTextMessage(heartbeat(asked)); });
    for (int i = 0; i < 2'000; ++i)
        client.socket.sendTextMessage(heartbeat(asked + i));
    client.socket.flush();
    fixture.server.answer(answers_to(fixture.sink.only<HeartbeatReport>()));
    QVERIFY(client.is_closed());
    QCOMPARE(client.received.size(), asked);
    QCOMPARE(client.socket.closeCode(), QWebSocketProtocol::CloseCodeGoingAway);
    QTRY_VERIFY(stopped);
    // It was not the time for it that ended the waiting: both sides had closed.
    QVERIFY(timer.elapsed() < 900);
    stop->wait();
    QCOMPARE(fixture.sink.only<HeartbeatReport>().size(), std::size_t{asked});
}

QTEST_GUILESS_MAIN(Ocpp16ConversationTest)
#include "ocpp16_conversation_test.moc"

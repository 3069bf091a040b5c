// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/ocpp16_fixture.h"

using namespace aftercharge;
using namespace aftercharge::ocpp16;
using namespace aftercharge::ocpp16_test;
using namespace aftercharge::chargepoint;

class Ocpp16CommandTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void command_results_data();
    void command_results();
    void one_command_at_a_time();
    void command_crosses_a_call();
    void command_times_out();
    void command_to_the_absent();
    void command_when_it_leaves();
    void boot_is_followed_by_configuration();
};

void Ocpp16CommandTest::command_results_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QString>("outcome");
    const auto row = [](const char *answer, const char *outcome) {
        QTest::newRow(answer) << QString::fromUtf8(answer) << QString::fromUtf8(outcome);
    };
    row(R"([3,"%1",{"status":"Accepted"}])", "ok");
    row(R"([3,"%1",{"status":"Unlocked"}])", "ok");
    row(R"([3,"%1",{"status":"RebootRequired"}])", "ok");
    row(R"([3,"%1",{"status":"Rejected"}])", "command.rejected: Rejected");
    row(R"([3,"%1",{"status":"UnlockFailed"}])", "command.rejected: UnlockFailed");
    row(R"([3,"%1",{"status":"NotSupported"}])", "command.rejected: NotSupported");
    row(R"([3,"%1",{}])", "command.rejected: no status");
    row(R"([4,"%1","NotImplemented","no such thing",{}])", "command.rejected: NotImplemented: no such thing");
    row(R"([4,"%1","GenericError"])", "command.rejected: GenericError");
}

void Ocpp16CommandTest::command_results()
{
    QFETCH(QString, answer);
    QFETCH(QString, outcome);
    Fixture fixture;
    Client client(fixture);
    QVERIFY(client.is_open());
    QTRY_COMPARE(fixture.sink.size(), std::size_t{1});
    Outcome said;
    fixture.server.send(cp1, UnlockConnector{1}, said.done());
    QVERIFY(client.has(1));
    QVERIFY(client.received[0].endsWith(QStringLiteral(",\"UnlockConnector\",{\"connectorId\":1}]")));
    QVERIFY(id_of(client.received[0]).size() <= 36);
    client.send(R"([3,"not asked",{"status":"Accepted"}])");
    client.socket.sendTextMessage(answer.arg(id_of(client.received[0])));
    QVERIFY(said.is_there());
    QCOMPARE(said.text(), outcome);
    // A second answer to the same call is nobody's.
    client.socket.sendTextMessage(answer.arg(id_of(client.received[0])));
    client.socket.sendTextMessage(heartbeat(1));
    QTRY_COMPARE(fixture.sink.only<HeartbeatReport>().size(), std::size_t{1});
    QCOMPARE(said.calls(), 1);
}

void Ocpp16CommandTest::one_command_at_a_time()
{
    Fixture fixture;
    Client client(fixture);
    QVERIFY(client.is_open());
    QTRY_COMPARE(fixture.sink.size(), std::size_t{1});
    Outcome first;
    Outcome second;
    fixture.server.send(cp1, RemoteStop{1}, first.done());
    fixture.server.send(cp1, RemoteStop{2}, second.done());
    QVERIFY(client.has(1));
    QVERIFY(stays_silent(client, 1));
    client.socket.sendTextMessage(
        QStringLiteral("[3,\"%1\",{\"status\":\"Rejected\"}]").arg(id_of(client.received[0])));
    QVERIFY(client.has(2));
    QVERIFY(id_of(client.received[0]) != id_of(client.received[1]));
    client.socket.sendTextMessage(
        QStringLiteral("[3,\"%1\",{\"status\":\"Accepted\"}]").arg(id_of(client.received[1])));
    QVERIFY(second.is_there());
    QCOMPARE(first.text(), QStringLiteral("command.rejected: Rejected"));
    QCOMPARE(second.text(), QStringLiteral("ok"));
}

void Ocpp16CommandTest::command_crosses_a_call()
{
    Fixture fixture;
    Client client(fixture);
    QVERIFY(client.is_open());
    client.socket.sendTextMessage(heartbeat(1));
    QTRY_COMPARE(fixture.sink.only<HeartbeatReport>().size(), std::size_t{1});
    Outcome said;
    fixture.server.send(cp1, Reset{}, said.done());
    QVERIFY(client.has(1));  // though its own call is not answered yet
    const QString command_id = id_of(client.received[0]);
    client.socket.sendTextMessage(heartbeat(2));
    QTRY_COMPARE(fixture.sink.only<HeartbeatReport>().size(), std::size_t{2});
    fixture.server.answer(answers_to(fixture.sink.only<HeartbeatReport>()));
    QVERIFY(client.has(3));
    client.socket.sendTextMessage(QStringLiteral("[3,\"%1\",{\"status\":\"Accepted\"}]").arg(command_id));
    QVERIFY(said.is_there());
    QCOMPARE(said.text(), QStringLiteral("ok"));
}

void Ocpp16CommandTest::command_times_out()
{
    Fixture fixture([](ServerOptions &options) { options.command_timeout_ms = 150; });
    Client client(fixture);
    QVERIFY(client.is_open());
    QTRY_COMPARE(fixture.sink.size(), std::size_t{1});
    Outcome first;
    Outcome behind;
    fixture.server.send(cp1, RemoteStop{1}, first.done());
    fixture.server.send(cp1, RemoteStop{2}, behind.done());
    QVERIFY(first.is_there() && behind.is_there());
    QCOMPARE(first.text(), QStringLiteral("command.timeout: no answer within 150 ms"));
    QCOMPARE(behind.text(), first.text());
    // The late answer is nobody's, and the next command has its own time.
    Outcome next;
    fixture.server.send(cp1, RemoteStop{3}, next.done());
    const qsizetype sent = client.received.size() + 1;
    client.socket.sendTextMessage(
        QStringLiteral("[3,\"%1\",{\"status\":\"Rejected\"}]").arg(id_of(client.received[0])));
    QVERIFY(client.has(sent));
    client.socket.sendTextMessage(
        QStringLiteral("[3,\"%1\",{\"status\":\"Accepted\"}]").arg(id_of(client.received.last())));
    QVERIFY(next.is_there());
    QCOMPARE(next.text(), QStringLiteral("ok"));
}

void Ocpp16CommandTest::command_to_the_absent()
{
    Fixture fixture;
    Outcome said;
    fixture.server.send(cp1, Reset{}, said.done());
    QVERIFY(said.is_there());
    QVERIFY(said.text().startsWith(QStringLiteral("charge_point.offline")));
    fixture.server.stop();
    Outcome stopped;
    fixture.server.send(cp1, Reset{}, stopped.done());
    QCOMPARE(stopped.calls(), 1);
    QVERIFY(stopped.text().startsWith(QStringLiteral("charge_point.offline")));
}

void Ocpp16CommandTest::command_when_it_leaves()
{
    Fixture fixture;
    Outcome sent;
    Outcome waiting;
    {
        Client client(fixture);
        QVERIFY(client.is_open());
        QTRY_COMPARE(fixture.sink.size(), std::size_t{1});
        fixture.server.send(cp1, RemoteStop{1}, sent.done());
        fixture.server.send(cp1, RemoteStop{2}, waiting.done());
        QVERIFY(client.has(1));
    }
    QVERIFY(sent.is_there() && waiting.is_there());
    QCOMPARE(sent.text(), QStringLiteral("charge_point.offline: CP-1"));
    QCOMPARE(waiting.text(), QStringLiteral("charge_point.offline: CP-1"));
}

void Ocpp16CommandTest::boot_is_followed_by_configuration()
{
    Fixture fixture([](ServerOptions &options) { options.configure_on_boot = true; });
    Client client(fixture);
    QVERIFY(client.is_open());
    client.send(R"([2,"b","BootNotification",{"chargePointVendor":"V","chargePointModel":"M"}])");
    QTRY_COMPARE(fixture.sink.only<BootReport>().size(), std::size_t{1});
    QVERIFY(stays_silent(client, 0));
    fixture.server.answer({Answer{fixture.sink.only<BootReport>()[0].reply_to, BootAnswer{fixture.clock.now(), 300}}});
    QVERIFY(client.has(2));
    QVERIFY(client.received[0].startsWith(QStringLiteral("[3,\"b\",{\"status\":\"Accepted\"")));
    QVERIFY(client.received[1].endsWith(
        QStringLiteral("\"ChangeConfiguration\",{\"key\":\"MeterValueSampleInterval\",\"value\":\"15\"}]")));
    // One that refuses is asked for the rest all the same.
    client.socket.sendTextMessage(
        QStringLiteral("[3,\"%1\",{\"status\":\"NotSupported\"}]").arg(id_of(client.received[1])));
    QVERIFY(client.has(3));
    QVERIFY(client.received[2].endsWith(QStringLiteral(
        "{\"key\":\"MeterValuesSampledData\",\"value\":\"Voltage,Current.Import,Power.Active.Import,SoC,Energy.Active.Import.Register\"}]")));
}

QTEST_GUILESS_MAIN(Ocpp16CommandTest)
#include "ocpp16_command_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <atomic>
#include <thread>

#include <QWebSocket>
#include <QWebSocketServer>
#include <QtTest/QtTest>

#include "app/sim/customer_client.h"
#include "app/sim/load_generator.h"
#include "tests/support/fake_central_system.h"

using namespace aftercharge;
using namespace aftercharge::sim;
using aftercharge::test::FakeCentralSystem;
using aftercharge::test::ReceivedCall;
using namespace Qt::StringLiterals;

// The load generator by its hand-made frames against a strict server, and the customer's side.
class SimLoadTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void histogram_finds_percentiles();
    void frames_are_masked_and_read();
    void load_speaks_ocpp();
    void load_without_server_fails();
    void credentials_are_read();
    void customer_complains_and_hears();
};

void SimLoadTest::histogram_finds_percentiles()
{
    LoadHistogram histogram;
    for (std::uint64_t value = 1; value <= 100000; ++value)
        histogram.add(value);
    QCOMPARE(histogram.total(), std::uint64_t{100000});
    QCOMPARE(histogram.max(), std::uint64_t{100000});
    for (const std::uint64_t permille : {10, 500, 900, 990}) {
        const auto exact = static_cast<double>(permille * 100);
        const auto found = static_cast<double>(histogram.percentile(permille));
        QVERIFY(found >= exact && found <= exact * 1.02 + 1);
    }
    LoadHistogram other;
    other.add(5000000000ULL);
    histogram.merge(other);
    QCOMPARE(histogram.total(), std::uint64_t{100001});
    QCOMPARE(histogram.max(), std::uint64_t{5000000000ULL});
}

void SimLoadTest::frames_are_masked_and_read()
{
    const MaskKey mask{1, 2, 3, 4};
    const std::string frame = client_frame(Opcode::Text, "Hello", mask);
    QCOMPARE(frame.substr(0, 2), std::string("\x81\x85"));
    QCOMPARE(frame[6], static_cast<char>('H' ^ 1));
    const std::string longer(300, 'x');
    std::string server("\x81\x7e\x01\x2c", 4);
    server += longer;
    QVERIFY(!next_frame(std::string_view(server).substr(0, 200)));
    QCOMPARE(next_frame(server)->payload.size(), std::size_t{300});
    QCOMPARE(next_frame(server)->size, server.size());
    const OcppHead head = ocpp_head(R"([3,"0000000012",{"a":1}])");
    QCOMPARE(head.type, '3');
    QVERIFY(head.id == "0000000012");
    QCOMPARE(ocpp_head("nonsense").type, '0');
}

void SimLoadTest::load_speaks_ocpp()
{
    FakeCentralSystem central;
    LoadOptions options;
    options.host = "127.0.0.1";
    options.port = central.base_url().port();
    options.connections = 5;
    options.duration = std::chrono::seconds(2);
    options.threads = 2;
    for (int i = 0; i < options.connections; ++i) {
        const std::string id = "LOAD-" + std::to_string(i);
        options.credentials.push_back({id, "p" + std::to_string(i), "TAG"});
        central.set_password(QString::fromStdString(id), QByteArray("p") + QByteArray::number(i));
    }
    Result<LoadReport> report = fail(ErrorCode::Internal);
    std::atomic<bool> is_done{false};
    std::thread generator([&] {
        report = run_load(options);
        is_done = true;
    });
    // A central system that configures, as ours does, must not confuse the generator.
    bool has_asked = false;
    connect(&central, &FakeCentralSystem::received, this, [&](const ReceivedCall &call) {
        if (call.action == "MeterValues"_L1 && !std::exchange(has_asked, true))
            central.call(call.charge_point_id, u"ChangeConfiguration"_s, {{u"key"_s, u"k"_s}, {u"value"_s, u"v"_s}});
    });
    const bool in_time = QTest::qWaitFor([&] { return is_done.load(); }, 20'000);
    generator.join();
    QVERIFY(in_time);
    QVERIFY2(central.violations().isEmpty(), qPrintable(central.violations().mid(0, 5).join(u"; "_s)));
    QVERIFY2(report.has_value(), report ? "" : report.error().detail.c_str());
    QCOMPARE(report->connections, 5);
    QCOMPARE(report->each_second.size(), std::size_t{2});
    const std::vector<ReceivedCall> values = central.calls(u"MeterValues"_s);
    QVERIFY(report->counters.acknowledged > 50);
    QVERIFY(report->counters.acknowledged <= values.size());
    QVERIFY(values.size() - report->counters.acknowledged <= 5);
    QCOMPARE(report->counters.latency.total(), report->counters.acknowledged);
    QCOMPARE(report->counters.errors + report->counters.refused + report->counters.disconnected, std::uint64_t{0});
    QCOMPARE(central.calls(u"StopTransaction"_s).size(), std::size_t{5});
    QCOMPARE(central.answers().size(), std::size_t{1});
    std::map<QString, std::pair<QString, qint64>> last;
    for (const ReceivedCall &call : values) {
        const QJsonValue entry = call.payload["meterValue"_L1][0];
        const QString time = entry["timestamp"_L1].toString();
        const qint64 value = entry["sampledValue"_L1][4]["value"_L1].toString().toLongLong();
        auto &[last_time, last_value] = last[call.charge_point_id];
        QVERIFY(time > last_time && value >= last_value);
        last_time = time;
        last_value = value;
    }
    QVERIFY(to_json(*report).find("\"p99\":") != std::string::npos);
}

void SimLoadTest::load_without_server_fails()
{
    LoadOptions options;
    options.host = "127.0.0.1";
    options.port = 1;
    options.credentials = {{"A", "p", "T"}};
    QCOMPARE(run_load(options).error().code, ErrorCode::NetworkUnreachable);
    options.connections = 2;
    QCOMPARE(run_load(options).error().code, ErrorCode::InputInvalid);
}

void SimLoadTest::credentials_are_read()
{
    const auto credentials = parse_credentials("# load\nA,secret,T1\n\nB,,T2\n");
    QCOMPARE(credentials->size(), std::size_t{2});
    QCOMPARE(credentials->at(1).id_tag, std::string("T2"));
    QVERIFY(!parse_credentials("A,secret\n").has_value());
}

void SimLoadTest::customer_complains_and_hears()
{
    QWebSocketServer server(u"fake"_s, QWebSocketServer::NonSecureMode);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QJsonObject ticket;
    QByteArray authorization;
    connect(&server, &QWebSocketServer::newConnection, this, [&] {
        QWebSocket *socket = server.nextPendingConnection();
        socket->setParent(&server);
        authorization = socket->request().rawHeader("Authorization");
        socket->sendTextMessage(u"{\"hello\":{\"protocol\":1}}"_s);
        socket->sendTextMessage(u"{\"snapshot\":[{\"order_no\":\"O-1\",\"soc_permille\":500}]}"_s);
        connect(socket, &QWebSocket::textMessageReceived, this, [&, socket](const QString &text) {
            ticket = QJsonDocument::fromJson(text.toUtf8())["ticket"_L1].toObject();
            socket->sendTextMessage(u"{\"ticket\":{\"ticket_no\":\"T-9\"}}"_s);
            socket->sendTextMessage(u"{\"notice\":{\"kind\":\"ticket_rejected\",\"text\":\"no\"}}"_s);
        });
    });
    CustomerClient client(QUrl(u"ws://127.0.0.1:%1"_s.arg(server.serverPort())), "token-1");
    QSignalSpy samples(&client, &CustomerClient::sampleReceived);
    QSignalSpy tickets(&client, &CustomerClient::ticketOpened);
    QSignalSpy notices(&client, &CustomerClient::noticeReceived);
    client.complain({{}, u"OVERCHARGED"_s, u"too much"_s});
    client.open();
    QVERIFY(QTest::qWaitFor([&] { return notices.count() == 1; }));
    QCOMPARE(authorization, QByteArray("Bearer token-1"));
    QCOMPARE(samples.count(), 1);
    QCOMPARE(tickets.at(0).at(0).toString(), u"T-9"_s);
    QCOMPARE(ticket["order_no"_L1].toString(), u"O-1"_s);
    QCOMPARE(ticket["kind"_L1].toString(), u"CHARGING_COMPLAINT"_s);
    QCOMPARE(ticket["text"_L1].toString(), u"too much"_s);
    QVERIFY(ticket["evidence"_L1].isArray());
}

QTEST_GUILESS_MAIN(SimLoadTest)
#include "sim_load_test.moc"

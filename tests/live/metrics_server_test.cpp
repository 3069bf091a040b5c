// SPDX-License-Identifier: GPL-3.0-or-later
#include <atomic>
#include <semaphore>
#include <thread>

#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QtTest>

#include "models/live/metrics_server.h"

using namespace aftercharge;

namespace {

QByteArray ask(std::uint16_t port, const QByteArray &request)
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), port);
    if (!socket.waitForConnected(5'000))
        return {};
    socket.write(request + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QByteArray answer;
    while (socket.waitForReadyRead(10'000))
        answer += socket.readAll();
    return answer + socket.readAll();
}

QByteArray body_of(const QByteArray &answer)
{
    return answer.mid(answer.indexOf("\r\n\r\n") + 4);
}

MetricsServer::Text text(const char *words)
{
    return [words] { return std::string(words); };
}

}  // namespace

class MetricsServerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void metrics_come_as_prometheus_wants_them()
    {
        MetricsServer server({}, text("# HELP a b\n# TYPE a gauge\na 1\n"), text(""));
        const auto port = server.listen();
        QVERIFY(port.has_value());
        const QByteArray answer = ask(*port, "GET /metrics");
        QVERIFY2(answer.startsWith("HTTP/1.1 200 "), answer.constData());
        QVERIFY2(answer.contains("\r\nContent-Type: text/plain; version=0.0.4; charset=utf-8\r\n"), answer.constData());
        QCOMPARE(body_of(answer), QByteArray("# HELP a b\n# TYPE a gauge\na 1\n"));
        const QByteArray head = ask(*port, "HEAD /metrics");
        QVERIFY(head.startsWith("HTTP/1.1 200 "));
        QCOMPARE(body_of(head), QByteArray());
    }

    void health_is_ok_or_says_why_in_one_line()
    {
        std::atomic<bool> well{true};
        MetricsServer server({}, text(""), [&] { return std::string(well ? "" : "the store\nis away"); });
        const auto port = server.listen();
        QVERIFY(port.has_value());
        const QByteArray fine = ask(*port, "GET /healthz");
        QVERIFY2(fine.startsWith("HTTP/1.1 200 "), fine.constData());
        QCOMPARE(body_of(fine), QByteArray("ok\n"));
        well = false;
        const QByteArray ill = ask(*port, "GET /healthz");
        QVERIFY2(ill.startsWith("HTTP/1.1 503 "), ill.constData());
        QCOMPARE(body_of(ill), QByteArray("the store is away\n"));
        QVERIFY(ill.contains("\r\nCache-Control: no-store\r\n"));
    }

    void nothing_else_is_there_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        QTest::newRow("root") << QByteArray("GET /") << 404;
        QTest::newRow("below") << QByteArray("GET /metrics/x") << 404;
        QTest::newRow("up") << QByteArray("GET /metrics/../etc/passwd") << 404;
        QTest::newRow("post") << QByteArray("POST /metrics") << 405;
        QTest::newRow("delete") << QByteArray("DELETE /healthz") << 405;
    }
    void nothing_else_is_there()
    {
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        MetricsServer server({}, text("secret"), text(""));
        const auto port = server.listen();
        QVERIFY(port.has_value());
        const QByteArray answer = ask(*port, request);
        QCOMPARE(answer.mid(9, 3).toInt(), status);
        QVERIFY(!answer.contains("secret"));
    }

    void beyond_loopback_only_when_that_is_somebody_s_decision()
    {
        MetricsServer refused({.address = "0.0.0.0"}, text(""), text(""));
        const auto no_port = refused.listen();
        QVERIFY(!no_port);
        QCOMPARE(no_port.error().code, ErrorCode::InputInvalid);
        QVERIFY(no_port.error().detail.find("--allow-plain") != std::string::npos);
        MetricsServer allowed({.address = "0.0.0.0", .allow_plain = true}, text("x"), text(""));
        const auto port = allowed.listen();
        QVERIFY(port.has_value());
        QCOMPARE(body_of(ask(*port, "GET /metrics")), QByteArray("x"));
        MetricsServer six({.address = "::1"}, text("x"), text(""));
        if (const auto port_of_six = six.listen(); !port_of_six)
            QCOMPARE(port_of_six.error().code, ErrorCode::NetworkUnreachable);  // a system without IPv6
    }

    void a_port_that_is_taken_is_told()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost, 0));
        MetricsServer server({.port = other.serverPort()}, text(""), text(""));
        const auto port = server.listen();
        QVERIFY(!port);
        QCOMPARE(port.error().code, ErrorCode::NetworkUnreachable);
    }

    void stopping_answers_what_is_under_way()
    {
        std::binary_semaphore begun{0};
        std::binary_semaphore released{0};
        MetricsServer server(
            {},
            [&] {
                begun.release();
                released.acquire();
                return std::string("late");
            },
            text(""));
        const auto port = server.listen();
        QVERIFY(port.has_value());
        QByteArray answer;
        std::thread scrape([&] { answer = ask(*port, "GET /metrics"); });
        begun.acquire();
        std::thread stop([&] { server.stop(); });
        released.release();
        stop.join();
        scrape.join();
        QCOMPARE(body_of(answer), QByteArray("late"));
        QCOMPARE(ask(*port, "GET /metrics"), QByteArray());
    }

    void a_listener_that_is_not_used_ends()
    {
        MetricsServer server({}, text(""), text(""));
        server.stop();
        QVERIFY(server.listen().has_value());
    }
};

QTEST_GUILESS_MAIN(MetricsServerTest)
#include "metrics_server_test.moc"

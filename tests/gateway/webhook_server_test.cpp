// SPDX-License-Identifier: GPL-3.0-or-later
#include <atomic>
#include <mutex>
#include <semaphore>

#include <QtCore/QElapsedTimer>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QtTest>

#include "models/gateway/webhook/webhook_server.h"

using namespace aftercharge;
using namespace aftercharge::webhook;

namespace {

// A client that writes exactly these bytes and reads until the other side closes.
class RawClient {
public:
    explicit RawClient(std::uint16_t port)
    {
        socket_.connectToHost(QStringLiteral("127.0.0.1"), port);
        connected_ = socket_.waitForConnected(5000);
    }
    bool connected() const { return connected_; }
    void write(const QByteArray &bytes)
    {
        socket_.write(bytes);
        socket_.waitForBytesWritten(5000);
    }
    QByteArray read_all(int patience_ms = 10'000)
    {
        QByteArray answer;
        while (socket_.waitForReadyRead(patience_ms))
            answer += socket_.readAll();
        return answer + socket_.readAll();
    }
    bool is_closed_within(int ms)
    {
        return socket_.state() == QAbstractSocket::UnconnectedState || socket_.waitForDisconnected(ms);
    }

private:
    QTcpSocket socket_;
    bool connected_ = false;
};

int status_of(const QByteArray &answer)
{
    return answer.startsWith("HTTP/1.1 ") ? answer.mid(9, 3).toInt() : 0;
}

QByteArray post(const QByteArray &path, const QByteArray &body, const QByteArray &headers = {})
{
    return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers +
           "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

int ask(std::uint16_t port, const QByteArray &bytes)
{
    RawClient client(port);
    client.write(bytes);
    return status_of(client.read_all());
}

}  // namespace

class WebhookServerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        heard_.clear();
        answer_ = 200;
    }

    void gives_the_raw_body_and_lower_case_headers()
    {
        WebhookServer server({}, handler());
        const auto port = server.listen();
        QVERIFY(port && *port != 0);
        QCOMPARE(server.port(), *port);
        const QByteArray body("{\"a\": \"\xc3\xa9\"}\r\n\0\xff", 15);
        QCOMPARE(ask(*port, post("/webhooks/stripe", body, "Stripe-Signature: t=1,v1=AbC\r\n")), 200);
        QCOMPARE(heard_.size(), std::size_t{1});
        QCOMPARE(heard_[0].gateway, std::string("stripe"));
        QCOMPARE(QByteArray::fromStdString(heard_[0].body), body);
        const std::pair<std::string, std::string> signature{"stripe-signature", "t=1,v1=AbC"};
        QVERIFY(std::find(heard_[0].headers.begin(), heard_[0].headers.end(), signature) != heard_[0].headers.end());
    }

    void answers_what_the_handler_says()
    {
        WebhookServer server({}, handler());
        const auto port = server.listen();
        QVERIFY(port.has_value());
        for (const int status : {200, 400, 503}) {
            answer_ = status;
            QCOMPARE(ask(*port, post("/webhooks/wechatpay", "{}")), status);
            QCOMPARE(ask(*port, post("/webhooks/easypost", "{}")), status);
        }
        QCOMPARE(heard_.size(), std::size_t{6});
        QCOMPARE(heard_[0].gateway, std::string("wechatpay"));
        QCOMPARE(heard_[1].gateway, std::string("easypost"));
    }

    void refuses_everything_else_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        QTest::newRow("root") << post("/", "{}") << 404;
        QTest::newRow("another path") << post("/webhooks/paypal", "{}") << 404;
        QTest::newRow("a longer path") << post("/webhooks/stripe/x", "{}") << 404;
        QTest::newRow("a prefix") << post("/x/webhooks/stripe", "{}") << 404;
        QTest::newRow("GET") << QByteArray("GET /webhooks/stripe HTTP/1.1\r\nHost: l\r\n\r\n") << 405;
        QTest::newRow("PUT") << QByteArray("PUT /webhooks/stripe HTTP/1.1\r\nHost: l\r\nContent-Length: 0\r\n\r\n")
                             << 405;
        QTest::newRow("gzip") << post("/webhooks/stripe", "xx", "Content-Encoding: gzip\r\n") << 415;
        QTest::newRow("multipart") << post("/webhooks/stripe", "xx",
                                           "Content-Type: multipart/form-data; boundary=b\r\n")
                                   << 415;
        QTest::newRow("no HTTP") << QByteArray("hello\r\n\r\n") << 400;
        QTest::newRow("too long by its own word")
            << QByteArray("POST /webhooks/stripe HTTP/1.1\r\nHost: l\r\nContent-Length: 1048577\r\n\r\n") << 413;
    }

    void refuses_everything_else()
    {
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        WebhookServer server({}, handler());
        const auto port = server.listen();
        QVERIFY(port.has_value());
        QCOMPARE(ask(*port, request), status);
        QVERIFY(heard_.empty());
    }

    void a_body_of_a_megabyte_and_no_more()
    {
        WebhookServer server({}, handler());
        const auto port = server.listen();
        QVERIFY(port.has_value());
        QCOMPARE(ask(*port, post("/webhooks/stripe", QByteArray(1 << 20, 'x'))), 200);
        QCOMPARE(heard_.at(0).body.size(), std::size_t{1} << 20);
        // In chunks its length is not known before.
        const QByteArray chunk = "10000\r\n" + QByteArray(0x10000, 'y') + "\r\n";
        QByteArray chunked = "POST /webhooks/stripe HTTP/1.1\r\nHost: l\r\nTransfer-Encoding: chunked\r\n\r\n";
        for (int i = 0; i < 17; ++i)
            chunked += chunk;
        QCOMPARE(ask(*port, chunked + "0\r\n\r\n"), 413);
        QCOMPARE(heard_.size(), std::size_t{1});
    }

    void a_slow_client_is_let_go()
    {
        ServerOptions options;
        options.patience = std::chrono::seconds{1};
        options.body_time = std::chrono::seconds{1};
        WebhookServer server(options, handler());
        const auto port = server.listen();
        QVERIFY(port.has_value());
        RawClient silent(*port);
        silent.write("POST /webhooks/stripe HTTP/1.1\r\nHost: l\r\nContent-Length: 10\r\n\r\nabc");
        RawClient idle(*port);
        QVERIFY(idle.connected());
        RawClient dripping(*port);
        dripping.write("POST /webhooks/stripe HTTP/1.1\r\nHost: l\r\nContent-Length: 100\r\n\r\n");
        QElapsedTimer time;
        time.start();
        for (int i = 0; i < 40 && !dripping.is_closed_within(1); ++i) {
            dripping.write("x");
            QTest::qWait(100);
        }
        QVERIFY(time.elapsed() < 3900);
        QVERIFY(silent.is_closed_within(5000));
        QVERIFY(idle.is_closed_within(6000));
        QVERIFY(heard_.empty());
        QCOMPARE(ask(*port, post("/webhooks/stripe", "{}")), 200);
    }

    void more_connections_than_threads_are_answered_all()
    {
        ServerOptions options;
        options.threads = 2;
        options.waiting = 2;
        WebhookServer server(options, handler());
        const auto port = server.listen();
        QVERIFY(port.has_value());
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 12; ++i) {
            clients.push_back(std::make_unique<RawClient>(*port));
            QVERIFY(clients.back()->connected());
            clients.back()->write(post("/webhooks/stripe", QByteArray::number(i)));
        }
        for (const auto &client : clients)
            QCOMPARE(status_of(client->read_all()), 200);
        QCOMPARE(heard_.size(), std::size_t{12});
    }

    void stopping_finishes_what_is_under_way()
    {
        std::binary_semaphore entered(0);
        std::binary_semaphore go_on(0);
        auto server = std::make_unique<WebhookServer>(ServerOptions{}, [&](const WebhookRequest &) {
            entered.release();
            go_on.acquire();
            return 200;
        });
        const auto port = server->listen();
        QVERIFY(port.has_value());
        RawClient client(*port);
        client.write(post("/webhooks/stripe", "{}"));
        QVERIFY(entered.try_acquire_for(std::chrono::seconds{10}));
        std::atomic<bool> stopped = false;
        std::thread stopping([&] {
            server->stop();
            stopped = true;
        });
        QTest::qWait(200);
        QVERIFY(!stopped);
        go_on.release();
        stopping.join();
        QCOMPARE(status_of(client.read_all()), 200);
        RawClient late(*port);
        QVERIFY(!late.connected());
    }

    void starts_and_stops_at_once()
    {
        for (int i = 0; i < 30; ++i) {
            WebhookServer server({}, handler());
            QVERIFY(server.listen().has_value());
        }
    }

    void a_port_belongs_to_one()
    {
        WebhookServer first({}, handler());
        const auto port = first.listen();
        QVERIFY(port.has_value());
        ServerOptions options;
        options.port = *port;
        WebhookServer second(options, handler());
        const auto refused = second.listen();
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::NetworkUnreachable);
    }

private:
    WebhookServer::Handler handler()
    {
        return [this](const WebhookRequest &request) {
            const std::lock_guard lock(mutex_);
            heard_.push_back(request);
            return answer_.load();
        };
    }

    std::mutex mutex_;
    std::vector<WebhookRequest> heard_;
    std::atomic<int> answer_ = 200;
};

QTEST_GUILESS_MAIN(WebhookServerTest)
#include "webhook_server_test.moc"

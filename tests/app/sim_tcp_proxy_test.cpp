// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/net/tcp_proxy.h"

#include <cerrno>

#include <sys/socket.h>

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace aftercharge::sim;
using namespace std::chrono_literals;

namespace {

constexpr int patience_ms = 5000;
constexpr int silence_ms = 300;  // long for loopback, on which an answer takes less than one

// Says everything back, after a prefix.
class Echo : public QTcpServer {
public:
    explicit Echo(QByteArray prefix = {}) : prefix_(std::move(prefix))
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            sockets.append(socket);
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                const QByteArray bytes = socket->readAll();
                heard += bytes;
                socket->write(prefix_ + bytes);
            });
            connect(socket, &QTcpSocket::errorOccurred, this, [this](auto error) { ends.append(error); });
            connect(socket, &QTcpSocket::disconnected, this, [this] { ++gone; });
        });
    }
    int port() const { return serverPort(); }

    QList<QTcpSocket *> sockets;
    QByteArray heard;
    QList<QAbstractSocket::SocketError> ends;
    int gone = 0;

private:
    QByteArray prefix_;
};

struct Client : QTcpSocket {
    explicit Client(const TcpProxy &proxy)
    {
        connectToHost(QHostAddress(QHostAddress::LocalHost), static_cast<quint16>(proxy.port()));
    }
};

}  // namespace

class TcpProxyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void passes_bytes_and_ends_both_ways();
    void passes_much_at_once();
    void cut_holds_bytes_and_new_connections_until_healed();
    void cut_answers_lets_requests_arrive();
    void an_end_during_a_cut_is_not_seen_before_it_is_healed();
    void reset_ends_both_sides_with_rst();
    void delay_counts_in_both_directions();
    void a_dead_target_refuses();
    void retarget_counts_for_new_connections();
};

void TcpProxyTest::passes_bytes_and_ends_both_ways()
{
    Echo echo;
    TcpProxy proxy(echo.port());
    Client client(proxy);
    client.write("hello");
    QTRY_COMPARE_WITH_TIMEOUT(client.bytesAvailable(), 5, patience_ms);
    QCOMPARE(client.readAll(), QByteArray("hello"));
    QCOMPARE(proxy.connections(), 1);
    QCOMPARE(proxy.bytes_forwarded(), 10);
    client.disconnectFromHost();
    QTRY_COMPARE_WITH_TIMEOUT(echo.gone, 1, patience_ms);
    QCOMPARE(echo.ends, QList{QAbstractSocket::RemoteHostClosedError});

    Client second(proxy);
    second.write("x");
    QTRY_COMPARE_WITH_TIMEOUT(second.bytesAvailable(), 1, patience_ms);
    echo.sockets.last()->disconnectFromHost();
    QTRY_COMPARE_WITH_TIMEOUT(second.state(), QAbstractSocket::UnconnectedState, patience_ms);
    QCOMPARE(second.error(), QAbstractSocket::RemoteHostClosedError);
}

void TcpProxyTest::passes_much_at_once()
{
    Echo echo;
    TcpProxy proxy(echo.port());
    Client client(proxy);
    QByteArray much(20 << 20, '\0');
    for (qsizetype at = 0; at < much.size(); ++at)
        much[at] = static_cast<char>(at * 31 % 251);
    client.write(much);
    QByteArray back;
    connect(&client, &QTcpSocket::readyRead, &client, [&] { back += client.readAll(); });
    QTRY_COMPARE_WITH_TIMEOUT(back.size(), much.size(), 30'000);
    QVERIFY(back == much);
}

void TcpProxyTest::cut_holds_bytes_and_new_connections_until_healed()
{
    Echo echo;
    TcpProxy proxy(echo.port());
    Client client(proxy);
    client.write("a");
    QTRY_COMPARE_WITH_TIMEOUT(client.bytesAvailable(), 1, patience_ms);

    proxy.cut();
    client.write("b");
    Client second(proxy);
    second.write("c");
    QTest::qWait(silence_ms);
    QCOMPARE(client.bytesAvailable(), 1);
    QCOMPARE(client.state(), QAbstractSocket::ConnectedState);
    QCOMPARE(second.bytesAvailable(), 0);
    QCOMPARE(echo.heard, QByteArray("a"));
    QCOMPARE(echo.sockets.size(), 1);

    proxy.heal();
    QTRY_COMPARE_WITH_TIMEOUT(client.bytesAvailable(), 2, patience_ms);
    QCOMPARE(client.readAll(), QByteArray("ab"));
    QTRY_COMPARE_WITH_TIMEOUT(second.bytesAvailable(), 1, patience_ms);
    QCOMPARE(second.readAll(), QByteArray("c"));
}

void TcpProxyTest::cut_answers_lets_requests_arrive()
{
    Echo echo;
    TcpProxy proxy(echo.port());
    Client client(proxy);
    client.write("a");
    QTRY_COMPARE_WITH_TIMEOUT(client.bytesAvailable(), 1, patience_ms);
    proxy.cut(TcpProxy::Cut::Answers);
    client.write("b");
    QTRY_COMPARE_WITH_TIMEOUT(echo.heard, QByteArray("ab"), patience_ms);
    QTest::qWait(silence_ms);
    QCOMPARE(client.bytesAvailable(), 1);
    proxy.heal();
    QTRY_COMPARE_WITH_TIMEOUT(client.bytesAvailable(), 2, patience_ms);
}

void TcpProxyTest::an_end_during_a_cut_is_not_seen_before_it_is_healed()
{
    Echo echo;
    TcpProxy proxy(echo.port());
    Client client(proxy);
    client.write("a");
    QTRY_COMPARE_WITH_TIMEOUT(client.bytesAvailable(), 1, patience_ms);
    proxy.cut();
    client.abort();
    QTest::qWait(silence_ms);
    QCOMPARE(echo.gone, 0);
    proxy.heal();
    QTRY_COMPARE_WITH_TIMEOUT(echo.gone, 1, patience_ms);
}

void TcpProxyTest::reset_ends_both_sides_with_rst()
{
    Echo echo;
    TcpProxy proxy(echo.port());
    Client client(proxy);
    client.write("a");
    QTRY_COMPARE_WITH_TIMEOUT(client.bytesAvailable(), 1, patience_ms);
    const auto descriptor = client.socketDescriptor();
    proxy.reset();
    char byte = 0;
    // What the kernel knows, which Qt reports as it does an orderly end.
    QCOMPARE(::recv(static_cast<int>(descriptor), &byte, 1, MSG_DONTWAIT), -1);
    QCOMPARE(errno, ECONNRESET);
    QTRY_COMPARE_WITH_TIMEOUT(echo.gone, 1, patience_ms);
    Client next(proxy);
    next.write("z");
    QTRY_COMPARE_WITH_TIMEOUT(next.bytesAvailable(), 1, patience_ms);
}

void TcpProxyTest::delay_counts_in_both_directions()
{
    Echo echo;
    TcpProxy proxy(echo.port());
    Client client(proxy);
    client.write("a");
    QTRY_COMPARE_WITH_TIMEOUT(client.bytesAvailable(), 1, patience_ms);
    proxy.delay(100ms);
    QElapsedTimer timer;
    timer.start();
    client.write("b");
    QTRY_COMPARE_WITH_TIMEOUT(client.bytesAvailable(), 2, patience_ms);
    QVERIFY2(timer.elapsed() >= 200, qPrintable(QString::number(timer.elapsed())));
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    proxy.delay(0ms);
    client.write("c");
    QTRY_COMPARE_WITH_TIMEOUT(client.bytesAvailable(), 3, patience_ms);
    QCOMPARE(client.readAll(), QByteArray("abc"));
}

void TcpProxyTest::a_dead_target_refuses()
{
    int port = 0;
    {
        const Echo echo;
        port = echo.port();
    }
    TcpProxy proxy(port);
    Client client(proxy);
    QTRY_COMPARE_WITH_TIMEOUT(proxy.connections(), 1, patience_ms);
    QTRY_COMPARE_WITH_TIMEOUT(client.state(), QAbstractSocket::UnconnectedState, patience_ms);
}

void TcpProxyTest::retarget_counts_for_new_connections()
{
    Echo first("1");
    Echo second("2");
    TcpProxy proxy(first.port());
    Client old(proxy);
    old.write("a");
    QTRY_COMPARE_WITH_TIMEOUT(old.bytesAvailable(), 2, patience_ms);
    proxy.retarget(second.port());
    Client fresh(proxy);
    fresh.write("b");
    QTRY_COMPARE_WITH_TIMEOUT(fresh.bytesAvailable(), 2, patience_ms);
    QCOMPARE(fresh.readAll(), QByteArray("2b"));
    old.write("c");
    QTRY_COMPARE_WITH_TIMEOUT(old.bytesAvailable(), 4, patience_ms);
    QCOMPARE(old.readAll(), QByteArray("1a1c"));
}

QTEST_GUILESS_MAIN(TcpProxyTest)
#include "sim_tcp_proxy_test.moc"

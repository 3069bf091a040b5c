// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/ocpp16_fixture.h"

#include "models/gateway/ocpp16/upgrade_request.h"

using namespace aftercharge;
using namespace aftercharge::ocpp16;
using namespace aftercharge::ocpp16_test;

namespace {

struct Request {
    QByteArray path = "/ocpp/CP-1";
    QByteArray basic = "CP-1:secret";  // empty: no header
    QByteArray more;                   // further header lines
    QByteArray subprotocols = "ocpp1.6";

    QByteArray bytes() const
    {
        QByteArray text = "GET " + path +
                          " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: keep-alive, Upgrade\r\n"
                          "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
        if (!subprotocols.isEmpty())
            text += "Sec-WebSocket-Protocol: " + subprotocols + "\r\n";
        if (!basic.isEmpty())
            text += "Authorization: Basic " + basic.toBase64() + "\r\n";
        return text + more + "\r\n";
    }
};

// What the server says to the bytes, until it closes or falls silent.
class RawSocket {
public:
    RawSocket(const Fixture &fixture, const QByteArray &bytes)
    {
        QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [this] { answer += socket.readAll(); });
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), fixture.server.port());
        socket.write(bytes);
    }
    bool has_headers()
    {
        return QTest::qWaitFor([this] { return answer.contains("\r\n\r\n"); });
    }
    bool is_closed()
    {
        return QTest::qWaitFor([this] { return socket.state() == QAbstractSocket::UnconnectedState; });
    }
    QByteArray status() { return has_headers() ? answer.mid(9, 3) : QByteArray("none"); }

    QTcpSocket socket;
    QByteArray answer;
};

QByteArray status_of(const Fixture &fixture, const Request &request)
{
    return RawSocket(fixture, request.bytes()).status();
}

}  // namespace

class Ocpp16HandshakeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void known_charge_point_enters();
    void unknown_is_not_found();
    void wrong_password_is_unauthorized();
    void user_must_be_the_id();
    void origin_is_forbidden();
    void malformed_data();
    void malformed();
    void percent_encoded_id();
    void key_in_other_forms();
    void too_many_failures();
    void a_neighbour_with_a_wrong_password_locks_nobody_out();
    void no_common_subprotocol();
    void no_common_subprotocol_displaces_nobody();
    void request_in_pieces();
    void frame_right_behind_the_request();
    void endless_request();
    void slow_request_times_out();
    void connection_limit();
    void plain_beyond_loopback_is_refused();
    void listen_errors();
};

void Ocpp16HandshakeTest::known_charge_point_enters()
{
    Fixture fixture;
    RawSocket raw(fixture, Request{}.bytes());
    QCOMPARE(raw.status(), QByteArray("101"));
    QVERIFY(raw.answer.contains("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="));  // RFC 6455, 1.3
    QVERIFY(raw.answer.toLower().contains("sec-websocket-protocol: ocpp1.6\r\n"));
    QTRY_COMPARE(fixture.sink.size(), std::size_t{1});
    const auto inbound = fixture.sink.list().front();
    QVERIFY(inbound.charge_point_id.text() == "CP-1");
    QVERIFY(std::get<chargepoint::Connected>(inbound.body).protocol == "ocpp1.6");
    QVERIFY(std::get<chargepoint::Connected>(inbound.body).remote_address.find("127.0.0.1") != std::string::npos);
    QCOMPARE(fixture.server.counters().connections, std::uint64_t{1});
    raw.socket.abort();
    QTRY_COMPARE(fixture.sink.only<chargepoint::Disconnected>().size(), std::size_t{1});
    QCOMPARE(fixture.server.counters().connections, std::uint64_t{0});
}

void Ocpp16HandshakeTest::unknown_is_not_found()
{
    Fixture fixture;
    QCOMPARE(status_of(fixture, {"/ocpp/CP-9", "CP-9:secret", {}}), QByteArray("404"));
    QCOMPARE(status_of(fixture, {"/ocpp/CP-9", {}, {}}), QByteArray("404"));
    for (const char *path :
         {"/", "/ocpp", "/ocpp/", "/ocpp/CP-1/", "/OCPP/CP-1", "/ocpp/a%2Fb", "/ocpp/%00", "/live/CP-1"})
        QCOMPARE(status_of(fixture, {path, "CP-1:secret", {}}), QByteArray("404"));
    QCOMPARE(fixture.sink.size(), std::size_t{0});
}

void Ocpp16HandshakeTest::wrong_password_is_unauthorized()
{
    Fixture fixture;
    RawSocket wrong(fixture, Request{"/ocpp/CP-1", "CP-1:guess", {}}.bytes());
    QCOMPARE(wrong.status(), QByteArray("401"));
    QVERIFY(wrong.answer.contains("WWW-Authenticate: Basic"));
    QVERIFY(wrong.is_closed());
    QCOMPARE(status_of(fixture, {"/ocpp/CP-1", {}, {}}), QByteArray("401"));
    QCOMPARE(status_of(fixture, {"/ocpp/CP-1", {}, "Authorization: Bearer secret\r\n"}), QByteArray("401"));
    QCOMPARE(status_of(fixture, {"/ocpp/CP-1", "CP-1:", {}}), QByteArray("401"));
    QCOMPARE(status_of(fixture, {"/ocpp/CP-1", "CP-1", {}}), QByteArray("401"));
    QCOMPARE(fixture.sink.size(), std::size_t{0});
    QCOMPARE(fixture.server.counters().refused, std::uint64_t{5});
}

void Ocpp16HandshakeTest::user_must_be_the_id()
{
    Fixture fixture;
    QCOMPARE(status_of(fixture, {"/ocpp/CP-1", "CP-2:other", {}}), QByteArray("401"));
    QCOMPARE(status_of(fixture, {"/ocpp/CP-1", "CP-2:secret", {}}), QByteArray("401"));
    QCOMPARE(status_of(fixture, {"/ocpp/CP-1", "cp-1:secret", {}}), QByteArray("401"));
}

void Ocpp16HandshakeTest::origin_is_forbidden()
{
    Fixture fixture;
    for (const char *origin : {"Origin: https://example.org\r\n", "origin: null\r\n", "ORIGIN:\r\n"})
        QCOMPARE(status_of(fixture, {"/ocpp/CP-1", "CP-1:secret", origin}), QByteArray("403"));
}

void Ocpp16HandshakeTest::malformed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("status");
    const QByteArray good = Request{}.bytes();
    const auto edited = [&](const char *from, const char *to) { return QByteArray(good).replace(from, to); };
    QTest::newRow("no HTTP") << QByteArray("hello\r\n\r\n") << QByteArray("400");
    QTest::newRow("version") << edited("HTTP/1.1", "HTTP/1.0") << QByteArray("400");
    QTest::newRow("method") << edited("GET", "POST") << QByteArray("405");
    QTest::newRow("absolute") << edited("/ocpp", "http://x/ocpp") << QByteArray("400");
    QTest::newRow("percent") << edited("CP-1 HTTP", "CP%2 HTTP") << QByteArray("400");
    QTest::newRow("no upgrade") << edited("Upgrade: websocket", "X: y") << QByteArray("400");
    QTest::newRow("other upgrade") << edited("Upgrade: websocket", "Upgrade: h2c") << QByteArray("400");
    QTest::newRow("no connection") << edited("keep-alive, Upgrade", "close") << QByteArray("400");
    QTest::newRow("no host") << edited("Host:", "Ghost:") << QByteArray("400");
    QTest::newRow("short key") << edited("dGhlIHNhbXBsZSBub25jZQ==", "AAAA") << QByteArray("400");
    QTest::newRow("no base64 key") << edited("dGhlIHNhbXBsZSBub25jZQ==", "!!!!") << QByteArray("400");
    QTest::newRow("old version") << edited("Version: 13", "Version: 8") << QByteArray("426");
    QTest::newRow("header without name") << edited("Host: localhost", ": x\r\nHost: y") << QByteArray("400");
    QTest::newRow("header without colon") << edited("Host: localhost", "x\r\nHost: y") << QByteArray("400");
    QTest::newRow("folded header") << edited("Host: localhost", "Host: y\r\n z: 1") << QByteArray("400");
    QTest::newRow("two passwords") << edited("Host:", "Authorization: Basic Q1AtMTpzZWNyZXQ=\r\nHost:")
                                   << QByteArray("400");
    QTest::newRow("no base64 password") << edited("Basic ", "Basic *") << QByteArray("400");
}

void Ocpp16HandshakeTest::malformed()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, status);
    Fixture fixture;
    RawSocket raw(fixture, bytes);
    QCOMPARE(raw.status(), status);
    QVERIFY(raw.is_closed());
}

void Ocpp16HandshakeTest::percent_encoded_id()
{
    Fixture fixture;
    QCOMPARE(status_of(fixture, {"/ocpp/CP%3A3%2b4", "CP:3+4:colon", {}}), QByteArray("101"));
    QTRY_COMPARE(fixture.sink.only<chargepoint::Connected>().size(), std::size_t{1});
    QVERIFY(fixture.sink.list()[0].charge_point_id.text() == "CP:3+4");
    QCOMPARE(status_of(fixture, {"/ocpp/%43P-1?x=1", "CP-1:secret", {}}), QByteArray("101"));
    QVERIFY(!percent_decoded("%"));
    QVERIFY(!percent_decoded("%4"));
    QVERIFY(percent_decoded("%41%6a") == "Aj");
}

void Ocpp16HandshakeTest::key_in_other_forms()
{
    Fixture fixture;
    QByteArray raw_key;
    for (int i = 0; i < 20; ++i)
        raw_key += static_cast<char>(i * 13 + 0x80);
    const QByteArray hex = raw_key.toHex();
    for (const QByteArray &registered : {hex, hex.toUpper(), raw_key}) {
        fixture.access.passwords["CP-1"] = registered.toStdString();
        for (const QByteArray &sent : {hex, hex.toUpper(), raw_key})
            QCOMPARE(status_of(fixture, {"/ocpp/CP-1", "CP-1:" + sent, {}}), QByteArray("101"));
        QByteArray wrong = raw_key;
        wrong[3] = 'x';
        QCOMPARE(status_of(fixture, {"/ocpp/CP-1", "CP-1:" + wrong, {}}), QByteArray("401"));
        QCOMPARE(status_of(fixture, {"/ocpp/CP-1", "CP-1:" + wrong.toHex(), {}}), QByteArray("401"));
    }
}

void Ocpp16HandshakeTest::too_many_failures()
{
    Fixture fixture([](ServerOptions &options) { options.failed_auth_limit = 3; });
    const Request wrong{"/ocpp/CP-1", "CP-1:guess", {}};
    for (int i = 0; i < 3; ++i)
        QCOMPARE(status_of(fixture, wrong), QByteArray("401"));
    RawSocket blocked(fixture, Request{}.bytes());
    QCOMPARE(blocked.status(), QByteArray("429"));
    QVERIFY(blocked.answer.contains("Retry-After: 60\r\n"));
    fixture.clock.advance(std::chrono::seconds(61));
    QCOMPARE(status_of(fixture, {}), QByteArray("101"));
}

void Ocpp16HandshakeTest::a_neighbour_with_a_wrong_password_locks_nobody_out()
{
    Fixture fixture([](ServerOptions &options) { options.failed_auth_limit = 2; });
    for (int i = 0; i < 2; ++i)
        QCOMPARE(status_of(fixture, {"/ocpp/CP-2", "CP-2:guess", {}}), QByteArray("401"));
    QCOMPARE(status_of(fixture, {"/ocpp/CP-2", "CP-2:guess", {}}), QByteArray("429"));
    QCOMPARE(status_of(fixture, {}), QByteArray("101"));
    // Guessing at many ids ends at six times the limit.
    for (int i = 0; i < 10; ++i)
        QCOMPARE(status_of(fixture, {"/ocpp/X-" + QByteArray::number(i), "a:b", {}}), QByteArray("404"));
    QCOMPARE(status_of(fixture, {}), QByteArray("429"));
}

void Ocpp16HandshakeTest::no_common_subprotocol()
{
    Fixture fixture;
    for (const char *protocols : {"", "ocpp2.0.1", "soap, ocpp1.5"}) {
        RawSocket raw(fixture, Request{"/ocpp/CP-1", "CP-1:secret", {}, protocols}.bytes());
        QCOMPARE(raw.status(), QByteArray("101"));
        QVERIFY(!raw.answer.toLower().contains("sec-websocket-protocol"));
        QVERIFY(raw.is_closed());
        QVERIFY(raw.answer.contains("\x88"));  // a close frame
    }
    QCOMPARE(status_of(fixture, {"/ocpp/CP-1", "CP-1:secret", {}, "ocpp2.0.1, ocpp1.6"}), QByteArray("101"));
    QTRY_COMPARE(fixture.sink.only<chargepoint::Connected>().size(), std::size_t{1});
}

void Ocpp16HandshakeTest::no_common_subprotocol_displaces_nobody()
{
    Fixture fixture;
    Client client(fixture);
    QVERIFY(client.is_open());
    RawSocket raw(fixture, Request{"/ocpp/CP-1", "CP-1:secret", {}, "ocpp2.0.1"}.bytes());
    QVERIFY(raw.has_headers() && raw.is_closed());
    RawSocket wrong(fixture, Request{"/ocpp/CP-1", "CP-1:guess", {}}.bytes());
    QVERIFY(wrong.has_headers() && wrong.is_closed());
    client.send(R"([2,"1","Heartbeat",{}])");
    QTRY_COMPARE(fixture.sink.only<chargepoint::HeartbeatReport>().size(), std::size_t{1});
    QVERIFY(fixture.sink.only<chargepoint::Disconnected>().empty());
}

void Ocpp16HandshakeTest::request_in_pieces()
{
    Fixture fixture;
    const QByteArray bytes = Request{}.bytes();
    RawSocket raw(fixture, bytes.left(20));
    QVERIFY(!QTest::qWaitFor([&] { return !raw.answer.isEmpty(); }, 50));
    raw.socket.write(bytes.mid(20, bytes.size() - 22));
    QVERIFY(!QTest::qWaitFor([&] { return !raw.answer.isEmpty(); }, 50));
    raw.socket.write(bytes.right(2));
    QCOMPARE(raw.status(), QByteArray("101"));
}

void Ocpp16HandshakeTest::frame_right_behind_the_request()
{
    Fixture fixture;
    RawSocket raw(fixture, Request{}.bytes() + "\x81");
    QCOMPARE(raw.status(), QByteArray("400"));
    QCOMPARE(fixture.sink.size(), std::size_t{0});
}

void Ocpp16HandshakeTest::endless_request()
{
    Fixture fixture;
    RawSocket raw(fixture, "GET /ocpp/CP-1 HTTP/1.1\r\nX: " + QByteArray(9'000, 'x'));
    QCOMPARE(raw.status(), QByteArray("400"));
}

void Ocpp16HandshakeTest::slow_request_times_out()
{
    Fixture fixture([](ServerOptions &options) { options.handshake_timeout_ms = 100; });
    RawSocket raw(fixture, "GET /ocpp/CP-1 HTTP/1.1\r\n");
    QVERIFY(raw.is_closed());
    QVERIFY(raw.answer.isEmpty());
}

void Ocpp16HandshakeTest::connection_limit()
{
    Fixture fixture([](ServerOptions &options) { options.max_connections = 1; });
    RawSocket first(fixture, Request{}.bytes());
    QCOMPARE(first.status(), QByteArray("101"));
    RawSocket second(fixture, Request{"/ocpp/CP-2", "CP-2:other", {}}.bytes());
    QVERIFY(QTest::qWaitFor([&] { return second.socket.error() == QAbstractSocket::RemoteHostClosedError; }));
    QVERIFY(second.answer.isEmpty());
    first.socket.abort();
    QTRY_COMPARE(fixture.server.counters().connections, std::uint64_t{0});
    QCOMPARE(status_of(fixture, {"/ocpp/CP-2", "CP-2:other", {}}), QByteArray("101"));
}

void Ocpp16HandshakeTest::plain_beyond_loopback_is_refused()
{
    KnownPasswords access;
    KeepingSink sink;
    SetClock clock;
    ServerOptions options;
    options.address = "0.0.0.0";
    options.port = 0;
    Ocpp16Server refused(options, access, sink, clock);
    const auto listening = refused.listen();
    QVERIFY(!listening && listening.error().code == ErrorCode::InputInvalid);
    QCOMPARE(refused.port(), std::uint16_t{0});
    options.allow_plain = true;
    Ocpp16Server allowed(options, access, sink, clock);
    QVERIFY(allowed.listen().has_value());
    QVERIFY(allowed.port() != 0);
}

void Ocpp16HandshakeTest::listen_errors()
{
    Fixture fixture;
    ServerOptions options;
    options.port = fixture.server.port();
    Ocpp16Server second(options, fixture.access, fixture.sink, fixture.clock);
    QVERIFY(second.listen().error().code == ErrorCode::NetworkUnreachable);
    options.address = "charge.example";
    Ocpp16Server named(options, fixture.access, fixture.sink, fixture.clock);
    QVERIFY(named.listen().error().code == ErrorCode::InputInvalid);
    options.address = "127.0.0.1";
    options.tls = TlsFiles{"no certificate", "no key"};
    Ocpp16Server broken(options, fixture.access, fixture.sink, fixture.clock);
    QVERIFY(broken.listen().error().code == ErrorCode::InputInvalid);
}

QTEST_GUILESS_MAIN(Ocpp16HandshakeTest)
#include "ocpp16_handshake_test.moc"

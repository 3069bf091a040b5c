// SPDX-License-Identifier: GPL-3.0-or-later
// Security profile 2: TLS with our certificate, Basic authentication within.
#include <QSslError>

#include "tests/gateway/ocpp16_fixture.h"
#include "tests/support/tls_files.h"

using namespace aftercharge;
using namespace aftercharge::ocpp16;
using namespace aftercharge::ocpp16_test;
using namespace aftercharge::chargepoint;

class Ocpp16TlsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void talks_over_tls();
    void wrong_password_over_tls();
    void plain_text_is_not_understood();
    void held_back_over_tls();

private:
    const TlsFiles files_ = test::make_tls_files();
    const ServerOptionsEdit with_tls_ = [this](ServerOptions &options) {
        options.tls = files_;
        options.max_unanswered = 8;
        options.handshake_timeout_ms = 1'000;
    };
};

void Ocpp16TlsTest::talks_over_tls()
{
    Fixture fixture(with_tls_);
    Client client(fixture, "CP-1", "secret", {QStringLiteral("ocpp1.6")}, QStringLiteral("wss"));
    QVERIFY(has_asked(fixture, client));
    fixture.server.answer(answers_to(fixture.sink.only<HeartbeatReport>()));
    QVERIFY(client.has(1));
    fixture.server.stop();
    QVERIFY(client.is_closed());
    QCOMPARE(client.socket.closeCode(), QWebSocketProtocol::CloseCodeGoingAway);
}

void Ocpp16TlsTest::wrong_password_over_tls()
{
    Fixture fixture(with_tls_);
    Client client(fixture, "CP-1", "guess", {QStringLiteral("ocpp1.6")}, QStringLiteral("wss"));
    QTRY_COMPARE(fixture.server.counters().refused, std::uint64_t{1});
    QVERIFY(client.is_closed());
    QCOMPARE(fixture.sink.size(), std::size_t{0});
}

void Ocpp16TlsTest::plain_text_is_not_understood()
{
    Fixture fixture(with_tls_);
    Client client(fixture);
    QVERIFY(client.is_closed());
    QCOMPARE(fixture.sink.size(), std::size_t{0});
}

void Ocpp16TlsTest::held_back_over_tls()
{
    Fixture fixture(with_tls_);
    Client client(fixture, "CP-1", "secret", {QStringLiteral("ocpp1.6")}, QStringLiteral("wss"));
    QVERIFY(client.is_open());
    constexpr int count = 2'000;
    const std::size_t read = read_unanswered(fixture, client, count);
    QVERIFY2(read >= 8 && read < count / 2, qPrintable(QString::number(read)));
    QVERIFY(answers_all(fixture, client, count, 30'000));
}

QTEST_GUILESS_MAIN(Ocpp16TlsTest)
#include "ocpp16_tls_test.moc"

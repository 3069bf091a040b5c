// SPDX-License-Identifier: GPL-3.0-or-later
#include <csignal>

#include <QCoreApplication>
#include <QProcess>
#include <QSslSocket>
#include <QTcpServer>
#include <QTest>

#include "tests/app/ctl_store.h"
#include "tests/support/tls_files.h"

using namespace aftercharge;

namespace {

QString program()
{
    const QString fallback = QCoreApplication::applicationDirPath() + QStringLiteral("/../bin");
    return qEnvironmentVariable("AFTERCHARGE_BIN", fallback) + QStringLiteral("/aftercharged");
}

// A port that was free a moment ago.
QString free_port()
{
    QTcpServer server;
    return server.listen(QHostAddress::Any) ? QString::number(server.serverPort()) : QString();
}

}  // namespace

// The real daemon: what it refuses to start with, and charge points with TLS.
class DaemonOptionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_CONFIG_HOME", store_.path(text("config")).toUtf8());
        qputenv("XDG_STATE_HOME", store_.path(text("state")).toUtf8());
        QCOMPARE(store_.init().status, 0);
        const auto files = test::make_tls_files();
        certificate_ = store_.write(text("c.pem"), QByteArray::fromStdString(files.certificate_pem));
        key_ = store_.write(text("k.pem"), QByteArray::fromStdString(files.key_pem));
        QVERIFY(!certificate_.isEmpty() && !key_.isEmpty());
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("reason");
        const QString ok = text("--store %1 --key-file %2 ").arg(store_.store_url(), store_.key_file());
        const QString absent = store_.path(text("absent.pem"));
        const auto row = [](const char *name, const QString &line, int status, const QString &reason) {
            QTest::newRow(name) << line << status << reason.toUtf8();
        };
        row("unknown option", ok + text("--frobnicate"), 2, text("--frobnicate"));
        row("no store", text("--ocpp 127.0.0.1:0"), 2, text("input.invalid"));
        row("endpoint", ok + text("--ocpp here"), 2, text("input.invalid: --ocpp: ADDRESS:PORT, not here"));
        row("port", ok + text("--live 127.0.0.1:70000"), 2, text("input.invalid: --live: ADDRESS:PORT"));
        row("name", ok + text("--customer example.org:80"), 2, text("input.invalid: --customer: ADDRESS:PORT"));
        row("webhook", ok + text("--webhook 127.0.0.1"), 2, text("input.invalid: --webhook: ADDRESS:PORT"));
        row("metrics", ok + text("--metrics 9214"), 2, text("input.invalid: --metrics: ADDRESS:PORT"));
        row("metrics beyond loopback", ok + text("--metrics 0.0.0.0:0"), 1,
            text("input.invalid: metrics have neither TLS nor a login: on loopback only, or with --allow-plain"));
        row("store", text("--store sqlcipher:%1 --key-file %2").arg(store_.path(text("nowhere")), store_.key_file()), 3,
            text("store.not_found: "));
        row("key file", text("--store %1 --key-file %2").arg(store_.store_url(), absent), 3, text("store.not_found: "));
        row("no certificate", ok + text("--ocpp-certificate %1 --ocpp-private-key %2").arg(absent, key_), 2,
            text("input.invalid: --ocpp-certificate: %1 cannot be read").arg(absent));
        row("no private key", ok + text("--ocpp-certificate %1 --ocpp-private-key %2").arg(certificate_, absent), 2,
            text("input.invalid: --ocpp-private-key: %1 cannot be read").arg(absent));
        row("one alone", ok + text("--ocpp-certificate ") + certificate_, 2,
            text("input.invalid: --ocpp-certificate and"));
        row("not a certificate", ok + text("--ocpp 127.0.0.1:0 --ocpp-certificate %1 --ocpp-private-key %1").arg(key_),
            1, text("input.invalid: the TLS certificate cannot be read"));
        row("plain beyond loopback", ok + text("--ocpp 0.0.0.0:0"), 1, text("input.invalid: "));
    }

    void refuses()
    {
        QFETCH(QString, line);
        QFETCH(int, status);
        QFETCH(QByteArray, reason);
        QProcess daemon;
        daemon.start(program(), QProcess::splitCommand(line));
        QVERIFY(daemon.waitForFinished(30'000));
        QCOMPARE(daemon.exitStatus(), QProcess::NormalExit);
        const QByteArray said = daemon.readAllStandardError();
        QVERIFY2(said.contains(reason), said.constData());
        QCOMPARE(daemon.exitCode(), status);
        QCOMPARE(daemon.readAllStandardOutput(), QByteArray());
    }

    // The configuration file names certificate and key beside itself.
    void serves_charge_points_with_tls_beyond_loopback()
    {
        const QString port = free_port();
        const QString config = store_.write(
            text("daemon.toml"),
            text("store = \"%1\"\nkey-file = \"store.key\"\nocpp = \"0.0.0.0:%2\"\nocpp-certificate = \"c.pem\"\n"
                 "ocpp-private-key = \"k.pem\"\n")
                .arg(store_.store_url(), port)
                .toUtf8());
        QProcess daemon;
        daemon.start(program(), {text("--config"), config});
        QVERIFY2(daemon.waitForReadyRead(30'000), daemon.readAllStandardError().constData());
        QCOMPARE(daemon.readAllStandardOutput(), QByteArray("ready\n"));
        QSslSocket charge_point;
        charge_point.setPeerVerifyMode(QSslSocket::VerifyNone);
        charge_point.connectToHostEncrypted(text("127.0.0.1"), port.toUShort());
        QVERIFY(charge_point.waitForEncrypted(10'000));
        QFile certificate(certificate_);
        QVERIFY(certificate.open(QIODevice::ReadOnly));
        QCOMPARE(charge_point.peerCertificate(), QSslCertificate(&certificate, QSsl::Pem));
        charge_point.abort();
        ::kill(static_cast<pid_t>(daemon.processId()), SIGTERM);
        QVERIFY(daemon.waitForFinished(30'000));
        QCOMPARE(daemon.exitStatus(), QProcess::NormalExit);
        QCOMPARE(daemon.exitCode(), 0);
    }

    void takes_webhooks_where_the_configuration_file_says()
    {
        const QString port = free_port();
        const QString config = store_.write(
            text("webhooks.toml"), text("store = \"%1\"\nkey-file = \"store.key\"\nwebhook = \"127.0.0.1:%2\"\n")
                                       .arg(store_.store_url(), port)
                                       .toUtf8());
        QProcess daemon;
        daemon.start(program(), {text("--config"), config});
        QVERIFY2(daemon.waitForReadyRead(30'000), daemon.readAllStandardError().constData());
        QTcpSocket gateway;
        gateway.connectToHost(text("127.0.0.1"), port.toUShort());
        QVERIFY(gateway.waitForConnected(10'000));
        gateway.write("POST /webhooks/stripe HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}");
        QVERIFY(gateway.waitForReadyRead(10'000));
        // The store has no account of Stripe's: told again later.
        QVERIFY(gateway.readAll().startsWith("HTTP/1.1 503"));
        ::kill(static_cast<pid_t>(daemon.processId()), SIGTERM);
        QVERIFY(daemon.waitForFinished(30'000));
        QCOMPARE(daemon.exitCode(), 0);
    }

private:
    CtlStore store_;
    QString certificate_;
    QString key_;
};

QTEST_GUILESS_MAIN(DaemonOptionsTest)
#include "daemon_options_test.moc"

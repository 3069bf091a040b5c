// SPDX-License-Identifier: GPL-3.0-or-later
#include <csignal>
#include <memory>
#include <set>

#include <QElapsedTimer>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>

#include "app/wiring/local_store.h"
#include "tests/app/ctl_store.h"
#include "tests/app/pipelining_client.h"
#include "tests/support/notify_socket.h"

using namespace aftercharge;

namespace {

constexpr int charge_points = 6;
constexpr int start_limit_ms = 20'000;
constexpr int drain_limit_ms = 10'000;
constexpr int going_away = 1001;

quint16 free_port()
{
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost, 0);
    return probe.serverPort();
}

// Whole, headers too; empty: nobody listens.
QByteArray http_get(quint16 port, const char *path)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    if (!socket.waitForConnected(5'000))
        return {};
    socket.write(QByteArray("GET ") + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QByteArray answer;
    while (socket.waitForReadyRead(10'000))
        answer += socket.readAll();
    return answer + socket.readAll();
}

QByteArray body_of(const QByteArray &answer)
{
    return answer.mid(answer.indexOf("\r\n\r\n") + 4);
}

bool is_refused(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    return !socket.waitForConnected(1'000) && socket.error() == QAbstractSocket::ConnectionRefusedError;
}

}  // namespace

// The real daemon as a service: what it tells its manager and those who watch it, and that it
// finishes what it accepted when it is asked to end.
class DaemonDrainTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(store_.init().status, 0);
        QCOMPARE(store_.run(text("tariff import ") + store_.write(text("t.json"), flat_tariff_json)).status, 0);
        const QString password = store_.write(text("pw"), "a-long-password\n");
        for (int i = 1; i <= charge_points; ++i) {
            const QString n = QString::number(i);
            QCOMPARE(store_.run(text("charge-point add CP-%1 --tariff T1 --password-file %2").arg(n, password)).status,
                     0);
            QCOMPARE(store_.run(text("member add M%1 --name Li --id-tag TAG%1").arg(n)).status, 0);
            QCOMPARE(store_.run(text("member top-up M%1 1000.00").arg(n)).status, 0);
        }
        // The store is opened here with the same state folder as the programs have.
        qputenv("XDG_STATE_HOME", store_.path(text("state")).toUtf8());
    }
    void init()
    {
        ocpp_port_ = free_port();
        metrics_port_ = free_port();
        clients_.clear();
    }
    void cleanup()
    {
        clients_.clear();
        daemon_.reset();
    }

    void cleanupTestCase()
    {
        // What came before the signal was still unread at times, but hardly always.
        QVERIFY(!has_drained_ || answered_after_the_signal_ > 0);
    }

    void finishes_what_it_accepted_data()
    {
        QTest::addColumn<QString>("socket");
        QTest::addColumn<int>("ms");
        QTest::addColumn<bool>("stops");
        QTest::newRow("at once") << store_.path(text("notify")) << 0 << false;
        QTest::newRow("abstract socket") << text("@aftercharge-%1").arg(QCoreApplication::applicationPid()) << 37
                                         << false;
        QTest::newRow("sessions end") << store_.path(text("other")) << 150 << true;
    }
    void finishes_what_it_accepted()
    {
        QFETCH(QString, socket);
        QFETCH(int, ms);
        QFETCH(bool, stops);
        test::NotifySocket manager(socket);
        QVERIFY(manager.is_open());
        start_daemon({}, {{text("NOTIFY_SOCKET"), socket}});
        QTRY_VERIFY(manager.told().contains(text("READY=1")));
        connect_clients();
        QTRY_VERIFY_WITH_TIMEOUT(all_have_answers(), start_limit_ms);
        QTest::qWait(ms);
        if (stops) {
            for (std::size_t i = 0; i < clients_.size(); i += 2)
                clients_[i]->stop();
            QTest::qWait(1);
        }
        std::size_t unanswered = 0;
        for (const auto &client : clients_)
            unanswered += client->unanswered();
        QVERIFY(unanswered > 0);
        const std::size_t before = answered();
        terminate_again_and_again();
        QCOMPARE(daemon_->exitStatus(), QProcess::NormalExit);
        QCOMPARE(daemon_->exitCode(), 0);
        for (const auto &client : clients_) {
            QTRY_VERIFY(client->is_closed());
            QCOMPARE(client->close_code(), going_away);
            QVERIFY2(client->complaints().isEmpty(), qPrintable(client->complaints().join(u'\n')));
        }
        has_drained_ = true;
        answered_after_the_signal_ += answered() - before;
        QCOMPARE(std::any_of(clients_.begin(), clients_.end(), [](const auto &c) { return c->is_stop_answered(); }),
                 stops);
        const QStringList &told = manager.told();
        QVERIFY(told.indexOf(text("READY=1")) < told.indexOf(text("STOPPING=1")));
        QVERIFY(std::any_of(told.begin(), told.end(), [](const QString &one) { return one.startsWith(u"STATUS="); }));
        QVERIFY(!told.contains(text("WATCHDOG=1")));
        check_store();
    }

    void nobody_is_let_in_once_it_drains()
    {
        const quint16 live = free_port();
        start_daemon({text("--live"), text("127.0.0.1:%1").arg(live)});
        connect_clients();
        QTRY_VERIFY_WITH_TIMEOUT(all_have_answers(), start_limit_ms);
        QVERIFY(!is_refused(live));
        bool tried = false;
        connect(clients_[0].get(), &PipeliningClient::cut_off, this, [&] {
            tried = true;
            QVERIFY(is_refused(ocpp_port_));
            QVERIFY(is_refused(live));
        });
        terminate_again_and_again();
        QCOMPARE(daemon_->exitCode(), 0);
        QTRY_VERIFY(tried);
    }

    void metrics_and_health_answer()
    {
        start_daemon({});
        QByteArray health = http_get(metrics_port_, "/healthz");
        QVERIFY2(health.startsWith("HTTP/1.1 200 "), health.constData());
        QCOMPARE(body_of(health), QByteArray("ok\n"));
        connect_clients();
        QTRY_VERIFY_WITH_TIMEOUT(all_have_answers(), start_limit_ms);
        const QByteArray answer = http_get(metrics_port_, "/metrics");
        QVERIFY2(answer.startsWith("HTTP/1.1 200 "), answer.constData());
        QVERIFY2(answer.contains("\r\nContent-Type: text/plain; version=0.0.4; charset=utf-8\r\n"), answer.constData());
        const QByteArray count = QByteArray::number(charge_points);
        for (const QByteArray &line :
             {QByteArray("aftercharge_engine_responsive 1"), QByteArray("aftercharge_store_reachable 1"),
              QByteArray("aftercharge_store_errors_total 0"),
              QByteArray("aftercharge_charge_points_connected " + count)})
            QVERIFY2(body_of(answer).split('\n').contains(line), answer.constData());
        const auto value = [&](const QByteArray &name) {
            const qsizetype at = answer.indexOf(QByteArray("\n" + name + " "));
            return at < 0 ? -1.0 : answer.mid(at + name.size() + 2).split('\n')[0].toDouble();
        };
        // Boot, start and a reading of each, and what connected.
        QVERIFY(value("aftercharge_reports_received_total") >= 4.0 * charge_points);
        QVERIFY(value("aftercharge_sessions_running") >= charge_points);
        QVERIFY(value("aftercharge_engine_batches_total") > 0);
        QCOMPARE(value("aftercharge_engine_batch_duration_seconds_count"), value("aftercharge_engine_batches_total"));
        const double now = static_cast<double>(QDateTime::currentMSecsSinceEpoch()) / 1000;
        QVERIFY(qAbs(now - value("aftercharge_engine_last_commit_timestamp_seconds")) < 30);
        QVERIFY(qAbs(now - value("process_start_time_seconds")) < 60);
        QVERIFY(value("process_start_time_seconds") <= now + 1);
        QVERIFY(value("process_resident_memory_bytes") > 4e6);
        QVERIFY(value("process_cpu_seconds_total") > 0);
        terminate_again_and_again();
        QCOMPARE(daemon_->exitCode(), 0);
        QCOMPARE(http_get(metrics_port_, "/healthz"), QByteArray());
    }

    void tells_that_it_is_alive_as_often_as_it_is_to()
    {
        test::NotifySocket manager(store_.path(text("watchdog")));
        start_daemon({}, {{text("NOTIFY_SOCKET"), manager.name()}, {text("WATCHDOG_USEC"), text("1000000")}});
        // Four in two and a half seconds, at half of a second each.
        QTest::qWait(2'500);
        QVERIFY2(manager.told().count(text("WATCHDOG=1")) >= 4, qPrintable(manager.told().join(u' ')));
        terminate_again_and_again();
        QCOMPARE(daemon_->exitCode(), 0);
    }

    // A webhook whose sender drips its headers is never whole: it keeps neither charge points
    // from their answers nor the program from its end.
    void ends_in_time_whatever_hangs()
    {
        const quint16 webhook = free_port();
        start_daemon({text("--webhook"), text("127.0.0.1:%1").arg(webhook)});
        connect_clients();
        QTRY_VERIFY_WITH_TIMEOUT(all_have_answers(), start_limit_ms);
        QTcpSocket dripping;
        dripping.connectToHost(QHostAddress(QHostAddress::LocalHost), webhook);
        QVERIFY(dripping.waitForConnected(5'000));
        dripping.write("POST /webhooks/stripe HTTP/1.1\r\nX-Drip: ");
        QTimer drip;
        connect(&drip, &QTimer::timeout, &dripping, [&] { dripping.write("x"); });
        drip.start(200);
        QTest::qWait(300);
        QElapsedTimer since;
        since.start();
        ::kill(static_cast<pid_t>(daemon_->processId()), SIGTERM);
        for (const auto &client : clients_) {
            QTRY_VERIFY(client->is_closed());
            QCOMPARE(client->close_code(), going_away);
        }
        QVERIFY(since.elapsed() < drain_limit_ms / 2);
        QTRY_COMPARE_WITH_TIMEOUT(daemon_->state(), QProcess::NotRunning, drain_limit_ms + 2'000);
        QCOMPARE(daemon_->exitStatus(), QProcess::NormalExit);
        QCOMPARE(daemon_->exitCode(), 1);
        QVERIFY(daemon_->readAllStandardError().contains("not drained within 10000 ms"));
        check_store();
    }

    void a_store_that_was_rolled_back_is_not_well()
    {
        CtlStore store;
        QCOMPARE(store.init().status, 0);
        const QString ledger = store.path(text("store/ledger.db"));
        const QString older = store.path(text("older.db"));
        QVERIFY(QFile::copy(ledger, older));
        QCOMPARE(store.run(text("member add M1 --name A")).status, 0);
        QVERIFY(QFile::remove(ledger) && QFile::copy(older, ledger));
        start_daemon({}, {}, store);
        const QByteArray health = http_get(metrics_port_, "/healthz");
        QVERIFY2(health.startsWith("HTTP/1.1 503 "), health.constData());
        QCOMPARE(body_of(health), QByteArray("read-only: store.rolled_back\n"));
        QVERIFY(http_get(metrics_port_, "/metrics").contains("\naftercharge_engine_responsive 1\n"));
        terminate_again_and_again();
        QCOMPARE(daemon_->exitCode(), 0);
    }

private:
    using Variables = std::vector<std::pair<QString, QString>>;

    void start_daemon(const QStringList &more, const Variables &variables = {})
    {
        start_daemon(more, variables, store_);
    }
    void start_daemon(const QStringList &more, const Variables &variables, const CtlStore &store)
    {
        daemon_ = std::make_unique<QProcess>();
        auto environment = store.environment();
        for (const auto &[name, value] : variables)
            environment.insert(name, value);
        daemon_->setProcessEnvironment(environment);
        const QString config = store.write(text("d.toml"),
                                           text("metrics = \"127.0.0.1:%1\"\n").arg(metrics_port_).toUtf8());
        daemon_->start(CtlStore::program(text("aftercharged")),
                       QStringList{text("--store"), store.store_url(), text("--key-file"), store.key_file(),
                                   text("--config"), config, text("--ocpp"), text("127.0.0.1:%1").arg(ocpp_port_)} +
                           more);
        QVERIFY2(daemon_->waitForReadyRead(start_limit_ms), daemon_->readAllStandardError().constData());
        QCOMPARE(daemon_->readLine(), QByteArray("ready\n"));
    }

    void connect_clients()
    {
        // A start at the same reading as the last would be the last one, sent again.
        meter_ += 10'000;
        for (int i = 1; i <= charge_points; ++i) {
            const QString n = QString::number(i);
            clients_.push_back(std::make_unique<PipeliningClient>(text("CP-") + n, text("a-long-password"),
                                                                  text("TAG") + n, ocpp_port_, meter_));
        }
    }
    bool all_have_answers() const
    {
        return std::all_of(clients_.begin(), clients_.end(),
                           [](const auto &client) { return client->is_running() && !client->answered().empty(); });
    }
    std::size_t answered() const
    {
        std::size_t sum = 0;
        for (const auto &client : clients_)
            sum += client->answered().size();
        return sum;
    }

    // The first signal asks, the others are to change nothing.
    void terminate_again_and_again()
    {
        QElapsedTimer since;
        since.start();
        const auto signal = [this] {
            if (daemon_->processId() > 0)
                ::kill(static_cast<pid_t>(daemon_->processId()), SIGTERM);
        };
        signal();
        QTimer timer;
        connect(&timer, &QTimer::timeout, this, signal);
        timer.start(5);
        QTRY_COMPARE_WITH_TIMEOUT(daemon_->state(), QProcess::NotRunning, drain_limit_ms);
        QVERIFY(since.elapsed() < drain_limit_ms);
    }

    // What was accepted has its effect, and what has an effect was answered: neither more nor less.
    void check_store()
    {
        KeySource source;
        source.key_file = store_.key_file().toStdString();
        const auto store = open_local_store(*parse_store_url(store_.store_url().toStdString()), source);
        QVERIFY(store.has_value());
        QVERIFY(!(*store)->report().problem);
        for (const auto &client : clients_) {
            const auto order = (*store)->ledger().reader().orders().find_by_transaction(
                *ChargePointId::from_text(client->id().toStdString()), client->transaction_id());
            QVERIFY(order && *order);
            const auto curve = (*store)->telemetry().reader().curve((*order)->order_no);
            QVERIFY(curve.has_value());
            std::set<PipeliningClient::Report> stored;
            for (const Reading &reading : *curve)
                stored.emplace(reading.at, reading.register_wh ? reading.register_wh->value() : -1);
            QCOMPARE(stored.size(), client->answered().size());
            QVERIFY(stored == client->answered());
            QCOMPARE((*order)->state, client->is_stop_answered() ? OrderState::Payed : OrderState::Charging);
        }
        QCOMPARE((*store)->ledger().reader().accounts().sum_of_all()->minor(), 0);
    }

    CtlStore store_;
    quint16 ocpp_port_ = 0;
    quint16 metrics_port_ = 0;
    std::int64_t meter_ = 1'000;
    bool has_drained_ = false;
    std::size_t answered_after_the_signal_ = 0;
    std::unique_ptr<QProcess> daemon_;
    std::vector<std::unique_ptr<PipeliningClient>> clients_;
};

QTEST_GUILESS_MAIN(DaemonDrainTest)
#include "daemon_drain_test.moc"

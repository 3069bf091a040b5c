// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>
#include <set>

#include <QElapsedTimer>
#include <QProcess>
#include <QTcpServer>
#include <QTest>

#include "app/wiring/local_store.h"
#include "models/workflow/explain_order.h"
#include "tests/app/ctl_store.h"
#include "tests/app/persistent_client.h"

using namespace aftercharge;

namespace {

constexpr int charge_points = 8;
constexpr int start_limit_ms = 20'000;

quint16 free_port()
{
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost, 0);
    return probe.serverPort();
}

// ¥1.00 a kWh: 10 Wh a fen, half to even.
qint64 fee_minor(std::int64_t wh)
{
    return static_cast<qint64>(divide_half_even(wh, 10));
}

}  // namespace

// The real daemon under load, killed with messages in flight, and up again on the same store:
// nothing that it acknowledged is missing, and what was under way goes on.
class DaemonKillTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        port_ = free_port();
        QCOMPARE(store_.init().status, 0);
        const QString tariff = store_.write(text("t.json"), flat_tariff_json);
        QCOMPARE(store_.run(text("tariff import ") + tariff).status, 0);
        const QString password = store_.write(text("pw"), "a-long-password\n");
        for (int i = 1; i <= charge_points; ++i) {
            const QString n = QString::number(i);
            QCOMPARE(store_.run(text("charge-point add CP-%1 --tariff T1 --password-file %2").arg(n, password)).status,
                     0);
            QCOMPARE(store_.run(text("member add M%1 --name Li --id-tag TAG%1").arg(n)).status, 0);
            QCOMPARE(store_.run(text("member top-up M%1 1000.00").arg(n)).status, 0);
            clients_.push_back(
                std::make_unique<PersistentClient>(text("CP-") + n, text("a-long-password"), text("TAG") + n, port_));
        }
        // The store is opened here with the same state folder as the programs have.
        qputenv("XDG_STATE_HOME", store_.path(text("state")).toUtf8());
    }

    void killed_while_sessions_start_data()
    {
        QTest::addColumn<int>("ms");
        for (const int ms : {15, 40, 80})
            QTest::newRow(QByteArray::number(ms).constData()) << ms;
    }
    void killed_while_sessions_start()
    {
        QFETCH(int, ms);
        start_daemon();
        connect_clients();
        QTest::qWait(ms);
        kill_daemon();
        check_acknowledged();
    }

    void killed_while_they_report_data()
    {
        QTest::addColumn<int>("ms");
        for (const int ms : {10, 60, 150, 333, 700, 1300})
            QTest::newRow(QByteArray::number(ms).constData()) << ms;
    }
    void killed_while_they_report()
    {
        QFETCH(int, ms);
        start_daemon();
        connect_clients();
        QTRY_VERIFY_WITH_TIMEOUT(all(&PersistentClient::is_running), start_limit_ms);
        const std::size_t before = acknowledged();
        QTRY_VERIFY_WITH_TIMEOUT(acknowledged() > before, start_limit_ms);
        QTest::qWait(ms);
        kill_daemon();
        check_acknowledged();
    }

    void terminated_while_they_report()
    {
        start_daemon();
        connect_clients();
        QTRY_VERIFY_WITH_TIMEOUT(all(&PersistentClient::is_running), start_limit_ms);
        const std::size_t before = acknowledged();
        QTRY_VERIFY_WITH_TIMEOUT(acknowledged() > before, start_limit_ms);
        daemon_->terminate();
        QVERIFY(daemon_->waitForFinished(5'000));
        QCOMPARE(daemon_->exitStatus(), QProcess::NormalExit);
        QCOMPARE(daemon_->exitCode(), 0);
        // What it had answered last has arrived.
        QTest::qWait(100);
        check_acknowledged();
        const auto store = open_store();
        QVERIFY(store != nullptr);
        const auto running = store->ledger().reader().orders().running();
        QVERIFY(running && running->size() >= clients_.size());
        for (const ChargingOrder &order : *running)
            QCOMPARE(order.connection, Connection::Offline);
    }

    void killed_while_they_stop_and_settled_once_for_all()
    {
        start_daemon();
        connect_clients();
        QTRY_VERIFY_WITH_TIMEOUT(all(&PersistentClient::is_running), start_limit_ms);
        for (const auto &client : clients_)
            client->finish();
        QTRY_VERIFY_WITH_TIMEOUT(any(&PersistentClient::is_done), start_limit_ms);
        kill_daemon();
        check_acknowledged();
        start_daemon();
        connect_clients();
        QTRY_VERIFY_WITH_TIMEOUT(all(&PersistentClient::is_done), start_limit_ms);
        QVERIFY(daemon_ != nullptr);
        daemon_->terminate();
        QVERIFY(daemon_->waitForFinished(start_limit_ms));
        QCOMPARE(daemon_->exitCode(), 0);
        QCOMPARE(daemon_->exitStatus(), QProcess::NormalExit);
        check_acknowledged();
        check_settled();
    }

    void cleanupTestCase()
    {
        daemon_.reset();
        int again = 0;
        for (const auto &client : clients_)
            again += client->sent_again();
        qInfo("%zu readings acknowledged by %d charge points, %d messages sent again after %d kills", acknowledged(),
              charge_points, again, kills_);
        QVERIFY(again > 0);
    }

private:
    void start_daemon()
    {
        daemon_ = std::make_unique<QProcess>();
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(text("XDG_CONFIG_HOME"), store_.path(text("config")));
        daemon_->setProcessEnvironment(environment);
        daemon_->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        const QString fallback = QCoreApplication::applicationDirPath() + text("/../bin");
        daemon_->start(qEnvironmentVariable("AFTERCHARGE_BIN", fallback) + text("/aftercharged"),
                       {text("--store"), store_.store_url(), text("--key-file"), store_.key_file(), text("--ocpp"),
                        text("127.0.0.1:%1").arg(port_)});
        QVERIFY(daemon_->waitForReadyRead(start_limit_ms));
        QCOMPARE(daemon_->readLine(), QByteArray("ready\n"));
    }

    void kill_daemon()
    {
        daemon_->kill();
        QVERIFY(daemon_->waitForFinished(start_limit_ms));
        QCOMPARE(daemon_->exitStatus(), QProcess::CrashExit);
        ++kills_;
        // What it had sent before it died has arrived, and counts as acknowledged.
        QTest::qWait(20);
    }

    void connect_clients()
    {
        for (const auto &client : clients_)
            client->connect_again();
    }

    bool all(bool (PersistentClient::*is)() const) const
    {
        return std::all_of(clients_.begin(), clients_.end(), [&](const auto &client) { return ((*client).*is)(); });
    }
    bool any(bool (PersistentClient::*is)() const) const
    {
        return std::any_of(clients_.begin(), clients_.end(), [&](const auto &client) { return ((*client).*is)(); });
    }
    std::size_t acknowledged() const
    {
        std::size_t sum = 0;
        for (const auto &client : clients_)
            sum += client->acknowledged().size();
        return sum;
    }

    std::unique_ptr<LocalStore> open_store() const
    {
        KeySource source;
        source.key_file = store_.key_file().toStdString();
        const auto url = parse_store_url(store_.store_url().toStdString());
        auto opened = open_local_store(*url, source);
        return opened ? std::move(*opened) : nullptr;
    }

    // On the store as the killed daemon left it.
    void check_acknowledged()
    {
        const auto store = open_store();
        QVERIFY(store != nullptr);
        QVERIFY2(!store->report().problem, "the store came up read-only");
        for (const auto &client : clients_) {
            QVERIFY2(client->complaints().isEmpty(), qPrintable(client->complaints().join(QLatin1Char('\n'))));
            if (client->transaction_id() == 0)
                continue;
            const auto order = store->ledger().reader().orders().find_by_transaction(
                *ChargePointId::from_text(client->id().toStdString()), client->transaction_id());
            QVERIFY2(order && *order, "an acknowledged start is not there");
            const auto curve = store->telemetry().reader().curve((*order)->order_no);
            QVERIFY(curve.has_value());
            std::set<std::pair<UtcTime, std::int64_t>> stored;
            for (const Reading &reading : *curve)
                stored.emplace(reading.at, reading.register_wh ? reading.register_wh->value() : -1);
            for (const auto &report : client->acknowledged())
                QVERIFY2(stored.contains({report.at, report.register_wh}), "an acknowledged reading is not there");
        }
        QCOMPARE(store->ledger().reader().accounts().sum_of_all()->minor(), 0);
        QVERIFY(store->ledger().reader().audit().verify([](auto, auto) { return true; })->intact);
    }

    void check_settled()
    {
        const auto store = open_store();
        QVERIFY(store != nullptr);
        LedgerReader &ledger = store->ledger().reader();
        qint64 fees = 0;
        OrderQuery everything;
        QCOMPARE(ledger.orders().page(everything)->rows.size(), clients_.size());
        for (const auto &client : clients_) {
            const auto order = ledger.orders().find_by_transaction(
                *ChargePointId::from_text(client->id().toStdString()), client->transaction_id());
            QVERIFY(order && *order);
            const qint64 fee = fee_minor(client->register_wh() - PersistentClient::meter_start);
            QCOMPARE((*order)->state, OrderState::Payed);
            QCOMPARE((*order)->settlement, Settlement::Final);
            QCOMPARE((*order)->fee.minor(), fee);
            const auto explained = explain_order(ledger, store->telemetry().reader(), (*order)->order_no);
            QCOMPARE(explained->priced.total.minor(), fee);
            const auto balance = ledger.accounts().member_balance((*order)->member_id);
            QCOMPARE(balance->available.minor(), 100'000 - fee);
            QCOMPARE(balance->frozen.minor(), 0);
            fees += fee;
        }
        QVERIFY(fees > 0);
        QCOMPARE(ledger.accounts().balance(AccountId::platform(AccountKind::Revenue))->minor(), fees);
        QCOMPARE(ledger.orders().orphan_count().value(), 0);
        const auto broken = store->check();
        QVERIFY(broken.has_value());
        QVERIFY2(broken->empty(), broken->empty() ? "" : broken->front().c_str());
    }

    CtlStore store_;
    quint16 port_ = 0;
    std::unique_ptr<QProcess> daemon_;
    std::vector<std::unique_ptr<PersistentClient>> clients_;
    int kills_ = 0;
};

QTEST_GUILESS_MAIN(DaemonKillTest)
#include "daemon_kill_test.moc"

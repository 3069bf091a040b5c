// SPDX-License-Identifier: GPL-3.0-or-later
// A PostgreSQL primary is killed under load and its standby promoted, both real, on loopback. Two
// daemons and a desk, also real, go on by themselves.
#include <map>
#include <set>

#include <QElapsedTimer>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include "app/wiring/system_clock.h"
#include "app/wiring/system_random.h"
#include "models/store/sql/sql_desk_gate.h"
#include "models/workflow/decision_sender.h"
#include "tests/app/ctl_store.h"
#include "tests/app/persistent_client.h"
#include "tests/support/furnish.h"
#include "tests/support/shared_shop.h"

using namespace aftercharge;

namespace {

constexpr int charge_points = 6;
constexpr int decided_orders = 60;
constexpr int start_limit_ms = 30'000;
constexpr int recover_limit_ms = 120'000;

quint16 free_port()
{
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost, 0);
    return probe.serverPort();
}

Money one_yuan()
{
    return *Money::from_text("1.00", *Currency::from_code("CNY"));
}

}  // namespace

class FailoverTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto shop = SharedShop::make(folder_.path().toStdString() + "/shop");
        QVERIFY2(shop.has_value(), shop ? "" : to_line(shop.error()).c_str());
        shop_ = std::move(*shop);
        furnish();
        auto standby = sim::PostgresServer::start_standby(shop_->server());
        QVERIFY2(standby.has_value(), standby ? "" : to_line(standby.error()).c_str());
        standby_ = std::move(*standby);
        shop_->add_host(standby_->port());
        // What is acknowledged is on both disks.
        const auto synchronous = shop_->server().make_synchronous();
        QVERIFY2(synchronous.has_value(), synchronous ? "" : to_line(synchronous.error()).c_str());
    }

    void goes_on_with_the_standby()
    {
        for (int i = 0; i < 2; ++i)
            start_daemon(ports_[i]);
        for (const auto &client : clients_)
            client->connect_again();
        QTRY_VERIFY_WITH_TIMEOUT(all_run(), start_limit_ms);
        DecisionSender sender(clock_, random_);
        const auto started = sender.start([this]() -> Result<std::unique_ptr<DecisionLine>> {
            auto gate = open_desk_gate(shop_->login("ann"));
            if (!gate)
                return pass_on(gate);
            auto store = open_shared_store(shop_->login("ann"), SharedRole::Desk);
            if (!store)
                return pass_on(store);
            auto reader = store->ledger->open_reader();
            if (!reader)
                return pass_on(reader);
            return std::make_unique<StoreLine>(std::move(*gate), std::move(*reader));
        });
        QVERIFY2(started.has_value(), started ? "" : to_line(started.error()).c_str());
        for (const OrderNo &order_no : orders_)
            decide(sender, order_no);

        QTRY_VERIFY_WITH_TIMEOUT(finished() >= decided_orders / 4, start_limit_ms);
        QVERIFY(finished() < decided_orders);
        QElapsedTimer outage;
        outage.start();
        const int before = finished();
        QVERIFY(shop_->server().kill().has_value());
        const std::size_t readings = acknowledged();
        QTest::qWait(500);
        const auto promoted = standby_->promote();
        QVERIFY2(promoted.has_value(), promoted ? "" : to_line(promoted.error()).c_str());
        QTRY_VERIFY_WITH_TIMEOUT(finished() > before, recover_limit_ms);
        const qint64 until_decisions = outage.elapsed();
        QTRY_VERIFY_WITH_TIMEOUT(acknowledged() > readings + charge_points, recover_limit_ms);
        const qint64 until_readings = outage.elapsed();
        QTRY_COMPARE_WITH_TIMEOUT(finished(), decided_orders, recover_limit_ms);
        qInfo("decisions go on after %lld ms, charge points after %lld ms", until_decisions, until_readings);
        QTRY_VERIFY_WITH_TIMEOUT(all_posted(), recover_limit_ms);
        for (const auto &daemon : daemons_) {
            QCOMPARE(daemon->state(), QProcess::Running);
            daemon->terminate();
            QVERIFY(daemon->waitForFinished(start_limit_ms));
            QCOMPARE(daemon->exitCode(), 0);
        }
        QTest::qWait(100);
        check_decisions();
        check_readings();
    }

private:
    void furnish()
    {
        auto store = open_shared_store(shop_->login("robot"), SharedRole::Daemon);
        QVERIFY2(store.has_value(), store ? "" : to_line(store.error()).c_str());
        Changes changes;
        Work work{*store->ledger, *store->telemetry, clock_, random_, changes};
        const auto network = furnish_network(work, "CP-", charge_points + decided_orders,
                                             flat_tariff_json.toStdString());
        QVERIFY2(network.has_value(), network ? "" : to_line(network.error()).c_str());
        ports_ = {free_port(), free_port()};
        for (int i = 0; i < charge_points; ++i) {
            const Furnished &one = (*network)[static_cast<std::size_t>(i)];
            clients_.push_back(std::make_unique<PersistentClient>(
                QString::fromStdString(one.charge_point), QString::fromStdString(one.password),
                QString::fromStdString(one.id_tag), ports_[static_cast<std::size_t>(i % 2)]));
            clients_.back()->repeat_errors();
        }
        for (int i = 0; i < decided_orders; ++i) {
            const auto order = charge_once(work, (*network)[static_cast<std::size_t>(charge_points + i)]);
            QVERIFY2(order.has_value(), order ? "" : to_line(order.error()).c_str());
            orders_.push_back(*order);
            const auto found = store->ledger->reader().orders().find(*order);
            const auto balance = store->ledger->reader().accounts().member_balance(found->member_id);
            balances_[*order] = balance->available.minor();
        }
    }

    void start_daemon(quint16 port)
    {
        auto daemon = std::make_unique<QProcess>();
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(text("XDG_STATE_HOME"), folder_.path() + text("/state-%1").arg(port));
        daemon->setProcessEnvironment(environment);
        daemon->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        const QString fallback = QCoreApplication::applicationDirPath() + text("/../bin");
        daemon->start(qEnvironmentVariable("AFTERCHARGE_BIN", fallback) + text("/aftercharged"),
                      {text("--store"), QString::fromStdString(shop_->url("robot")), text("--key-file"),
                       QString::fromStdString(shop_->password_file().string()), text("--ocpp"),
                       text("127.0.0.1:%1").arg(port)});
        QVERIFY(daemon->waitForReadyRead(start_limit_ms));
        QCOMPARE(daemon->readLine(), QByteArray("ready\n"));
        daemons_.push_back(std::move(daemon));
    }

    void decide(DecisionSender &sender, const OrderNo &order_no)
    {
        RefundDraft draft;
        draft.order_no = order_no;
        draft.amount = one_yuan();
        draft.basis = "1.00 of 4.00";
        sender.send(decision::RequestRefund{draft}).then(this, [this, order_no](const Result<std::string> &outcome) {
            if (outcome)
                outcomes_[order_no] = *outcome;
            else
                failures_ << QString::fromStdString(order_no.text() + ": " + to_line(outcome.error()));
        });
    }

    int finished() const { return static_cast<int>(outcomes_.size()) + static_cast<int>(failures_.size()); }
    bool all_run() const
    {
        return std::all_of(clients_.begin(), clients_.end(), [](const auto &client) { return client->is_running(); });
    }
    std::size_t acknowledged() const
    {
        std::size_t sum = 0;
        for (const auto &client : clients_)
            sum += client->acknowledged().size();
        return sum;
    }

    Result<OpenStore> look() const { return open_shared_store(shop_->login("robot"), SharedRole::Daemon); }

    bool all_posted() const
    {
        const auto store = look();
        const auto waiting = store ? store->ledger->reader().outbox().waiting()
                                   : Result<std::int64_t>(tl::unexpected(store.error()));
        return waiting && *waiting == 0;
    }

    // Every acknowledged decision is there, and each paid once.
    void check_decisions()
    {
        QVERIFY2(failures_.isEmpty(), qPrintable(failures_.join(QLatin1Char('\n'))));
        const auto store = look();
        QVERIFY2(store.has_value(), store ? "" : to_line(store.error()).c_str());
        QVERIFY2(!store->report.problem, "the store came up read-only");
        LedgerReader &ledger = store->ledger->reader();
        for (const OrderNo &order_no : orders_) {
            const auto refunds = ledger.refunds().of_order(order_no);
            QVERIFY(refunds.has_value());
            QCOMPARE(refunds->size(), std::size_t{1});
            const Refund &refund = refunds->front();
            QCOMPARE(refund.refund_no.text(), outcomes_.at(order_no));
            QCOMPARE(refund.status, RefundStatus::Success);
            QVERIFY(refund.amount == one_yuan());
            QVERIFY(refund.requested_by.text() == "ann");
            QCOMPARE(ledger.accounts().member_balance(refund.member_id)->available.minor(),
                     balances_.at(order_no) + one_yuan().minor());
        }
        QCOMPARE(ledger.accounts().sum_of_all()->minor(), 0);
        const auto chains = ledger.audit().verify({});
        QVERIFY2(chains && chains->intact, chains ? chains->problem.c_str() : "");
        QCOMPARE(ledger.decisions().waiting().value(), 0);
    }

    void check_readings()
    {
        const auto store = look();
        QVERIFY(store.has_value());
        for (const auto &client : clients_) {
            QVERIFY2(client->complaints().isEmpty(), qPrintable(client->complaints().join(QLatin1Char('\n'))));
            const auto order = store->ledger->reader().orders().find_by_transaction(
                *ChargePointId::from_text(client->id().toStdString()), client->transaction_id());
            QVERIFY2(order && *order, "an acknowledged start is not there");
            const auto curve = store->telemetry->reader().curve((*order)->order_no);
            QVERIFY(curve.has_value());
            std::set<std::pair<UtcTime, std::int64_t>> stored;
            for (const Reading &reading : *curve)
                stored.emplace(reading.at, reading.register_wh ? reading.register_wh->value() : -1);
            for (const auto &report : client->acknowledged())
                QVERIFY2(stored.contains({report.at, report.register_wh}), "an acknowledged reading is not there");
        }
    }

    QTemporaryDir folder_;
    SystemClock clock_;
    SystemRandom random_;
    std::unique_ptr<SharedShop> shop_;
    std::unique_ptr<sim::PostgresServer> standby_;
    std::vector<std::unique_ptr<PersistentClient>> clients_;
    std::vector<std::unique_ptr<QProcess>> daemons_;
    std::vector<quint16> ports_;
    std::vector<OrderNo> orders_;
    std::map<OrderNo, std::int64_t> balances_;
    std::map<OrderNo, std::string> outcomes_;
    QStringList failures_;
};

QTEST_GUILESS_MAIN(FailoverTest)
#include "failover_test.moc"

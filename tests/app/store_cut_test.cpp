// SPDX-License-Identifier: GPL-3.0-or-later
// The line between a desk and its store is cut like a cable, and healed; the daemon's stays.
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include "app/sim/net/tcp_proxy.h"
#include "app/wiring/remote_host.h"
#include "tests/app/ctl_store.h"
#include "tests/support/furnish.h"
#include "tests/support/shared_shop.h"

using namespace aftercharge;

namespace {

constexpr int limit_ms = 60'000;

// How long the thread of the windows was away at most.
class Responsiveness : public QObject {
public:
    Responsiveness()
    {
        connect(&timer_, &QTimer::timeout, this, [this] { longest_ms_ = std::max(longest_ms_, since_.restart()); });
        since_.start();
        timer_.start(5);
    }
    qint64 longest_ms() const { return longest_ms_; }

private:
    QTimer timer_;
    QElapsedTimer since_;
    qint64 longest_ms_ = 0;
};

}  // namespace

class StoreCutTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_STATE_HOME", (folder_.path() + text("/state")).toUtf8());
        auto shop = SharedShop::make(folder_.path().toStdString() + "/shop");
        QVERIFY2(shop.has_value(), shop ? "" : to_line(shop.error()).c_str());
        shop_ = std::move(*shop);
        furnish();
        start_daemon();
        proxy_ = std::make_unique<sim::TcpProxy>(shop_->server().port());
        shop_->go_through(proxy_->port());
    }

    void says_so_stays_responsive_and_comes_back()
    {
        RemoteOptions options;
        options.store = StoreUrl{{}, shop_->login("ann").target};
        options.password = LoginPassword{shop_->login("ann").password};
        RemoteHost host(options);
        const auto who = host.connect();
        QVERIFY2(who.has_value(), who ? "" : to_line(who.error()).c_str());
        host.begin();
        QTRY_COMPARE_WITH_TIMEOUT(host.feed().state().kind, FeedState::Live, limit_ms);
        TicketDraft draft;
        draft.order_no = order_no_;
        draft.text = "The meter runs fast";
        const auto opened = host.desk().open_ticket(draft);
        QTRY_VERIFY_WITH_TIMEOUT(opened.isFinished(), limit_ms);
        QVERIFY2(opened.result().has_value(), opened.result() ? "" : to_line(opened.result().error()).c_str());
        const Ticket ticket = *opened.result();

        const Responsiveness windows;
        QElapsedTimer since;
        since.start();
        proxy_->cut();
        // Decided while nobody hears it.
        const auto noted = host.desk().note_on_ticket(ticket.ticket_no, ticket.version, "said on the phone");
        const auto read = host.desk().ticket(ticket.ticket_no);
        QTRY_VERIFY_WITH_TIMEOUT(host.status()->state().unreachable_since.has_value(), limit_ms);
        const qint64 until_said = since.elapsed();
        // The feed is the daemon's, whose own line is whole.
        QCOMPARE(host.feed().state().kind, FeedState::Live);
        QTest::qWait(1'000);
        QVERIFY(!noted.isFinished());

        since.restart();
        proxy_->heal();
        QTRY_VERIFY_WITH_TIMEOUT(!host.status()->state().unreachable_since.has_value(), limit_ms);
        const qint64 until_back = since.elapsed();
        QTRY_VERIFY_WITH_TIMEOUT(noted.isFinished(), limit_ms);
        QVERIFY2(noted.result().has_value(), noted.result() ? "" : to_line(noted.result().error()).c_str());
        QTRY_VERIFY_WITH_TIMEOUT(read.isFinished(), limit_ms);
        qInfo("said after %lld ms, back %lld ms after the line, windows away for %lld ms at most", until_said,
              until_back, windows.longest_ms());
        const auto dossier = host.desk().ticket(ticket.ticket_no);
        QTRY_VERIFY_WITH_TIMEOUT(dossier.isFinished(), limit_ms);
        QVERIFY(dossier.result().has_value());
        const std::vector<TicketEntry> entries = dossier.result()->entries;
        QCOMPARE(std::count_if(entries.begin(), entries.end(),
                               [](const TicketEntry &entry) { return entry.text == "said on the phone"; }),
                 1);
        host.stop();
    }

    void cleanupTestCase()
    {
        daemon_.terminate();
        QVERIFY(daemon_.waitForFinished(limit_ms));
        QCOMPARE(daemon_.exitCode(), 0);
    }

private:
    void furnish()
    {
        SystemClock clock;
        SystemRandom random;
        const auto store = open_shared_store(shop_->login("robot"), SharedRole::Daemon);
        QVERIFY2(store.has_value(), store ? "" : to_line(store.error()).c_str());
        Changes changes;
        Work work{*store->ledger, *store->telemetry, clock, random, changes};
        const auto network = furnish_network(work, "CP-", 1, flat_tariff_json.toStdString());
        QVERIFY2(network.has_value(), network ? "" : to_line(network.error()).c_str());
        const auto order = charge_once(work, network->front());
        QVERIFY2(order.has_value(), order ? "" : to_line(order.error()).c_str());
        order_no_ = *order;
    }

    void start_daemon()
    {
        daemon_.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        const QString fallback = QCoreApplication::applicationDirPath() + text("/../bin");
        daemon_.start(qEnvironmentVariable("AFTERCHARGE_BIN", fallback) + text("/aftercharged"),
                      {text("--store"), QString::fromStdString(shop_->url("robot")), text("--key-file"),
                       QString::fromStdString(shop_->password_file().string()), text("--live"), text("127.0.0.1:0")});
        QVERIFY(daemon_.waitForReadyRead(limit_ms));
        QCOMPARE(daemon_.readLine(), QByteArray("ready\n"));
    }

    QTemporaryDir folder_;
    std::unique_ptr<SharedShop> shop_;
    std::unique_ptr<sim::TcpProxy> proxy_;
    QProcess daemon_;
    OrderNo order_no_;
};

QTEST_GUILESS_MAIN(StoreCutTest)
#include "store_cut_test.moc"

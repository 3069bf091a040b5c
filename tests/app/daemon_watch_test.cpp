// SPDX-License-Identifier: GPL-3.0-or-later
#include <semaphore>

#include <unistd.h>

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include "app/daemon/engine_probe.h"
#include "app/daemon/host_watch.h"
#include "app/daemon/process_figures.h"
#include "app/daemon/service_notify.h"
#include "app/daemon/service_pulse.h"
#include "app/wiring/call_counts.h"
#include "app/wiring/local_host.h"
#include "tests/support/notify_socket.h"

using namespace aftercharge;
using namespace std::chrono_literals;

namespace {

// The engine does nothing else until this is gone.
class Hang {
public:
    explicit Hang(EngineThread &engine)
    {
        done_ = engine.post([this](Engine &) {
            begun_.release();
            gate_.acquire();
            return 0;
        });
        begun_.acquire();
    }
    ~Hang()
    {
        gate_.release();
        done_.waitForFinished();
    }

private:
    std::binary_semaphore begun_{0};
    std::binary_semaphore gate_{0};
    QFuture<int> done_;
};

bool has_line(const std::string &text, const char *line)
{
    return QString::fromStdString(text).split(u'\n').contains(QString::fromLatin1(line));
}

}  // namespace

// A host with an engine that hangs and comes back, as scrapes, health checks and the service
// manager see it.
class DaemonWatchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_STATE_HOME", folder_.filePath(QStringLiteral("state")).toUtf8());
        qputenv("XDG_CONFIG_HOME", folder_.filePath(QStringLiteral("config")).toUtf8());
        const auto url = parse_store_url("sqlcipher:" + folder_.filePath(QStringLiteral("store")).toStdString());
        QVERIFY(url);
        KeySource source;
        source.key_file = folder_.filePath(QStringLiteral("store.key")).toStdString();
        QVERIFY(make_local_store(*url, source, {"Test", *Currency::from_code("CNY"), "Asia/Shanghai"}));
        const auto key = load_store_key(*url, source);
        QVERIFY(key);
        auto host = LocalHost::start({.store = *url,
                                      .key = *key,
                                      .ocpp = Endpoint{"127.0.0.1", 0},
                                      .live = Endpoint{"127.0.0.1", 0},
                                      .customer = {}});
        QVERIFY2(host.has_value(), host ? "" : to_line(host.error()).c_str());
        host_ = std::move(*host);
    }
    void cleanup()
    {
        for (const char *name : {"NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"})
            qunsetenv(name);
    }

    void a_scrape_tells_what_there_is()
    {
        EngineProbe probe(host_->engine());
        HostWatch watch(*host_, probe);
        const std::string text = watch.metrics_text();
        for (const char *line :
             {"aftercharge_engine_responsive 1", "aftercharge_reports_received_total 0",
              "aftercharge_charge_points_connected 0", "aftercharge_feed_clients 0", "aftercharge_store_reachable 1"})
            QVERIFY2(has_line(text, line), text.c_str());
        // No customer channel: no number of its clients.
        QVERIFY(text.find("customer_clients") == std::string::npos);
        QCOMPARE(watch.problem(), std::string());
        QVERIFY(watch.status().find("0 charge points connected, 0 sessions running") != std::string::npos);
    }

    void a_scrape_does_not_wait_for_an_engine_that_hangs()
    {
        EngineProbe probe(host_->engine());
        HostWatch watch(*host_, probe);
        QVERIFY(probe.ask(10s));
        {
            const Hang hang(host_->engine());
            QElapsedTimer took;
            took.start();
            const std::string text = watch.metrics_text();
            QVERIFY(took.elapsed() >= 1'900 && took.elapsed() < 4'000);
            QVERIFY(has_line(text, "aftercharge_engine_responsive 0"));
            // What it said last, and what does not need it.
            QVERIFY(has_line(text, "aftercharge_reports_received_total 0"));
            QVERIFY(has_line(text, "aftercharge_charge_points_connected 0"));
            QCOMPARE(watch.problem(), std::string());
            QTRY_VERIFY_WITH_TIMEOUT(!watch.problem().empty(), 5'000);
            QCOMPARE(watch.problem(), std::string("the engine has not answered for 5 s"));
            QCOMPARE(watch.status(), watch.problem());
        }
        QVERIFY(probe.ask(10s));
        QVERIFY(has_line(watch.metrics_text(), "aftercharge_engine_responsive 1"));
        QCOMPARE(watch.problem(), std::string());
    }

    void a_watch_that_is_closed_says_so_and_touches_nothing()
    {
        EngineProbe probe(host_->engine());
        HostWatch watch(*host_, probe);
        QVERIFY(probe.ask(10s));
        watch.close();
        QCOMPARE(watch.problem(), std::string("stopping"));
        const std::string text = watch.metrics_text();
        QVERIFY(has_line(text, "aftercharge_engine_responsive 0"));
        QVERIFY(text.find("charge_points_connected") == std::string::npos);
        QVERIFY(text.find("process_resident_memory_bytes") != std::string::npos);
    }

    void the_manager_hears_that_it_is_alive_while_the_engine_answers()
    {
        test::NotifySocket manager(folder_.filePath(QStringLiteral("notify")));
        qputenv("NOTIFY_SOCKET", manager.name().toUtf8());
        qputenv("WATCHDOG_USEC", "400000");
        const ServiceNotify notify;
        EngineProbe probe(host_->engine());
        const HostWatch watch(*host_, probe);
        const ServicePulse pulse(watch, probe, notify);
        const auto alive = [&] { return manager.told().count(QStringLiteral("WATCHDOG=1")); };
        QTest::qWait(1'000);
        QVERIFY2(alive() >= 4, qPrintable(manager.told().join(u' ')));
        {
            const Hang hang(host_->engine());
            QTest::qWait(600);
            (void)manager.told();
            manager.forget();
            QTest::qWait(1'000);
            QCOMPARE(alive(), 0);
        }
        QTRY_VERIFY(alive() >= 2);
    }

    void what_is_notified_comes_as_one_datagram_each()
    {
        test::NotifySocket manager(QStringLiteral("@aftercharge-watch-%1").arg(::getpid()));
        QVERIFY(manager.is_open());
        qputenv("NOTIFY_SOCKET", manager.name().toUtf8());
        const ServiceNotify notify;
        QVERIFY(!notify.watchdog());
        notify.ready();
        notify.status("serving");
        notify.alive();
        notify.stopping();
        QCOMPARE(manager.told(), (QStringList{QStringLiteral("READY=1"), QStringLiteral("STATUS=serving"),
                                              QStringLiteral("WATCHDOG=1"), QStringLiteral("STOPPING=1")}));
    }

    void a_watchdog_that_is_meant_for_another_is_none_data()
    {
        QTest::addColumn<QByteArray>("usec");
        QTest::addColumn<QByteArray>("pid");
        QTest::addColumn<int>("ms");
        QTest::newRow("mine") << QByteArray("30000000") << QByteArray::number(::getpid()) << 30'000;
        QTest::newRow("any") << QByteArray("30000000") << QByteArray() << 30'000;
        QTest::newRow("other") << QByteArray("30000000") << QByteArray("1") << 0;
        QTest::newRow("none") << QByteArray() << QByteArray() << 0;
        QTest::newRow("word") << QByteArray("soon") << QByteArray() << 0;
        QTest::newRow("zero") << QByteArray("0") << QByteArray() << 0;
    }
    void a_watchdog_that_is_meant_for_another_is_none()
    {
        QFETCH(QByteArray, usec);
        QFETCH(QByteArray, pid);
        QFETCH(int, ms);
        test::NotifySocket manager(QStringLiteral("@aftercharge-dog-%1").arg(::getpid()));
        qputenv("NOTIFY_SOCKET", manager.name().toUtf8());
        qputenv("WATCHDOG_USEC", usec);
        qputenv("WATCHDOG_PID", pid);
        const ServiceNotify notify;
        QCOMPARE(static_cast<int>(notify.watchdog().value_or(0ms).count()), ms);
    }

    void without_a_manager_nothing_happens_data()
    {
        QTest::addColumn<QByteArray>("socket");
        QTest::newRow("none") << QByteArray();
        QTest::newRow("relative") << QByteArray("notify");
        QTest::newRow("nobody") << QByteArray("/nonexistent/notify");
        QTest::newRow("too long") << QByteArray(200, '/');
    }
    void without_a_manager_nothing_happens()
    {
        QFETCH(QByteArray, socket);
        qputenv("NOTIFY_SOCKET", socket);
        qputenv("WATCHDOG_USEC", "1000000");
        const ServiceNotify notify;
        QVERIFY(!notify.watchdog());
        notify.ready();
        notify.stopping();
    }

    void the_process_knows_itself()
    {
        const auto first = process_figures();
        QVERIFY(first.resident_bytes && *first.resident_bytes > 1'000'000);
        QVERIFY(first.started_at.has_value());
        const auto age = std::chrono::system_clock::now() - *first.started_at;
        QVERIFY(age > -1s && age < 10min);
        QElapsedTimer busy;
        busy.start();
        while (busy.elapsed() < 50)
            continue;
        QVERIFY(*process_figures().cpu_time > *first.cpu_time);
    }

    void calls_are_counted_by_kind_and_outcome()
    {
        CallCounts counts;
        GatewayTask task;
        task.effect.kind = EffectKind::SendRefund;
        payment::RefundAnswer answer;
        answer.standing = payment::Standing::Pending;
        counts.add(task, {answer});
        answer.standing = payment::Standing::Success;
        counts.add(task, {answer});
        counts.add(task, {payment::RefundAnswer{}});
        task.ask_only = true;
        counts.add(task, {answer});
        GatewayTask label;
        label.effect.kind = EffectKind::BuyLabel;
        carrier::LabelAnswer refused;
        refused.outcome = carrier::Outcome::Refused;
        counts.add(label, {refused});
        counts.add(label, {});
        const auto list = counts.list();
        QCOMPARE(list.size(), std::size_t{3});
        const auto count = [&](const char *kind, const char *outcome) {
            const auto found = std::find_if(list.begin(), list.end(),
                                            [&](const auto &c) { return c.kind == kind && c.outcome == outcome; });
            return found == list.end() ? std::int64_t{0} : found->count;
        };
        QCOMPARE(count("send_refund", "accepted"), std::int64_t{2});
        QCOMPARE(count("send_refund", "unknown"), std::int64_t{1});
        QCOMPARE(count("buy_label", "refused"), std::int64_t{1});
    }

private:
    QTemporaryDir folder_;
    std::unique_ptr<LocalHost> host_;
};

QTEST_GUILESS_MAIN(DaemonWatchTest)
#include "daemon_watch_test.moc"

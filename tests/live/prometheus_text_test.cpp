// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest/QtTest>

#include "models/live/prometheus_text.h"

using namespace aftercharge;
using namespace std::chrono_literals;

namespace {

metrics::Figures everything()
{
    metrics::Figures figures{.version = "1.2.3", .qt_version = "6.4.2", .engine_responsive = true};
    EngineFigures engine;
    engine.reports_received = 12;
    engine.reports_rejected = 3;
    engine.sessions = 2;
    engine.outbox_waiting = 1;
    engine.decisions_waiting = 4;
    engine.batches = 3;
    engine.batch_durations.add(800us);
    engine.batch_durations.add(7'000us);
    engine.batch_durations.add(6s);
    engine.last_commit_at = UtcTime{1'764'039'639'250ms};
    engine.refunds_done = 5;
    engine.store_errors = 6;
    figures.engine = engine;
    figures.charge_points = 7;
    figures.feed_clients = 0;
    figures.customer_clients = 9;
    figures.gateway_calls = {{"send_refund", "accepted", 10}, {"send_refund", "unknown", 1}};
    figures.process = {.resident_bytes = 4096, .cpu_time = 1'500ms, .started_at = UtcTime{1'764'000'000'000ms}};
    return figures;
}

// What promtool would object to: a sample without HELP and TYPE before it, a family told twice,
// a counter whose name does not say so.
QStringList objections(const QString &text)
{
    QStringList found;
    QString family;
    QString type;
    QSet<QString> families;
    static const QRegularExpression sample(
        QStringLiteral("^([a-z_]+)(\\{[a-z_]+=\"[^\"]*\"(,[a-z_]+=\"[^\"]*\")*\\})? [0-9]+(\\.[0-9]+)?$"));
    for (const QString &line : text.split(u'\n').mid(0, text.count(u'\n'))) {
        if (line.startsWith(u"# HELP ")) {
            family = line.section(u' ', 2, 2);
            type.clear();
            if (families.contains(family) || line.section(u' ', 3).isEmpty())
                found << line;
            families.insert(family);
            continue;
        }
        if (line.startsWith(u"# TYPE ")) {
            type = line.section(u' ', 3);
            if (line.section(u' ', 2, 2) != family || family.endsWith(u"_total") != (type == u"counter"))
                found << line;
            continue;
        }
        const QString name = sample.match(line).captured(1);
        const QString rest = name.mid(family.size());
        const bool part = type == u"histogram" && (rest == u"_bucket" || rest == u"_sum" || rest == u"_count");
        if (type.isEmpty() || !name.startsWith(family) || !(rest.isEmpty() || part))
            found << line;
    }
    if (!text.endsWith(u'\n'))
        found << QStringLiteral("no line end at the end");
    return found;
}

QString text_of(const metrics::Figures &figures)
{
    return QString::fromStdString(metrics::prometheus_text(figures));
}

}  // namespace

class PrometheusTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void is_what_prometheus_reads()
    {
        const QString text = text_of(everything());
        QVERIFY2(objections(text).isEmpty(), qPrintable(objections(text).join(u'\n')));
        QVERIFY(!objections(text + QStringLiteral("aftercharge_nothing 1\n")).isEmpty());
    }

    void tells_every_figure_data()
    {
        QTest::addColumn<QString>("line");
        for (const char *line : {"aftercharge_build_info{version=\"1.2.3\",qt=\"6.4.2\"} 1",
                                 "aftercharge_engine_responsive 1",
                                 "aftercharge_reports_received_total 12",
                                 "aftercharge_reports_rejected_total 3",
                                 "aftercharge_sessions_running 2",
                                 "aftercharge_outbox_waiting 1",
                                 "aftercharge_decisions_waiting 4",
                                 "aftercharge_refunds_done_total 5",
                                 "aftercharge_store_errors_total 6",
                                 "aftercharge_store_reachable 1",
                                 "aftercharge_engine_batches_total 3",
                                 "aftercharge_engine_last_commit_timestamp_seconds 1764039639.25",
                                 "aftercharge_charge_points_connected 7",
                                 "aftercharge_feed_clients 0",
                                 "aftercharge_customer_clients 9",
                                 "aftercharge_gateway_calls_total{kind=\"send_refund\",outcome=\"accepted\"} 10",
                                 "aftercharge_gateway_calls_total{kind=\"send_refund\",outcome=\"unknown\"} 1",
                                 "process_resident_memory_bytes 4096",
                                 "process_cpu_seconds_total 1.5",
                                 "process_start_time_seconds 1764000000"})
            QTest::newRow(line) << QString::fromLatin1(line);
    }
    void tells_every_figure()
    {
        QFETCH(QString, line);
        QVERIFY2(text_of(everything()).split(u'\n').contains(line), qPrintable(text_of(everything())));
    }

    void buckets_are_cumulative()
    {
        const QString text = text_of(everything());
        const auto value = [&](const char *le) {
            const QString start = QStringLiteral("aftercharge_engine_batch_duration_seconds_bucket{le=\"%1\"} ")
                                      .arg(QString::fromLatin1(le));
            return text.section(start, 1).section(u'\n', 0, 0);
        };
        QCOMPARE(value("0.001"), QStringLiteral("1"));
        QCOMPARE(value("0.005"), QStringLiteral("1"));
        QCOMPARE(value("0.01"), QStringLiteral("2"));
        QCOMPARE(value("5"), QStringLiteral("2"));
        QCOMPARE(value("+Inf"), QStringLiteral("3"));
        QVERIFY(text.contains(QStringLiteral("aftercharge_engine_batch_duration_seconds_sum 6.0078\n")));
        QVERIFY(text.contains(QStringLiteral("aftercharge_engine_batch_duration_seconds_count 3\n")));
    }

    void what_is_not_known_is_left_out()
    {
        const QString text = text_of({.version = "1", .qt_version = "6"});
        QCOMPARE(text.count(QStringLiteral("# TYPE ")), 2);
        QVERIFY(text.contains(QStringLiteral("\naftercharge_engine_responsive 0\n")));
        metrics::Figures figures = everything();
        figures.engine->decisions_waiting.reset();
        figures.engine->last_commit_at.reset();
        figures.engine->store_trouble = ErrorCode::StoreDiskFull;
        const QString without = text_of(figures);
        QVERIFY(!without.contains(QStringLiteral("decisions_waiting")));
        QVERIFY(!without.contains(QStringLiteral("last_commit")));
        QVERIFY(without.contains(QStringLiteral("\naftercharge_store_reachable 0\n")));
    }

    void labels_are_escaped()
    {
        const QString text = text_of({.version = "a\"b\\c\nd", .qt_version = "6"});
        QVERIFY(text.contains(QStringLiteral("{version=\"a\\\"b\\\\c\\nd\",qt=\"6\"} 1\n")));
    }
};

QTEST_GUILESS_MAIN(PrometheusTextTest)
#include "prometheus_text_test.moc"

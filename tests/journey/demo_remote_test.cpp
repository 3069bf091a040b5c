// SPDX-License-Identifier: GPL-3.0-or-later
// The remote demo as a person would have it played: the real programs on a PostgreSQL of their own.
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

constexpr int limit_ms = 540'000;

}  // namespace

class DemoRemoteTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void plays_its_story_by_itself()
    {
        QTemporaryDir folder;
        QProcess demo;
        // What it tells is longer than a test's message may be.
        demo.setProcessChannelMode(QProcess::ForwardedChannels);
        const QString fallback = QCoreApplication::applicationDirPath() + QStringLiteral("/../bin");
        demo.start(qEnvironmentVariable("AFTERCHARGE_BIN", fallback) + QStringLiteral("/aftercharge"),
                   {QStringLiteral("--demo"), QStringLiteral("--remote"), QStringLiteral("--headless"),
                    QStringLiteral("--out"), folder.path()});
        QVERIFY(demo.waitForFinished(limit_ms));
        QCOMPARE(demo.exitStatus(), QProcess::NormalExit);
        QCOMPARE(demo.exitCode(), 0);

        QFile file(folder.filePath(QStringLiteral("summary.json")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject summary = QJsonDocument::fromJson(file.readAll()).object();
        QCOMPARE(summary.value(QStringLiteral("ledger_sum_minor")).toInteger(-1), 0);
        QCOMPARE(summary.value(QStringLiteral("refunds_success")).toInteger(), 4);
        QStringList steps;
        for (const QJsonValue &step : summary.value(QStringLiteral("steps")).toArray()) {
            steps << step.toObject().value(QStringLiteral("name")).toString();
            QVERIFY2(step.toObject().value(QStringLiteral("ok")).toBool(), qPrintable(steps.last()));
        }
        for (const char *name : {"own_request_refused_to_sql_client", "approved_by_the_supervisor",
                                 "line_healed_done_once", "another_daemon_done_once", "feeds_heal_by_themselves"})
            QVERIFY2(steps.contains(QLatin1String(name)), name);
        const QJsonArray pictures = summary.value(QStringLiteral("pictures")).toArray();
        QVERIFY(!pictures.isEmpty());
        for (const QJsonValue &picture : pictures)
            QVERIFY2(QFileInfo(folder.filePath(picture.toString())).size() > 0, qPrintable(picture.toString()));
    }

    void is_refused_without_the_demo()
    {
        QProcess desk;
        const QString fallback = QCoreApplication::applicationDirPath() + QStringLiteral("/../bin");
        desk.start(qEnvironmentVariable("AFTERCHARGE_BIN", fallback) + QStringLiteral("/aftercharge"),
                   {QStringLiteral("--remote")});
        QVERIFY(desk.waitForFinished(limit_ms));
        QCOMPARE(desk.exitStatus(), QProcess::NormalExit);
        QCOMPARE(desk.exitCode(), 2);
    }
};

QTEST_GUILESS_MAIN(DemoRemoteTest)
#include "demo_remote_test.moc"

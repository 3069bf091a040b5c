// SPDX-License-Identifier: GPL-3.0-or-later
#include <QElapsedTimer>
#include <QTest>

#include "tests/workflow/random_history.h"

using namespace aftercharge;

// Random histories against an oracle. AFTERCHARGE_SEED=n replays the history n alone,
// AFTERCHARGE_HISTORIES=n runs so many from 1 on.
class LedgerPropertyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void after_every_step_the_ledger_says_what_the_oracle_says()
    {
        const bool is_replay = qEnvironmentVariableIsSet("AFTERCHARGE_SEED");
        const quint64 first = is_replay ? qEnvironmentVariable("AFTERCHARGE_SEED").toULongLong() : 1;
        const int wanted = qEnvironmentVariableIsSet("AFTERCHARGE_HISTORIES")
                               ? qEnvironmentVariableIntValue("AFTERCHARGE_HISTORIES")
                               : 300;
        const int count = is_replay ? 1 : wanted;
        Shapes shapes;
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < count; ++i) {
            const quint64 seed = first + static_cast<quint64>(i);
            const auto failure = RandomHistory(seed, shapes).run(steps);
            QVERIFY2(!failure, qPrintable(QStringLiteral("AFTERCHARGE_SEED=%1 replays it: %2")
                                              .arg(seed)
                                              .arg(QString::fromStdString(failure.value_or(std::string())))));
        }
        QString reached;
        for (const auto &[name, times] : shapes)
            reached += QStringLiteral("\n%1  %2").arg(times, 6).arg(QString::fromStdString(name));
        qInfo("%d histories of %d steps from seed %llu on, %.1f s%s", count, steps,
              static_cast<unsigned long long>(first), static_cast<double>(timer.elapsed()) / 1000, qPrintable(reached));
        if (!is_replay && count >= 100)
            check(shapes);
    }

private:
    static constexpr int steps = 60;

    // That the histories were not all small talk.
    static void check(Shapes &shapes)
    {
        for (const char *name : {"above the prepayment",
                                 "approver's limit",
                                 "changed amount refused",
                                 "connection lost",
                                 "crash between decision and effect",
                                 "debt paid",
                                 "duplicate reading",
                                 "duplicate start",
                                 "duplicate stop",
                                 "fee confirmed",
                                 "fault joined after",
                                 "fault joined before",
                                 "fault stop",
                                 "late reading",
                                 "money used up",
                                 "orphan",
                                 "owed",
                                 "own request refused",
                                 "provisional",
                                 "refund above the limit",
                                 "refund above what is left refused",
                                 "refund approved",
                                 "what changed is void",
                                 "refund of an unpaid order refused",
                                 "refund sent back",
                                 "refund within the limit",
                                 "report not durable",
                                 "restart with sessions",
                                 "second decision refused",
                                 "start not durable",
                                 "start refused",
                                 "stop not durable",
                                 "top-up twice",
                                 "wrong reading"})
            QVERIFY2(shapes[name] > 0, name);
    }
};

QTEST_GUILESS_MAIN(LedgerPropertyTest)
#include "ledger_property_test.moc"

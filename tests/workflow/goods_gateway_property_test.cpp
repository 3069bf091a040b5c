// SPDX-License-Identifier: GPL-3.0-or-later
#include <QElapsedTimer>
#include <QTest>

#include "tests/workflow/random_goods.h"

using namespace aftercharge;

// Random lives of a goods order. AFTERCHARGE_SEED=n replays the life n alone,
// AFTERCHARGE_HISTORIES=n runs so many from 1 on.
class GoodsGatewayPropertyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatever_happens_no_cent_too_much()
    {
        const bool is_replay = qEnvironmentVariableIsSet("AFTERCHARGE_SEED");
        const quint64 first = is_replay ? qEnvironmentVariable("AFTERCHARGE_SEED").toULongLong() : 1;
        const int wanted = qEnvironmentVariableIsSet("AFTERCHARGE_HISTORIES")
                               ? qEnvironmentVariableIntValue("AFTERCHARGE_HISTORIES")
                               : 120;
        const int count = is_replay ? 1 : wanted;
        Shapes shapes;
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < count; ++i) {
            const quint64 seed = first + static_cast<quint64>(i);
            const auto failure = RandomGoods(seed, shapes).run(steps);
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
    static constexpr int steps = 120;

    // That the histories were not all small talk.
    static void check(Shapes &shapes)
    {
        for (const char *name : {"CLOSED",
                                 "EXCEEDS_PAID",
                                 "FAIL",
                                 "GATEWAY_CONTRADICTS",
                                 "REVERSED",
                                 "SUCCESS",
                                 "UNKNOWN",
                                 "an answer heard late",
                                 "an answer heard twice",
                                 "an old webhook",
                                 "asked, not sent, after a crash",
                                 "crash after sending",
                                 "crash before sending",
                                 "more than is left refused",
                                 "nothing beside a repair",
                                 "refund above the limit",
                                 "refund approved",
                                 "void approval",
                                 "refund sent back",
                                 "refund within the limit",
                                 "repaired",
                                 "reply lost after the effect",
                                 "request lost on its way",
                                 "retry under a new number",
                                 "taken back at the gateway",
                                 "taken up again at the gateway",
                                 "webhook before the reply"})
            QVERIFY2(shapes[name] > 0, name);
    }
};

QTEST_GUILESS_MAIN(GoodsGatewayPropertyTest)
#include "goods_gateway_property_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "models/domain/decimal.h"

using namespace aftercharge;

class DecimalTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("decimals");
        QTest::addColumn<qint64>("value");
        QTest::addColumn<QByteArray>("written");
        const auto row = [](const char *text, int decimals, qint64 value, const char *written) {
            QTest::newRow(text) << QByteArray(text) << decimals << value << QByteArray(written);
        };
        row("0.25", 6, 250'000, "0.25");
        row("2.00", 6, 2'000'000, "2");
        row("0", 6, 0, "0");
        row("-0.5", 2, -50, "-0.5");
        row("1e3", 0, 1000, "1000");
        row("2.5E-1", 2, 25, "0.25");
        row("120e-1", 0, 12, "12");
        row("0.000001", 6, 1, "0.000001");
        row("10.0", 2, 1000, "10");
        row("0.1000000000000000000000000", 6, 100'000, "0.1");
        row("0e99", 6, 0, "0");
        row("900000000000000000", 0, 900'000'000'000'000'000, "900000000000000000");
    }
    void reads()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, decimals);
        QFETCH(qint64, value);
        QFETCH(QByteArray, written);
        const auto read = decimal_from_text(text.toStdString(), decimals);
        QVERIFY(read.has_value());
        QCOMPARE(qint64{*read}, value);
        QCOMPARE(decimal_to_text(*read, decimals), written.toStdString());
    }

    void refuses()
    {
        for (const char *text : {"", "-", "1.", ".5", "+1", "01", "1e", "1e+", "1e999", "0x1", "1,5", "NaN", "1 ",
                                 "0.0000001", "1e-7", "9999999999999999999999"})
            QVERIFY2(!decimal_from_text(text, 6).has_value(), text);
        QVERIFY(decimal_from_text("1e17", 6).error().code == ErrorCode::InputInvalid);
    }
};

QTEST_GUILESS_MAIN(DecimalTest)
#include "decimal_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "models/domain/money.h"

using namespace aftercharge;

namespace {

Currency currency(const char *code)
{
    return Currency::from_code(code).value();
}

Money minor(std::int64_t value, const char *code = "CNY")
{
    return Money::from_minor(value, currency(code)).value();
}

}  // namespace

class MoneyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_and_writes_text_data()
    {
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("minor");
        QTest::addColumn<QByteArray>("written");
        QTest::newRow("two decimals") << QByteArray("CNY") << QByteArray("100.00") << qint64{10000}
                                      << QByteArray("100.00");
        QTest::newRow("none given") << QByteArray("CNY") << QByteArray("100") << qint64{10000} << QByteArray("100.00");
        QTest::newRow("one given") << QByteArray("CNY") << QByteArray("-3.5") << qint64{-350} << QByteArray("-3.50");
        QTest::newRow("cents") << QByteArray("EUR") << QByteArray("0.05") << qint64{5} << QByteArray("0.05");
        QTest::newRow("no decimals") << QByteArray("JPY") << QByteArray("1234") << qint64{1234} << QByteArray("1234");
        QTest::newRow("three") << QByteArray("KWD") << QByteArray("1.005") << qint64{1005} << QByteArray("1.005");
        QTest::newRow("four") << QByteArray("CLF") << QByteArray("0.0001") << qint64{1} << QByteArray("0.0001");
    }
    void reads_and_writes_text()
    {
        QFETCH(QByteArray, code);
        QFETCH(QByteArray, text);
        QFETCH(qint64, minor);
        QFETCH(QByteArray, written);
        const auto money = Money::from_text(text.toStdString(), currency(code.constData()));
        QVERIFY(money.has_value());
        QCOMPARE(qint64{money->minor()}, minor);
        QCOMPARE(money->to_text(), written.toStdString());
    }

    void refuses_text_data()
    {
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("error");
        const int invalid = static_cast<int>(ErrorCode::MoneyInvalidText);
        const int decimals = static_cast<int>(ErrorCode::MoneyTooManyDecimals);
        const int overflow = static_cast<int>(ErrorCode::MoneyOverflow);
        for (const char *text : {"", "-", ".5", "5.", "1,000", "1 000", "+5", "5e2", "abc", "--5", "1.2.3", "1.0x"})
            QTest::newRow(text[0] == 0 ? "empty" : text) << QByteArray("CNY") << QByteArray(text) << invalid;
        QTest::newRow("3 of 2") << QByteArray("CNY") << QByteArray("1.000") << decimals;
        QTest::newRow("1 of 0") << QByteArray("JPY") << QByteArray("1.0") << decimals;
        QTest::newRow("large") << QByteArray("CNY") << QByteArray("10000000000000.01") << overflow;
        QTest::newRow("huge") << QByteArray("CNY") << QByteArray("99999999999999999999999999") << overflow;
    }
    void refuses_text()
    {
        QFETCH(QByteArray, code);
        QFETCH(QByteArray, text);
        QFETCH(int, error);
        const auto money = Money::from_text(text.toStdString(), currency(code.constData()));
        QVERIFY(!money.has_value());
        QCOMPARE(static_cast<int>(money.error().code), error);
    }

    void arithmetic_is_checked()
    {
        QCOMPARE(add(minor(150), minor(-50)).value(), minor(100));
        QCOMPARE(subtract(minor(100), minor(250)).value(), minor(-150));
        const Money most = minor(Money::max_minor);
        QVERIFY(add(most, minor(0)).has_value());
        QVERIFY(add(most, minor(1)).error().code == ErrorCode::MoneyOverflow);
        QVERIFY(subtract(most.negated(), minor(1)).error().code == ErrorCode::MoneyOverflow);
        QVERIFY(Money::from_minor(Money::max_minor + 1, currency("CNY")).error().code == ErrorCode::MoneyOverflow);
        QVERIFY(add(minor(1), minor(1, "EUR")).error().code == ErrorCode::MoneyCurrencyMismatch);
        QVERIFY(compare(minor(1), minor(1, "EUR")).error().code == ErrorCode::MoneyCurrencyMismatch);
        QCOMPARE(smaller(minor(3), minor(2)).value(), minor(2));
        QCOMPARE(larger(minor(3), minor(2)).value(), minor(3));
    }

    void halves_go_to_even()
    {
        const auto rounded = [](std::int64_t numerator, std::int64_t denominator) {
            return static_cast<qint64>(divide_half_even(numerator, denominator));
        };
        QCOMPARE(rounded(5, 10), qint64{0});
        QCOMPARE(rounded(15, 10), qint64{2});
        QCOMPARE(rounded(25, 10), qint64{2});
        QCOMPARE(rounded(26, 10), qint64{3});
        QCOMPARE(rounded(-5, 10), qint64{0});
        QCOMPARE(rounded(-15, 10), qint64{-2});
        QCOMPARE(rounded(-25, 10), qint64{-2});
        QCOMPARE(rounded(-26, 10), qint64{-3});
        QCOMPARE(rounded(1, 3), qint64{0});
        QCOMPARE(rounded(2, 3), qint64{1});
    }

    void knows_currencies()
    {
        QCOMPARE(currency("CNY").exponent(), 2);
        QCOMPARE(currency("JPY").scale(), std::int64_t{1});
        QCOMPARE(currency("KWD").scale(), std::int64_t{1000});
        QCOMPARE(currency("CLF").scale(), std::int64_t{10000});
        QVERIFY(!Currency::from_code("XYZ"));
        QVERIFY(!Currency::from_code("cny"));
        QVERIFY(!Currency::from_code(""));
    }
};

QTEST_GUILESS_MAIN(MoneyTest)
#include "money_test.moc"

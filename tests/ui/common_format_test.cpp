// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "ui/common/format.h"

using namespace aftercharge;

namespace {

Money money(std::int64_t minor, const char *code)
{
    return Money::from_minor(minor, Currency::from_code(code).value()).value();
}

}  // namespace

class CommonFormatTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void money_has_sign_and_all_decimals()
    {
        const Format format(QLocale(QLocale::English, QLocale::UnitedStates));
        QCOMPARE(format.money(money(129'900, "CNY")), QStringLiteral("¥1,299.00"));
        QCOMPARE(format.money(money(-294, "CNY")), QStringLiteral("-¥2.94"));
        QCOMPARE(format.money(money(5, "EUR")), QStringLiteral("€0.05"));
        QCOMPARE(format.money(money(1'234'567, "JPY")), QStringLiteral("JP¥1,234,567"));
        QCOMPARE(format.money(money(1'234, "KWD")),
                 QString(QStringLiteral("KWD") + QChar(0x00A0) + QStringLiteral("1.234")));
        QCOMPARE(format.amount(money(72'640'218, "CNY")), QStringLiteral("726,402.18"));
        QCOMPARE(Format(QLocale(QLocale::Chinese)).money(money(129'900, "CNY")), QStringLiteral("¥1,299.00"));
        QCOMPARE(Format(QLocale(QLocale::German)).amount(money(129'900, "CNY")), QStringLiteral("1.299,00"));
        // The largest amount keeps every digit: nothing went through a floating type.
        QCOMPARE(format.amount(money(999'999'999'999'999, "CNY")), QStringLiteral("9,999,999,999,999.99"));
    }

    void quantities()
    {
        const Format format(QLocale(QLocale::English));
        QCOMPARE(format.kwh(EnergyWh(31'420)), QStringLiteral("31.42"));
        QCOMPARE(format.kwh(EnergyWh(31'425)), QStringLiteral("31.43"));
        QCOMPARE(format.kwh(EnergyWh(-5)), QStringLiteral("-0.01"));
        QCOMPARE(format.kwh(EnergyWh(-4)), QStringLiteral("0.00"));
        QCOMPARE(format.energy_unit(EnergyWh(38'600'000)), QStringLiteral("38.6 MWh"));
        QCOMPARE(format.kw(PowerW(78'350)), QStringLiteral("78.4"));
        QCOMPARE(format.power_unit(PowerW(7'420'000)), QStringLiteral("7.42 MW"));
        QCOMPARE(format.volts(VoltageMv(412'600)), QStringLiteral("412.6"));
        QCOMPARE(format.amperes(CurrentMa(108'000)), QStringLiteral("108.0"));
        QCOMPARE(format.percent(SocPermille(573)), QStringLiteral("57 %"));
        QCOMPARE(format.percent(SocPermille(573), 1), QStringLiteral("57.3 %"));
        QCOMPARE(format.number(10'482), QStringLiteral("10,482"));
    }

    void instants_stand_in_the_station_zone()
    {
        const UtcTime instant = parse_iso8601("2026-11-23T02:37:45.000Z").value();
        QCOMPARE(Format(QLocale::c(), QTimeZone("Asia/Shanghai")).time(instant), QStringLiteral("10:37:45"));
        QCOMPARE(Format(QLocale::c(), QTimeZone("America/New_York")).date_time(instant),
                 QStringLiteral("2026-11-22 21:37:45"));
        QCOMPARE(Format(QLocale::c(), QTimeZone("Asia/Shanghai")).zone_name(), QStringLiteral("Asia/Shanghai"));
    }

    void durations()
    {
        const Format format(QLocale(QLocale::English));
        QCOMPARE(format.duration(std::chrono::seconds(45)), QStringLiteral("45 s"));
        QCOMPARE(format.duration(std::chrono::minutes(14)), QStringLiteral("14 min"));
        QCOMPARE(format.duration(std::chrono::minutes(65)), QStringLiteral("1 h 05 min"));
        QCOMPARE(format.duration(std::chrono::hours(51)), QStringLiteral("2 d 3 h"));
        QCOMPARE(format.duration(std::chrono::minutes(-3)), QStringLiteral("-3 min"));
    }
};

QTEST_GUILESS_MAIN(CommonFormatTest)
#include "common_format_test.moc"

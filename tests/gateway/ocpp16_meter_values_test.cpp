// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>

#include <QElapsedTimer>
#include <QtTest>

#include "models/gateway/ocpp16/decimal.h"
#include "models/gateway/ocpp16/decode_message.h"
#include "models/gateway/ocpp16/decode_meter_values.h"

using namespace aftercharge;
using namespace aftercharge::ocpp16;

namespace {

const UtcTime received_at = *parse_iso8601("2026-11-24T10:00:00Z");
constexpr const char *now_text = "2026-11-24T10:00:00Z";

struct Decoded {
    std::vector<Reading> readings;
    QString suspicions;
};

Decoded decode(const std::string &meter_values)
{
    const JsonTape tape(meter_values);
    if (!tape.defect().empty())
        qFatal("%s", tape.defect().c_str());
    Suspicions suspicions;
    Decoded decoded{decode_meter_values(tape.root(), received_at, suspicions), {}};
    QStringList list;
    for (const auto &phrase : suspicions.take())
        list << QString::fromStdString(phrase);
    decoded.suspicions = list.join(QStringLiteral("; "));
    return decoded;
}

Decoded decode_samples(const std::string &sampled, const std::string &time = now_text)
{
    return decode(R"([{"timestamp":")" + time + R"(","sampledValue":[)" + sampled + "]}]");
}

// v|c|w|e, as "wh mv ma w permille" with "-" for what is absent.
QString line(const Decoded &decoded)
{
    QStringList lines;
    for (const Reading &r : decoded.readings) {
        const auto field = [](const auto &q) { return q ? QString::number(q->value()) : QStringLiteral("-"); };
        lines << field(r.register_wh) + u' ' + field(r.voltage) + u' ' + field(r.current) + u' ' + field(r.power) +
                     u' ' + field(r.soc);
    }
    return lines.join(u'|');
}

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

}  // namespace

class Ocpp16MeterValuesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void decimals_data();
    void decimals();
    void decimals_refused();
    void values_data();
    void values();
    void clocks_data();
    void clocks();
    void many_readings_keep_their_order();
    void speed();
};

void Ocpp16MeterValuesTest::decimals_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<int>("shift");
    QTest::addColumn<qint64>("value");
    QTest::addColumn<bool>("rounded");
    const auto row = [](const char *source, int shift, qint64 value, bool rounded) {
        QTest::addRow("%s shift %d", source, shift) << QByteArray(source) << shift << value << rounded;
    };
    row("0", 3, 0, false);
    row("12.345", 3, 12345, false);
    row("12.3450", 3, 12345, false);
    row("-12.345", 3, -12345, false);
    row("+7", 0, 7, false);
    row(" 7 ", 0, 7, false);
    row(".5", 3, 500, false);
    row("5.", 0, 5, false);
    row("0.5", 0, 0, true);
    row("1.5", 0, 2, true);
    row("2.5", 0, 2, true);
    row("2.50000000000000000000001", 0, 3, true);
    row("-2.5", 0, -2, true);
    row("-3.5", 0, -4, true);
    row("0.0004", 3, 0, true);
    row("0.0005", 3, 0, true);
    row("0.00050001", 3, 1, true);
    row("1.2e3", 0, 1200, false);
    row("1E-3", 3, 1, false);
    row("1e-30", 3, 0, true);
    row("0.1", 18, 100000000000000000, false);
    row("999999999999999999", 0, 999999999999999999, false);
    row("000000000000000000000000001", 0, 1, false);
    row("0e999", 0, 0, false);
    // Not a number that a double can hold: 9007199254740993.
    row("9007199254740.993", 3, 9007199254740993, false);
}

void Ocpp16MeterValuesTest::decimals()
{
    QFETCH(QByteArray, source);
    QFETCH(int, shift);
    QFETCH(qint64, value);
    QFETCH(bool, rounded);
    const auto scaled = scale_decimal(source.toStdString(), shift);
    QVERIFY(scaled.has_value());
    QCOMPARE(qint64(scaled->value), value);
    QCOMPARE(scaled->rounded, rounded);
}

void Ocpp16MeterValuesTest::decimals_refused()
{
    for (const char *source : {"", " ", "-", ".", "1,5", "1.2.3", "0x10", "NaN", "1e", "1e5000", "1e99", "12 V", "--1",
                               "1000000000000000000", "1e+-3"})
        QVERIFY2(!scale_decimal(source, 0), source);
}

void Ocpp16MeterValuesTest::values_data()
{
    QTest::addColumn<QByteArray>("sampled");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("suspicions");
    const auto row = [](const char *name, const char *sampled, const char *line, const char *suspicions = "") {
        QTest::newRow(name) << QByteArray(sampled) << text(line) << text(suspicions);
    };
    row("default measurand", R"({"value":"1234"})", "1234 - - - -");
    row("kWh", R"({"value":"1.234","unit":"kWh"})", "1234 - - - -");
    row("all", R"({"value":"10","measurand":"Energy.Active.Import.Register","unit":"Wh"},
        {"value":"230.1","measurand":"Voltage","unit":"V","context":"Sample.Periodic","location":"Outlet"},
        {"value":"31.25","measurand":"Current.Import","unit":"A"},{"value":"7.19","measurand":"Power.Active.Import","unit":"kW"},
        {"value":"55.5","measurand":"SoC","unit":"Percent","location":"EV"})",
        "10 230100 31250 7190 555");
    row("no units", R"({"value":"230","measurand":"Voltage"},{"value":"16","measurand":"Current.Import"},
        {"value":"3680","measurand":"Power.Active.Import"},{"value":"7","measurand":"SoC"})",
        "- 230000 16000 3680 70");
    row("SoC only", R"({"value":"80","measurand":"SoC"})", "- - - - 800");
    row("nothing of ours", R"({"value":"42","measurand":"Temperature","unit":"Celsius"},
        {"value":"1","measurand":"Energy.Active.Export.Register"})",
        "");
    row("fractional Wh", R"({"value":"1234.5"})", "1234 - - - -", "fractional Wh");
    row("fractional Wh, odd", R"({"value":"1235.5"})", "1236 - - - -", "fractional Wh");
    row("kWh labelled Wh stays for the engine", R"({"value":"12.345","unit":"Wh"})", "12 - - - -", "fractional Wh");
    row("fine decimals of power are usual", R"({"value":"7123.456","measurand":"Power.Active.Import"})",
        "- - - 7123 -");
    row("three phases",
        R"({"value":"230","measurand":"Voltage","phase":"L1-N"},{"value":"232","measurand":"Voltage","phase":"L2-N"},
        {"value":"234","measurand":"Voltage","phase":"L3-N"},{"value":"16","measurand":"Current.Import","phase":"L1"},
        {"value":"15.5","measurand":"Current.Import","phase":"L2"},{"value":"16.5","measurand":"Current.Import","phase":"L3"},
        {"value":"0.2","measurand":"Current.Import","phase":"N"},{"value":"3.6","measurand":"Power.Active.Import","phase":"L1","unit":"kW"},
        {"value":"3500","measurand":"Power.Active.Import","phase":"L2"})",
        "- 232000 48000 7100 -");
    row("one phase of three",
        R"({"value":"230","measurand":"Voltage","phase":"L1"},{"value":"0","measurand":"Voltage","phase":"L2"},
        {"value":"0","measurand":"Voltage","phase":"L3"})",
        "- 230000 - - -");
    row("all phases dead",
        R"({"value":"0","measurand":"Voltage","phase":"L1"},{"value":"0","measurand":"Voltage","phase":"L2"})",
        "- 0 - - -");
    row("no phase wins",
        R"({"value":"10","measurand":"Current.Import","phase":"L1"},{"value":"33","measurand":"Current.Import"},
        {"value":"10","measurand":"Current.Import","phase":"L2"})",
        "- - 33000 - -");
    row("line to line",
        R"({"value":"400","measurand":"Voltage","phase":"L1-L2"},{"value":"400","measurand":"Voltage","phase":"L2-L3"})",
        "- 230946 - - -", "voltage between lines");
    row("register by phase", R"({"value":"5","phase":"L1"},{"value":"6","phase":"L2"},{"value":"7","phase":"L3"})",
        "18 - - - -");
    row("other locations",
        R"({"value":"1","location":"Inlet"},{"value":"2","location":"EV"},{"value":"3","location":"Body"},
        {"value":"4","location":"Outlet"},{"value":"400","measurand":"Voltage","location":"EV"})",
        "4 - - - -");
    row("unit of another measurand", R"({"value":"230","measurand":"Voltage","unit":"Wh"})", "- 230000 - - -",
        "unit of another measurand: Wh");
    row("unit in other letters", R"({"value":"1","unit":"KWH"})", "1000 - - - -", "unit KWH");
    row("unit that cannot be", R"({"value":"1","unit":"kvarh"},{"value":"5","measurand":"SoC"})", "- - - - 50",
        "value left out, unit kvarh");
    row("a number", R"({"value":1234})", "1234 - - - -", "value is a number, not a string");
    row("no number", R"({"value":"1,5"},{"value":"9","measurand":"SoC"})", "- - - - 90", "register cannot be read");
    row("no value", R"({"measurand":"Voltage"},{"value":"9","measurand":"SoC"})", "- - - - 90",
        "voltage cannot be read");
    row("SoC out of range", R"({"value":"101","measurand":"SoC"},{"value":"1"})", "1 - - - -", "SoC is out of range");
    row("register out of range", R"({"value":"1e17"})", "", "register is out of range");
    row("negative register", R"({"value":"-5"})", "-5 - - - -", "register is negative");
    row("signed", R"({"value":"1","format":"SignedData"},{"value":"1","measurand":"SoC"})", "- - - - 10",
        "signed register left out");
    row("two values", R"({"value":"1"},{"value":"2"})", "2 - - - -", "two values of register");
    row("unknown words",
        R"({"value":"1","measurand":"Mood"},{"value":"2","context":"Whim","location":"Roof","phase":"L9"})",
        "2 - - - -", "unknown measurand Mood; unknown location Roof; unknown phase L9; unknown context Whim");
    row("no object", R"(5,{"value":"2"})", "2 - - - -", "sampledValue is not an object");
    row("empty", "", "", "sampledValue is missing");
}

void Ocpp16MeterValuesTest::values()
{
    QFETCH(QByteArray, sampled);
    QFETCH(QString, line);
    QFETCH(QString, suspicions);
    const Decoded decoded = decode_samples(sampled.toStdString());
    QCOMPARE(::line(decoded), line);
    QCOMPARE(decoded.suspicions, suspicions);
}

void Ocpp16MeterValuesTest::clocks_data()
{
    QTest::addColumn<QByteArray>("time");
    QTest::addColumn<QByteArray>("at");
    QTest::addColumn<quint32>("flags");
    QTest::addColumn<QString>("suspicions");
    const auto suspect = static_cast<quint32>(ReadingFlag::ClockSuspect);
    const auto replayed = static_cast<quint32>(ReadingFlag::Replayed);
    const auto row = [](const char *time, const char *at, quint32 flags, const char *suspicions) {
        QTest::newRow(time) << QByteArray(time) << QByteArray(at) << flags << text(suspicions);
    };
    row("2026-11-24T10:00:00Z", "2026-11-24T10:00:00.000Z", 0, "");
    row("2026-11-24T18:00:00+08:00", "2026-11-24T10:00:00.000Z", 0, "");
    row("2026-11-24T09:58:00Z", "2026-11-24T09:58:00.000Z", 0, "");
    row("2026-11-24T09:57:59Z", "2026-11-24T09:57:59.000Z", replayed, "");
    row("2026-11-24T10:00:00", "2026-11-24T10:00:00.000Z", suspect, "timestamp without zone");
    row("2026-11-24 10:00:00.5", "2026-11-24T10:00:00.500Z", suspect, "timestamp without zone");
    row("1970-01-01T00:01:00Z", "1970-01-01T00:01:00.000Z", suspect, "timestamp of an unset clock");
    row("2026-11-25T10:00:00Z", "2026-11-25T10:00:00.000Z", 0, "");
    row("2026-11-25T10:00:01Z", "2026-11-25T10:00:01.000Z", suspect, "timestamp in the future");
    row("noon", "2026-11-24T10:00:00.000Z", suspect, "timestamp cannot be read");
}

void Ocpp16MeterValuesTest::clocks()
{
    QFETCH(QByteArray, time);
    QFETCH(QByteArray, at);
    QFETCH(quint32, flags);
    QFETCH(QString, suspicions);
    const Decoded decoded = decode_samples(R"({"value":"1"})", time.toStdString());
    QCOMPARE(decoded.readings.size(), std::size_t{1});
    QCOMPARE(QByteArray::fromStdString(to_iso8601(decoded.readings[0].at)), at);
    QCOMPARE(decoded.readings[0].flags.bits(), flags);
    QCOMPARE(decoded.suspicions, suspicions);
}

void Ocpp16MeterValuesTest::many_readings_keep_their_order()
{
    const Decoded decoded = decode(R"([{"timestamp":"2026-11-24T09:59:45Z","sampledValue":[{"value":"1"}]},
        {"sampledValue":[{"value":"2"}]},{"timestamp":"2026-11-24T10:00:00Z"},7,
        {"timestamp":"2026-11-24T09:59:30Z","sampledValue":[{"value":"3"}]}])");
    QCOMPARE(line(decoded), text("1 - - - -|2 - - - -|3 - - - -"));
    QVERIFY(decoded.readings[0].at > decoded.readings[2].at);
    QVERIFY(decoded.readings[1].flags.has(ReadingFlag::ClockSuspect));
    QCOMPARE(decoded.suspicions, text("timestamp is missing; sampledValue is missing; meterValue is not an object"));
}

void Ocpp16MeterValuesTest::speed()
{
    const std::string frame =
        R"([2,"5c7a0e9e-1b7f-4d0a-9c40-2b1f0e7d9a11","MeterValues",{"connectorId":1,"transactionId":123456789,"meterValue":[{"timestamp":"2026-11-24T10:00:00.000Z","sampledValue":[)"
        R"({"value":"229.8","context":"Sample.Periodic","measurand":"Voltage","location":"Outlet","unit":"V"},)"
        R"({"value":"31.9","context":"Sample.Periodic","measurand":"Current.Import","location":"Outlet","unit":"A"},)"
        R"({"value":"7330.6","context":"Sample.Periodic","measurand":"Power.Active.Import","unit":"W"},)"
        R"({"value":"54","context":"Sample.Periodic","measurand":"SoC","location":"EV","unit":"Percent"},)"
        R"({"value":"1234567","context":"Sample.Periodic","unit":"Wh"}]}]}])";
    constexpr int rounds = 20'000;
    std::size_t readings = 0;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < rounds; ++i) {
        const Message message = decode_message(frame, received_at);
        readings += std::get<chargepoint::MeterReport>(std::get<CallMessage>(message).body).readings.size();
    }
    const qint64 nanoseconds = timer.nsecsElapsed();
    QCOMPARE(readings, std::size_t{rounds});
    std::printf("decode: %zu bytes in %lld ns\n", frame.size(), static_cast<long long>(nanoseconds / rounds));
}

QTEST_GUILESS_MAIN(Ocpp16MeterValuesTest)
#include "ocpp16_meter_values_test.moc"

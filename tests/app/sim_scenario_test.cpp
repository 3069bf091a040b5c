// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest/QtTest>

#include "app/sim/customer_view.h"
#include "app/sim/fault.h"
#include "app/sim/scenario.h"
#include "app/sim/session_meter.h"

using namespace aftercharge;
using namespace aftercharge::sim;
using namespace std::chrono_literals;

// What is written: faults, scenarios, lines on the terminal; and what a sick meter shows.
class SimScenarioTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void faults_are_read();
    void wrong_faults_are_refused_data();
    void wrong_faults_are_refused();
    void scenario_is_read();
    void wrong_scenarios_are_refused_data();
    void wrong_scenarios_are_refused();
    void phantom_shows_current_and_no_energy();
    void fast_meter_outruns_its_power();
    void frozen_soc_stands_still();
    void fluctuation_keeps_the_power();
    void register_reset_counts_from_zero();
    void progress_line_shows_everything();
};

namespace {

const UtcTime start{std::chrono::sys_days{std::chrono::year{2026} / 3 / 1} + 10h};

SessionMeter meter(const char *fault)
{
    const Vehicle vehicle = find_vehicle(built_in_vehicles().value(), "byd-atto-3").value();
    return {BatteryModel({vehicle, ChargeKind::Dc, SocPermille(200), PowerW(120000), 5}),
            {parse_fault(fault).value()},
            EnergyWh(5000),
            start,
            3};
}

// Past the ramp and the fault at 60 s.
MeterReading reading_at(SessionMeter &meter, std::chrono::seconds after)
{
    while (meter.time() < start + after)
        meter.advance(start + after, SocPermille(1000));
    return meter.reading();
}

// Joules of the power shown in between.
double shown_wh(const MeterReading &a, const MeterReading &b)
{
    const double hours = static_cast<double>((b.time - a.time).count()) / 3600000.0;
    return static_cast<double>(a.power.value() + b.power.value()) / 2.0 * hours;
}

}  // namespace

void SimScenarioTest::faults_are_read()
{
    QCOMPARE(parse_fault("emergency-stop@62.5%").value(),
             (FaultPlan{FaultKind::EmergencyStop, FaultTrigger::Soc, 625, 0}));
    QCOMPARE(parse_fault("fast-meter@5kWh:1.25").value(),
             (FaultPlan{FaultKind::FastMeter, FaultTrigger::Energy, 5000, 1250}));
    QCOMPARE(parse_fault("fast-meter@500Wh").value(),
             (FaultPlan{FaultKind::FastMeter, FaultTrigger::Energy, 500, 1300}));
    QCOMPARE(parse_fault("connection-loss@90s:240").value(),
             (FaultPlan{FaultKind::ConnectionLoss, FaultTrigger::Time, 90, 240}));
    QCOMPARE(parse_fault("phantom@1.5min").value(), (FaultPlan{FaultKind::Phantom, FaultTrigger::Time, 90, 300}));
}

void SimScenarioTest::wrong_faults_are_refused_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"", "emergency-stop", "@50%", "fire@50%", "unplug@", "unplug@50", "unplug@-5%",
                             "unplug@5.%", "unplug@1.2345kWh", "phantom@50%:x", "unplug@%"})
        QTest::newRow(text) << QByteArray(text);
}

void SimScenarioTest::wrong_faults_are_refused()
{
    QFETCH(QByteArray, text);
    const Result<FaultPlan> fault = parse_fault(text.toStdString());
    QVERIFY(!fault.has_value());
    QCOMPARE(fault.error().code, ErrorCode::InputInvalid);
}

void SimScenarioTest::scenario_is_read()
{
    const Result<Scenario> scenario = parse_scenario(
        R"([{"charge_point_id":"CP-1","password":"secret","connector":2,"vehicle":"xpeng-g9","start_soc":12.5,
             "target_soc":90,"id_tag":"TAG","fault":["late@20%","unplug@50%"],"start_after_s":30,"kind":"AC",
             "suspend_s":60,"max_power_w":22000},
            {"charge_point_id":"CP-2","vehicle":"byd-atto-3","remote_start":true}])",
        built_in_vehicles().value());
    QVERIFY2(scenario.has_value(), scenario ? "" : scenario.error().detail.c_str());
    QCOMPARE(scenario->size(), std::size_t{2});
    const ScenarioEntry &entry = scenario->front();
    QCOMPARE(entry.charge_point_id, QStringLiteral("CP-1"));
    QCOMPARE(entry.password, QByteArray("secret"));
    QCOMPARE(entry.plan.connector, 2);
    QCOMPARE(entry.plan.vehicle.id, std::string("xpeng-g9"));
    QCOMPARE(entry.plan.start_soc.value(), 125);
    QCOMPARE(entry.plan.target_soc.value(), 900);
    QCOMPARE(entry.plan.faults.size(), std::size_t{2});
    QCOMPARE(entry.plan.start_after, 30s);
    QVERIFY(entry.plan.kind == ChargeKind::Ac);
    QVERIFY(scenario->back().plan.by_remote_start);
    QCOMPARE(scenario->back().plan.target_soc.value(), 800);
}

void SimScenarioTest::wrong_scenarios_are_refused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("not JSON") << QByteArray("[");
    QTest::newRow("empty") << QByteArray("[]");
    QTest::newRow("an object") << QByteArray("{}");
    QTest::newRow("unknown vehicle") << QByteArray(R"([{"charge_point_id":"A","id_tag":"T","vehicle":"horse"}])");
    QTest::newRow("unknown field") << QByteArray(
        R"([{"charge_point_id":"A","id_tag":"T","vehicle":"byd-atto-3","vehicel":1}])");
    QTest::newRow("no tag") << QByteArray(R"([{"charge_point_id":"A","vehicle":"byd-atto-3"}])");
    QTest::newRow("SOC downwards") << QByteArray(
        R"([{"charge_point_id":"A","id_tag":"T","vehicle":"byd-atto-3","start_soc":90}])");
    QTest::newRow("wrong fault") << QByteArray(
        R"([{"charge_point_id":"A","id_tag":"T","vehicle":"byd-atto-3","fault":"fire@1%"}])");
}

void SimScenarioTest::wrong_scenarios_are_refused()
{
    QFETCH(QByteArray, json);
    const Result<Scenario> scenario = parse_scenario(json, built_in_vehicles().value());
    QVERIFY(!scenario.has_value());
    QCOMPARE(scenario.error().code, ErrorCode::InputInvalid);
}

void SimScenarioTest::phantom_shows_current_and_no_energy()
{
    SessionMeter sick = meter("phantom@60s:120");
    const MeterReading before = reading_at(sick, 65s);
    const MeterReading during = reading_at(sick, 170s);
    const MeterReading after = reading_at(sick, 300s);
    QVERIFY(during.current.value() > 50000);
    QCOMPARE(during.register_value, before.register_value);
    QCOMPARE(during.soc, before.soc);
    QVERIFY(after.register_value > during.register_value);
}

void SimScenarioTest::fast_meter_outruns_its_power()
{
    SessionMeter sick = meter("fast-meter@60s:1.5");
    const MeterReading a = reading_at(sick, 90s);
    const MeterReading b = reading_at(sick, 690s);
    const auto grown = static_cast<double>((b.register_value - a.register_value).value());
    QVERIFY(std::abs(grown - 1.5 * shown_wh(a, b)) < 0.03 * grown);
    SessionMeter healthy = meter("fast-meter@90%");
    const MeterReading c = reading_at(healthy, 90s);
    const MeterReading d = reading_at(healthy, 690s);
    const auto honest = static_cast<double>((d.register_value - c.register_value).value());
    QVERIFY(std::abs(honest - shown_wh(c, d)) < 0.03 * honest);
}

void SimScenarioTest::frozen_soc_stands_still()
{
    SessionMeter sick = meter("frozen-soc@60s");
    const MeterReading a = reading_at(sick, 61s);
    const MeterReading b = reading_at(sick, 900s);
    QCOMPARE(a.soc, b.soc);
    QVERIFY(b.register_value.value() - a.register_value.value() > 10000);
}

void SimScenarioTest::fluctuation_keeps_the_power()
{
    SessionMeter sick = meter("voltage-fluctuation@60s");
    std::int64_t lowest = 1000000;
    std::int64_t highest = 0;
    for (auto after = 75s; after < 600s; after += 15s) {
        const MeterReading reading = reading_at(sick, after);
        lowest = std::min(lowest, reading.voltage.value());
        highest = std::max(highest, reading.voltage.value());
        QCOMPARE(reading.power, power_of(reading.voltage, reading.current, 1));
        QVERIFY(std::abs(reading.power.value() - 89000) < 4000);
    }
    QVERIFY(highest - lowest > 50000);
}

void SimScenarioTest::register_reset_counts_from_zero()
{
    SessionMeter sick = meter("register-reset@60s");
    const MeterReading before = reading_at(sick, 55s);
    const MeterReading after = reading_at(sick, 120s);
    QVERIFY(before.register_value.value() > 5500);
    QVERIFY(after.register_value.value() < 3000);
    QVERIFY(after.register_value.value() > 500);
}

void SimScenarioTest::progress_line_shows_everything()
{
    qputenv("TZ", "Asia/Shanghai");
    const QJsonObject sample{{QStringLiteral("soc_permille"), 542},
                             {QStringLiteral("power_w"), 87420},
                             {QStringLiteral("voltage_mv"), 402300},
                             {QStringLiteral("current_ma"), 217300},
                             {QStringLiteral("energy_wh"), 23412},
                             {QStringLiteral("fee_minor"), 1234},
                             {QStringLiteral("currency"), QStringLiteral("CNY")},
                             {QStringLiteral("estimated_end"), QStringLiteral("2026-03-01T10:42:00.000Z")}};
    QCOMPARE(progress_line(sample), std::string("[##########----------] 54.2 %  87.4 kW  402.3 V  217.3 A  23.412 kWh"
                                                "  12.34 CNY  ends 18:42"));
    QCOMPARE(progress_line({}).substr(0, 28), std::string("[--------------------] 0.0 %"));
}

QTEST_GUILESS_MAIN(SimScenarioTest)
#include "sim_scenario_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// A simulated charge point by itself: what a session says, and what each fault makes of it.
#include <set>

#include "tests/app/sim_stage.h"

using namespace aftercharge;
using namespace aftercharge::sim_test;

class SimChargePointTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void a_normal_session();
    void fault_stops_data();
    void fault_stops();
    void power_loss_stops_after_the_next_boot();
    void connection_loss_replays_in_order();
    void start_offline_gets_its_transaction_later();
    void unknown_transaction_is_stopped_beside();
    void duplicates_come_twice();
    void late_values_come_reordered();
    void one_seed_one_session();
    void ac_reports_phases();
};

void SimChargePointTest::a_normal_session()
{
    Stage stage({});
    QVERIFY(stage.run());
    VERIFY_STRICT(stage);
    QCOMPARE(stage.ended.count(), 1);
    const SessionSummary summary = stage.summary();
    QCOMPARE(summary.reason, u"Local"_s);
    QVERIFY(!summary.error);
    QVERIFY(summary.soc.value() >= 400);
    const std::vector<ReceivedCall> starts = stage.central.calls(u"StartTransaction"_s);
    const std::vector<ReceivedCall> stops = stage.central.calls(u"StopTransaction"_s);
    const std::vector<ReceivedCall> values = stage.central.calls(u"MeterValues"_s);
    QCOMPARE(starts.size(), std::size_t{1});
    QCOMPARE(stops.size(), std::size_t{1});
    QVERIFY(values.size() > 10);
    QCOMPARE(starts[0].payload["meterStart"_L1].toInteger(), summary.meter_start.value());
    QCOMPARE(stops[0].payload["meterStop"_L1].toInteger(), summary.meter_stop.value());
    QVERIFY(!stops[0].payload.contains("reason"_L1));
    qint64 last = starts[0].payload["meterStart"_L1].toInteger();
    UtcTime expected = parse_iso8601(starts[0].payload["timestamp"_L1].toString().toStdString()).value();
    QCOMPARE(expected, epoch + 5s);
    for (const ReceivedCall &call : values) {
        expected += 15s;
        QCOMPARE(time_of(call), QString::fromStdString(to_iso8601(expected)));
        QVERIFY(register_of(call) >= last);
        last = register_of(call);
        QCOMPARE(call.payload["transactionId"_L1].toInteger(), *summary.transaction_id);
        QCOMPARE(call.payload["meterValue"_L1][0]["sampledValue"_L1].toArray().size(), 5);
    }
    QVERIFY(QTest::qWaitFor([&] { return stage.statuses().back() == "Available"_L1; }));
    QCOMPARE(stage.statuses(),
             (std::vector<QString>{u"Available"_s, u"Preparing"_s, u"Charging"_s, u"Finishing"_s, u"Available"_s}));
    QCOMPARE(stage.central.connections(), 1);
}

void SimChargePointTest::fault_stops_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("error_code");
    QTest::newRow("emergency") << u"emergency-stop@35%"_s << u"EmergencyStop"_s << u"OtherError"_s;
    QTest::newRow("hot") << u"over-temperature@2kWh"_s << u"Other"_s << u"HighTemperature"_s;
    QTest::newRow("insulation") << u"insulation@100s"_s << u"Other"_s << u"GroundFailure"_s;
    QTest::newRow("unplugged") << u"unplug@35%"_s << u"EVDisconnected"_s << QString();
}

void SimChargePointTest::fault_stops()
{
    QFETCH(QString, fault);
    QFETCH(QString, reason);
    QFETCH(QString, error_code);
    Stage stage(fault);
    QVERIFY(stage.run());
    VERIFY_STRICT(stage);
    QCOMPARE(stage.summary().reason, reason);
    QVERIFY(stage.summary().soc.value() < 400);
    const std::vector<ReceivedCall> stops = stage.central.calls(u"StopTransaction"_s);
    QCOMPARE(stops.size(), std::size_t{1});
    QCOMPARE(stops[0].payload["reason"_L1].toString(), reason);
    std::vector<ReceivedCall> all = stage.central.calls();
    if (error_code.isEmpty())
        return;
    // The status stands directly before the stop: that is how the two are joined.
    while (all.back().action != "StopTransaction"_L1)
        all.pop_back();
    const ReceivedCall &before = all[all.size() - 2];
    QCOMPARE(before.action, u"StatusNotification"_s);
    QCOMPARE(before.payload["status"_L1].toString(), u"Faulted"_s);
    QCOMPARE(before.payload["errorCode"_L1].toString(), error_code);
    QCOMPARE(before.payload["timestamp"_L1], stops[0].payload["timestamp"_L1]);
    if (fault.endsWith("@100s"_L1))
        QCOMPARE(stage.summary().stopped - stage.summary().started, Duration(100s));
}

void SimChargePointTest::power_loss_stops_after_the_next_boot()
{
    Stage stage(u"power-loss@35%:60"_s);
    QVERIFY(stage.run());
    VERIFY_STRICT(stage);
    QCOMPARE(stage.summary().reason, u"PowerLoss"_s);
    QCOMPARE(stage.central.connections(), 2);
    QCOMPARE(stage.central.calls(u"BootNotification"_s).size(), std::size_t{2});
    const ReceivedCall stop = stage.central.calls(u"StopTransaction"_s).at(0);
    QCOMPARE(stop.connection, 2);
    QCOMPARE(stop.payload["reason"_L1].toString(), u"PowerLoss"_s);
    QCOMPARE(stop.payload["timestamp"_L1].toString(), QString::fromStdString(to_iso8601(stage.summary().stopped)));
}

void SimChargePointTest::connection_loss_replays_in_order()
{
    Stage stage(u"connection-loss@33%:120"_s);
    QVERIFY(stage.run());
    VERIFY_STRICT(stage);
    QCOMPARE(stage.summary().reason, u"Local"_s);
    QCOMPARE(stage.central.connections(), 2);
    QCOMPARE(stage.central.calls(u"BootNotification"_s).size(), std::size_t{1});
    const std::vector<ReceivedCall> values = stage.central.calls(u"MeterValues"_s);
    int replayed = 0;
    for (std::size_t i = 1; i < values.size(); ++i) {
        // A value whose answer was lost comes again: the same once more, never an earlier one.
        QVERIFY(time_of(values[i]) > time_of(values[i - 1]) || values[i].message_id == values[i - 1].message_id);
        replayed += values[i].connection == 2 ? 1 : 0;
    }
    QVERIFY(replayed >= 8);
    UtcTime expected = stage.summary().started;
    std::set<QString> times;
    for (const ReceivedCall &call : values)
        times.insert(time_of(call));
    for (const QString &time : times)
        QCOMPARE(time, QString::fromStdString(to_iso8601(expected += 15s)));
}

void SimChargePointTest::start_offline_gets_its_transaction_later()
{
    Stage stage({});
    // The line is cut while the card is read and stays dead for the first minutes.
    stage.central.cut_at(u"Authorize"_s);
    stage.fleet.start(epoch);
    QVERIFY(QTest::qWaitFor([&] { return !stage.central.calls(u"Authorize"_s).empty(); }));
    QVERIFY(QTest::qWaitFor([&] { return stage.fleet.open_sessions() == 0; }, 15000));
    VERIFY_STRICT(stage);
    QCOMPARE(stage.summary().reason, u"Local"_s);
    QCOMPARE(stage.central.connections(), 2);
    const ReceivedCall start = stage.central.calls(u"StartTransaction"_s).at(0);
    QCOMPARE(start.connection, 2);
    for (const ReceivedCall &call : stage.central.calls(u"MeterValues"_s))
        QCOMPARE(call.payload["transactionId"_L1].toInteger(), *stage.summary().transaction_id);
}

void SimChargePointTest::unknown_transaction_is_stopped_beside()
{
    Stage stage(u"unknown-transaction@35%"_s);
    QVERIFY(stage.run());
    VERIFY_STRICT(stage);
    const std::vector<ReceivedCall> stops = stage.central.calls(u"StopTransaction"_s);
    QCOMPARE(stops.size(), std::size_t{2});
    QVERIFY(stops[0].payload["transactionId"_L1].toInteger() != *stage.summary().transaction_id);
    QCOMPARE(stops[1].payload["transactionId"_L1].toInteger(), *stage.summary().transaction_id);
    QCOMPARE(stage.summary().reason, u"Local"_s);
}

void SimChargePointTest::duplicates_come_twice()
{
    Stage stage(u"duplicates@1s"_s);
    QVERIFY(stage.run());
    QVERIFY(QTest::qWaitFor([&] { return stage.central.calls(u"StopTransaction"_s).size() == 2; }));
    VERIFY_STRICT(stage);
    const std::vector<ReceivedCall> values = stage.central.calls(u"MeterValues"_s);
    QCOMPARE(values.size() % 2, std::size_t{0});
    for (std::size_t i = 0; i < values.size(); i += 2) {
        QCOMPARE(values[i].payload, values[i + 1].payload);
        QVERIFY(values[i].message_id != values[i + 1].message_id);
    }
}

void SimChargePointTest::late_values_come_reordered()
{
    Stage stage(u"late@60s"_s);
    QVERIFY(stage.run());
    VERIFY_STRICT(stage);
    const std::vector<ReceivedCall> values = stage.central.calls(u"MeterValues"_s);
    int backwards = 0;
    std::set<QString> times;
    for (std::size_t i = 0; i < values.size(); ++i) {
        times.insert(time_of(values[i]));
        backwards += i > 0 && time_of(values[i]) < time_of(values[i - 1]) ? 1 : 0;
    }
    QVERIFY(backwards > 3);
    QCOMPARE(times.size(), values.size());
    UtcTime expected = stage.summary().started;
    for (const QString &time : times)
        QCOMPARE(time, QString::fromStdString(to_iso8601(expected += 15s)));
}

void SimChargePointTest::one_seed_one_session()
{
    const auto record = [](std::uint64_t seed) {
        Stage stage(u"voltage-fluctuation@33%"_s, seed);
        QTest::qVerify(stage.run(), "run", "", __FILE__, __LINE__);
        std::vector<QJsonObject> payloads;
        for (const ReceivedCall &call : stage.central.calls()) {
            QJsonObject payload = call.payload;
            // What is said at boot carries the moment of the connection.
            if (call.action == "MeterValues"_L1 || call.action == "StopTransaction"_L1)
                payloads.push_back(payload);
        }
        return payloads;
    };
    const std::vector<QJsonObject> first = record(5);
    QVERIFY(first.size() > 10);
    QVERIFY(first == record(5));
    QVERIFY(first != record(6));
}

void SimChargePointTest::ac_reports_phases()
{
    FakeCentralSystem central;
    central.set_password(u"AC"_s, "p");
    ScaledClock clock(epoch, speed);
    Fleet fleet({central.base_url(), 1, Stage::client_options()}, clock);
    fleet.add(parse_scenario(R"([{"charge_point_id":"AC","password":"p","vehicle":"renault-zoe-52","id_tag":"T",
        "kind":"AC","max_power_w":22000,"start_soc":50,"target_soc":55,"suspend_s":60,"transaction_data":true}])",
                             built_in_vehicles().value())
                  .value());
    fleet.start(epoch);
    QVERIFY(QTest::qWaitFor([&] { return fleet.open_sessions() == 0; }, 15000));
    QVERIFY2(central.violations().isEmpty(), qPrintable(central.violations().join(u"; "_s)));
    const QJsonArray samples =
        central.calls(u"MeterValues"_s).at(5).payload["meterValue"_L1][0]["sampledValue"_L1].toArray();
    QCOMPARE(samples.size(), 9);
    QCOMPARE(samples[0]["phase"_L1].toString(), u"L1-N"_s);
    QCOMPARE(samples[5]["phase"_L1].toString(), u"L3"_s);
    const ReceivedCall stop = central.calls(u"StopTransaction"_s).at(0);
    QCOMPARE(stop.payload["transactionData"_L1].toArray().size(), 2);
    bool has_suspended = false;
    for (const ReceivedCall &call : central.calls(u"StatusNotification"_s))
        has_suspended = has_suspended || call.payload["status"_L1].toString() == "SuspendedEV"_L1;
    QVERIFY(has_suspended);
}

QTEST_GUILESS_MAIN(SimChargePointTest)
#include "sim_charge_point_test.moc"

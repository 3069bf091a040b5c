// SPDX-License-Identifier: GPL-3.0-or-later
// A simulated charge point and its central system: refusals, lost answers, commands.
#include "tests/app/sim_stage.h"

using namespace aftercharge;
using namespace aftercharge::sim_test;

class SimCentralSystemTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void unknown_tag_is_refused();
    void deauthorised_start_is_stopped();
    void refused_message_is_tried_again();
    void cut_answer_is_asked_again();
    void remote_commands();
    void remote_start_and_reset();
    void unreachable_is_a_problem();
};

void SimCentralSystemTest::unknown_tag_is_refused()
{
    Stage stage({});
    stage.central.set_answer([](const ReceivedCall &call) -> std::optional<QJsonObject> {
        if (call.action != "Authorize"_L1)
            return std::nullopt;
        return QJsonObject{{u"idTagInfo"_s, QJsonObject{{u"status"_s, u"Invalid"_s}}}};
    });
    QVERIFY(stage.run());
    VERIFY_STRICT(stage);
    QVERIFY(stage.summary().error.has_value());
    QCOMPARE(stage.summary().error->code, ErrorCode::TagUnknown);
    QVERIFY(stage.central.calls(u"StartTransaction"_s).empty());
}

void SimCentralSystemTest::deauthorised_start_is_stopped()
{
    Stage stage({});
    stage.central.set_answer([](const ReceivedCall &call) -> std::optional<QJsonObject> {
        if (call.action != "StartTransaction"_L1)
            return std::nullopt;
        return QJsonObject{{u"transactionId"_s, 77}, {u"idTagInfo"_s, QJsonObject{{u"status"_s, u"Blocked"_s}}}};
    });
    QVERIFY(stage.run());
    VERIFY_STRICT(stage);
    QCOMPARE(stage.summary().reason, u"DeAuthorized"_s);
    QCOMPARE(stage.summary().error->code, ErrorCode::CommandRejected);
    QCOMPARE(stage.central.calls(u"StopTransaction"_s).at(0).payload["transactionId"_L1].toInt(), 77);
}

void SimCentralSystemTest::refused_message_is_tried_again()
{
    Stage stage({});
    stage.central.fail_next(u"MeterValues"_s, 2);
    QVERIFY(stage.run());
    VERIFY_STRICT(stage);
    const std::vector<ReceivedCall> values = stage.central.calls(u"MeterValues"_s);
    QCOMPARE(values[0].message_id, values[1].message_id);
    QCOMPARE(values[1].message_id, values[2].message_id);
    QVERIFY(values[3].message_id != values[2].message_id);
    QCOMPARE(stage.summary().reports, static_cast<int>(values.size()) - 2);

    Stage hopeless({});
    hopeless.central.fail_next(u"StopTransaction"_s, 3);
    QVERIFY(hopeless.run());
    QCOMPARE(hopeless.central.calls(u"StopTransaction"_s).size(), std::size_t{3});
    QCOMPARE(hopeless.summary().error->code, ErrorCode::CommandRejected);
}

void SimCentralSystemTest::cut_answer_is_asked_again()
{
    Stage stage({});
    stage.central.cut_at(u"StartTransaction"_s);
    QVERIFY(stage.run());
    VERIFY_STRICT(stage);
    const std::vector<ReceivedCall> starts = stage.central.calls(u"StartTransaction"_s);
    QCOMPARE(starts.size(), std::size_t{2});
    QCOMPARE(starts[0].message_id, starts[1].message_id);
    QCOMPARE(starts[0].payload, starts[1].payload);
    QCOMPARE(stage.summary().reason, u"Local"_s);
}

void SimCentralSystemTest::remote_commands()
{
    Stage stage({}, 11, 100);
    QSignalSpy started(&stage.fleet, &Fleet::sessionStarted);
    stage.fleet.start(epoch);
    QVERIFY(started.wait(5000));
    const auto ask = [&](const QString &action, const QJsonObject &payload) {
        const std::size_t before = stage.central.answers().size();
        if (!stage.central.call(u"CP 1"_s, action, payload) ||
            !QTest::qWaitFor([&] { return stage.central.answers().size() > before; }))
            return QJsonArray();
        return stage.central.answers().back();
    };
    const QJsonArray unknown = ask(u"MakeCoffee"_s, {});
    QCOMPARE(unknown.at(0).toInt(), 4);
    QCOMPARE(unknown.at(2).toString(), u"NotImplemented"_s);
    const auto change = [&](const QString &key, const QString &value) {
        return ask(u"ChangeConfiguration"_s, {{u"key"_s, key}, {u"value"_s, value}}).at(2)["status"_L1].toString();
    };
    QCOMPARE(change(u"MeterValueSampleInterval"_s, u"30"_s), u"Accepted"_s);
    QCOMPARE(change(u"MeterValueSampleInterval"_s, u"soon"_s), u"Rejected"_s);
    QCOMPARE(change(u"NumberOfConnectors"_s, u"9"_s), u"Rejected"_s);
    QCOMPARE(change(u"Colour"_s, u"red"_s), u"NotSupported"_s);
    const QJsonObject got = ask(u"GetConfiguration"_s,
                                {{u"key"_s, QJsonArray{u"MeterValueSampleInterval"_s, u"Colour"_s}}})
                                .at(2)
                                .toObject();
    QCOMPARE(got["configurationKey"_L1][0]["value"_L1].toString(), u"30"_s);
    QCOMPARE(got["unknownKey"_L1][0].toString(), u"Colour"_s);
    QCOMPARE(ask(u"ClearCache"_s, {}).at(2)["status"_L1].toString(), u"Accepted"_s);
    QCOMPARE(ask(u"TriggerMessage"_s, {{u"requestedMessage"_s, u"Heartbeat"_s}}).at(2)["status"_L1].toString(),
             u"Accepted"_s);
    QVERIFY(QTest::qWaitFor([&] { return !stage.central.calls(u"Heartbeat"_s).empty(); }));
    QCOMPARE(ask(u"RemoteStopTransaction"_s, {{u"transactionId"_s, 5}}).at(2)["status"_L1].toString(), u"Rejected"_s);
    const qint64 transaction = started.at(0).at(2).toLongLong();
    QCOMPARE(ask(u"RemoteStopTransaction"_s, {{u"transactionId"_s, transaction}}).at(2)["status"_L1].toString(),
             u"Accepted"_s);
    QVERIFY(QTest::qWaitFor([&] { return stage.fleet.open_sessions() == 0; }));
    QCOMPARE(stage.summary().reason, u"Remote"_s);
    stage.central.send_raw(u"CP 1"_s, u"[2,\"x\"]"_s);
    QVERIFY(QTest::qWaitFor([&] { return stage.central.answers().back().at(1).toString() == "x"_L1; }));
    QCOMPARE(stage.central.answers().back().at(2).toString(), u"FormationViolation"_s);
    VERIFY_STRICT(stage);
}

void SimCentralSystemTest::remote_start_and_reset()
{
    Stage stage({});
    QVERIFY(stage.run());
    SimulatedChargePoint *charge_point = stage.fleet.charge_point(u"CP 1"_s);
    QVERIFY(charge_point);
    QVERIFY(QTest::qWaitFor([&] { return stage.statuses().back() == "Available"_L1; }));
    QSignalSpy started(charge_point, &SimulatedChargePoint::sessionStarted);
    QVERIFY(
        stage.central.call(u"CP 1"_s, u"RemoteStartTransaction"_s, {{u"connectorId"_s, 1}, {u"idTag"_s, u"APP-7"_s}}));
    QVERIFY(started.wait(5000));
    const ReceivedCall start = stage.central.calls(u"StartTransaction"_s).back();
    QCOMPARE(start.payload["idTag"_L1].toString(), u"APP-7"_s);
    // The register goes on where the session before ended.
    QCOMPARE(start.payload["meterStart"_L1].toInteger(), stage.summary().meter_stop.value());
    QCOMPARE(charge_point->begin_session({}).error().code, ErrorCode::ConnectorBusy);
    QCOMPARE(charge_point->stop_session(9, u"Local"_s).error().code, ErrorCode::OrderNotRunning);
    QVERIFY(charge_point->inject(1, parse_fault("register-reset@0s").value()).has_value());
    QVERIFY(stage.central.call(u"CP 1"_s, u"Reset"_s, {{u"type"_s, u"Hard"_s}}));
    QVERIFY(QTest::qWaitFor([&] { return stage.central.calls(u"BootNotification"_s).size() == 2; }));
    QVERIFY(QTest::qWaitFor([&] { return stage.ended.count() == 2; }));
    const auto second = stage.ended.at(1).at(0).value<SessionSummary>();
    QCOMPARE(second.reason, u"HardReset"_s);
    QVERIFY(second.meter_stop < second.meter_start);
    VERIFY_STRICT(stage);
}

void SimCentralSystemTest::unreachable_is_a_problem()
{
    // Nobody listens there.
    ScaledClock clock(epoch, speed);
    Fleet fleet({QUrl(u"ws://127.0.0.1:1/ocpp/"_s), 1, Stage::client_options()}, clock);
    QSignalSpy problems(&fleet, &Fleet::problem);
    fleet.add(
        parse_scenario(R"([{"charge_point_id":"A","vehicle":"byd-atto-3","id_tag":"T"}])", built_in_vehicles().value())
            .value());
    fleet.start(epoch);
    QVERIFY(QTest::qWaitFor([&] { return problems.count() >= 3; }));
    QCOMPARE(problems.at(0).at(1).value<Error>().code, ErrorCode::NetworkUnreachable);
}

QTEST_GUILESS_MAIN(SimCentralSystemTest)
#include "sim_central_system_test.moc"

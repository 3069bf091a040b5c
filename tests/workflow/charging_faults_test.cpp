// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/support/engine_rig.h"

using namespace aftercharge;
using namespace std::chrono_literals;

// Stops that the hardware made, and the faults that explain them.
class ChargingFaultsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        rig_ = std::make_unique<EngineRig>();
        rig_->furnish();
    }
    void cleanup() { QCOMPARE(must(rig_->ledger().accounts().sum_of_all()).minor(), 0); }

    void every_reason_settles_and_tells_what_it_was_data()
    {
        QTest::addColumn<int>("reason");
        for (const auto &entry : text_table(StopReason{})) {
            if (entry.value != StopReason::None)
                QTest::newRow(std::string(entry.text).c_str()) << static_cast<int>(entry.value);
        }
    }
    void every_reason_settles_and_tells_what_it_was()
    {
        QFETCH(int, reason);
        const auto stop_reason = static_cast<StopReason>(reason);
        const ChargingOrder order = rig_->session(12'340, stop_reason);
        QCOMPARE(order.stop_reason, stop_reason);
        QCOMPARE(order.state, OrderState::Payed);
        QCOMPARE(order.fee.minor(), 1234);
        QCOMPARE(rig_->balance("M-1").available.minor(), 10'000 - 1234);
        QCOMPARE(rig_->balance("M-1").frozen.minor(), 0);
        QCOMPARE(rig_->notices(order.order_no).back().kind,
                 is_fault(stop_reason) ? NoticeKind::FaultStopReturned : NoticeKind::ChargingEnded);
        const auto log = must(rig_->ledger().orders().log(order.order_no));
        QCOMPARE(log[1].note.starts_with("0x01 FAULT"), is_fault(stop_reason));
        QCOMPARE(rig_->told.events.back().severity, is_fault(stop_reason) ? Severity::Fault : Severity::Info);
    }

    void a_fault_within_a_minute_before_explains_an_open_reason_data()
    {
        QTest::addColumn<int>("reason");
        QTest::addColumn<int>("seconds");
        QTest::addColumn<bool>("joined");
        QTest::newRow("Other, 3 s") << static_cast<int>(StopReason::Other) << 3 << true;
        QTest::newRow("Local, 59 s") << static_cast<int>(StopReason::Local) << 59 << true;
        QTest::newRow("Local, 60 s") << static_cast<int>(StopReason::Local) << 60 << false;
        QTest::newRow("Remote") << static_cast<int>(StopReason::Remote) << 3 << false;
        QTest::newRow("PowerLoss says more") << static_cast<int>(StopReason::PowerLoss) << 3 << false;
    }
    void a_fault_within_a_minute_before_explains_an_open_reason()
    {
        QFETCH(int, reason);
        QFETCH(int, seconds);
        QFETCH(bool, joined);
        const auto id = rig_->start("CP-1", 1, "CARD-1", 0).transaction_id;
        rig_->clock.advance(10min);
        QVERIFY(rig_->status("CP-1", 1, StopReason::HighTemperature, "E42"));
        QVERIFY(rig_->told.sessions.back().has(HealthSign::Fault));
        rig_->clock.advance(std::chrono::seconds{seconds});
        QVERIFY(rig_->stop("CP-1", id, 3'000, static_cast<StopReason>(reason)));
        const ChargingOrder order = rig_->order("CP-1", id);
        QCOMPARE(order.stop_reason, joined ? StopReason::HighTemperature : static_cast<StopReason>(reason));
        QCOMPARE(order.stop_detail, joined ? std::string("HighTemperature E42") : std::string());
    }

    void a_fault_of_another_connector_explains_nothing_and_one_of_the_whole_point_does()
    {
        const auto first = rig_->start("CP-1", 1, "CARD-1", 0).transaction_id;
        rig_->clock.advance(10min);
        rig_->status("CP-1", 2, StopReason::GroundFailure);
        rig_->stop("CP-1", first, 3'000);
        QCOMPARE(rig_->order("CP-1", first).stop_reason, StopReason::Local);
        const auto second = rig_->start("CP-1", 1, "CARD-1", 3'000).transaction_id;
        rig_->clock.advance(10min);
        rig_->status("CP-1", 0, StopReason::PowerMeterFailure);
        QVERIFY(rig_->told.sessions.back().has(HealthSign::Fault));
        rig_->stop("CP-1", second, 6'000);
        QCOMPARE(rig_->order("CP-1", second).stop_reason, StopReason::PowerMeterFailure);
    }

    void a_fault_that_comes_after_the_stop_amends_it_data()
    {
        QTest::addColumn<int>("reason");
        QTest::addColumn<int>("connector");
        QTest::addColumn<int>("seconds");
        QTest::addColumn<bool>("joined");
        QTest::newRow("Other, 2 s") << static_cast<int>(StopReason::Other) << 1 << 2 << true;
        QTest::newRow("Local, whole point") << static_cast<int>(StopReason::Local) << 0 << 2 << true;
        QTest::newRow("59 s") << static_cast<int>(StopReason::Local) << 1 << 59 << true;
        QTest::newRow("60 s") << static_cast<int>(StopReason::Local) << 1 << 60 << false;
        QTest::newRow("by its own clock, before") << static_cast<int>(StopReason::Local) << 1 << -30 << true;
        QTest::newRow("another connector") << static_cast<int>(StopReason::Local) << 2 << 2 << false;
        QTest::newRow("Remote") << static_cast<int>(StopReason::Remote) << 1 << 2 << false;
        QTest::newRow("EmergencyStop") << static_cast<int>(StopReason::EmergencyStop) << 1 << 2 << false;
    }
    void a_fault_that_comes_after_the_stop_amends_it()
    {
        QFETCH(int, reason);
        QFETCH(int, connector);
        QFETCH(int, seconds);
        QFETCH(bool, joined);
        const ChargingOrder before = rig_->session(12'340, static_cast<StopReason>(reason));
        const MemberBalance balance = rig_->balance("M-1");
        QVERIFY(rig_->status("CP-1", connector, StopReason::GroundFailure, "E7",
                             *before.stopped_at + std::chrono::seconds{seconds}));
        const ChargingOrder after = rig_->order(before.order_no);
        QCOMPARE(after.stop_reason, joined ? StopReason::GroundFailure : before.stop_reason);
        QCOMPARE(after.state, OrderState::Payed);
        QCOMPARE(after.fee, before.fee);
        QCOMPARE(rig_->balance("M-1"), balance);
        const auto log = must(rig_->ledger().orders().log(before.order_no));
        QCOMPARE(log.back().event == "FAULT_JOINED", joined);
        if (!joined)
            return;
        QCOMPARE(after.stop_detail, std::string("GroundFailure E7"));
        QVERIFY(log.back().note.starts_with("0x01 FAULT GroundFailure (GroundFailure E7)"));
        QCOMPARE(rig_->notices(before.order_no).back().kind, NoticeKind::FaultStopReturned);
        QCOMPARE(rig_->told.view(before.order_no)->stop_reason, StopReason::GroundFailure);
        const auto events = must(rig_->telemetry().events_of_order(before.order_no, 10));
        QVERIFY(std::any_of(events.begin(), events.end(), [](const DeviceEvent &event) {
            return event.kind == DeviceEventKind::Stop && event.severity == Severity::Fault;
        }));
    }

    void a_fault_said_twice_amends_once()
    {
        const ChargingOrder order = rig_->session(12'340);
        rig_->clock.advance(1s);
        rig_->status("CP-1", 1, StopReason::GroundFailure, "E7");
        rig_->status("CP-1", 1, StopReason::OverCurrent, "E8");
        QCOMPARE(rig_->order(order.order_no).stop_reason, StopReason::GroundFailure);
        QCOMPARE(rig_->told.count(NoticeKind::FaultStopReturned), 1);
    }

    void a_fault_of_the_next_session_does_not_explain_the_stop_before()
    {
        const ChargingOrder before = rig_->session(12'340);
        rig_->clock.advance(10s);
        const auto next = rig_->start("CP-1", 1, "CARD-1", 112'340).transaction_id;
        rig_->clock.advance(10s);
        rig_->status("CP-1", 1, StopReason::GroundFailure);
        QCOMPARE(rig_->order(before.order_no).stop_reason, StopReason::Local);
        rig_->clock.advance(1s);
        rig_->stop("CP-1", next, 112'350);
        QCOMPARE(rig_->order("CP-1", next).stop_reason, StopReason::GroundFailure);
    }

    void a_fault_is_joined_after_a_restart()
    {
        const ChargingOrder before = rig_->session(12'340);
        rig_->restart();
        rig_->clock.advance(5s);
        QVERIFY(rig_->status("CP-1", 1, StopReason::UnderVoltage));
        QCOMPARE(rig_->order(before.order_no).stop_reason, StopReason::UnderVoltage);
    }

    void an_order_that_owes_is_amended_without_a_word_of_a_return()
    {
        rig_->add_member("M-2", "CARD-2");
        rig_->top_up("M-2", "1.00");
        const auto id = rig_->start("CP-1", 1, "CARD-2", 0).transaction_id;
        rig_->clock.advance(10min);
        rig_->stop("CP-1", id, 3'000);
        rig_->status("CP-1", 1, StopReason::OverVoltage);
        const ChargingOrder order = rig_->order("CP-1", id);
        QCOMPARE(order.stop_reason, StopReason::OverVoltage);
        QCOMPARE(order.state, OrderState::Settle);
        QCOMPARE(rig_->notices(order.order_no).back().kind, NoticeKind::Owed);
    }

private:
    std::unique_ptr<EngineRig> rig_;
};

QTEST_GUILESS_MAIN(ChargingFaultsTest)
#include "charging_faults_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <random>

#include <QTest>

#include "models/workflow/confirm_settlement.h"
#include "models/workflow/decide_ticket.h"
#include "models/workflow/read_ticket.h"
#include "tests/support/engine_rig.h"

using namespace aftercharge;
using namespace std::chrono_literals;
using chargepoint::TagStatus;

// Reports as they really come: twice, late, in another order, wrong, after a cut, after a crash.
class ChargingReportsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        rig_ = std::make_unique<EngineRig>();
        rig_->furnish();
    }
    void cleanup() { QCOMPARE(must(rig_->ledger().accounts().sum_of_all()).minor(), 0); }

    void a_start_sent_twice_is_one_order()
    {
        const UtcTime at = rig_->clock.now();
        const auto first = rig_->start("CP-1", 1, "CARD-1", 0, at);
        rig_->clock.advance(30s);
        const auto again = rig_->start("CP-1", 1, "CARD-1", 0, at);
        QCOMPARE(again.transaction_id, first.transaction_id);
        QCOMPARE(again.status, TagStatus::Accepted);
        QCOMPARE(rig_->balance("M-1").frozen.minor(), 5000);
        QCOMPARE(must(rig_->ledger().orders().running()).size(), std::size_t{1});
        rig_->restart();
        QCOMPARE(rig_->start("CP-1", 1, "CARD-1", 0, at).transaction_id, first.transaction_id);
        QCOMPARE(rig_->engine().figures().sessions, 1);
    }

    void a_stop_sent_twice_settles_once()
    {
        const auto id = rig_->start("CP-1", 1, "CARD-1", 0).transaction_id;
        rig_->clock.advance(30min);
        QVERIFY(rig_->stop("CP-1", id, 12'000));
        const ChargingOrder order = rig_->order("CP-1", id);
        const MemberBalance balance = rig_->balance("M-1");
        QVERIFY(rig_->stop("CP-1", id, 12'000));
        QVERIFY(rig_->stop("CP-1", id, 13'000));
        QCOMPARE(rig_->order("CP-1", id), order);
        QCOMPARE(rig_->balance("M-1"), balance);
        QCOMPARE(must(rig_->ledger().orders().orphan_count()), 0);
    }

    void a_stop_of_an_unknown_order_is_answered_and_kept_with_its_raw_message()
    {
        for (const std::int64_t id : {std::int64_t{4711}, std::int64_t{-1}, std::int64_t{0}, INT64_MAX})
            QVERIFY(rig_->stop("CP-1", id, 12'000));
        const auto orphans = must(rig_->ledger().orders().orphans(10));
        QCOMPARE(orphans.size(), std::size_t{4});
        for (const OrphanReport &orphan : orphans)
            QVERIFY(orphan.raw.starts_with("[2,\""));
        QCOMPARE(rig_->telemetry().latest_events(10).value().front().kind, DeviceEventKind::Stop);
        QVERIFY(must(rig_->ledger().audit().verify([](auto, auto) { return true; })).intact);
    }

    void readings_in_any_order_and_twice_give_one_fee()
    {
        std::vector<Reading> readings;
        for (int i = 1; i <= 12; ++i)
            readings.push_back(rig_->reading(i * 250, 60'000, rig_->clock.now() + i * 15s));
        std::mt19937 shuffle(7);
        const UtcTime at = rig_->clock.now();
        for (int round = 0; round < 5; ++round) {
            const auto id =
                rig_->start("CP-1", 1 + round % 2, "CARD-1", 0, at + std::chrono::milliseconds{round}).transaction_id;
            for (const Reading &reading : readings) {
                QVERIFY(rig_->meter("CP-1", id, {reading}));
                if (round % 2 == 0)
                    QVERIFY(rig_->meter("CP-1", id, {reading}));
            }
            const OrderNo order_no = rig_->order("CP-1", id).order_no;
            QCOMPARE(rig_->told.view(order_no)->fee.minor(), 300);
            rig_->stop("CP-1", id, 3'000, StopReason::Local, at + 200s);
            QCOMPARE(rig_->order(order_no).fee.minor(), 300);
            QCOMPARE(rig_->order(order_no).settlement, Settlement::Final);
            std::shuffle(readings.begin(), readings.end(), shuffle);
        }
    }

    void a_late_reading_moves_the_running_fee_either_way()
    {
        rig_->add_tariff(R"({"country_code":"CN","party_id":"AFC","id":"T-PEAK","currency":"CNY","elements":[
            {"price_components":[{"type":"ENERGY","price":2.00,"step_size":1}],"restrictions":{"start_time":"10:00","end_time":"10:30"}},
            {"price_components":[{"type":"ENERGY","price":1.00,"step_size":1}]}],"last_updated":"2026-01-01T00:00:00Z"})");
        rig_->add_point("CP-2", 1, 0, "T-PEAK");
        const UtcTime at = rig_->clock.now();  // 10:00 in Shanghai
        const auto id = rig_->start("CP-2", 1, "CARD-1", 0).transaction_id;
        rig_->clock.advance(1h);
        rig_->meter("CP-2", id, {rig_->reading(10'000, 10'000)});
        const OrderNo order_no = rig_->order("CP-2", id).order_no;
        QCOMPARE(rig_->told.view(order_no)->fee.minor(), 1500);  // even: half at 2.00, half at 1.00
        rig_->meter("CP-2", id, {rig_->reading(2'000, 10'000, at + 30min)});
        QCOMPARE(rig_->told.view(order_no)->fee.minor(), 2 * 200 + 800);
        rig_->meter("CP-2", id, {rig_->reading(1'900, 10'000, at + 20min)});
        QCOMPARE(rig_->told.view(order_no)->fee.minor(), 1200);
        rig_->stop("CP-2", id, 10'000);
        QCOMPARE(rig_->order(order_no).fee.minor(), 1200);
    }

    void readings_after_the_stop_are_kept_and_flagged()
    {
        const ChargingOrder order = rig_->session(12'340);
        rig_->clock.advance(1min);
        QVERIFY(rig_->meter("CP-1", order.transaction_id, {rig_->reading(112'400)}));
        const auto curve = must(rig_->telemetry().curve(order.order_no));
        QVERIFY(curve.back().flags.has(ReadingFlag::AfterStop));
        QCOMPARE(rig_->order(order.order_no), order);
        QCOMPARE(must(rig_->telemetry().events_of_order(order.order_no, 1)).front().kind, DeviceEventKind::Suspect);
        QVERIFY(rig_->meter("CP-1", 4711, {rig_->reading(5)}));
        QVERIFY(must(rig_->telemetry().latest_events(1)).front().raw.starts_with("[2,"));
    }

    void a_register_that_goes_wrong_is_left_out_and_decides_nothing_data()
    {
        QTest::addColumn<qint64>("wrong");
        QTest::addColumn<int>("flag");
        QTest::newRow("backwards") << qint64{2'000} << static_cast<int>(ReadingFlag::RegisterBackwards);
        QTest::newRow("beyond the connector") << qint64{900'000} << static_cast<int>(ReadingFlag::BeyondConnector);
    }
    void a_register_that_goes_wrong_is_left_out_and_decides_nothing()
    {
        QFETCH(qint64, wrong);
        QFETCH(int, flag);
        const auto id = rig_->start("CP-1", 1, "CARD-1", 0).transaction_id;
        const OrderNo order_no = rig_->order("CP-1", id).order_no;
        rig_->clock.advance(10min);
        rig_->meter("CP-1", id, {rig_->reading(5'000)});
        rig_->clock.advance(15s);
        rig_->meter("CP-1", id, {rig_->reading(wrong)});
        QCOMPARE(rig_->told.view(order_no)->fee.minor(), 500);
        QVERIFY(rig_->told.view(order_no)->has(HealthSign::ReadingsExcluded));
        QVERIFY(must(rig_->telemetry().curve(order_no)).back().flags.has(static_cast<ReadingFlag>(flag)));
        // In between it decides nothing: the fee is final.
        rig_->clock.advance(15s);
        rig_->stop("CP-1", id, 5'200);
        QCOMPARE(rig_->order(order_no).fee.minor(), 520);
        QCOMPARE(rig_->order(order_no).state, OrderState::Payed);
        // As the last word it would: a person decides.
        rig_->clock.advance(1min);
        const auto second = rig_->start("CP-1", 1, "CARD-1", 5'200).transaction_id;
        rig_->clock.advance(10min);
        rig_->meter("CP-1", second, {rig_->reading(10'200)});
        rig_->stop("CP-1", second, wrong, StopReason::Local, rig_->clock.now() + 1s);
        const ChargingOrder order = rig_->order("CP-1", second);
        QCOMPARE(order.state, OrderState::Settle);
        QCOMPARE(order.settlement, Settlement::Provisional);
        QCOMPARE(order.fee.minor(), 500);
        QCOMPARE(rig_->balance("M-1").frozen.minor(), 0);
        const auto tickets = must(rig_->ledger().tickets().of_order(order.order_no));
        QCOMPARE(tickets.size(), std::size_t{1});
        QCOMPARE(tickets[0].kind, TicketKind::Exception);
        QCOMPARE(tickets[0].source, Source::System);
        QCOMPARE(rig_->notices(order.order_no).back().kind, NoticeKind::ChargingEnded);
        const auto deciding = must(rig_->ledger().orders().deciding_readings(order.order_no));
        QVERIFY(deciding.back().flags.has(static_cast<ReadingFlag>(flag)));
        // Somebody who may not, then somebody who may.
        rig_->add_operator("alice", Role::Agent);
        rig_->add_operator("olga", Role::Ops);
        const auto confirm = [&](const std::string &reason, const std::string &by) {
            return rig_->run(
                [&](Work &work) { return confirm_settlement(work, order.order_no, reason, an<OperatorName>(by)); });
        };
        QCOMPARE(confirm("seen", "olga").error().code, ErrorCode::OperatorNotPermitted);
        QCOMPARE(confirm("", "alice").error().code, ErrorCode::InputInvalid);
        QCOMPARE(must(confirm("seen", "alice")).state, OrderState::Payed);
        QCOMPARE(rig_->order(order.order_no).settlement, Settlement::Final);
        QCOMPARE(rig_->order(order.order_no).fee.minor(), 500);
        QCOMPARE(confirm("seen", "alice").error().code, ErrorCode::StateNotAllowed);
    }

    void a_broken_register_does_not_hold_the_money_where_the_power_is_not_known()
    {
        rig_->add_point("CP-2", 1, 0);
        const auto id = rig_->start("CP-2", 1, "CARD-1", 0).transaction_id;
        rig_->clock.advance(10min);
        rig_->meter("CP-2", id, {rig_->reading(1'000)});
        rig_->clock.advance(15s);
        QVERIFY(rig_->meter("CP-2", id, {rig_->reading(4'294'967'295)}));
        rig_->restart();
        rig_->clock.advance(15s);
        QVERIFY(rig_->stop("CP-2", id, 1'100));
        QCOMPARE(rig_->order("CP-2", id).fee.minor(), 110);
        QCOMPARE(rig_->order("CP-2", id).state, OrderState::Payed);
    }

    void a_session_that_cannot_be_priced_is_settled_for_nothing_and_a_person_decides()
    {
        // A clock that was fifteen years behind until it was set: longer than anything is priced.
        const UtcTime behind = rig_->clock.now() - std::chrono::years{15};
        const auto id = rig_->start("CP-1", 1, "CARD-1", 0, std::chrono::floor<Duration>(behind)).transaction_id;
        rig_->clock.advance(10min);
        QVERIFY(rig_->meter("CP-1", id, {rig_->reading(1'000)}));
        rig_->restart();
        QCOMPARE(rig_->engine().figures().sessions, 1);
        QVERIFY(rig_->stop("CP-1", id, 2'000));
        const ChargingOrder order = rig_->order("CP-1", id);
        QCOMPARE(order.state, OrderState::Settle);
        QCOMPARE(order.settlement, Settlement::Provisional);
        QCOMPARE(order.fee.minor(), 0);
        QCOMPARE(rig_->balance("M-1").available.minor(), 10'000);
        const auto tickets = must(rig_->ledger().tickets().of_order(order.order_no));
        QCOMPARE(tickets.size(), std::size_t{1});
        QCOMPARE(tickets[0].reason, std::string("NOT_PRICED"));
        const TicketDossier dossier = must(read_ticket(rig_->ledger(), rig_->telemetry(), tickets[0].ticket_no));
        QCOMPARE(dossier.order->readings.size(), std::size_t{2});
        QVERIFY(dossier.order->priced.lines.empty());
    }

    void a_lost_connection_does_not_settle_and_the_upload_is_priced_as_if_in_time()
    {
        const auto id = rig_->start("CP-1", 1, "CARD-1", 0).transaction_id;
        const OrderNo order_no = rig_->order("CP-1", id).order_no;
        rig_->clock.advance(1min);
        const UtcTime cut = rig_->clock.now();
        rig_->say("CP-1", chargepoint::Disconnected{"gone"});
        QCOMPARE(rig_->order(order_no).connection, Connection::Offline);
        QCOMPARE(rig_->order(order_no).offline_since, std::optional(cut));
        QVERIFY(rig_->told.view(order_no)->has(HealthSign::Offline));
        rig_->clock.advance(3h);
        rig_->engine().tick();
        QCOMPARE(rig_->order(order_no).state, OrderState::Charging);
        QCOMPARE(rig_->balance("M-1").frozen.minor(), 5000);
        rig_->say("CP-1", chargepoint::Connected{"ocpp1.6", "192.0.2.1"});
        QCOMPARE(rig_->order(order_no).connection, Connection::Online);
        QVERIFY(!rig_->order(order_no).offline_since);
        std::vector<Reading> queued;
        for (int i = 1; i <= 20; ++i) {
            queued.push_back(rig_->reading(i * 500, 30'000, cut + i * 1min));
            queued.back().flags.set(ReadingFlag::Replayed);
        }
        for (const Reading &reading : queued)
            QVERIFY(rig_->meter("CP-1", id, {reading}));
        rig_->stop("CP-1", id, 10'123, StopReason::EvDisconnected, cut + 21min);
        const ChargingOrder order = rig_->order(order_no);
        QCOMPARE(order.fee.minor(), 1012);
        QCOMPARE(*order.stopped_at, cut + 21min);
        QCOMPARE(order.settlement, Settlement::Final);
    }

    void a_restart_in_the_middle_goes_on()
    {
        const auto id = rig_->start("CP-1", 1, "CARD-1", 0).transaction_id;
        const OrderNo order_no = rig_->order("CP-1", id).order_no;
        for (int i = 1; i <= 5; ++i) {
            rig_->clock.advance(15s);
            rig_->meter("CP-1", id, {rig_->reading(i * 123)});
        }
        const SessionView before = *rig_->told.view(order_no);
        rig_->restart();
        const auto views = rig_->engine().sessions();
        QCOMPARE(views.size(), std::size_t{1});
        QCOMPARE(views[0].fee, before.fee);
        QCOMPARE(views[0].energy, before.energy);
        QCOMPARE(views[0].at, before.at);
        QCOMPARE(views[0].power, before.power);
        rig_->clock.advance(15s);
        rig_->meter("CP-1", id, {rig_->reading(5 * 123, 30'000, before.at)});  // sent again
        rig_->meter("CP-1", id, {rig_->reading(800)});
        rig_->clock.advance(15s);
        rig_->stop("CP-1", id, 1'000);
        QCOMPARE(rig_->order(order_no).fee.minor(), 100);
        QCOMPARE(rig_->order(order_no).state, OrderState::Payed);
    }

    void what_was_not_written_is_not_acknowledged()
    {
        const auto id = rig_->start("CP-1", 1, "CARD-1", 0).transaction_id;
        const OrderNo order_no = rig_->order("CP-1", id).order_no;
        rig_->clock.advance(1min);
        rig_->meter("CP-1", id, {rig_->reading(500)});
        rig_->faulty_telemetry->is_failing = true;
        rig_->clock.advance(1min);
        QVERIFY(!rig_->meter("CP-1", id, {rig_->reading(1'000)}));
        QVERIFY(!rig_->stop("CP-1", id, 1'000));
        QVERIFY(!rig_->stop("CP-1", 4711, 1'000));
        QCOMPARE(rig_->order(order_no).state, OrderState::Charging);
        QCOMPARE(rig_->engine().sessions().front().energy.value(), 500);
        rig_->faulty_telemetry->is_failing = false;
        QVERIFY(rig_->meter("CP-1", id, {rig_->reading(1'000)}));
        QVERIFY(rig_->stop("CP-1", id, 1'000));
        QCOMPARE(rig_->order(order_no).fee.minor(), 100);
        QCOMPARE(must(rig_->telemetry().curve(order_no)).size(), std::size_t{2});
    }

    void values_without_a_transaction_belong_to_the_newest_session_of_the_connector()
    {
        const auto lost = rig_->start("CP-1", 1, "CARD-1", 0).transaction_id;
        rig_->clock.advance(10min);
        const auto newest = rig_->start("CP-1", 1, "CARD-1", 2'000).transaction_id;
        rig_->clock.advance(1min);
        rig_->say("CP-1", chargepoint::MeterReport{1, std::nullopt, {rig_->reading(2'500)}});
        QCOMPARE(must(rig_->telemetry().curve(rig_->order("CP-1", newest).order_no)).size(), std::size_t{1});
        QVERIFY(must(rig_->telemetry().curve(rig_->order("CP-1", lost).order_no)).empty());
    }

    void silence_is_told()
    {
        const auto id = rig_->start("CP-1", 1, "CARD-1", 0).transaction_id;
        const OrderNo order_no = rig_->order("CP-1", id).order_no;
        rig_->meter("CP-1", id, {rig_->reading(0)});
        rig_->clock.advance(61s);
        rig_->engine().tick();
        QVERIFY(rig_->told.view(order_no)->has(HealthSign::Silent));
        rig_->meter("CP-1", id, {rig_->reading(500)});
        QVERIFY(!rig_->told.view(order_no)->has(HealthSign::Silent));
    }

    void a_phantom_opens_one_ticket()
    {
        const auto id = rig_->start("CP-1", 1, "CARD-1", 0).transaction_id;
        const OrderNo order_no = rig_->order("CP-1", id).order_no;
        for (int i = 1; i <= 60; ++i) {
            rig_->clock.advance(15s);
            rig_->meter("CP-1", id, {rig_->reading(0, 30'000)});
        }
        QVERIFY(rig_->told.view(order_no)->has(HealthSign::Phantom));
        const auto tickets = must(rig_->ledger().tickets().of_order(order_no));
        QCOMPARE(tickets.size(), std::size_t{1});
        QCOMPARE(tickets[0].kind, TicketKind::PhantomCharging);
        // Decided, and the program comes up again: the same finding is no second ticket.
        rig_->add_operator("alice", Role::Agent);
        const TicketStep step{tickets[0].ticket_no, tickets[0].version, an<OperatorName>("alice")};
        must(rig_->run([&](Work &work) { return reject_ticket(work, step, "the car balances its cells"); }));
        rig_->restart();
        rig_->clock.advance(15s);
        rig_->meter("CP-1", id, {rig_->reading(0, 30'000)});
        QVERIFY(rig_->told.view(order_no)->has(HealthSign::Phantom));
        QCOMPARE(must(rig_->ledger().tickets().of_order(order_no)).size(), std::size_t{1});
        rig_->stop("CP-1", id, 0);
        QCOMPARE(rig_->order(order_no).fee.minor(), 0);
    }

private:
    std::unique_ptr<EngineRig> rig_;
};

QTEST_GUILESS_MAIN(ChargingReportsTest)
#include "charging_reports_test.moc"

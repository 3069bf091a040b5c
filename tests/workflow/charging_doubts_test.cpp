// SPDX-License-Identifier: GPL-3.0-or-later
#include <QRegularExpression>
#include <QTest>

#include "models/workflow/start_charging.h"
#include "tests/support/engine_rig.h"

using namespace aftercharge;
using namespace std::chrono_literals;

// What charge points say that cannot be right, and what a failure leaves behind: nothing of it is
// billed silently, no money stays frozen.
class ChargingDoubtsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        rig_ = std::make_unique<EngineRig>();
        rig_->furnish();
    }
    void cleanup() { QCOMPARE(must(rig_->ledger().accounts().sum_of_all()).minor(), 0); }

    void a_start_again_with_another_register_keeps_the_first_and_says_so()
    {
        const UtcTime at = rig_->clock.now();
        const auto id = rig_->start("CP-1", 1, "CARD-1", 10'000, at).transaction_id;
        rig_->clock.advance(30s);
        QCOMPARE(rig_->start("CP-1", 1, "CARD-1", 4'000, at).transaction_id, id);
        QCOMPARE(suspects(), 1);
        QVERIFY(log_has(id, "START_SUSPECT"));
        rig_->clock.advance(1h);
        rig_->stop("CP-1", id, 12'000);
        QCOMPARE(rig_->order("CP-1", id).fee.minor(), 200);
        QCOMPARE(rig_->balance("M-1").frozen.minor(), 0);
    }

    void a_start_sent_twice_under_an_unset_clock_is_one_order()
    {
        const auto start = [&](std::int64_t meter_start) {
            const auto answer = rig_->say(
                "CP-1", chargepoint::StartRequest{1, "CARD-1", EnergyWh{meter_start}, rig_->clock.now(), true});
            return std::get<chargepoint::StartAnswer>(*answer).transaction_id;
        };
        const auto id = start(10'000);
        rig_->clock.advance(30s);
        QCOMPARE(start(10'000), id);
        QCOMPARE(rig_->balance("M-1").frozen.minor(), 5'000);
        // Something was charged since: another session, whose stop before is on its way.
        rig_->clock.advance(30min);
        QVERIFY(start(12'000) != id);
        QCOMPARE(rig_->balance("M-1").frozen.minor(), 10'000);
    }

    void a_clock_set_within_a_session_bills_no_years()
    {
        rig_->add_tariff(R"({"country_code":"CN","party_id":"AFC","id":"T-1","currency":"CNY","elements":[
            {"price_components":[{"type":"TIME","price":6.00,"step_size":1}]}],"last_updated":"2026-01-01T00:00:00Z"})");
        const UtcTime now = rig_->clock.now();
        const auto id = rig_->start("CP-1", 1, "CARD-1", 0, now - 24h * 1'500).transaction_id;
        const auto fine = rig_->start("CP-1", 2, "CARD-1", 0, now - 2h).transaction_id;
        rig_->clock.advance(1h);
        QVERIFY(rig_->stop("CP-1", id, 2'000));
        QVERIFY(rig_->stop("CP-1", fine, 2'000));
        const ChargingOrder order = rig_->order("CP-1", id);
        QCOMPARE(order.fee.minor(), 0);
        QCOMPARE(order.owed.minor(), 0);
        QCOMPARE(order.state, OrderState::Settle);
        QCOMPARE(order.settlement, Settlement::Provisional);
        QCOMPARE(must(rig_->ledger().tickets().of_order(order.order_no)).size(), std::size_t{1});
        QCOMPARE(rig_->order("CP-1", fine).fee.minor(), 1'800);
        QCOMPARE(rig_->balance("M-1").available.minor(), 8'200);
    }

    void a_start_on_a_connector_that_is_not_there_is_billed_and_says_so()
    {
        const auto fine = rig_->start("CP-1", 2, "CARD-1", 0).transaction_id;
        QCOMPARE(suspects(), 0);
        QVERIFY(!log_has(fine, "START_SUSPECT"));
        const auto id = rig_->start("CP-1", 3, "CARD-1", 0).transaction_id;
        QCOMPARE(suspects(), 1);
        QVERIFY(log_has(id, "START_SUSPECT"));
        rig_->clock.advance(1h);
        rig_->stop("CP-1", id, 2'000);
        QCOMPARE(rig_->order("CP-1", id).state, OrderState::Payed);
        QCOMPARE(rig_->order("CP-1", id).fee.minor(), 200);
    }

    // As when the program could not take up the session after the start was committed.
    void a_session_left_behind_is_taken_up_by_its_reports_and_settled()
    {
        const ChargePoint point = must(rig_->ledger().registry().charge_point(an<ChargePointId>("CP-1")));
        const auto left_behind = [&](int connector) {
            const chargepoint::StartRequest request{connector, "CARD-1", EnergyWh{0}, rig_->clock.now()};
            return must(rig_->run([&](Work &work) { return start_charging(work, point, request); })).order;
        };
        const ChargingOrder silent = left_behind(1);
        const ChargingOrder reporting = left_behind(2);
        QCOMPARE(rig_->engine().figures().sessions, 0);
        rig_->clock.advance(30min);
        QVERIFY(rig_->meter("CP-1", reporting.transaction_id, {rig_->reading(1'000, 2'000)}));
        QCOMPARE(rig_->engine().figures().sessions, 1);
        QCOMPARE(rig_->told.view(reporting.order_no)->fee.minor(), 100);
        rig_->clock.advance(30min);
        QVERIFY(rig_->stop("CP-1", silent.transaction_id, 3'000));
        QVERIFY(rig_->stop("CP-1", reporting.transaction_id, 2'000));
        QCOMPARE(rig_->order(silent.order_no).fee.minor(), 300);
        QCOMPARE(rig_->order(reporting.order_no).fee.minor(), 200);
        QCOMPARE(rig_->balance("M-1").frozen.minor(), 0);
        QCOMPARE(rig_->balance("M-1").available.minor(), 9'500);
    }

    void connections_lost_and_found_in_one_batch()
    {
        rig_->add_point("CP-2", 1, 60'000);
        rig_->top_up("M-1", "100.00");
        const auto first = rig_->start("CP-1", 1, "CARD-1", 0).transaction_id;
        const auto second = rig_->start("CP-1", 2, "CARD-1", 0).transaction_id;
        const auto third = rig_->start("CP-2", 1, "CARD-1", 0).transaction_id;
        std::vector<chargepoint::Inbound> batch;
        batch.push_back(rig_->inbound("CP-1", chargepoint::Disconnected{"gone"}));
        batch.push_back(rig_->inbound("CP-2", chargepoint::Disconnected{"gone"}));
        rig_->engine().process(std::move(batch));
        for (const auto &[point, id] : {std::pair{"CP-1", first}, {"CP-1", second}, {"CP-2", third}}) {
            QCOMPARE(rig_->order(point, id).connection, Connection::Offline);
            QCOMPARE(rig_->order(point, id).offline_since, rig_->clock.now());
            QVERIFY(log_has(id, "OFFLINE", point));
        }
        // The stop comes between the two: it is settled, and only the other one is online again.
        rig_->clock.advance(1h);
        chargepoint::StopRequest stop;
        stop.transaction_id = first;
        stop.meter_stop = EnergyWh{1'000};
        stop.at = rig_->clock.now();
        batch.push_back(rig_->inbound("CP-1", chargepoint::Connected{"ocpp1.6", "192.0.2.1"}));
        batch.push_back(rig_->inbound("CP-1", std::move(stop)));
        batch.push_back(rig_->inbound("CP-1", chargepoint::Disconnected{"gone"}));
        rig_->engine().process(std::move(batch));
        QCOMPARE(rig_->order("CP-1", first).state, OrderState::Payed);
        QCOMPARE(rig_->order("CP-1", first).connection, Connection::Online);
        QCOMPARE(rig_->order("CP-1", second).connection, Connection::Offline);
        QCOMPARE(rig_->told.view(rig_->order("CP-1", second).order_no)->has(HealthSign::Offline), true);
    }

    void a_session_without_end_is_priced_whole_and_held_in_part()
    {
        constexpr int all = 200'050;
        rig_->top_up("M-1", "5000.00");
        const auto id = rig_->start("CP-1", 1, "CARD-1", 0).transaction_id;
        const UtcTime start = rig_->clock.now();
        std::vector<Reading> readings;
        for (int i = 1; i <= all; ++i) {
            readings.push_back(rig_->reading(i * 8, 28'800, start + 1s * i));
            if (i % 50'000 != 0 && i != all)
                continue;
            rig_->clock.set(start + 1s * i);
            QVERIFY(rig_->meter("CP-1", id, std::exchange(readings, {})));
        }
        const OrderNo order_no = rig_->order("CP-1", id).order_no;
        QCOMPARE(rig_->told.view(order_no)->fee.minor(), all * 8 / 10);
        QVERIFY(rig_->stop("CP-1", id, all * 8));
        QCOMPARE(rig_->order(order_no).fee.minor(), all * 8 / 10);
        QCOMPARE(must(rig_->ledger().orders().deciding_readings(order_no)).size(), std::size_t{all} + 1);
    }

    void an_order_whose_tariff_cannot_be_read_keeps_no_other_from_being_taken_up()
    {
        const auto lost = rig_->start("CP-1", 1, "CARD-1", 0).transaction_id;
        const auto other = rig_->start("CP-1", 2, "CARD-1", 0).transaction_id;
        const OrderNo order_no = rig_->order("CP-1", lost).order_no;
        const std::int64_t version = rig_->order(order_no).tariff_version;
        set_tariff_version(order_no, 99);
        const QRegularExpression line(
            QStringLiteral("%1 is not taken up: tariff.not_found").arg(QString::fromStdString(order_no.text())));
        for (int i = 0; i < 2; ++i) {
            QTest::ignoreMessage(QtWarningMsg, line);
            rig_->restart();
            const auto sessions = rig_->engine().sessions();
            QCOMPARE(sessions.size(), std::size_t{1});
            QCOMPARE(sessions.front().order_no, rig_->order("CP-1", other).order_no);
        }
        // Said once, however often the program starts.
        const auto tickets = must(rig_->ledger().tickets().of_order(order_no));
        QCOMPARE(tickets.size(), std::size_t{1});
        QCOMPARE(tickets.front().kind, TicketKind::Exception);
        QCOMPARE(tickets.front().reason, std::string("NOT_TAKEN_UP"));
        QCOMPARE(must(rig_->ledger().tickets().entries(tickets.front().ticket_no)).size(), std::size_t{1});
        // Its charge point is asked to say it again, the other one's stop is settled.
        rig_->clock.advance(30min);
        QVERIFY(!rig_->stop("CP-1", lost, 3'000));
        QVERIFY(rig_->stop("CP-1", other, 2'000));
        QCOMPARE(rig_->order(order_no).state, OrderState::Charging);
        QCOMPARE(rig_->order("CP-1", other).fee.minor(), 200);
        set_tariff_version(order_no, version);
        rig_->restart();
        QVERIFY(rig_->stop("CP-1", lost, 3'000));
        QCOMPARE(rig_->order(order_no).fee.minor(), 300);
    }

private:
    void set_tariff_version(const OrderNo &order_no, std::int64_t version)
    {
        auto unit = must(rig_->store().begin());
        ChargingOrder order = must(unit->orders().find(order_no));
        order.tariff_version = version;
        must(unit->orders().update(order));
        must(unit->commit());
    }
    int suspects() const
    {
        return static_cast<int>(
            std::count_if(rig_->told.events.begin(), rig_->told.events.end(),
                          [](const DeviceEvent &event) { return event.kind == DeviceEventKind::Suspect; }));
    }
    bool log_has(std::int64_t transaction_id, const std::string &event, const std::string &point = "CP-1")
    {
        const auto log = must(rig_->ledger().orders().log(rig_->order(point, transaction_id).order_no));
        return std::any_of(log.begin(), log.end(), [&](const OrderLogEntry &entry) { return entry.event == event; });
    }

    std::unique_ptr<EngineRig> rig_;
};

QTEST_GUILESS_MAIN(ChargingDoubtsTest)
#include "charging_doubts_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/workflow/explain_order.h"
#include "models/workflow/list_orders.h"
#include "models/workflow/registry_changes.h"
#include "models/workflow/top_up_member.h"
#include "tests/support/engine_rig.h"

using namespace aftercharge;
using namespace std::chrono_literals;
using chargepoint::TagStatus;

// From the start to the money: what is frozen, what runs, what is taken, returned and owed.
class ChargingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { rig_ = std::make_unique<EngineRig>(); }
    void cleanup()
    {
        QCOMPARE(must(rig_->ledger().accounts().sum_of_all()).minor(), 0);
        QVERIFY(must(rig_->ledger().audit().verify([](auto, auto) { return true; })).intact);
        rig_.reset();
    }

    void a_start_freezes_the_smaller_of_prepay_and_available_data()
    {
        QTest::addColumn<QString>("prepay");
        QTest::addColumn<QString>("money");
        QTest::addColumn<int>("frozen");
        QTest::newRow("default of 50") << QString() << QStringLiteral("100.00") << 5000;
        QTest::newRow("his own") << QStringLiteral("30.00") << QStringLiteral("100.00") << 3000;
        QTest::newRow("less is there") << QString() << QStringLiteral("12.34") << 1234;
        QTest::newRow("exactly") << QStringLiteral("12.34") << QStringLiteral("12.34") << 1234;
        QTest::newRow("one fen") << QString() << QStringLiteral("0.01") << 1;
    }
    void a_start_freezes_the_smaller_of_prepay_and_available()
    {
        QFETCH(QString, prepay);
        QFETCH(QString, money);
        QFETCH(int, frozen);
        rig_->furnish("0.00");
        rig_->add_member("M-2", "CARD-2", prepay.toStdString());
        rig_->top_up("M-2", money.toStdString());
        const auto started = rig_->start("CP-1", 1, "CARD-2", 1000);
        QCOMPARE(started.status, TagStatus::Accepted);
        QVERIFY(started.transaction_id > 0 && started.transaction_id <= 0x7fffffff);
        const ChargingOrder order = rig_->order("CP-1", started.transaction_id);
        QCOMPARE(order.state, OrderState::Charging);
        QCOMPARE(order.prepaid.minor(), frozen);
        QCOMPARE(order.tariff_version, 1);
        const MemberBalance balance = rig_->balance("M-2");
        QCOMPARE(balance.frozen.minor(), frozen);
        QCOMPARE(balance.available.minor(), EngineRig::yuan(money.toStdString()).minor() - frozen);
        QCOMPARE(rig_->notices(order.order_no).front().kind, NoticeKind::ChargingStarted);
    }

    void nothing_available_and_unknown_cards_are_refused()
    {
        rig_->furnish("0.00");
        QCOMPARE(rig_->start("CP-1", 1, "CARD-1", 0).status, TagStatus::Blocked);
        QCOMPARE(rig_->start("CP-1", 1, "NOBODY", 0).status, TagStatus::Invalid);
        QCOMPARE(rig_->start("CP-1", 1, "", 0).status, TagStatus::Invalid);
        QVERIFY(rig_->start("CP-1", 1, "NOBODY", 0).transaction_id >= 0);
        QVERIFY(must(rig_->ledger().orders().running()).empty());
        const auto blocked = rig_->say("CP-1", chargepoint::AuthorizeRequest{"CARD-1"});
        QCOMPARE(std::get<chargepoint::AuthorizeAnswer>(*blocked).status, TagStatus::Blocked);
        rig_->top_up("M-1", "0.01");
        const auto accepted = rig_->say("CP-1", chargepoint::AuthorizeRequest{"CARD-1"});
        QCOMPARE(std::get<chargepoint::AuthorizeAnswer>(*accepted).status, TagStatus::Accepted);
        QCOMPARE(rig_->told.count(NoticeKind::ChargingStarted), 0);
    }

    void the_running_fee_follows_the_readings_and_equals_the_final_one()
    {
        rig_->furnish();
        const auto id = rig_->start("CP-1", 1, "CARD-1", 100'000).transaction_id;
        const OrderNo order_no = rig_->order("CP-1", id).order_no;
        std::int64_t wh = 100'000;
        for (int i = 1; i <= 40; ++i) {
            rig_->clock.advance(15s);
            wh += 123;
            QVERIFY(rig_->meter("CP-1", id, {rig_->reading(wh)}));
            const SessionView view = *rig_->told.view(order_no);
            // ¥1.00 a kWh: a fen is 10 Wh, half to even.
            const std::int64_t taken = wh - 100'000;
            QCOMPARE(view.fee.minor(), static_cast<std::int64_t>(divide_half_even(taken, 10)));
            QCOMPARE(view.energy.value(), taken);
            QCOMPARE(view.power->value(), 30'000);
        }
        const Money running = rig_->told.view(order_no)->fee;
        QCOMPARE(must(rig_->telemetry().progress(order_no))->fee, running);
        // Lists show a running order with its fee so far, though the ledger has none yet.
        const auto listed = must(list_orders(rig_->ledger(), rig_->telemetry(), {})).rows;
        QCOMPARE(listed.size(), std::size_t{1});
        QCOMPARE(listed.front().fee, running);
        QCOMPARE(listed.front().energy.value(), wh - 100'000);
        QVERIFY(rig_->order(order_no).fee.is_zero());
        QVERIFY(rig_->stop("CP-1", id, wh));
        const ChargingOrder order = rig_->order(order_no);
        QCOMPARE(order.fee, running);
        QCOMPARE(order.state, OrderState::Payed);
        QCOMPARE(order.settlement, Settlement::Final);
        const OrderExplanation explained = must(explain_order(rig_->ledger(), rig_->telemetry(), order_no));
        QCOMPARE(explained.priced.total, order.fee);
        QCOMPARE(explained.paid, order.fee);
        QCOMPARE(explained.refundable, order.fee);
    }

    void what_is_not_used_returns()
    {
        rig_->furnish("60.00");
        const ChargingOrder order = rig_->session(12'340);
        QCOMPARE(order.fee.minor(), 1234);
        QCOMPARE(order.returned.minor(), 5000 - 1234);
        QCOMPARE(order.owed.minor(), 0);
        QCOMPARE(rig_->balance("M-1").available.minor(), 6000 - 1234);
        QCOMPARE(rig_->balance("M-1").frozen.minor(), 0);
        QCOMPARE(must(rig_->ledger().accounts().balance(AccountId::platform(AccountKind::Revenue))).minor(), 1234);
        QCOMPARE(rig_->notices(order.order_no).back().kind, NoticeKind::ChargingEnded);
        QCOMPARE(rig_->notices(order.order_no).back().values.at("returned"), std::string("37.66"));
        const auto log = must(rig_->ledger().orders().log(order.order_no));
        QCOMPARE(log.size(), std::size_t{3});
        QCOMPARE(log[1].event, std::string("CHARGING_STOPPED"));
        QCOMPARE(log[2].to, OrderState::Payed);
        QCOMPARE(rig_->told.view(order.order_no)->state, OrderState::Payed);
    }

    void a_fee_above_the_prepayment_is_taken_from_available()
    {
        rig_->furnish("0.00");
        rig_->add_member("M-2", "CARD-2", "5.00");
        rig_->top_up("M-2", "20.00");
        const auto id = rig_->start("CP-1", 1, "CARD-2", 0).transaction_id;
        rig_->clock.advance(30min);
        rig_->stop("CP-1", id, 12'000);
        const ChargingOrder order = rig_->order("CP-1", id);
        QCOMPARE(order.fee.minor(), 1200);
        QCOMPARE(order.returned.minor(), 0);
        QCOMPARE(order.state, OrderState::Payed);
        QCOMPARE(rig_->balance("M-2").available.minor(), 800);
        QCOMPARE(rig_->balance("M-2").frozen.minor(), 0);
    }

    void what_is_missing_is_owed_until_top_ups_pay_it()
    {
        rig_->furnish("5.00");
        const auto id = rig_->start("CP-1", 1, "CARD-1", 0).transaction_id;
        rig_->clock.advance(30min);
        rig_->stop("CP-1", id, 12'000);
        const OrderNo order_no = rig_->order("CP-1", id).order_no;
        QCOMPARE(rig_->order(order_no).state, OrderState::Settle);
        QCOMPARE(rig_->order(order_no).owed.minor(), 700);
        QCOMPARE(rig_->balance("M-1").owed.minor(), 700);
        QCOMPARE(rig_->notices(order_no).back().kind, NoticeKind::Owed);
        QCOMPARE(rig_->start("CP-1", 2, "CARD-1", 0).status, TagStatus::Blocked);

        rig_->top_up("M-1", "3.00");
        QCOMPARE(rig_->order(order_no).state, OrderState::Settle);
        QCOMPARE(rig_->order(order_no).owed.minor(), 400);
        QCOMPARE(rig_->balance("M-1").available.minor(), 0);
        const MemberBalance after = rig_->top_up("M-1", "10.00");
        QCOMPARE(after.available.minor(), 600);
        QCOMPARE(after.owed.minor(), 0);
        QCOMPARE(rig_->order(order_no).state, OrderState::Payed);
        QCOMPARE(rig_->notices(order_no).back().kind, NoticeKind::DebtPaid);
    }

    void the_oldest_debt_is_paid_first()
    {
        rig_->furnish("10.00");
        std::vector<OrderNo> orders;
        const auto first = rig_->start("CP-1", 1, "CARD-1", 0).transaction_id;
        rig_->clock.advance(30min);
        rig_->stop("CP-1", first, 15'000);
        rig_->add_member("M-2", "CARD-2");
        orders.push_back(rig_->order("CP-1", first).order_no);
        rig_->top_up("M-1", "6.00");
        const auto second = rig_->start("CP-1", 1, "CARD-1", 15'000).transaction_id;
        rig_->clock.advance(30min);
        rig_->stop("CP-1", second, 19'000);
        QCOMPARE(rig_->order(orders[0]).state, OrderState::Payed);
        QCOMPARE(rig_->order("CP-1", second).owed.minor(), 300);
        QCOMPARE(rig_->top_up("M-1", "3.00").owed.minor(), 0);
        QCOMPARE(rig_->order("CP-1", second).state, OrderState::Payed);
    }

    void a_top_up_sent_twice_is_one_and_another_amount_is_refused()
    {
        rig_->furnish("0.00");
        TopUp top_up{
            an<MemberId>("M-1"), EngineRig::yuan("5.00"), *Uuid::from_text("019aaf00-0000-7000-8000-000000000001"), {}};
        for (int i = 0; i < 2; ++i)
            QCOMPARE(must(rig_->run([&](Work &work) { return top_up_member(work, top_up); })).available.minor(), 500);
        top_up.amount = EngineRig::yuan("6.00");
        QCOMPARE(rig_->run([&](Work &work) { return top_up_member(work, top_up); }).error().code,
                 ErrorCode::LedgerTransferDiffers);
        top_up.amount = EngineRig::yuan("-1.00");
        QCOMPARE(rig_->run([&](Work &work) { return top_up_member(work, top_up); }).error().code,
                 ErrorCode::MoneyNotPositive);
        QCOMPARE(rig_->balance("M-1").available.minor(), 500);
    }

    void charging_is_free_without_a_tariff()
    {
        rig_->furnish("1.00");
        rig_->add_point("CP-FREE", 1, 0, {});
        const auto id = rig_->start("CP-FREE", 1, "CARD-1", 0).transaction_id;
        rig_->clock.advance(30min);
        rig_->stop("CP-FREE", id, 12'000);
        QCOMPARE(rig_->order("CP-FREE", id).fee.minor(), 0);
        QCOMPARE(rig_->order("CP-FREE", id).state, OrderState::Payed);
        QCOMPARE(rig_->order("CP-FREE", id).energy.value(), 12'000);
        QCOMPARE(rig_->balance("M-1").available.minor(), 100);
    }

    void a_session_is_asked_to_stop_before_its_money_is_used_up()
    {
        rig_->furnish("10.00");
        const auto id = rig_->start("CP-1", 1, "CARD-1", 0).transaction_id;
        const OrderNo order_no = rig_->order("CP-1", id).order_no;
        std::int64_t wh = 0;
        // 60 kW: 250 Wh, ¥0.25 in 15 s; asked when two more intervals would reach ¥10.00.
        while (rig_->gateway.sent.empty() && wh < 20'000) {
            rig_->clock.advance(15s);
            wh += 250;
            rig_->meter("CP-1", id, {rig_->reading(wh, 60'000)});
        }
        QCOMPARE(rig_->gateway.sent.size(), std::size_t{1});
        QCOMPARE(wh, 9'500);
        QCOMPARE(std::get<chargepoint::RemoteStop>(rig_->gateway.sent[0].command).transaction_id, id);
        QVERIFY(rig_->order(order_no).stop_requested_at.has_value());
        QCOMPARE(rig_->told.count(NoticeKind::StopRequested), 1);
        rig_->gateway.sent[0].done({});
        rig_->clock.advance(5s);
        rig_->stop("CP-1", id, wh + 80, StopReason::Remote);
        QCOMPARE(rig_->order(order_no).stop_reason, StopReason::BalanceUsedUp);
        QCOMPARE(rig_->order(order_no).owed.minor(), 0);
    }

    void a_stop_that_is_refused_is_asked_for_again_each_minute()
    {
        rig_->furnish("10.00");
        rig_->gateway.reply = [](const auto &) { return Result<void>(fail(ErrorCode::CommandRejected, "Rejected")); };
        const auto id = rig_->start("CP-1", 1, "CARD-1", 0).transaction_id;
        rig_->clock.advance(10min);
        for (int i = 0; i < 9; ++i) {
            rig_->meter("CP-1", id, {rig_->reading(9'500 + i, 60'000)});
            rig_->clock.advance(15s);
        }
        QCOMPARE(rig_->gateway.sent.size(), std::size_t{3});  // after 0, 60 and 120 s
        QCOMPARE(rig_->told.count(NoticeKind::StopRequested), 1);
    }

    void money_that_another_session_took_is_not_counted_on()
    {
        rig_->furnish("100.00");
        const auto first = rig_->start("CP-1", 1, "CARD-1", 0).transaction_id;
        rig_->clock.advance(1min);
        const auto second = rig_->start("CP-1", 2, "CARD-1", 0).transaction_id;
        QCOMPARE(rig_->balance("M-1").available.minor(), 0);
        QVERIFY(second != first);
        rig_->clock.advance(1h);
        rig_->meter("CP-1", first, {rig_->reading(49'900, 60'000)});
        QCOMPARE(rig_->gateway.sent.size(), std::size_t{1});
        QCOMPARE(std::get<chargepoint::RemoteStop>(rig_->gateway.sent[0].command).transaction_id, first);
    }

    void a_top_up_in_time_keeps_the_session_running()
    {
        rig_->furnish("10.00");
        const auto id = rig_->start("CP-1", 1, "CARD-1", 0).transaction_id;
        rig_->top_up("M-1", "10.00");
        rig_->clock.advance(10min);
        rig_->meter("CP-1", id, {rig_->reading(9'900, 60'000)});
        QVERIFY(rig_->gateway.sent.empty());
    }

private:
    std::unique_ptr<EngineRig> rig_;
};

QTEST_GUILESS_MAIN(ChargingTest)
#include "charging_test.moc"

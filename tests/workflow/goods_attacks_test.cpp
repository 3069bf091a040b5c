// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include "models/workflow/run_effects.h"
#include "tests/workflow/refund_bench.h"

using namespace aftercharge;
using namespace std::chrono_literals;
using payment::Standing;
using Way = FakePaymentGateway::Way;

// Ways in which one decision could pay twice, or be forgotten.
class GoodsAttacksTest : public RefundBench {
    Q_OBJECT

    // 10.00 of a unit worth 27.00, so that its share has room for it twice, at a gateway where it fails.
    RefundNo part_that_failed()
    {
        stage_->pay->outcome = Standing::Fail;
        GoodsRefundDraft draft = stage_->of_lines("carol", {GoodsStage::line("L2", 1)}, "10.00");
        draft.ticket_no = stage_->ticket_no();
        const RefundNo number = must(stage_->request(draft)).refund_no;
        if (!stage_->work() || status(number) != RefundStatus::Fail)
            give_up({ErrorCode::Internal, "it did not fail"});
        stage_->pay->outcome = Standing::Success;
        return number;
    }
    // What the gateway said was none turns out to be one, and tells so.
    void turns_out_paid(const RefundNo &number)
    {
        stage_->pay->row(number).standing = Standing::Success;
        QVERIFY(stage_->webhook(number, "evt_late_" + number.text()));
    }
    std::vector<DiscrepancyKind> open_kinds()
    {
        std::vector<DiscrepancyKind> kinds;
        for (const Discrepancy &row : stage_->open_discrepancies())
            kinds.push_back(row.kind);
        return kinds;
    }
    Reconciliation start_day()
    {
        return must(stage_->rig.run(
            [&](Work &work) { return start_reconciliation(work, "2026-11-23", an<OperatorName>("bob")); }));
    }

private Q_SLOTS:
    void init()
    {
        stage_ = std::make_unique<GatewayStage>();
        ticket_used_ = false;
    }
    void cleanup()
    {
        check();
        QVERIFY(must(stage_->rig.ledger().audit().verify([](auto, auto) { return true; })).intact);
    }

    void a_part_that_was_paid_again_and_is_paid_after_all()
    {
        const RefundNo failed = part_that_failed();
        const RefundNo again = must(stage_->retry(failed, "carol")).refund_no;
        QVERIFY(stage_->work());
        QCOMPARE(status(again), RefundStatus::Success);
        turns_out_paid(failed);
        QVERIFY(stage_->work());
        // There is room in the unit's share, but the decision was about 10.00 once.
        QCOMPARE(status(failed), RefundStatus::Fail);
        QCOMPARE(stage_->order().refunded, EngineRig::yuan("10.00"));
        QCOMPARE(open_kinds(), std::vector{DiscrepancyKind::ExceedsPaid});
        QVERIFY(stage_->last_entry().find(again.text()) != std::string::npos);
    }

    void what_waits_in_place_of_one_that_is_paid_after_all_is_not_sent()
    {
        const RefundNo failed = part_that_failed();
        const RefundNo again = must(stage_->retry(failed, "nick")).refund_no;
        turns_out_paid(failed);
        QVERIFY(stage_->work());
        QCOMPARE(open_kinds(), std::vector{DiscrepancyKind::ExceedsPaid});
        must(stage_->approve(again, "10.00", "carol"));
        QVERIFY(stage_->work());
        QCOMPARE(status(again), RefundStatus::Closed);
        QCOMPARE(stage_->pay->sent.size(), std::size_t{1});
        QVERIFY(stage_->last_entry().find(failed.text()) != std::string::npos);
        // Now nothing stands in its place, and what the gateway says of it counts.
        start_day();
        QVERIFY(stage_->work());
        QCOMPARE(status(failed), RefundStatus::Success);
        QCOMPARE(stage_->order().refunded, EngineRig::yuan("10.00"));
    }

    void a_new_number_waits_for_what_is_being_asked_of_the_old()
    {
        const RefundNo failed = part_that_failed();
        turns_out_paid(failed);
        // Before the question that it sets off is answered.
        const RefundNo again = must(stage_->retry(failed, "carol")).refund_no;
        QVERIFY(stage_->work());
        QVERIFY(stage_->work_after(1min));
        QCOMPARE(stage_->pay->sent.size(), std::size_t{1});
        QCOMPARE(status(again), RefundStatus::Closed);
    }

    void an_answer_that_is_older_than_the_state_is_asked_for_again()
    {
        stage_->pay->outcome = Standing::Fail;
        stage_->pay->repairable = true;
        const RefundNo number = ask();
        QVERIFY(stage_->work());
        // The day's questions go out; the answers take a while.
        start_day();
        const auto tasks = stage_->lease();
        QCOMPARE(tasks.size(), std::size_t{1});
        const GatewayAnswer old = perform(stage_->gateways, tasks.front());
        // Meanwhile the refund is repaired under the same number, and succeeds.
        stage_->pay->outcome = Standing::Success;
        stage_->pay->repairable = false;
        must(stage_->retry(number, "carol"));
        QVERIFY(stage_->work());
        QCOMPARE(status(number), RefundStatus::Success);
        must(stage_->hear(tasks.front(), old));
        QCOMPARE(status(number), RefundStatus::Success);
        QCOMPARE(stage_->order().refunded, EngineRig::yuan("27.00"));
        const auto row = must(stage_->rig.ledger().gateways().reconciled(
                                  must(stage_->rig.ledger().gateways().reconciliations(1)).front().id))
                             .front();
        QVERIFY(!row.agrees);
        QVERIFY(stage_->open_discrepancies().empty());
    }

    void a_question_that_was_overtaken_is_asked_again()
    {
        stage_->pay->outcome = Standing::Pending;
        const RefundNo number = ask();
        QVERIFY(stage_->work());
        stage_->rig.clock.advance(1min);
        const auto tasks = stage_->lease();
        QCOMPARE(tasks.size(), std::size_t{1});
        const GatewayAnswer old = perform(stage_->gateways, tasks.front());
        stage_->pay->row(number).standing = Standing::Fail;
        QVERIFY(stage_->webhook(number, "evt_1"));
        QCOMPARE(status(number), RefundStatus::Fail);
        // "PENDING" would promise the money again.
        must(stage_->hear(tasks.front(), old));
        QCOMPARE(status(number), RefundStatus::Fail);
        const std::size_t asked = stage_->pay->asked.size();
        QVERIFY(stage_->work_after(10s));
        QCOMPARE(stage_->pay->asked.size(), asked + 1);
        QCOMPARE(status(number), RefundStatus::Fail);
    }

    void one_in_doubt_that_cannot_be_sent_again_goes_to_a_person()
    {
        take_wechat_order();
        auto wechat = std::make_unique<FakePaymentGateway>(PaymentProvider::WechatPay);
        FakePaymentGateway *pay = wechat.get();
        stage_->gateways.payment.emplace(PaymentProvider::WechatPay, std::move(wechat));
        const auto ask_cent = [&] {
            GoodsRefundDraft draft = draft_of("W-1", "L1", 1);
            draft.amount = EngineRig::yuan("0.01");
            return must(stage_->request(draft)).refund_no;
        };
        for (int i = 0; i < 49; ++i) {
            ask_cent();
            QVERIFY(stage_->work_after(1min));
        }
        pay->ways = {Way::LostBefore, Way::NotSent};
        const RefundNo lost = ask_cent();
        QVERIFY(stage_->work_after(1min));
        QVERIFY(stage_->work_after(1min));
        QCOMPARE(status(lost), RefundStatus::Unknown);
        // It never arrived, and while it waits to go out again another takes the payment's last turn.
        const RefundNo last = ask_cent();
        QVERIFY(stage_->work());
        QCOMPARE(status(last), RefundStatus::Success);
        QVERIFY(stage_->work_after(1min));
        QCOMPARE(status(lost), RefundStatus::Closed);
        QVERIFY(!pay->book.contains(lost));
    }

    void a_repair_that_ends_with_the_merchant_can_be_settled_by_hand()
    {
        stage_->pay->outcome = Standing::Fail;
        stage_->pay->repairable = true;
        const RefundNo number = ask();
        QVERIFY(stage_->work());
        stage_->pay->ways = {Way::LostAfter};
        stage_->pay->outcome = Standing::Closed;
        stage_->pay->repairable = false;
        must(stage_->retry(number, "carol"));
        QVERIFY(stage_->work());
        QVERIFY(stage_->work_after(1min));
        QCOMPARE(status(number), RefundStatus::Fail);
        QCOMPARE(stage_->ticket().state, TicketState::InReview);
        const RefundNo paid = must(stage_->by_hand(number, "bank transfer 7", "carol")).refund_no;
        must(stage_->rig.run([](Work &work) { return run_ledger_effects(work); }));
        QCOMPARE(status(paid), RefundStatus::Success);
    }

    void a_label_that_a_person_gives_up_is_asked_back()
    {
        const ShipmentNo parcel = stage_->add_parcel("S-1", ShipmentState::LabelCreated, {GoodsStage::line("L2", 3)});
        stage_->carrier->cancelling = LabelRefund::Rejected;
        must(stage_->advance(parcel, ShipmentEvent::Cancelled, {Source::Manual, "carol"}));
        QVERIFY(stage_->work());
        // It can still be sent, although its units may be refunded: somebody must know.
        QCOMPARE(stage_->parcel(parcel).label_refund, LabelRefund::Rejected);
        QCOMPARE(open_kinds(), std::vector{DiscrepancyKind::LabelNotCancelled});
    }

    void the_refund_of_another_payment_under_our_number_is_not_ours()
    {
        stage_->pay->ways = {Way::LostAfter};
        const RefundNo number = ask();
        QVERIFY(stage_->work());
        QCOMPARE(status(number), RefundStatus::Unknown);
        payment::RefundNews news = stage_->pay->news(number, "evt_1");
        news.answer.payments = {"ch_of_somebody", "pi_of_somebody"};
        QVERIFY(must(stage_->rig.run([&](Work &work) { return hear_payment_webhook(work, "STRIPE", news, "{}"); })));
        QCOMPARE(status(number), RefundStatus::Unknown);
        QCOMPARE(open_kinds(), std::vector{DiscrepancyKind::NotInOurBooks});
        news.event_id = "evt_2";
        const auto payment = must(stage_->rig.ledger().goods().payment(stage_->order_no()));
        news.answer.payments = {"pi_of_ours", payment->external_id};
        QVERIFY(must(stage_->rig.run([&](Work &work) { return hear_payment_webhook(work, "STRIPE", news, "{}"); })));
        QCOMPARE(status(number), RefundStatus::Success);
    }
};

QTEST_GUILESS_MAIN(GoodsAttacksTest)
#include "goods_attacks_test.moc"

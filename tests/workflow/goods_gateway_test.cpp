// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/workflow/refund_bench.h"

using namespace aftercharge;
using namespace std::chrono_literals;
using payment::Standing;
using Way = FakePaymentGateway::Way;

// A refund on its way to the gateway and back, whatever becomes of the answers.
class GoodsGatewayTest : public RefundBench {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        stage_ = std::make_unique<GatewayStage>();
        ticket_used_ = false;
    }
    void cleanup()
    {
        check();
        for (const auto &[number, row] : stage_->pay->book)
            QVERIFY2(row.acts <= 1, number.text().c_str());
        QVERIFY(must(stage_->rig.ledger().audit().verify([](auto, auto) { return true; })).intact);
    }

    void at_once_successful()
    {
        const RefundNo number = ask();
        QVERIFY(stage_->work());
        QCOMPARE(status(number), RefundStatus::Success);
        QCOMPARE(stage_->refund(number).external_refund_id, "re_" + number.text());
        QCOMPARE(stage_->pay->sent.size(), std::size_t{1});
        const payment::RefundCall &call = stage_->pay->sent.front();
        QCOMPARE(call.payment_external_id, std::string("ch_G-1"));
        QCOMPARE(call.amount, EngineRig::yuan("27.00"));
        QCOMPARE(call.paid, EngineRig::yuan("271.00"));
        QCOMPARE(stage_->ticket().state, TicketState::Resolved);
        QVERIFY(stage_->ticket().decision.ends_with("re_" + number.text()));
        QCOMPARE(stage_->balance(AccountKind::GatewayClearing), -24'400);
        // Looked at once a day for a week, for it is not final there.
        for (int day = 0; day < 10; ++day)
            QVERIFY(stage_->work_after(24h));
        QCOMPARE(stage_->pay->asked.size(), std::size_t{7});
        QVERIFY(stage_->effect(EffectKind::AskRefund, number.text())->done_at.has_value());
    }

    void pending_then_successful()
    {
        stage_->pay->outcome = Standing::Pending;
        const RefundNo number = ask();
        QVERIFY(stage_->work());
        QCOMPARE(status(number), RefundStatus::Pending);
        QCOMPARE(stage_->notices(NoticeKind::GoodsRefundSent), 1);
        QCOMPARE(stage_->pay->asked.size(), std::size_t{0});
        QVERIFY(stage_->work_after(1min));
        QVERIFY(stage_->work_after(1min));
        QCOMPARE(stage_->pay->asked.size(), std::size_t{2});
        QCOMPARE(stage_->notices(NoticeKind::GoodsRefundSent), 1);
        stage_->pay->row(number).standing = Standing::Success;
        QVERIFY(stage_->work_after(1min));
        QCOMPARE(status(number), RefundStatus::Success);
        QCOMPARE(stage_->pay->sent.size(), std::size_t{1});
    }

    void failed_and_closed_data()
    {
        QTest::addColumn<int>("outcome");
        QTest::addColumn<int>("expected");
        QTest::newRow("fail") << static_cast<int>(Standing::Fail) << static_cast<int>(RefundStatus::Fail);
        QTest::newRow("closed") << static_cast<int>(Standing::Closed) << static_cast<int>(RefundStatus::Closed);
    }
    void failed_and_closed()
    {
        QFETCH(int, outcome);
        QFETCH(int, expected);
        stage_->pay->outcome = static_cast<Standing>(outcome);
        stage_->pay->words = "charge_disputed: the bank says no";
        const RefundNo number = ask();
        QVERIFY(stage_->work());
        QCOMPARE(static_cast<int>(status(number)), expected);
        QCOMPARE(stage_->refund(number).gateway_words, stage_->pay->words);
        QCOMPARE(stage_->ticket().state, TicketState::InReview);
        QVERIFY(stage_->last_entry().find("the bank says no") != std::string::npos);
        QCOMPARE(stage_->notices(NoticeKind::GoodsRefundFailed), 1);
        QCOMPARE(stage_->balance(AccountKind::Revenue), 27'100);
        QVERIFY(stage_->work_after(48h));
        QCOMPARE(stage_->pay->sent.size(), std::size_t{1});
        // A retry has a number of its own.
        stage_->pay->outcome = Standing::Success;
        const Refund again = must(stage_->retry(number, "carol"));
        QVERIFY(again.refund_no != number);
        QVERIFY(stage_->work());
        QCOMPARE(status(again.refund_no), RefundStatus::Success);
    }

    void repaired_under_the_same_number()
    {
        stage_->pay->outcome = Standing::Fail;
        stage_->pay->repairable = true;
        const RefundNo number = ask();
        QVERIFY(stage_->work());
        QVERIFY(stage_->refund(number).repairable);
        QCOMPARE(must(stage_->retry(number, "carol")).refund_no, number);
        QVERIFY(stage_->work());
        QCOMPARE(status(number), RefundStatus::Fail);
        QCOMPARE(stage_->ticket().state, TicketState::InReview);
        stage_->pay->outcome = Standing::Pending;
        must(stage_->retry(number, "carol"));
        stage_->pay->ways = {Way::LostAfter};
        QVERIFY(stage_->work());
        QCOMPARE(status(number), RefundStatus::Fail);
        QVERIFY(stage_->work_after(5s));
        QCOMPARE(status(number), RefundStatus::Pending);
        QCOMPARE(stage_->pay->repaired.size(), std::size_t{2});
        QCOMPARE(stage_->pay->sent.size(), std::size_t{1});
    }

    void a_reply_lost_after_the_effect_is_asked_for()
    {
        stage_->pay->ways = {Way::LostAfter};
        const RefundNo number = ask();
        QVERIFY(stage_->work());
        QCOMPARE(status(number), RefundStatus::Unknown);
        QCOMPARE(stage_->ticket().state, TicketState::WaitingPayment);
        QVERIFY(stage_->work_after(5s));
        QCOMPARE(status(number), RefundStatus::Success);
        QVERIFY(stage_->work_after(2h));
        QCOMPARE(stage_->pay->sent.size(), std::size_t{1});
        QCOMPARE(stage_->pay->row(number).acts, 1);
    }

    void a_request_lost_on_its_way_goes_out_again_under_the_same_number()
    {
        stage_->pay->ways = {Way::LostBefore};
        const RefundNo number = ask();
        QVERIFY(stage_->work());
        QCOMPARE(status(number), RefundStatus::Unknown);
        // Not there yet: it may still be on its way.
        QVERIFY(stage_->work_after(5s));
        QCOMPARE(stage_->pay->asked.size(), std::size_t{1});
        QCOMPARE(stage_->pay->sent.size(), std::size_t{1});
        QVERIFY(stage_->work_after(55s));
        QCOMPARE(stage_->pay->asked.size(), std::size_t{2});
        QCOMPARE(stage_->pay->sent.size(), std::size_t{2});
        QCOMPARE(stage_->pay->sent.back().refund_no, number);
        QCOMPARE(stage_->pay->sent.back().amount, stage_->pay->sent.front().amount);
        QCOMPARE(status(number), RefundStatus::Success);
        QCOMPARE(must(stage_->rig.ledger().refunds().of_order(stage_->order_no())).size(), std::size_t{1});
    }

    void while_nobody_answers_it_only_asks()
    {
        stage_->pay->ways = {Way::LostAfter};
        stage_->pay->answers_questions = false;
        const RefundNo number = ask();
        QVERIFY(stage_->work());
        for (int i = 0; i < 30; ++i)
            QVERIFY(stage_->work_after(30min));
        QCOMPARE(status(number), RefundStatus::Unknown);
        QCOMPARE(stage_->pay->sent.size(), std::size_t{1});
        QVERIFY(stage_->pay->asked.size() >= 20);
        stage_->pay->answers_questions = true;
        QVERIFY(stage_->work_after(30min));
        QCOMPARE(status(number), RefundStatus::Success);
    }

    void what_never_left_is_tried_again_ever_later()
    {
        stage_->pay->ways = {Way::NotSent, Way::Later, Way::NotSent};
        const RefundNo number = ask();
        QVERIFY(stage_->work());
        QCOMPARE(status(number), RefundStatus::Init);
        QVERIFY(!stage_->effect(EffectKind::SendRefund, number.text())->sent_at.has_value());
        QVERIFY(stage_->work_after(29s));
        QCOMPARE(stage_->pay->sent.size(), std::size_t{1});
        QVERIFY(stage_->work_after(1s));
        QCOMPARE(stage_->pay->sent.size(), std::size_t{2});
        QVERIFY(stage_->work_after(59s));
        QCOMPARE(stage_->pay->sent.size(), std::size_t{2});
        QVERIFY(stage_->work_after(1s));
        QCOMPARE(stage_->pay->sent.size(), std::size_t{3});
        QVERIFY(stage_->work_after(2min));
        QCOMPARE(status(number), RefundStatus::Success);
        QCOMPARE(stage_->pay->asked.size(), std::size_t{0});
    }

    void a_gateway_that_is_not_configured_is_waited_for()
    {
        auto kept = std::move(stage_->gateways.payment);
        stage_->gateways.payment.clear();
        const RefundNo number = ask();
        QVERIFY(stage_->work());
        QCOMPARE(status(number), RefundStatus::Init);
        stage_->gateways.payment = std::move(kept);
        QVERIFY(stage_->work_after(30s));
        QCOMPARE(status(number), RefundStatus::Success);
    }

    void a_crash_before_the_answer_is_asked_about_never_sent_as_new_data()
    {
        QTest::addColumn<bool>("reached");
        QTest::addColumn<bool>("configured");
        QTest::newRow("it had reached the gateway") << true << true;
        QTest::newRow("it had not") << false << true;
        QTest::newRow("it had, and the gateway is gone from the configuration") << true << false;
    }
    void a_crash_before_the_answer_is_asked_about_never_sent_as_new()
    {
        QFETCH(bool, reached);
        QFETCH(bool, configured);
        const RefundNo number = ask();
        const auto tasks = stage_->lease();
        QCOMPARE(tasks.size(), std::size_t{1});
        QVERIFY(!tasks.front().ask_only);
        QVERIFY(stage_->effect(EffectKind::SendRefund, number.text())->sent_at.has_value());
        if (reached)
            perform(stage_->gateways, tasks.front());
        stage_->rig.restart();
        QVERIFY(stage_->lease().empty());
        stage_->rig.clock.advance(5min);
        const auto again = stage_->lease();
        QCOMPARE(again.size(), std::size_t{1});
        QVERIFY(again.front().ask_only);
        Gateways none;
        must(stage_->hear(again.front(), perform(configured ? stage_->gateways : none, again.front())));
        QCOMPARE(status(number), RefundStatus::Unknown);
        QCOMPARE(stage_->pay->sent.size(), std::size_t{reached ? 1U : 0U});
        QVERIFY(stage_->work_after(5s));
        QCOMPARE(status(number), RefundStatus::Success);
        QCOMPARE(stage_->pay->sent.size(), std::size_t{1});
        QVERIFY(!stage_->pay->asked.empty());
    }

    void an_answer_heard_twice_changes_nothing()
    {
        const RefundNo number = ask();
        const auto task = stage_->lease().front();
        const auto answer = perform(stage_->gateways, task);
        must(stage_->hear(task, answer));
        const Refund once = stage_->refund(number);
        must(stage_->hear(task, answer));
        QCOMPARE(stage_->refund(number), once);
        QCOMPARE(stage_->notices(NoticeKind::GoodsRefundDone), 1);
        QVERIFY(stage_->open_discrepancies().empty());
    }

    void a_webhook_before_the_reply_and_its_duplicate()
    {
        const RefundNo number = ask();
        const auto task = stage_->lease().front();
        const auto answer = perform(stage_->gateways, task);
        QVERIFY(stage_->webhook(number, "evt_1"));
        QCOMPARE(status(number), RefundStatus::Success);
        must(stage_->hear(task, answer));
        QVERIFY(!stage_->webhook(number, "evt_1"));
        QVERIFY(stage_->webhook(number, "evt_2"));
        QCOMPARE(stage_->notices(NoticeKind::GoodsRefundDone), 1);
        QVERIFY(stage_->open_discrepancies().empty());
        QVERIFY(stage_->work());
        QCOMPARE(stage_->pay->sent.size(), std::size_t{1});
        QVERIFY(stage_->effect(EffectKind::SendRefund, number.text())->done_at.has_value());
    }

    void a_webhook_after_a_crash_ends_the_row_without_a_word()
    {
        const RefundNo number = ask();
        perform(stage_->gateways, stage_->lease().front());
        stage_->rig.restart();
        QVERIFY(stage_->webhook(number, "evt_1"));
        QCOMPARE(stage_->ticket().state, TicketState::Resolved);
        const std::size_t entries = must(stage_->rig.ledger().tickets().entries(stage_->ticket_no())).size();
        QVERIFY(stage_->work_after(5min));
        QVERIFY(stage_->effect(EffectKind::SendRefund, number.text())->done_at.has_value());
        QCOMPARE(must(stage_->rig.ledger().tickets().entries(stage_->ticket_no())).size(), entries);
        QCOMPARE(stage_->pay->sent.size(), std::size_t{1});
    }

    void what_cannot_be_sent_at_all_goes_back_to_a_person()
    {
        auto wechat = std::make_unique<FakePaymentGateway>(PaymentProvider::WechatPay);
        FakePaymentGateway &gateway = *wechat;
        stage_->gateways.payment.emplace(PaymentProvider::WechatPay, std::move(wechat));
        take_wechat_order();
        RefundNo last;
        for (int i = 0; i < 51; ++i) {
            GoodsRefundDraft draft = draft_of("W-1", "L1", 1);
            draft.amount = EngineRig::yuan("0.10");
            last = must(stage_->request(draft)).refund_no;
            QVERIFY(stage_->work_after(1min));
        }
        QCOMPARE(gateway.sent.size(), std::size_t{50});
        QCOMPARE(status(last), RefundStatus::Closed);
        QVERIFY(stage_->refund(last).gateway_words.find("50 refunds") != std::string::npos);
    }

    void a_webhook_before_a_reply_that_is_lost()
    {
        stage_->pay->outcome = Standing::Pending;
        stage_->pay->ways = {Way::LostAfter};
        const RefundNo number = ask();
        const auto task = stage_->lease().front();
        const auto answer = perform(stage_->gateways, task);
        QVERIFY(stage_->webhook(number, "evt_1"));
        QCOMPARE(status(number), RefundStatus::Pending);
        must(stage_->hear(task, answer));
        QCOMPARE(status(number), RefundStatus::Pending);
        stage_->pay->row(number).standing = Standing::Success;
        QVERIFY(stage_->work_after(1min));
        QCOMPARE(status(number), RefundStatus::Success);
    }

    void of_one_wechat_payment_one_refund_a_minute()
    {
        auto wechat = std::make_unique<FakePaymentGateway>(PaymentProvider::WechatPay);
        FakePaymentGateway &gateway = *wechat;
        stage_->gateways.payment.emplace(PaymentProvider::WechatPay, std::move(wechat));
        take_wechat_order();
        std::vector<RefundNo> numbers;
        for (int i = 0; i < 3; ++i)
            numbers.push_back(must(stage_->request(draft_of("W-1", "L1", 1))).refund_no);
        QVERIFY(stage_->work());
        QCOMPARE(gateway.sent.size(), std::size_t{1});
        QVERIFY(stage_->work_after(59s));
        QCOMPARE(gateway.sent.size(), std::size_t{1});
        QVERIFY(stage_->work_after(1s));
        QCOMPARE(gateway.sent.size(), std::size_t{2});
        QVERIFY(stage_->work_after(60s));
        QCOMPARE(gateway.sent.size(), std::size_t{3});
        for (const RefundNo &number : numbers)
            QCOMPARE(status(number), RefundStatus::Success);
    }
};

QTEST_GUILESS_MAIN(GoodsGatewayTest)
#include "goods_gateway_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include "tests/workflow/refund_bench.h"

using namespace aftercharge;
using namespace std::chrono_literals;
using payment::Standing;
using Way = FakePaymentGateway::Way;

// What does not fit: late, wrong and foreign words of a gateway, and the reconciliation of a day.
class GoodsContradictionsTest : public RefundBench {
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

    void a_late_fail_after_success_is_asked_about()
    {
        const RefundNo number = ask();
        QVERIFY(stage_->work());
        payment::RefundNews late = stage_->pay->news(number, "evt_late");
        late.answer.standing = Standing::Fail;
        late.answer.words = "an older message";
        QVERIFY(must(stage_->rig.run([&](Work &work) { return hear_payment_webhook(work, "STRIPE", late, "{}"); })));
        QCOMPARE(status(number), RefundStatus::Success);
        QCOMPARE(stage_->open_discrepancies().size(), std::size_t{1});
        QCOMPARE(stage_->open_discrepancies().front().kind, DiscrepancyKind::GatewayContradicts);
        QVERIFY(stage_->last_entry().find("an older message") != std::string::npos);
        QCOMPARE(stage_->ticket().state, TicketState::Resolved);
        const std::size_t asked = stage_->pay->asked.size();
        QVERIFY(stage_->work());
        QCOMPARE(stage_->pay->asked.size(), asked + 1);
        // Contradicted by the answer: it stays, and a person has a look.
        QCOMPARE(status(number), RefundStatus::Success);
        QCOMPARE(stage_->open_discrepancies().size(), std::size_t{1});
        const Uuid id = stage_->open_discrepancies().front().id;
        const auto resolve = [&](const std::string &word, const char *by) {
            return stage_->rig.run(
                [&](Work &work) { return resolve_discrepancy(work, id, word, an<OperatorName>(by)); });
        };
        QCOMPARE(resolve("old", "alice").error().code, ErrorCode::OperatorNotPermitted);
        QCOMPARE(resolve("", "bob").error().code, ErrorCode::InputInvalid);
        QCOMPARE(must(resolve("an old message", "bob")).resolved_by, an<OperatorName>("bob"));
        QCOMPARE(resolve("again", "bob").error().code, ErrorCode::StateNotAllowed);
        QVERIFY(stage_->open_discrepancies().empty());
    }

    void reversed_a_day_later_by_webhook_or_by_question_data()
    {
        QTest::addColumn<bool>("pushed");
        QTest::newRow("webhook") << true;
        QTest::newRow("question") << false;
    }
    void reversed_a_day_later_by_webhook_or_by_question()
    {
        QFETCH(bool, pushed);
        const RefundNo number = ask();
        QVERIFY(stage_->work());
        stage_->rig.clock.advance(pushed ? 23h : 24h);
        stage_->pay->row(number).standing = Standing::Fail;
        stage_->pay->row(number).words = "refund.failed: returned by the bank";
        if (pushed) {
            QVERIFY(stage_->webhook(number, "evt_9"));
            QCOMPARE(status(number), RefundStatus::Success);
            QCOMPARE(stage_->open_discrepancies().size(), std::size_t{1});
        }
        QVERIFY(stage_->work());
        QCOMPARE(status(number), RefundStatus::Reversed);
        QVERIFY(stage_->open_discrepancies().empty());
        if (pushed) {
            const auto all = must(stage_->rig.ledger().gateways().discrepancies(true, 10));
            QCOMPARE(all.size(), std::size_t{1});
            QCOMPARE(all.front().resolved_by, an<OperatorName>("SYSTEM"));
        }
        QCOMPARE(stage_->ticket().state, TicketState::InReview);
        QVERIFY(stage_->last_entry().find("returned by the bank") != std::string::npos);
        QCOMPARE(stage_->notices(NoticeKind::GoodsRefundReversed), 1);
        QCOMPARE(stage_->balance(AccountKind::GatewayClearing), -27'100);
        // Its units are free again.
        QVERIFY(stage_->units("L2").front().refunded.is_zero());
        QVERIFY(stage_->work_after(240h));
        QCOMPARE(status(number), RefundStatus::Reversed);
    }

    void success_after_fail_is_believed_only_when_asked()
    {
        stage_->pay->outcome = Standing::Fail;
        const RefundNo number = ask();
        QVERIFY(stage_->work());
        QCOMPARE(status(number), RefundStatus::Fail);
        stage_->pay->row(number).standing = Standing::Success;
        QVERIFY(stage_->webhook(number, "evt_3"));
        QCOMPARE(status(number), RefundStatus::Fail);
        QVERIFY(stage_->open_discrepancies().empty());
        QVERIFY(stage_->work());
        QCOMPARE(status(number), RefundStatus::Success);
        QCOMPARE(stage_->ticket().state, TicketState::Resolved);
        QCOMPARE(stage_->balance(AccountKind::GatewayClearing), -24'400);
    }

    void success_after_fail_when_the_money_is_spoken_for()
    {
        stage_->pay->outcome = Standing::Fail;
        const RefundNo number = ask(3);
        QVERIFY(stage_->work());
        const RefundNo failed = number;
        stage_->pay->outcome = Standing::Success;
        must(stage_->retry(failed, "carol"));
        QVERIFY(stage_->work());
        stage_->pay->row(failed).standing = Standing::Success;
        QVERIFY(stage_->webhook(failed, "evt_4"));
        QVERIFY(stage_->work());
        QCOMPARE(status(failed), RefundStatus::Fail);
        QCOMPARE(stage_->open_discrepancies().size(), std::size_t{1});
        QCOMPARE(stage_->open_discrepancies().front().kind, DiscrepancyKind::ExceedsPaid);
        QCOMPARE(stage_->order().refunded, EngineRig::yuan("81.00"));
    }

    void another_amount_changes_nothing_but_is_told()
    {
        stage_->pay->other_amount = EngineRig::yuan("26.00");
        const RefundNo number = ask();
        QVERIFY(stage_->work());
        QCOMPARE(status(number), RefundStatus::Init);
        QCOMPARE(stage_->open_discrepancies().size(), std::size_t{1});
        QCOMPARE(stage_->open_discrepancies().front().kind, DiscrepancyKind::AmountDiffers);
        QVERIFY(stage_->last_entry().find("26.00 CNY instead of 27.00 CNY") != std::string::npos);
        QVERIFY(stage_->work_after(1h));
        QCOMPARE(stage_->open_discrepancies().size(), std::size_t{1});
        QCOMPARE(stage_->pay->sent.size(), std::size_t{1});
        stage_->pay->other_amount.reset();
        QVERIFY(stage_->work_after(1h));
        QCOMPARE(status(number), RefundStatus::Success);
    }

    void what_is_none_of_ours_or_was_never_sent()
    {
        payment::RefundNews news{.event_id = "evt_5",
                                 .refund_no = an<RefundNo>("R20200101-0001"),
                                 .external_refund_id = "re_x",
                                 .answer = {}};
        news.answer.standing = Standing::Success;
        const auto hear = [&](const GatewayName &gateway) {
            return stage_->rig.run([&](Work &work) { return hear_payment_webhook(work, gateway, news, "{}"); });
        };
        QVERIFY(must(hear("STRIPE")));
        QCOMPARE(stage_->open_discrepancies().front().kind, DiscrepancyKind::NotInOurBooks);
        // Of one that still waits for its approval.
        const Refund waiting = must(stage_->request(stage_->of_lines("nick", {GoodsStage::line("L1", 1)})));
        news.event_id = "evt_6";
        news.refund_no = waiting.refund_no;
        QVERIFY(must(hear("STRIPE")));
        QCOMPARE(status(waiting.refund_no), RefundStatus::Init);
        QCOMPARE(stage_->open_discrepancies().size(), std::size_t{2});
        // Another gateway's word is worth nothing.
        const RefundNo number = ask();
        QVERIFY(stage_->work());
        news.event_id = "evt_7";
        news.refund_no = number;
        news.answer.standing = Standing::Fail;
        QVERIFY(must(hear("WECHAT_PAY")));
        QCOMPARE(status(number), RefundStatus::Success);
        QCOMPARE(stage_->open_discrepancies().size(), std::size_t{3});
        news.event_id.clear();
        QCOMPARE(hear("STRIPE").error().code, ErrorCode::WebhookInvalid);
    }

    void a_gateway_that_forgot_what_it_had_accepted()
    {
        stage_->pay->outcome = Standing::Pending;
        const RefundNo number = ask();
        QVERIFY(stage_->work());
        stage_->pay->book.clear();
        QVERIFY(stage_->work_after(1min));
        QCOMPARE(status(number), RefundStatus::Pending);
        QCOMPARE(stage_->open_discrepancies().front().kind, DiscrepancyKind::NotAtGateway);
        QVERIFY(stage_->work_after(72h));
        QCOMPARE(stage_->open_discrepancies().size(), std::size_t{1});
        QCOMPARE(stage_->pay->sent.size(), std::size_t{1});
    }

    void the_day_reconciled()
    {
        const RefundNo number = ask();
        QVERIFY(stage_->work());
        const auto start = [&](const std::string &day, const char *by) {
            return stage_->rig.run([&](Work &work) { return start_reconciliation(work, day, an<OperatorName>(by)); });
        };
        QCOMPARE(start("2026-11-23", "alice").error().code, ErrorCode::OperatorNotPermitted);
        for (const char *day : {"2026-11-24", "2026-02-30", "yesterday", ""})
            QCOMPARE(start(day, "bob").error().code, ErrorCode::InputInvalid);
        const Reconciliation run = must(start("2026-11-23", "bob"));
        QVERIFY(stage_->work());
        const auto rows = must(stage_->rig.ledger().gateways().reconciled(run.id));
        QCOMPARE(rows.size(), std::size_t{1});
        QVERIFY2(rows.front().agrees, rows.front().finding.c_str());
        QCOMPARE(rows.front().ledger_paid, EngineRig::yuan("27.00"));
        QVERIFY(rows.front().outbox_done);
        QCOMPARE(rows.front().gateway_status, std::string("SUCCESS"));
        const Reconciliation done = must(stage_->rig.ledger().gateways().reconciliations(1)).front();
        QVERIFY(done.finished_at.has_value());
        QCOMPARE(done.refunds, 1);
        QCOMPARE(done.differing, 0);
        QCOMPARE(status(number), RefundStatus::Success);
    }

    void a_day_that_differs()
    {
        const RefundNo good = ask();
        const RefundNo gone = ask();
        const RefundNo wrong = ask();
        QVERIFY(stage_->work());
        stage_->pay->book.erase(gone);
        stage_->pay->row(wrong).amount = EngineRig::yuan("1.00");
        // Not asked for: it waits for a label.
        stage_->take_order("G-2");
        stage_->add_parcel("S-9", ShipmentState::LabelCreated, {GoodsStage::line("L1", 1)});
        const RefundNo waits = must(stage_->request(stage_->before_shipment("carol"))).refund_no;
        const Reconciliation run = must(stage_->rig.run(
            [&](Work &work) { return start_reconciliation(work, "2026-11-23", an<OperatorName>("bob")); }));
        stage_->carrier->ways = {FakeCarrierGateway::Way::NotSent};
        QVERIFY(stage_->work());
        std::map<RefundNo, ReconciledRefund> rows;
        for (const ReconciledRefund &row : must(stage_->rig.ledger().gateways().reconciled(run.id)))
            rows.emplace(row.refund_no, row);
        QCOMPARE(rows.size(), std::size_t{4});
        QVERIFY(rows.at(good).agrees);
        QVERIFY(!rows.at(gone).agrees);
        QCOMPARE(rows.at(gone).gateway_status, std::string("NOT_FOUND"));
        QVERIFY(!rows.at(wrong).agrees);
        QVERIFY(rows.at(waits).agrees);
        QCOMPARE(rows.at(waits).gateway_status, std::string("NOT_ASKED"));
        QCOMPARE(must(stage_->rig.ledger().gateways().reconciliations(1)).front().differing, 2);
        std::set<DiscrepancyKind> kinds;
        for (const Discrepancy &row : stage_->open_discrepancies())
            kinds.insert(row.kind);
        QCOMPARE(kinds, (std::set{DiscrepancyKind::NotAtGateway, DiscrepancyKind::AmountDiffers}));
        QCOMPARE(status(gone), RefundStatus::Success);
    }

    void a_reversal_is_found_by_the_reconciliation()
    {
        const RefundNo number = ask();
        QVERIFY(stage_->work());
        stage_->pay->row(number).standing = Standing::Fail;
        const Reconciliation run = must(stage_->rig.run(
            [&](Work &work) { return start_reconciliation(work, "2026-11-23", an<OperatorName>("bob")); }));
        QVERIFY(stage_->work());
        QCOMPARE(status(number), RefundStatus::Reversed);
        const ReconciledRefund row = must(stage_->rig.ledger().gateways().reconciled(run.id)).front();
        QVERIFY(!row.agrees);
        QVERIFY(row.ledger_paid.is_zero());
    }
};

QTEST_GUILESS_MAIN(GoodsContradictionsTest)
#include "goods_contradictions_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/workflow/approval_rules.h"
#include "models/workflow/expire_approvals.h"
#include "models/workflow/refund_batch.h"
#include "models/workflow/request_refund.h"
#include "tests/support/engine_rig.h"

using namespace aftercharge;
using namespace std::chrono_literals;

namespace {

// A ledger whose program ends after so many units of work.
class EndingLedger final : public LedgerStore {
public:
    EndingLedger(LedgerStore &ledger, int left) : ledger_(ledger), left_(left) {}
    Result<std::unique_ptr<UnitOfWork>> begin() override
    {
        return left_-- > 0 ? ledger_.begin() : fail(ErrorCode::StoreIo, "the program has ended");
    }
    LedgerReader &reader() override { return ledger_.reader(); }
    Result<std::unique_ptr<LedgerReader>> open_reader() override { return ledger_.open_reader(); }

private:
    LedgerStore &ledger_;
    int left_;
};

}  // namespace

// One incident, three sessions of ¥3.00, ¥4.00 and ¥5.00: alice may grant ¥2.00, bob ¥10.00, carol
// and dave ¥100.00.
class RefundBatchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        rig_ = std::make_unique<EngineRig>();
        rig_->furnish();
        rig_->add_operator("alice", Role::Agent, "2.00");
        rig_->add_operator("bob", Role::Supervisor, "10.00");
        rig_->add_operator("carol", Role::Supervisor, "100.00");
        rig_->add_operator("dave", Role::Supervisor, "100.00");
        orders_.clear();
        for (const std::int64_t wh : {3'000, 4'000, 5'000}) {
            rig_->clock.advance(1min);
            orders_.push_back(rig_->session(wh, StopReason::PowerLoss).order_no);
        }
        paid_ = rig_->balance("M-1").available.minor();
    }
    void cleanup()
    {
        QCOMPARE(must(rig_->ledger().accounts().sum_of_all()).minor(), 0);
        QVERIFY(must(rig_->ledger().audit().verify([](auto, auto) { return true; })).intact);
    }

    void quotes_a_row_an_order_and_says_why_not()
    {
        refund_alone(orders_[0], "3.00");
        refund_alone(orders_[1], "1.00");
        const auto running = rig_->start("CP-1", 1, "CARD-1", 0);
        const OrderNo early = rig_->order("CP-1", running.transaction_id).order_no;
        BatchDraft draft = whole("alice", {orders_[0], orders_[1], orders_[1], early, an<OrderNo>("C-9"), orders_[2]});
        const BatchQuote quote = must(quote_batch(rig_->ledger(), draft));
        QCOMPARE(quote.rows.size(), std::size_t{5});
        QCOMPARE(quote.rows[0].refusal->code, ErrorCode::RefundExceedsPaid);
        QCOMPARE(quote.rows[1].amount, EngineRig::yuan("3.00"));
        QCOMPARE(quote.rows[1].refunded_before, EngineRig::yuan("1.00"));
        QCOMPARE(quote.rows[1].paid, EngineRig::yuan("4.00"));
        QCOMPARE(quote.rows[2].refusal->code, ErrorCode::StateNotAllowed);
        QCOMPARE(quote.rows[3].refusal->code, ErrorCode::OrderNotFound);
        QCOMPARE(quote.rows[4].amount, EngineRig::yuan("5.00"));
        QCOMPARE(quote.refused, 3);
        QCOMPARE(quote.total, EngineRig::yuan("8.00"));
        QCOMPARE(quote.approvers, 1);

        draft.share = BatchShare::ShareOfFee;
        draft.permille = 333;
        const BatchQuote share = must(quote_batch(rig_->ledger(), draft));
        QCOMPARE(share.rows[0].refusal->code, ErrorCode::RefundExceedsPaid);
        QCOMPARE(share.rows[1].amount, EngineRig::yuan("1.33"));  // 1.332
        QCOMPARE(share.rows[4].amount, EngineRig::yuan("1.66"));  // 1.665, half to even

        draft.share = BatchShare::FixedAmount;
        draft.each = EngineRig::yuan("3.50");
        const BatchQuote fixed = must(quote_batch(rig_->ledger(), draft));
        QCOMPARE(fixed.rows[1].refusal->code, ErrorCode::RefundExceedsPaid);
        QCOMPARE(fixed.total, EngineRig::yuan("3.50"));
    }

    void refuses_what_is_no_batch()
    {
        const auto refused = [&](const BatchDraft &draft) { return quote_batch(rig_->ledger(), draft).error().code; };
        BatchDraft draft = whole("alice", {});
        QCOMPARE(refused(draft), ErrorCode::InputInvalid);
        draft.orders = orders_;
        draft.share = BatchShare::ShareOfFee;
        QCOMPARE(refused(draft), ErrorCode::InputInvalid);
        draft.permille = 1001;
        QCOMPARE(refused(draft), ErrorCode::InputInvalid);
        draft.share = BatchShare::FixedAmount;
        QCOMPARE(refused(draft), ErrorCode::InputInvalid);
        draft.each = EngineRig::yuan("0.00");
        QCOMPARE(refused(draft), ErrorCode::MoneyNotPositive);
        for (std::size_t i = 0; i <= max_batch_rows; ++i)
            draft.orders.push_back(an<OrderNo>("C-" + std::to_string(i)));
        draft.each = EngineRig::yuan("1.00");
        QCOMPARE(refused(draft), ErrorCode::InputInvalid);
        QCOMPARE(request(whole("nobody", orders_)).error().code, ErrorCode::OperatorNotFound);
        QCOMPARE(request(whole("carol", {an<OrderNo>("C-9")})).error().code, ErrorCode::OrderNotFound);
        QCOMPARE(must(rig_->ledger().approvals().batches({})).rows.size(), std::size_t{0});
    }

    void one_decision_approves_every_row()
    {
        std::vector<OrderNo> named = orders_;
        named.push_back(an<OrderNo>("C-9"));
        const RefundBatch asked = must(request(whole("alice", named)));
        QCOMPARE(asked.approval, ApprovalState::Waiting);
        QCOMPARE(asked.total, EngineRig::yuan("12.00"));
        QCOMPARE(asked.rows, 4);
        QCOMPARE(asked.refused, 1);
        QVERIFY(asked.batch_no.text().starts_with("B20261123-0001"));
        QCOMPARE(back(), 0);
        const BatchView waiting = view(asked);
        QCOMPARE(waiting.rows[3].row.state, BatchRowState::Refused);
        QCOMPARE(waiting.rows[3].row.refusal_code, std::string("order.not_found"));
        const RefundNo row = waiting.rows[0].row.refund_no;
        QCOMPARE(waiting.rows[0].refund->kind, RefundKind::Refund);
        // Not one by one, not oneself, not another total, not above the limit.
        QCOMPARE(approve_single(row, "3.00", "carol").error().code, ErrorCode::RefundInBatch);
        QCOMPARE(
            rig_->run([&](Work &w) { return send_back_refund(w, row, "no", an<OperatorName>("carol")); }).error().code,
            ErrorCode::RefundInBatch);
        QCOMPARE(approve(asked, "12.00", "alice").error().code, ErrorCode::RefundOwnRequest);
        QCOMPARE(approve(asked, "11.99", "carol").error().code, ErrorCode::RefundChanged);
        QCOMPARE(approve(asked, "12.00", "bob").error().code, ErrorCode::RefundExceedsLimit);
        QCOMPARE(back(), 0);
        const RefundBatch approved = must(approve(asked, "12.00", "carol"));
        QCOMPARE(approved.approval, ApprovalState::Approved);
        QVERIFY(approved.carried_out_at.has_value());
        QCOMPARE(back(), 1200);
        for (const BatchRowView &one : view(asked).rows) {
            if (one.row.state == BatchRowState::Refused)
                continue;
            QCOMPARE(one.row.state, BatchRowState::Approved);
            QCOMPARE(one.refund->status, RefundStatus::Success);
            QCOMPARE(one.refund->approved_by, an<OperatorName>("carol"));
            QCOMPARE(rig_->order(one.row.order_no).state, OrderState::AfterSales);
        }
        QCOMPARE(approve(asked, "12.00", "dave").error().code, ErrorCode::RefundAlreadyDecided);
        QCOMPARE(must(rig_->ledger().outbox().waiting()), 0);
        QCOMPARE(must(rig_->ledger().refunds().waiting_approval()), 0);
    }

    void within_the_requesters_limit_it_is_done_at_once()
    {
        const RefundBatch waits = must(request(whole("bob", orders_)));
        QCOMPARE(waits.approval, ApprovalState::Waiting);  // 12.00 in all, although each row is below 10.00
        must(send_back(waits, "one after the other"));
        const RefundBatch done = must(request(whole("bob", {orders_[0], orders_[1]})));
        QCOMPARE(done.approval, ApprovalState::Approved);
        QCOMPARE(done.approved_by, an<OperatorName>("bob"));
        QCOMPARE(back(), 700);
    }

    void a_limit_is_not_passed_by_a_batch_after_a_single_one()
    {
        rig_->clock.advance(1min);
        const OrderNo large = rig_->session(15'000).order_no;
        RefundDraft draft;
        draft.order_no = large;
        draft.amount = EngineRig::yuan("8.00");
        draft.requested_by = an<OperatorName>("bob");
        must(rig_->run([&](Work &work) { return request_refund(work, draft); }));
        BatchDraft more = whole("bob", {large, orders_[0]});
        more.share = BatchShare::FixedAmount;
        more.each = EngineRig::yuan("3.00");
        QCOMPARE(must(request(more)).approval, ApprovalState::Waiting);
    }

    void votes_are_about_the_total()
    {
        must(rig_->run([](Work &work) {
            return set_approval_rule(work, {EngineRig::yuan("10.00"), 2}, {Source::Admin, "admin"});
        }));
        QCOMPARE(must(quote_batch(rig_->ledger(), whole("carol", orders_))).approvers, 2);
        const RefundBatch asked = must(request(whole("alice", orders_)));
        const RefundBatch after_one = must(approve(asked, "12.00", "carol"));
        QCOMPARE(after_one.approval, ApprovalState::Waiting);
        QCOMPARE(back(), 0);
        QCOMPARE(approve(asked, "12.00", "carol").error().code, ErrorCode::ApprovalAlreadyGiven);
        QCOMPARE(view(asked).votes.size(), std::size_t{1});
        QCOMPARE(must(approve(asked, "12.00", "dave")).approval, ApprovalState::Approved);
        QCOMPARE(back(), 1200);
        // Above the rule nobody grants it alone.
        rig_->clock.advance(1min);
        const OrderNo large = rig_->session(11'000).order_no;
        QCOMPARE(must(request(whole("carol", {large}))).approval, ApprovalState::Waiting);
    }

    void a_row_that_changed_is_voided_alone()
    {
        const RefundBatch asked = must(request(whole("alice", orders_)));
        set_fee(orders_[1], "3.90");
        QVERIFY(!view(asked).rows[1].changes.empty());
        must(approve(asked, "12.00", "carol"));
        const BatchView after = view(asked);
        QCOMPARE(after.rows[0].row.state, BatchRowState::Approved);
        QCOMPARE(after.rows[1].row.state, BatchRowState::Voided);
        QVERIFY(after.rows[1].row.refusal_detail.find("fee 4.00 → 3.90") != std::string::npos);
        QCOMPARE(after.rows[1].refund->approval, ApprovalState::SentBack);
        QCOMPARE(after.rows[2].row.state, BatchRowState::Approved);
        QVERIFY(after.batch.carried_out_at.has_value());
        QCOMPARE(back(), 800);
        set_fee(orders_[1], "4.00");
    }

    void a_row_that_fails_stops_no_other()
    {
        const RefundBatch asked = must(request(whole("alice", orders_)));
        const Refund first = *view(asked).rows[0].refund;
        {
            auto unit = must(rig_->store().begin());
            must(unit->refunds().approve(first.refund_no, an<OperatorName>("dave"), first.amount, rig_->clock.now()));
            must(unit->commit());
        }
        must(approve(asked, "12.00", "carol"));
        const BatchView after = view(asked);
        QCOMPARE(after.rows[0].row.state, BatchRowState::Failed);
        QCOMPARE(after.rows[0].row.refusal_code, std::string("refund.already_decided"));
        QCOMPARE(after.rows[0].refund->approval, ApprovalState::SentBack);
        QCOMPARE(after.rows[1].row.state, BatchRowState::Approved);
        QCOMPARE(after.rows[2].row.state, BatchRowState::Approved);
        QCOMPARE(back(), 900);
    }

    void a_crash_in_the_middle_is_carried_on_once()
    {
        for (int units = 1; units <= 4; ++units) {
            init();
            const RefundBatch asked = must(request(whole("alice", orders_)));
            Work &whole_work = rig_->engine().work();
            EndingLedger ending(rig_->store(), units);
            Work work{ending, whole_work.telemetry, whole_work.clock, whole_work.random, whole_work.changes};
            // The decision stands, whatever became of its rows.
            const RefundBatch decided = must(
                approve_batch(work, asked.batch_no, EngineRig::yuan("12.00"), an<OperatorName>("carol")));
            QCOMPARE(decided.approval, ApprovalState::Approved);
            QVERIFY(!decided.carried_out_at);
            const auto rows = view(asked).rows;
            QCOMPARE(std::count_if(rows.begin(), rows.end(),
                                   [](const BatchRowView &one) { return one.row.state == BatchRowState::Approved; }),
                     units - 1);
            rig_->restart();
            for (int i = 0; i < 3; ++i)
                rig_->engine().tick();
            for (const BatchRowView &one : view(asked).rows)
                QCOMPARE(one.refund->status, RefundStatus::Success);
            QVERIFY(view(asked).batch.carried_out_at.has_value());
            QCOMPARE(back(), 1200);
            rig_->clock.advance(10min);
            rig_->engine().tick();
            must(rig_->run([&](Work &again) { return carry_out_batch(again, asked.batch_no); }));
            QCOMPARE(back(), 1200);
            QCOMPARE(must(rig_->ledger().outbox().waiting()), 0);
            if (units < 4)
                cleanup();
        }
    }

    void a_crash_before_the_request_is_written_leaves_nothing()
    {
        Work &whole_work = rig_->engine().work();
        EndingLedger ending(rig_->store(), 0);
        Work work{ending, whole_work.telemetry, whole_work.clock, whole_work.random, whole_work.changes};
        QVERIFY(!request_batch(work, whole("alice", orders_)));
        rig_->restart();
        QCOMPARE(must(rig_->ledger().refunds().page({})).rows.size(), std::size_t{0});
        QCOMPARE(must(request(whole("alice", orders_))).total, EngineRig::yuan("12.00"));
    }

    void sent_back_it_goes_with_all_its_rows()
    {
        const RefundBatch asked = must(request(whole("alice", orders_)));
        QCOMPARE(must(rig_->ledger().approvals().batches_waiting()), 1);
        const RefundBatch returned = must(send_back(asked, "only the second"));
        QCOMPARE(returned.approval, ApprovalState::SentBack);
        QCOMPARE(returned.sent_back, std::string("only the second"));
        for (const BatchRowView &one : view(asked).rows) {
            QCOMPARE(one.row.state, BatchRowState::SentBack);
            QCOMPARE(one.refund->status, RefundStatus::Closed);
        }
        QCOMPARE(approve(asked, "12.00", "carol").error().code, ErrorCode::RefundAlreadyDecided);
        must(request(whole("carol", orders_)));
        QCOMPARE(back(), 1200);
    }

    void a_batch_that_waits_too_long_goes_back_as_one()
    {
        const RefundBatch asked = must(request(whole("alice", orders_)));
        rig_->clock.advance(72h + 1ms);
        QCOMPARE(approve(asked, "12.00", "carol").error().code, ErrorCode::RefundExpired);
        QCOMPARE(must(rig_->run([](Work &work) { return expire_approvals(work); })), 1);
        const BatchView after = view(asked);
        QCOMPARE(after.batch.approval, ApprovalState::SentBack);
        QVERIFY(after.batch.sent_back.starts_with("expired"));
        for (const BatchRowView &one : after.rows)
            QCOMPARE(one.row.state, BatchRowState::SentBack);
    }

private:
    BatchDraft whole(const std::string &by, std::vector<OrderNo> orders)
    {
        BatchDraft draft;
        draft.orders = std::move(orders);
        draft.note = "no power at S-1";
        draft.requested_by = an<OperatorName>(by);
        return draft;
    }
    Result<RefundBatch> request(const BatchDraft &draft)
    {
        return rig_->run([&](Work &work) { return request_batch(work, draft); });
    }
    Result<RefundBatch> approve(const RefundBatch &batch, const std::string &total, const std::string &by)
    {
        return rig_->run([&](Work &work) {
            return approve_batch(work, batch.batch_no, EngineRig::yuan(total), an<OperatorName>(by));
        });
    }
    Result<Refund> approve_single(const RefundNo &refund_no, const std::string &amount, const std::string &by)
    {
        return rig_->run(
            [&](Work &work) { return approve_refund(work, refund_no, EngineRig::yuan(amount), an<OperatorName>(by)); });
    }
    Result<RefundBatch> send_back(const RefundBatch &batch, const std::string &reason)
    {
        return rig_->run(
            [&](Work &work) { return send_back_batch(work, batch.batch_no, reason, an<OperatorName>("carol")); });
    }
    BatchView view(const RefundBatch &batch) { return must(read_batch(rig_->ledger(), batch.batch_no)); }
    void refund_alone(const OrderNo &order_no, const std::string &amount)
    {
        RefundDraft draft;
        draft.order_no = order_no;
        draft.amount = EngineRig::yuan(amount);
        draft.requested_by = an<OperatorName>("carol");
        must(rig_->run([&](Work &work) { return request_refund(work, draft); }));
    }
    void set_fee(const OrderNo &order_no, const std::string &fee)
    {
        auto unit = must(rig_->store().begin());
        ChargingOrder order = must(unit->orders().find(order_no));
        order.fee = EngineRig::yuan(fee);
        must(unit->orders().update(order));
        must(unit->commit());
    }
    std::int64_t back() { return rig_->balance("M-1").available.minor() - paid_; }

    std::unique_ptr<EngineRig> rig_;
    std::vector<OrderNo> orders_;
    std::int64_t paid_ = 0;
};

QTEST_GUILESS_MAIN(RefundBatchTest)
#include "refund_batch_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/workflow/decide_ticket.h"
#include "models/workflow/open_ticket.h"
#include "models/workflow/registry_changes.h"
#include "models/workflow/request_refund.h"
#include "models/workflow/run_effects.h"
#include "tests/support/engine_rig.h"

using namespace aftercharge;
using namespace std::chrono_literals;

// Refunds and adjustments of one order of ¥12.34: alice may decide up to ¥2.00, bob up to ¥10.00.
class RefundsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        rig_ = std::make_unique<EngineRig>();
        rig_->furnish();
        rig_->add_operator("alice", Role::Agent, "2.00");
        rig_->add_operator("bob", Role::Supervisor, "10.00");
        rig_->add_operator("carol", Role::Supervisor, "100.00");
        rig_->add_operator("nick", Role::Agent);
        order_no_ = rig_->session(12'340).order_no;
        paid_ = rig_->balance("M-1").available.minor();
    }
    void cleanup()
    {
        QCOMPARE(must(rig_->ledger().accounts().sum_of_all()).minor(), 0);
        QVERIFY(must(rig_->ledger().audit().verify([](auto, auto) { return true; })).intact);
    }

    void within_the_limit_it_is_posted_at_once()
    {
        const TicketNo ticket_no = complain();
        RefundDraft draft = refund_of("2.00", "alice");
        draft.ticket_no = ticket_no;
        const Refund asked = must(request(draft));
        QCOMPARE(asked.approval, ApprovalState::Approved);
        const Refund refund = must(rig_->ledger().refunds().find(asked.refund_no));
        QCOMPARE(refund.status, RefundStatus::Success);
        QCOMPARE(refund.approved_by, an<OperatorName>("alice"));
        QVERIFY(refund.posted_at.has_value());
        QCOMPARE(back(), 200);
        const ChargingOrder order = rig_->order(order_no_);
        QCOMPARE(order.state, OrderState::AfterSales);
        QCOMPARE(order.refunded.minor(), 200);
        const Ticket ticket = must(rig_->ledger().tickets().find(ticket_no));
        QCOMPARE(ticket.state, TicketState::Resolved);
        QCOMPARE(ticket.assigned_to, an<OperatorName>("alice"));
        QVERIFY(ticket.decision.starts_with(refund.refund_no.text()));
        const Notice notice = rig_->notices(order_no_).back();
        QCOMPARE(notice.kind, NoticeKind::RefundDone);
        QCOMPARE(notice.values.at("amount"), std::string("2.00"));
        QCOMPARE(must(rig_->ledger().outbox().waiting()), 0);
        QVERIFY(std::any_of(rig_->told.rows.begin(), rig_->told.rows.end(),
                            [](const Changed &row) { return row.table == ChangedTable::Refunds; }));
    }

    void above_the_limit_it_waits_for_another_person()
    {
        const TicketNo ticket_no = complain();
        RefundDraft draft = refund_of("2.01", "alice");
        draft.ticket_no = ticket_no;
        const Refund refund = must(request(draft));
        QCOMPARE(refund.approval, ApprovalState::Waiting);
        QCOMPARE(back(), 0);
        QCOMPARE(must(rig_->ledger().refunds().waiting_approval()), 1);
        QCOMPARE(must(rig_->ledger().tickets().find(ticket_no)).state, TicketState::WaitingApproval);
        QCOMPARE(approve(refund, "2.01", "bob").value().approved_by, an<OperatorName>("bob"));
        QCOMPARE(back(), 201);
        QCOMPARE(must(rig_->ledger().tickets().find(ticket_no)).state, TicketState::Resolved);
        QCOMPARE(approve(refund, "2.01", "carol").error().code, ErrorCode::RefundAlreadyDecided);
        QCOMPARE(back(), 201);
    }

    void an_approval_that_is_no_approval()
    {
        const Refund refund = must(request(refund_of("12.34", "bob")));
        QCOMPARE(refund.approval, ApprovalState::Waiting);
        QCOMPARE(approve(refund, "12.34", "bob").error().code, ErrorCode::RefundOwnRequest);
        QCOMPARE(approve(refund, "12.33", "carol").error().code, ErrorCode::RefundChanged);
        QCOMPARE(approve(refund, "12.34", "alice").error().code, ErrorCode::RefundExceedsLimit);
        QCOMPARE(approve(refund, "12.34", "nick").error().code, ErrorCode::OperatorNotPermitted);
        QCOMPARE(approve(refund, "12.34", "nobody").error().code, ErrorCode::OperatorNotFound);
        must(rig_->run([](Work &w) { return disable_operator(w, an<OperatorName>("carol"), {}); }));
        QCOMPARE(approve(refund, "12.34", "carol").error().code, ErrorCode::OperatorDisabled);
        QCOMPARE(must(rig_->ledger().refunds().find(refund.refund_no)).approval, ApprovalState::Waiting);
        QCOMPARE(back(), 0);
    }

    void nobody_raises_his_own_limit()
    {
        const OperatorName bob = an<OperatorName>("bob");
        const auto raise = [&](const Actor &by) {
            return rig_->run([&](Work &w) { return set_operator_limit(w, bob, EngineRig::yuan("99.00"), by); });
        };
        for (const char *name : {"bob", "carol"})
            QCOMPARE(raise({Source::Admin, name}).error().code, ErrorCode::OperatorNotPermitted);
        QVERIFY(raise({Source::Admin, "admin"}));
    }

    void refunds_and_adjustments_together_never_exceed_what_was_paid()
    {
        RefundDraft adjustment = refund_of("2.00", "alice");
        adjustment.kind = RefundKind::Adjustment;
        must(request(adjustment));
        QCOMPARE(rig_->notices(order_no_).back().kind, NoticeKind::AdjustmentDone);
        QCOMPARE(request(refund_of("10.35", "carol")).error().code, ErrorCode::RefundExceedsPaid);
        const Refund waiting = must(request(refund_of("10.00", "alice")));
        QCOMPARE(request(refund_of("0.35", "alice")).error().code, ErrorCode::RefundExceedsPaid);
        const Refund rest = must(request(refund_of("0.34", "alice")));
        QCOMPARE(request(refund_of("0.01", "alice")).error().code, ErrorCode::RefundExceedsPaid);
        must(approve(waiting, "10.00", "bob"));
        must(approve(rest, "0.34", "bob"));
        QCOMPARE(back(), 1234);
        QCOMPARE(rig_->order(order_no_).refunded.minor(), 1234);
        QCOMPARE(must(rig_->ledger().accounts().balance(AccountId::platform(AccountKind::Revenue))).minor(), 0);
    }

    void a_limit_is_not_passed_in_small_pieces()
    {
        QCOMPARE(must(request(refund_of("1.50", "alice"))).approval, ApprovalState::Approved);
        const Refund more = must(request(refund_of("0.51", "alice")));
        QCOMPARE(more.approval, ApprovalState::Waiting);
        // What another approved is not his own; of another order he may grant again.
        must(approve(more, "0.51", "bob"));
        QCOMPARE(must(request(refund_of("0.50", "alice"))).approval, ApprovalState::Approved);
        QCOMPARE(must(request(refund_of("0.01", "alice"))).approval, ApprovalState::Waiting);
        QCOMPARE(back(), 251);
        QCOMPARE(must(request(refund_of("5.00", "bob"))).approval, ApprovalState::Approved);
        rig_->clock.advance(1min);
        order_no_ = rig_->session(5'000).order_no;
        QCOMPARE(must(request(refund_of("2.00", "alice"))).approval, ApprovalState::Approved);
    }

    void what_was_rolled_back_is_not_told()
    {
        const RefundNo refund_no = must(request_refund(rig_->engine().work(), refund_of("2.00", "alice"))).refund_no;
        {
            auto unit = must(rig_->store().begin());
            ChargingOrder order = must(unit->orders().find(order_no_));
            order.state = OrderState::Settle;
            must(unit->orders().update(order));
            must(unit->commit());
        }
        rig_->engine().tick();
        const std::int64_t version = must(rig_->ledger().refunds().find(refund_no)).version;
        rig_->told = {};
        rig_->clock.advance(31s);
        rig_->engine().tick();
        QCOMPARE(back(), 0);
        QCOMPARE(must(rig_->ledger().outbox().waiting()), 1);
        QCOMPARE(must(rig_->ledger().refunds().find(refund_no)).version, version);
        for (const Changed &row : rig_->told.rows)
            QVERIFY2(row.version <= version, "a version was told that was rolled back");
        QCOMPARE(rig_->told.count(NoticeKind::RefundDone), 0);
        // Decided it stays, and is posted when the order allows it.
        {
            auto unit = must(rig_->store().begin());
            ChargingOrder order = must(unit->orders().find(order_no_));
            order.state = OrderState::Payed;
            must(unit->orders().update(order));
            must(unit->commit());
        }
        rig_->clock.advance(31s);
        rig_->engine().tick();
        QCOMPARE(back(), 200);
    }

    void requests_that_cannot_be()
    {
        QCOMPARE(request(refund_of("0.00", "alice")).error().code, ErrorCode::MoneyNotPositive);
        QCOMPARE(request(refund_of("-1.00", "alice")).error().code, ErrorCode::MoneyNotPositive);
        RefundDraft dollars = refund_of("1.00", "alice");
        dollars.amount = must(Money::from_minor(100, must(Currency::from_code("USD"))));
        QCOMPARE(request(dollars).error().code, ErrorCode::MoneyCurrencyMismatch);
        RefundDraft nowhere = refund_of("1.00", "alice");
        nowhere.order_no = an<OrderNo>("C20000101-0001");
        QCOMPARE(request(nowhere).error().code, ErrorCode::OrderNotFound);
        const auto running = rig_->start("CP-1", 1, "CARD-1", 0);
        RefundDraft early = refund_of("1.00", "alice");
        early.order_no = rig_->order("CP-1", running.transaction_id).order_no;
        QCOMPARE(request(early).error().code, ErrorCode::StateNotAllowed);
        RefundDraft foreign = refund_of("0.20", "alice");
        rig_->clock.advance(1min);
        rig_->stop("CP-1", running.transaction_id, 500);
        foreign.ticket_no = complain();
        foreign.order_no = early.order_no;
        QCOMPARE(request(foreign).error().code, ErrorCode::InputInvalid);
        QCOMPARE(must(rig_->ledger().refunds().page({})).rows.size(), std::size_t{0});
    }

    void sent_back_it_is_closed_and_its_money_free_again()
    {
        const TicketNo ticket_no = complain();
        RefundDraft draft = refund_of("12.34", "alice");
        draft.ticket_no = ticket_no;
        const Refund refund = must(request(draft));
        QCOMPARE(send_back(refund, "", "bob").error().code, ErrorCode::InputInvalid);
        QCOMPARE(send_back(refund, "why?", "nick").error().code, ErrorCode::OperatorNotPermitted);
        const Refund sent_back = must(send_back(refund, "too much", "bob"));
        QCOMPARE(sent_back.status, RefundStatus::Closed);
        QCOMPARE(sent_back.approval, ApprovalState::SentBack);
        QCOMPARE(must(rig_->ledger().tickets().find(ticket_no)).state, TicketState::InReview);
        QCOMPARE(approve(refund, "12.34", "carol").error().code, ErrorCode::RefundAlreadyDecided);
        QCOMPARE(send_back(refund, "again", "bob").error().code, ErrorCode::RefundAlreadyDecided);
        must(request(refund_of("2.00", "alice")));
        QCOMPARE(back(), 200);
    }

    void the_effect_runs_once_however_often_it_is_run()
    {
        must(request(refund_of("2.00", "alice")));
        for (int i = 0; i < 3; ++i)
            QCOMPARE(must(run_ledger_effects(rig_->engine().work())), 0);
        rig_->clock.advance(10min);
        rig_->engine().tick();
        rig_->restart();
        rig_->engine().tick();
        QCOMPARE(back(), 200);
        QCOMPARE(rig_->told.count(NoticeKind::RefundDone), 1);
    }

    void a_crash_between_decision_and_effect_posts_it_afterwards_once()
    {
        // The decision alone, as if the program ended before its effect.
        must(request_refund(rig_->engine().work(), refund_of("2.00", "alice")));
        QCOMPARE(back(), 0);
        rig_->restart();
        QCOMPARE(back(), 0);
        rig_->engine().tick();
        QCOMPARE(back(), 200);
        rig_->restart();
        rig_->engine().tick();
        QCOMPARE(back(), 200);
        QCOMPARE(must(rig_->ledger().accounts().transfers(order_no_.text())).size(), std::size_t{4});
    }

    void a_crash_after_the_lease_posts_it_when_the_lease_is_over()
    {
        must(request_refund(rig_->engine().work(), refund_of("2.00", "alice")));
        {
            auto unit = must(rig_->store().begin());
            const UtcTime now = rig_->clock.now();
            QCOMPARE(must(unit->outbox().lease(EffectKind::PostRefund, now, "gone", now + 60s, 10)).size(),
                     std::size_t{1});
            must(unit->commit());
        }
        rig_->restart();
        rig_->engine().tick();
        QCOMPARE(back(), 0);
        rig_->clock.advance(61s);
        rig_->engine().tick();
        QCOMPARE(back(), 200);
    }

    void a_crash_before_the_commit_leaves_no_trace()
    {
        const Refund refund = must(request(refund_of("5.00", "alice")));
        {
            auto unit = must(rig_->store().begin());
            must(unit->refunds().approve(refund.refund_no, an<OperatorName>("bob"), refund.amount, rig_->clock.now()));
        }
        rig_->restart();
        rig_->engine().tick();
        QCOMPARE(must(rig_->ledger().refunds().find(refund.refund_no)).approval, ApprovalState::Waiting);
        QCOMPARE(back(), 0);
        must(approve(refund, "5.00", "bob"));
        QCOMPARE(back(), 500);
    }

    void an_approval_goes_through_though_the_ticket_moved_on_meanwhile()
    {
        const TicketNo ticket_no = complain();
        RefundDraft large = refund_of("5.00", "alice");
        large.ticket_no = ticket_no;
        const Refund waiting = must(request(large));
        {
            auto unit = must(rig_->store().begin());
            Ticket ticket = must(unit->tickets().find(ticket_no));
            ticket.state = TicketState::WaitingCustomer;
            must(unit->tickets().update(ticket));
            must(unit->commit());
        }
        must(approve(waiting, "5.00", "bob"));
        QCOMPARE(back(), 500);
        QCOMPARE(must(rig_->ledger().tickets().find(ticket_no)).state, TicketState::WaitingCustomer);
    }

    void what_can_never_be_posted_fails_and_is_told()
    {
        RefundDraft draft = refund_of("2.00", "alice");
        draft.ticket_no = complain();
        const Refund refund = must(request_refund(rig_->engine().work(), draft));
        // Its movement's id is taken by another movement.
        must(rig_->run([&](Work &work) -> Result<void> {
            auto unit = must(work.ledger.begin());
            Transfer other;
            other.transfer_id = refund.transfer_id;
            other.debit = AccountId::platform(AccountKind::GatewayClearing);
            other.credit = AccountId::platform(AccountKind::Revenue);
            other.amount = EngineRig::yuan("1.00");
            other.reference = "another";
            other.at = work.clock.now();
            must(unit->accounts().post(other));
            return unit->commit();
        }));
        QCOMPARE(must(rig_->ledger().refunds().find(refund.refund_no)).status, RefundStatus::Fail);
        QCOMPARE(must(rig_->ledger().outbox().waiting()), 0);
        QCOMPARE(must(rig_->ledger().tickets().find(draft.ticket_no)).state, TicketState::InReview);
        const auto open = must(rig_->ledger().gateways().discrepancies(false, 10));
        QCOMPARE(open.size(), std::size_t{1});
        QCOMPARE(open.front().kind, DiscrepancyKind::LedgerDiffers);
        QCOMPARE(open.front().entity_id, refund.refund_no.text());
        rig_->clock.advance(10min);
        rig_->engine().tick();
        QCOMPARE(back(), 0);
        // What failed holds nothing: a new one is asked for under a new number.
        draft.ticket_no = {};
        must(request(draft));
        QCOMPARE(back(), 200);
    }

private:
    RefundDraft refund_of(const std::string &amount, const std::string &by)
    {
        RefundDraft draft;
        draft.order_no = order_no_;
        draft.amount = EngineRig::yuan(amount);
        draft.reason_code = ReasonCode::MeterFast;
        draft.basis = "fee 12.34";
        draft.requested_by = an<OperatorName>(by);
        return draft;
    }
    Result<Refund> request(const RefundDraft &draft)
    {
        return rig_->run([&](Work &work) { return request_refund(work, draft); });
    }
    Result<Refund> approve(const Refund &refund, const std::string &amount, const std::string &by)
    {
        return rig_->run([&](Work &work) {
            return approve_refund(work, refund.refund_no, EngineRig::yuan(amount), an<OperatorName>(by));
        });
    }
    Result<Refund> send_back(const Refund &refund, const std::string &reason, const std::string &by)
    {
        return rig_->run(
            [&](Work &work) { return send_back_refund(work, refund.refund_no, reason, an<OperatorName>(by)); });
    }
    TicketNo complain()
    {
        TicketDraft draft;
        draft.order_no = order_no_;
        draft.reason = "多扣费";
        draft.actor = {Source::Customer, "M-1"};
        return must(rig_->run([&](Work &work) { return open_ticket(work, draft); })).ticket_no;
    }
    // What came back to the member since the session.
    std::int64_t back() { return rig_->balance("M-1").available.minor() - paid_; }

    std::unique_ptr<EngineRig> rig_;
    OrderNo order_no_;
    std::int64_t paid_ = 0;
};

QTEST_GUILESS_MAIN(RefundsTest)
#include "refunds_test.moc"

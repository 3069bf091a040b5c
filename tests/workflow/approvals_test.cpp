// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/workflow/approval_picture.h"
#include "models/workflow/approval_rules.h"
#include "models/workflow/decide_ticket.h"
#include "models/workflow/expire_approvals.h"
#include "models/workflow/open_ticket.h"
#include "models/workflow/request_refund.h"
#include "tests/support/engine_rig.h"

using namespace aftercharge;
using namespace std::chrono_literals;

// Approvals of refunds of one order of ¥12.34: alice may grant ¥2.00, bob and dave ¥10.00 each,
// carol ¥100.00. Above ¥5.00 two different people are needed.
class ApprovalsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        rig_ = std::make_unique<EngineRig>();
        rig_->furnish();
        rig_->add_operator("alice", Role::Agent, "2.00");
        rig_->add_operator("bob", Role::Supervisor, "10.00");
        rig_->add_operator("dave", Role::Supervisor, "10.00");
        rig_->add_operator("carol", Role::Supervisor, "100.00");
        order_no_ = rig_->session(12'340).order_no;
        paid_ = rig_->balance("M-1").available.minor();
        must(set_rule("5.00", 2, "admin"));
    }
    void cleanup()
    {
        QCOMPARE(must(rig_->ledger().accounts().sum_of_all()).minor(), 0);
        QVERIFY(must(rig_->ledger().audit().verify([](auto, auto) { return true; })).intact);
    }

    void above_the_rule_two_different_people_approve()
    {
        const Refund asked = must(request("10.00", "alice"));
        rig_->told = {};
        const Refund after_one = must(approve(asked, "10.00", "bob"));
        QCOMPARE(after_one.approval, ApprovalState::Waiting);
        QCOMPARE(after_one.version, asked.version + 1);
        QVERIFY(was_told(asked));
        QCOMPARE(back(), 0);
        QVERIFY(has_audit("refund.vote", asked.refund_no.text(), "bob"));
        QVERIFY(!has_audit("refund.approve", asked.refund_no.text(), "bob"));
        QCOMPARE(approve(asked, "10.00", "bob").error().code, ErrorCode::ApprovalAlreadyGiven);
        QCOMPARE(approve(asked, "10.00", "alice").error().code, ErrorCode::RefundOwnRequest);
        QCOMPARE(votes(asked).size(), std::size_t{1});
        const Refund after_two = must(approve(asked, "10.00", "dave"));
        QCOMPARE(after_two.approval, ApprovalState::Approved);
        QCOMPARE(after_two.approved_by, an<OperatorName>("dave"));
        QCOMPARE(votes(asked).size(), std::size_t{2});
        QCOMPARE(back(), 1000);
        QCOMPARE(approve(asked, "10.00", "carol").error().code, ErrorCode::RefundAlreadyDecided);
    }

    void each_vote_is_within_the_voters_own_limit()
    {
        const Refund asked = must(request("10.01", "alice"));
        QCOMPARE(approve(asked, "10.01", "bob").error().code, ErrorCode::RefundExceedsLimit);
        QCOMPARE(approve(asked, "10.00", "carol").error().code, ErrorCode::RefundChanged);
        QVERIFY(votes(asked).empty());
        must(approve(asked, "10.01", "carol"));
        QCOMPARE(refund(asked).approval, ApprovalState::Waiting);
    }

    void the_requesters_own_limit_is_not_enough_above_the_rule()
    {
        QCOMPARE(must(request("5.01", "carol")).approval, ApprovalState::Waiting);
        QCOMPARE(must(request("5.00", "carol")).approval, ApprovalState::Approved);
        // Nor in small pieces of the same order.
        QCOMPARE(must(request("0.01", "carol")).approval, ApprovalState::Waiting);
        QCOMPARE(back(), 500);
    }

    void up_to_the_rule_one_person_is_enough()
    {
        const Refund asked = must(request("5.00", "alice"));
        QCOMPARE(must(approve(asked, "5.00", "bob")).approval, ApprovalState::Approved);
        QCOMPARE(votes(asked).size(), std::size_t{1});
    }

    void the_strictest_rule_holds()
    {
        must(set_rule("7.00", 3, "admin"));
        must(set_rule("9.00", 1, "admin"));
        const Refund asked = must(request("9.50", "alice"));
        must(approve(asked, "9.50", "bob"));
        must(approve(asked, "9.50", "dave"));
        QCOMPARE(refund(asked).approval, ApprovalState::Waiting);
        QCOMPARE(must(approve(asked, "9.50", "carol")).approval, ApprovalState::Approved);
    }

    void only_administrators_make_rules()
    {
        QCOMPARE(set_rule("1.00", 2, "carol").error().code, ErrorCode::OperatorNotPermitted);
        QCOMPARE(set_rule("1.00", 0, "admin").error().code, ErrorCode::InputInvalid);
        QCOMPARE(set_rule("1.00", max_approvers + 1, "admin").error().code, ErrorCode::InputInvalid);
        QCOMPARE(set_rule("-1.00", 2, "admin").error().code, ErrorCode::MoneyNotPositive);
        QCOMPARE(set_life(0h, "admin").error().code, ErrorCode::InputInvalid);
        QCOMPARE(set_life(2h, "bob").error().code, ErrorCode::OperatorNotPermitted);
        must(set_rule("1.00", 2, "admin"));
        QVERIFY(has_audit("approval.rule_set", "1.00", "admin"));
        QCOMPARE(must(request("1.01", "carol")).approval, ApprovalState::Waiting);
        const auto remove = [&](const char *above) {
            return rig_->run([&](Work &work) {
                return remove_approval_rule(work, EngineRig::yuan(above), {Source::Admin, "admin"});
            });
        };
        must(remove("1.00"));
        QCOMPARE(remove("1.00").error().code, ErrorCode::InputInvalid);
        QCOMPARE(must(request("1.02", "carol")).approval, ApprovalState::Approved);
    }

    void what_waits_too_long_goes_back_by_itself()
    {
        const TicketNo ticket_no = complain();
        const Refund asked = must(request("10.00", "alice", ticket_no));
        must(approve(asked, "10.00", "bob"));
        rig_->clock.advance(72h);
        QCOMPARE(expire(), 0);
        rig_->clock.advance(1ms);
        QCOMPARE(approve(asked, "10.00", "dave").error().code, ErrorCode::RefundExpired);
        QCOMPARE(refund(asked).approval, ApprovalState::Waiting);
        rig_->told = {};
        QCOMPARE(expire(), 1);
        const Refund expired = refund(asked);
        QCOMPARE(expired.approval, ApprovalState::SentBack);
        QCOMPARE(expired.status, RefundStatus::Closed);
        QVERIFY(expired.note.starts_with("expired"));
        QVERIFY(was_told(asked));
        QVERIFY(has_audit("refund.expire", asked.refund_no.text(), "engine"));
        QCOMPARE(must(rig_->ledger().tickets().find(ticket_no)).state, TicketState::InReview);
        const auto entries = must(rig_->ledger().tickets().entries(ticket_no));
        QVERIFY(entries.back().text.find(asked.refund_no.text() + " was sent back: expired") != std::string::npos);
        QCOMPARE(entries.back().actor.source, Source::System);
        QCOMPARE(expire(), 0);
        QCOMPARE(approve(asked, "10.00", "dave").error().code, ErrorCode::RefundAlreadyDecided);
        QCOMPARE(back(), 0);
        // Its money is free again.
        must(request("12.34", "alice"));
    }

    void the_life_of_a_request_is_data()
    {
        must(set_life(1h, "admin"));
        const Refund asked = must(request("5.00", "alice"));
        rig_->clock.advance(1h + 1ms);
        QCOMPARE(approve(asked, "5.00", "bob").error().code, ErrorCode::RefundExpired);
        must(set_life(2h, "admin"));
        QCOMPARE(expire(), 0);
        QCOMPARE(must(approve(asked, "5.00", "bob")).approval, ApprovalState::Approved);
    }

    void the_approver_sees_what_the_requester_saw()
    {
        must(request("1.00", "bob"));
        const TicketNo ticket_no = complain();
        const Refund asked = must(request("3.00", "alice", ticket_no));
        const ApprovalView view = *must(read_approval(rig_->ledger(), asked.refund_no.text()));
        const Refund before = must(rig_->ledger().refunds().of_order(order_no_)).front();
        const std::vector<std::pair<std::string, std::string>> rows{
            {"order", order_no_.text()},
            {"currency", "CNY"},
            {"state", "PAYED"},
            {"settlement", "FINAL"},
            {"fee", "12.34"},
            {"owed", "0.00"},
            {"paid", "12.34"},
            {"refund:" + before.refund_no.text(), "1.00"},
            {"refunded_before", "1.00"},
            {"this", "3.00"},
            {"stays", "8.34"},
            {"ticket", "CHARGING_COMPLAINT: 多扣费"},
            {"ticket_decision", ""},
        };
        QVERIFY(view.picture.rows == rows);
        QCOMPARE(view.picture.basis, std::string("fee 12.34"));
        QCOMPARE(view.picture.fingerprint.size(), std::size_t{64});
        QVERIFY(view.picture.at == rig_->clock.now());
        QVERIFY(view.changes.empty());
        // What was approved at once nobody else looks at.
        QVERIFY(!must(read_approval(rig_->ledger(), before.refund_no.text())).has_value());
    }

    void a_corrected_fee_voids_the_request()
    {
        const TicketNo ticket_no = complain();
        const Refund asked = must(request("5.00", "alice", ticket_no));
        correct_fee("11.00");
        const ApprovalView view = *must(read_approval(rig_->ledger(), asked.refund_no.text()));
        QVERIFY((view.changes.front() == PictureChange{"fee", "12.34", "11.00"}));
        rig_->told = {};
        const Error error = approve(asked, "5.00", "bob").error();
        QCOMPARE(error.code, ErrorCode::ApprovalVoided);
        QCOMPARE(error.detail, asked.refund_no.text() + ": fee 12.34 → 11.00");
        const Refund voided = refund(asked);
        QCOMPARE(voided.approval, ApprovalState::SentBack);
        QCOMPARE(voided.status, RefundStatus::Closed);
        QVERIFY(voided.note.find("fee 12.34 → 11.00") != std::string::npos);
        QVERIFY2(was_told(asked), "what was committed is told although the approval failed");
        QVERIFY(votes(asked).empty());
        QVERIFY(has_audit("refund.void", asked.refund_no.text(), "engine"));
        QCOMPARE(must(rig_->ledger().tickets().find(ticket_no)).state, TicketState::InReview);
        QCOMPARE(back(), 0);
        correct_fee("12.34");
    }

    void another_refund_of_the_order_voids_the_request()
    {
        const Refund asked = must(request("5.00", "alice"));
        const Refund other = must(request("1.00", "bob"));
        QCOMPARE(other.approval, ApprovalState::Approved);
        const Error error = approve(asked, "5.00", "dave").error();
        QCOMPARE(error.code, ErrorCode::ApprovalVoided);
        QVERIFY2(error.detail.find("refund " + other.refund_no.text() + " 1.00") != std::string::npos,
                 error.detail.c_str());
        QCOMPARE(refund(asked).approval, ApprovalState::SentBack);
        QCOMPARE(back(), 100);
    }

    void what_merely_waits_behind_it_voids_nothing()
    {
        const Refund first = must(request("5.00", "alice"));
        const Refund second = must(request("3.00", "alice"));
        // The second one was asked for with the first on the screen: its approval changes nothing.
        QCOMPARE(must(approve(first, "5.00", "bob")).approval, ApprovalState::Approved);
        QCOMPARE(must(approve(second, "3.00", "bob")).approval, ApprovalState::Approved);
        QCOMPARE(back(), 800);
    }

    void what_was_on_the_screen_and_is_no_more_voids_it()
    {
        const Refund first = must(request("5.00", "alice"));
        const Refund second = must(request("3.00", "alice"));
        must(rig_->run(
            [&](Work &work) { return send_back_refund(work, first.refund_no, "no", an<OperatorName>("bob")); }));
        QCOMPARE(approve(second, "3.00", "bob").error().code, ErrorCode::ApprovalVoided);
    }

    void a_note_on_the_ticket_is_no_change_a_decision_is()
    {
        const TicketNo ticket_no = complain();
        const Refund asked = must(request("3.00", "alice", ticket_no));
        const TicketStep step{ticket_no, must(rig_->ledger().tickets().find(ticket_no)).version,
                              an<OperatorName>("alice")};
        must(rig_->run([&](Work &work) { return note_on_ticket(work, step, "called him"); }));
        QVERIFY(must(read_approval(rig_->ledger(), asked.refund_no.text()))->changes.empty());
        {
            auto unit = must(rig_->store().begin());
            Ticket ticket = must(unit->tickets().find(ticket_no));
            ticket.decision = "paid in the shop";
            must(unit->tickets().update(ticket));
            must(unit->commit());
        }
        const Error error = approve(asked, "3.00", "bob").error();
        QCOMPARE(error.code, ErrorCode::ApprovalVoided);
        QVERIFY2(error.detail.find("paid in the shop") != std::string::npos, error.detail.c_str());
    }

    void a_crash_before_the_commit_leaves_no_vote()
    {
        const Refund asked = must(request("10.00", "alice"));
        {
            auto unit = must(rig_->store().begin());
            must(unit->approvals().vote(
                {asked.refund_no.text(), an<OperatorName>("bob"), asked.amount, asked.amount, rig_->clock.now()}));
        }
        rig_->restart();
        QVERIFY(votes(asked).empty());
        must(approve(asked, "10.00", "bob"));
        rig_->restart();
        QCOMPARE(votes(asked).size(), std::size_t{1});
        QCOMPARE(must(approve(asked, "10.00", "dave")).approval, ApprovalState::Approved);
        QCOMPARE(back(), 1000);
    }

private:
    Result<Refund> request(const std::string &amount, const std::string &by, const TicketNo &ticket_no = {})
    {
        RefundDraft draft;
        draft.order_no = order_no_;
        draft.ticket_no = ticket_no;
        draft.amount = EngineRig::yuan(amount);
        draft.basis = "fee 12.34";
        draft.requested_by = an<OperatorName>(by);
        return rig_->run([&](Work &work) { return request_refund(work, draft); });
    }
    Result<Refund> approve(const Refund &refund, const std::string &amount, const std::string &by)
    {
        return rig_->run([&](Work &work) {
            return approve_refund(work, refund.refund_no, EngineRig::yuan(amount), an<OperatorName>(by));
        });
    }
    Result<void> set_rule(const std::string &above, int approvers, const std::string &by)
    {
        return rig_->run([&](Work &work) {
            return set_approval_rule(work, {EngineRig::yuan(above), approvers}, {Source::Admin, by});
        });
    }
    Result<void> set_life(std::chrono::hours life, const std::string &by)
    {
        return rig_->run([&](Work &work) { return set_approval_life(work, life, {Source::Admin, by}); });
    }
    int expire()
    {
        return must(rig_->run([](Work &work) { return expire_approvals(work); }));
    }
    // As a late reading would have it.
    void correct_fee(const std::string &fee)
    {
        auto unit = must(rig_->store().begin());
        ChargingOrder order = must(unit->orders().find(order_no_));
        order.fee = EngineRig::yuan(fee);
        must(unit->orders().update(order));
        must(unit->commit());
    }
    TicketNo complain()
    {
        TicketDraft draft;
        draft.order_no = order_no_;
        draft.reason = "多扣费";
        draft.actor = {Source::Customer, "M-1"};
        return must(rig_->run([&](Work &work) { return open_ticket(work, draft); })).ticket_no;
    }
    Refund refund(const Refund &asked) { return must(rig_->ledger().refunds().find(asked.refund_no)); }
    std::vector<ApprovalVote> votes(const Refund &asked)
    {
        return must(rig_->ledger().approvals().votes(asked.refund_no.text()));
    }
    bool was_told(const Refund &asked)
    {
        return std::any_of(rig_->told.rows.begin(), rig_->told.rows.end(), [&](const Changed &row) {
            return row.table == ChangedTable::Refunds && row.id == asked.refund_no.text();
        });
    }
    bool has_audit(const std::string &action, const std::string &id, const std::string &actor)
    {
        const auto page = must(rig_->ledger().audit().page({}, id));
        return std::any_of(page.rows.begin(), page.rows.end(), [&](const AuditEntry &entry) {
            return entry.action == action && entry.entity_id == id && entry.actor.name == actor;
        });
    }
    std::int64_t back() { return rig_->balance("M-1").available.minor() - paid_; }

    std::unique_ptr<EngineRig> rig_;
    OrderNo order_no_;
    std::int64_t paid_ = 0;
};

QTEST_GUILESS_MAIN(ApprovalsTest)
#include "approvals_test.moc"

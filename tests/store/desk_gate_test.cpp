// SPDX-License-Identifier: GPL-3.0-or-later
// The gate of a shared store under people's own logins: what is in once, what is refused with which
// code, and a line that breaks.
#include <QTest>

#include "models/store/scram_verifier.h"
#include "models/store/sql/sql_desk_gate.h"
#include "models/workflow/decision.h"
#include "tests/support/shared_stage.h"

using namespace aftercharge;
using namespace std::chrono_literals;

class DeskGateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { stage_ = std::make_unique<SharedStage>(); }
    void cleanupTestCase() { stage_.reset(); }

    void a_decision_is_in_once_under_the_login()
    {
        const auto ann = gate("ann");
        const Uuid id = fresh_id();
        const Decision take = decision::TakeTicket{an<TicketNo>("T1"), 3};
        must(ann->submit(id, verb_of(take), subject_of(take), arguments_of(take)));
        must(ann->submit(id, verb_of(take), subject_of(take), arguments_of(take)));
        const SubmittedDecision row = *must(reader("ann")->decisions().find(id));
        QCOMPARE(row.login, an<OperatorName>("ann"));
        QCOMPARE(row.verb, DecisionVerb::TakeTicket);
        QCOMPARE(row.subject, std::string("T1"));
        QCOMPARE(row.arguments, arguments_of(take));
        QVERIFY(!row.done_at);
        QCOMPARE(stage_->query("SELECT count(*) FROM ledger.decision"), std::string("1"));
        // Another content, or another person, under the same id.
        const Decision other = decision::TakeTicket{an<TicketNo>("T2"), 3};
        QCOMPARE(ann->submit(id, verb_of(other), subject_of(other), arguments_of(other)).error().code,
                 ErrorCode::StoreConflict);
        QCOMPARE(gate("ben")->submit(id, verb_of(take), subject_of(take), arguments_of(take)).error().code,
                 ErrorCode::StoreConflict);
        // What it says is its own: others see that it waits.
        QCOMPARE(must(reader("ben")->decisions().find(id))->arguments, std::string());
    }

    void refusals_have_our_codes()
    {
        const Decision take = decision::TakeTicket{an<TicketNo>("T1"), 3};
        QCOMPARE(gate("eve")->submit(fresh_id(), verb_of(take), subject_of(take), arguments_of(take)).error().code,
                 ErrorCode::OperatorNotPermitted);
        const auto ann = gate("ann");
        QCOMPARE(ann->submit(fresh_id(), DecisionVerb::TakeTicket, "T1", "no JSON").error().code,
                 ErrorCode::InputInvalid);
        // Approvals are no decisions like others.
        QCOMPARE(gate("sue")->submit(fresh_id(), DecisionVerb::ApproveRefund, "R1", "{}").error().code,
                 ErrorCode::OperatorNotPermitted);
        const auto sue = gate("sue");
        QCOMPARE(sue->approve_refund(fresh_id(), an<RefundNo>("R1"), SharedStage::yuan("1.00")).error().code,
                 ErrorCode::RefundNotFound);
        QCOMPARE(sue->approve_claim(fresh_id(), an<ClaimNo>("K1"), SharedStage::yuan("1.00")).error().code,
                 ErrorCode::ClaimNotFound);
        QCOMPARE(sue->approve_batch(fresh_id(), an<BatchNo>("B1"), SharedStage::yuan("1.00")).error().code,
                 ErrorCode::BatchNotFound);
        QCOMPARE(ann->approve_refund(fresh_id(), an<RefundNo>("R1"), SharedStage::yuan("1.00")).error().code,
                 ErrorCode::OperatorNotPermitted);
    }

    void people_and_their_logins()
    {
        const auto ada = gate("ada");
        Operator nina;
        nina.name = an<OperatorName>("nina");
        nina.display_name = "Nina 王";
        nina.role = Role::Supervisor;
        nina.approval_limit = SharedStage::yuan("20.00");
        const std::string verifier = must(scram_verifier("nina's password", random_));
        QCOMPARE(gate("sue")->add_operator(fresh_id(), nina, verifier).error().code, ErrorCode::OperatorNotPermitted);
        const Uuid id = fresh_id();
        must(ada->add_operator(id, nina, verifier));
        must(ada->add_operator(id, nina, verifier));
        QCOMPARE(ada->add_operator(fresh_id(), nina, verifier).error().code, ErrorCode::OperatorExists);
        const Decision made = must(
            decision_from(DecisionVerb::AddOperator, must(reader("ada")->decisions().find(id))->arguments));
        QCOMPARE(std::get<decision::AddOperator>(made).person.approval_limit, nina.approval_limit);

        SharedLocation hers = stage_->location("nina");
        QCOMPARE(open_desk_gate(hers).error().code, ErrorCode::StoreWrongKey);
        hers.password = "nina's password";
        auto gate_of_nina = must(open_desk_gate(hers));
        QVERIFY(!must(gate_of_nina->feed_token()).empty());
        must(ada->set_password(nina.name, must(scram_verifier("another one", random_))));
        QCOMPARE(open_desk_gate(hers).error().code, ErrorCode::StoreWrongKey);
        hers.password = "another one";
        must(open_desk_gate(hers));

        must(ada->set_operator_limit(fresh_id(), nina.name, SharedStage::yuan("30.00")));
        QCOMPARE(must(reader("ada")->registry().find_operator(nina.name)).approval_limit, SharedStage::yuan("30.00"));
        must(ada->set_operator_limit(fresh_id(), nina.name, std::nullopt));
        QVERIFY(!must(reader("ada")->registry().find_operator(nina.name)).approval_limit);
        QCOMPARE(ada->set_operator_limit(fresh_id(), an<OperatorName>("ada"), std::nullopt).error().code,
                 ErrorCode::OperatorNotPermitted);
        must(ada->disable_operator(fresh_id(), nina.name));
        QVERIFY(must(reader("ada")->registry().find_operator(nina.name)).disabled);
        QVERIFY(!open_desk_gate(hers));
        // Her session was ended, and she comes in no more.
        QVERIFY(!gate_of_nina->feed_token());
    }

    void presence_and_leases()
    {
        const auto ann = gate("ann");
        const auto ben = gate("ben");
        const Uuid desk = fresh_id();
        const UtcTime before = stage_->clock().now();
        const UtcTime until = must(ann->note_presence("T1", Doing::Replying, desk));
        QVERIFY(until >= before + presence_lives);
        QVERIFY(until <= stage_->clock().now() + presence_lives);
        const auto there = must(reader("ben")->presence().of("T1", until - presence_lives));
        QCOMPARE(there.size(), std::size_t{1});
        QCOMPARE(there[0], (Present{"T1", an<OperatorName>("ann"), desk, Doing::Replying, until}));
        must(ann->leave("T1", desk));
        QVERIFY(must(reader("ben")->presence().of("T1", before)).empty());

        const auto order = an<OrderNo>("C1");
        const UtcTime held = must(ann->take_money_lease(order, desk));
        const Error refused = ben->take_money_lease(order, fresh_id()).error();
        QCOMPARE(refused.code, ErrorCode::LeaseHeld);
        QCOMPARE(lease_holder(refused), (LeaseHolder{an<OperatorName>("ann"), held}));
        QVERIFY(must(ann->take_money_lease(order, desk)) >= held);
        must(ben->drop_money_lease(order, desk));
        QVERIFY(!ben->take_money_lease(order, fresh_id()));
        must(ann->drop_money_lease(order, desk));
        must(ben->take_money_lease(order, fresh_id()));
    }

    void tokens_are_kept_as_digests()
    {
        const std::string token = must(gate("ann")->feed_token());
        QVERIFY(token.size() >= 43);
        QCOMPARE(stage_->query("SELECT desk FROM ledger.access_token WHERE sha256 = sha256('" + token + "')"),
                 std::string("ann"));
        QVERIFY(must(gate("ann")->feed_token()) != token);
    }

    void a_session_that_was_ended_is_made_anew()
    {
        const auto ann = gate("ann");
        must(ann->feed_token());
        stage_->query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'ann'");
        const Result<std::string> broken = ann->feed_token();
        QVERIFY(!broken);
        QCOMPARE(broken.error().code, ErrorCode::StoreUnreachable);
        must(ann->feed_token());
        must(stage_->server().stop());
        QCOMPARE(ann->feed_token().error().code, ErrorCode::StoreUnreachable);
        must(stage_->server().restart());
        Result<std::string> back = fail(ErrorCode::Internal);
        QTRY_VERIFY_WITH_TIMEOUT((back = ann->feed_token()).has_value(), 5'000);
    }

private:
    std::unique_ptr<DeskGate> gate(const std::string &login) { return must(open_desk_gate(stage_->location(login))); }
    std::unique_ptr<LedgerReader> reader(const std::string &login)
    {
        return must(must(open_shared_store(stage_->location(login), SharedRole::Desk)).ledger->open_reader());
    }
    Uuid fresh_id() { return make_uuid(stage_->clock(), random_); }

    std::unique_ptr<SharedStage> stage_;
    sim::SeededRandom random_{5};
};

QTEST_GUILESS_MAIN(DeskGateTest)
#include "desk_gate_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/approval_picture.h"
#include "models/workflow/approval_rules.h"
#include "models/workflow/expire_approvals.h"
#include "tests/workflow/claim_bench.h"

using namespace aftercharge;
using namespace std::chrono_literals;

// Approvals of refunds of goods orders and of claims: above ¥60.00 two different people.
class ApprovalsOfGoodsTest : public ClaimBench {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        stage_ = std::make_unique<GatewayStage>();
        parcel_ = stage_->add_parcel("S-1", ShipmentState::InTransit, {GoodsStage::line("L2", 2)}, "100.00");
        must(stage_->rig.run([](Work &work) {
            return set_approval_rule(work, {EngineRig::yuan("60.00"), 2}, {Source::Admin, "admin"});
        }));
    }
    void cleanup()
    {
        check();
        QVERIFY(must(stage_->rig.ledger().audit().verify([](auto, auto) { return true; })).intact);
    }

    void two_people_approve_a_refund_of_goods()
    {
        const RefundNo asked = must(stage_->request(stage_->of_lines("alice", {GoodsStage::line("L2", 3)}))).refund_no;
        QCOMPARE(must(stage_->approve(asked, "81.00", "bob")).approval, ApprovalState::Waiting);
        QVERIFY(!stage_->effect(EffectKind::SendRefund, asked.text()));
        QCOMPARE(stage_->balance(AccountKind::RefundsPayable), 0);
        QCOMPARE(stage_->approve(asked, "81.00", "bob").error().code, ErrorCode::ApprovalAlreadyGiven);
        QCOMPARE(must(stage_->approve(asked, "81.00", "carol")).approval, ApprovalState::Approved);
        QVERIFY(stage_->waits(EffectKind::SendRefund, asked.text()));
        QCOMPARE(stage_->balance(AccountKind::RefundsPayable), 8100);
    }

    void a_unit_refunded_elsewhere_voids_it()
    {
        const RefundNo asked = must(stage_->request(stage_->of_lines("alice", {GoodsStage::line("L2", 2)}))).refund_no;
        const RefundNo other = must(stage_->request(stage_->of_lines("carol", {GoodsStage::line("L2", 1)}))).refund_no;
        QCOMPARE(stage_->refund(other).approval, ApprovalState::Approved);
        const Error error = stage_->approve(asked, "54.00", "bob").error();
        QCOMPARE(error.code, ErrorCode::ApprovalVoided);
        QVERIFY2(error.detail.find("refund " + other.text() + " 27.00") != std::string::npos, error.detail.c_str());
        QVERIFY2(error.detail.find("line L2 Goods L2 × 3, 81.00; refunded 0, 0.00; replaced 0 → Goods L2 × 3, 81.00; "
                                   "refunded 1, 27.00; replaced 0") != std::string::npos,
                 error.detail.c_str());
        QCOMPARE(stage_->refund(asked).approval, ApprovalState::SentBack);
        // Its units are free again.
        must(stage_->request(stage_->of_lines("carol", {GoodsStage::line("L2", 2)})));
    }

    void a_parcel_that_arrived_meanwhile_voids_it()
    {
        const RefundNo asked = must(stage_->request(stage_->of_lines("alice", {GoodsStage::line("L2", 2)}))).refund_no;
        must(stage_->advance(parcel_, ShipmentEvent::Delivered, {Source::Api, "EASYPOST"}));
        const Error error = stage_->approve(asked, "54.00", "bob").error();
        QCOMPARE(error.code, ErrorCode::ApprovalVoided);
        QVERIFY2(error.detail.find("parcel S-1 IN_TRANSIT → DELIVERED") != std::string::npos, error.detail.c_str());
    }

    void an_order_sent_back_is_no_longer_locked()
    {
        stage_->take_order("G-2");
        const RefundNo asked = must(stage_->request(stage_->before_shipment("alice"))).refund_no;
        QCOMPARE(stage_->order().locked_by, asked);
        stage_->rig.clock.advance(73h);
        QCOMPARE(expire(), 1);
        QVERIFY(stage_->order().locked_by.is_empty());
        QCOMPARE(stage_->ticket().state, TicketState::InReview);
    }

    void two_people_approve_a_claim()
    {
        // Damaged goods of which nobody has given back anything: carol alone may promise 54.00 of them.
        stage_->take_order("G-2");
        parcel_ = stage_->add_parcel("S-2", ShipmentState::InTransit, {GoodsStage::line("L1", 1)}, "200.00");
        const ClaimNo asked = open("carol", "180.00", "180.00");
        QCOMPARE(claim(asked).approval, ApprovalState::Waiting);
        QCOMPARE(approve(asked, "180.00", "carol").error().code, ErrorCode::ClaimOwnRequest);
        QCOMPARE(approve(asked, "180.00", "bob").error().code, ErrorCode::ClaimExceedsLimit);
        stage_->rig.add_operator("dave", Role::Supervisor, "500.00");
        stage_->rig.add_operator("erin", Role::Supervisor, "500.00");
        QCOMPARE(must(approve(asked, "180.00", "dave")).approval, ApprovalState::Waiting);
        QVERIFY(!stage_->effect(EffectKind::OpenClaim, asked.text()));
        QCOMPARE(approve(asked, "180.00", "dave").error().code, ErrorCode::ApprovalAlreadyGiven);
        const Claim approved = must(approve(asked, "180.00", "erin"));
        QCOMPARE(approved.approval, ApprovalState::Approved);
        QCOMPARE(approved.approved_by, an<OperatorName>("erin"));
        QVERIFY(stage_->effect(EffectKind::OpenClaim, asked.text()).has_value());
        QCOMPARE(must(stage_->rig.ledger().approvals().votes(asked.text())).size(), std::size_t{2});
    }

    void a_promise_without_a_rule_is_made_alone()
    {
        QCOMPARE(claim(open("carol", "54.00", "54.00")).approval, ApprovalState::Approved);
    }

    void a_refund_of_the_order_voids_a_claim()
    {
        const ClaimNo asked = open("alice", "54.00", "54.00");
        QCOMPARE(claim(asked).approval, ApprovalState::Waiting);
        const auto view = must(read_approval(stage_->rig.ledger(), asked.text()));
        QVERIFY(view && view->changes.empty());
        QVERIFY((view->picture.rows.front() == std::pair<std::string, std::string>{"parcel", "S-1"}));
        const RefundNo other = must(stage_->request(stage_->of_lines("carol", {GoodsStage::line("L2", 1)}))).refund_no;
        const Error error = approve(asked, "54.00", "bob").error();
        QCOMPARE(error.code, ErrorCode::ApprovalVoided);
        QVERIFY2(error.detail.find(other.text()) != std::string::npos, error.detail.c_str());
        QCOMPARE(claim(asked).approval, ApprovalState::SentBack);
        QVERIFY(!stage_->effect(EffectKind::OpenClaim, asked.text()));
    }

    void a_claim_that_waits_too_long_goes_back()
    {
        const ClaimNo asked = open("alice", "54.00", "54.00");
        stage_->rig.clock.advance(72h + 1ms);
        QCOMPARE(approve(asked, "54.00", "bob").error().code, ErrorCode::ClaimExpired);
        QCOMPARE(expire(), 1);
        QCOMPARE(claim(asked).approval, ApprovalState::SentBack);
        const auto ticket = must(stage_->rig.ledger().tickets().find(claim(asked).ticket_no));
        QCOMPARE(ticket.state, TicketState::InReview);
        const auto entries = must(stage_->rig.ledger().tickets().entries(ticket.ticket_no));
        QVERIFY(entries.back().text.find("expired") != std::string::npos);
        QCOMPARE(expire(), 0);
        // The parcel may be claimed for anew.
        open("carol", "54.00", "54.00");
    }

private:
    int expire()
    {
        return must(stage_->rig.run([](Work &work) { return expire_approvals(work); }));
    }
};

QTEST_GUILESS_MAIN(ApprovalsOfGoodsTest)
#include "approvals_of_goods_test.moc"

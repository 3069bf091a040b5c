// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/workflow/claim_bench.h"

using namespace aftercharge;

// Who may promise what by a claim, and what cannot be claimed at all.
class GoodsClaimRightsTest : public ClaimBench {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        stage_ = std::make_unique<GatewayStage>();
        parcel_ = stage_->add_parcel("S-1", ShipmentState::Damaged, {GoodsStage::line("L2", 2)}, "100.00");
    }
    void cleanup()
    {
        check();
        QVERIFY(must(stage_->rig.ledger().audit().verify([](auto, auto) { return true; })).intact);
    }

    void above_the_limit_another_person_approves_the_promise()
    {
        const ClaimNo number = open("alice", "54.00", "54.00");
        QCOMPARE(claim(number).approval, ApprovalState::Waiting);
        QCOMPARE(stage_->ticket().state, TicketState::WaitingApproval);
        QVERIFY(stage_->work());
        QCOMPARE(stage_->carrier->opened.size(), std::size_t{0});
        QCOMPARE(must(stage_->rig.ledger().claims().waiting_approval()), 1);
        QCOMPARE(stage_->notices(NoticeKind::ClaimOpened), 0);
        QCOMPARE(approve(number, "54.00", "alice").error().code, ErrorCode::ClaimOwnRequest);
        QCOMPARE(approve(number, "53.00", "bob").error().code, ErrorCode::ClaimChanged);
        QCOMPARE(approve(number, "54.00", "nick").error().code, ErrorCode::OperatorNotPermitted);
        must(approve(number, "54.00", "bob"));
        QCOMPARE(approve(number, "54.00", "carol").error().code, ErrorCode::ClaimAlreadyDecided);
        QCOMPARE(stage_->ticket().state, TicketState::WaitingCarrier);
        QVERIFY(stage_->work());
        ask_for(ClaimEvent::Approved, {}, "54.00");
        QCOMPARE(only_refund(number).approved_by, an<OperatorName>("bob"));
        QCOMPARE(only_refund(number).status, RefundStatus::Success);
    }

    void sent_back_another_may_be_opened()
    {
        const ClaimNo number = open("alice", "54.00", "54.00");
        const auto send_back = [&](const std::string &reason) {
            return stage_->rig.run(
                [&](Work &work) { return send_back_claim(work, number, reason, an<OperatorName>("bob")); });
        };
        QCOMPARE(send_back("").error().code, ErrorCode::InputInvalid);
        must(send_back("ask for less"));
        QCOMPARE(stage_->ticket().state, TicketState::InReview);
        QVERIFY(stage_->work());
        QCOMPARE(stage_->carrier->opened.size(), std::size_t{0});
        open("alice", "54.00", "20.00");
        QVERIFY(stage_->work());
        QCOMPARE(stage_->carrier->opened.size(), std::size_t{1});
        // 20.00 promised alone, so only 30.00 more of this order.
        const auto alone = [&](const std::string &amount) {
            return must(stage_->request(stage_->of_lines("alice", {GoodsStage::line("L1", 1)}, amount))).approval;
        };
        QCOMPARE(alone("30.01"), ApprovalState::Waiting);
        QCOMPARE(alone("30.00"), ApprovalState::Approved);
        QVERIFY(stage_->work());
    }

    void what_cannot_be_claimed()
    {
        const auto refused = [&](ClaimDraft draft) {
            return stage_->rig.run([&](Work &work) { return open_claim(work, draft); }).error().code;
        };
        ClaimDraft draft = draft_of("carol", "54.00", "54.00");
        draft.evidence.clear();
        QCOMPARE(refused(draft), ErrorCode::EvidenceMissing);
        draft = draft_of("carol", "54.00", "54.00");
        draft.evidence.front().bytes = "no picture";
        QCOMPARE(refused(draft), ErrorCode::EvidenceInvalid);
        draft.evidence = {};
        draft.evidence_ids = {Uuid{}};
        QCOMPARE(refused(draft), ErrorCode::EvidenceInvalid);
        QCOMPARE(refused(draft_of("carol", "54.00", "54.01")), ErrorCode::RefundExceedsPaid);
        QCOMPARE(refused(draft_of("carol", "0.00", "0.00")), ErrorCode::MoneyNotPositive);
        draft = draft_of("carol", "54.00", "54.00");
        draft.shipment_no = stage_->add_parcel("S-2", ShipmentState::LabelCreated, {GoodsStage::line("L1", 1)}, "9.00");
        QCOMPARE(refused(draft), ErrorCode::ShipmentNotLeft);
        stage_->take_order("G-2");
        draft.shipment_no = stage_->add_parcel("S-3", ShipmentState::Lost, {GoodsStage::line("L1", 1)});
        QCOMPARE(refused(draft), ErrorCode::ShipmentNotInsured);
        draft = draft_of("carol", "54.00", "54.00");
        draft.ticket_no = stage_->ticket_no();
        QCOMPARE(refused(draft), ErrorCode::InputInvalid);
        draft.ticket_no = {};
        must(stage_->rig.run([&](Work &work) { return open_claim(work, draft); }));
        QCOMPARE(refused(draft), ErrorCode::ClaimOpenExists);
    }
};

QTEST_GUILESS_MAIN(GoodsClaimRightsTest)
#include "goods_claim_rights_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/workflow/claim_bench.h"

using namespace aftercharge;
using namespace std::chrono_literals;
using payment::Standing;
using Way = FakeCarrierGateway::Way;

// What the carrier says of a claim, and what comes of it.
class GoodsClaimsTest : public ClaimBench {
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

    void asked_for_evidence_twice_and_approved_in_part()
    {
        const ClaimNo number = open("carol", "54.00", "54.00");
        QCOMPARE(claim(number).approval, ApprovalState::Approved);
        QCOMPARE(stage_->ticket().state, TicketState::WaitingCarrier);
        QCOMPARE(stage_->notices(NoticeKind::ClaimOpened), 1);
        QVERIFY(stage_->work());
        QCOMPARE(claim(number).state, ClaimState::Acknowledged);
        QCOMPARE(claim(number).external_id, "clm_" + number.text());
        const carrier::ClaimCall &call = stage_->carrier->opened.front();
        QCOMPARE(call.amount, EngineRig::yuan("54.00"));
        QCOMPARE(call.evidence.size(), std::size_t{1});
        QCOMPARE(call.evidence.front().bytes, png().bytes);
        QVERIFY(evidence(number).front().sent_at.has_value());

        ask_for(ClaimEvent::AskedForEvidence, "photos of the packaging");
        QCOMPARE(claim(number).state, ClaimState::EvidenceRequested);
        QCOMPARE(claim(number).carrier_words, std::string("photos of the packaging"));
        QCOMPARE(stage_->ticket().state, TicketState::InReview);
        QVERIFY(stage_->last_entry().find("photos of the packaging") != std::string::npos);
        // Heard again, nothing is new.
        const std::size_t entries = must(stage_->rig.ledger().tickets().entries(stage_->ticket_no())).size();
        QVERIFY(stage_->work_after(10min));
        QCOMPARE(must(stage_->rig.ledger().tickets().entries(stage_->ticket_no())).size(), entries);

        const Uuid sent = evidence(number).front().evidence_id;
        const auto again = [&](const std::vector<Uuid> &ids) {
            return stage_->rig.run(
                [&](Work &work) { return add_claim_evidence(work, number, {}, ids, an<OperatorName>("carol")); });
        };
        QCOMPARE(again({sent}).error().code, ErrorCode::EvidenceInvalid);
        QCOMPARE(again({}).error().code, ErrorCode::EvidenceMissing);
        must(hand_in(number));
        QCOMPARE(stage_->ticket().state, TicketState::WaitingCarrier);
        QVERIFY(stage_->work());
        QCOMPARE(claim(number).state, ClaimState::EvidenceSubmitted);
        QCOMPARE(stage_->carrier->evidence.size(), std::size_t{1});
        QCOMPARE(hand_in(number).error().code, ErrorCode::StateNotAllowed);
        // It has not looked at it yet: the old request is not a new one.
        QVERIFY(stage_->work_after(10min));
        QCOMPARE(claim(number).state, ClaimState::EvidenceSubmitted);

        ask_for(ClaimEvent::AskedForEvidence, "the invoice");
        QCOMPARE(claim(number).state, ClaimState::EvidenceRequested);
        stage_->carrier->evidence_by_hand = true;
        must(hand_in(number));
        QVERIFY(stage_->work());
        QCOMPARE(claim(number).state, ClaimState::EvidenceRequested);
        QCOMPARE(stage_->ticket().state, TicketState::InReview);
        QVERIFY(stage_->last_entry().find("by hand") != std::string::npos);
        must(mark_sent(number));
        QCOMPARE(claim(number).state, ClaimState::EvidenceSubmitted);
        QVERIFY(evidence(number).back().by_hand);
        QCOMPARE(evidence(number).back().round, 3);
        QCOMPARE(stage_->carrier->evidence.size(), std::size_t{2});

        ask_for(ClaimEvent::ApprovedInPart, "in part", "40.00");
        QCOMPARE(claim(number).state, ClaimState::Closed);
        QCOMPARE(claim(number).decision, ClaimDecision::Refund);
        QCOMPARE(claim(number).approved, std::optional(EngineRig::yuan("40.00")));
        const Refund refund = only_refund(number);
        QCOMPARE(refund.amount, EngineRig::yuan("40.00"));
        QCOMPARE(refund.initiator, Source::System);
        QCOMPARE(refund.approved_by, an<OperatorName>("carol"));
        QCOMPARE(refund.reason_code, ReasonCode::Damaged);
        QCOMPARE(refund.status, RefundStatus::Success);
        QCOMPARE(stage_->balance(AccountKind::CarrierReceivable), -4'000);
        QCOMPARE(stage_->ticket().state, TicketState::Resolved);
        QCOMPARE(stage_->notices(NoticeKind::ClaimApproved), 1);
        // The same answer again pays nothing again.
        must(hear(number, stage_->carrier->claim_of("EZS-1")));
        QCOMPARE(must(stage_->rig.ledger().refunds().of_claim(number)).size(), std::size_t{1});
        QVERIFY(stage_->open_discrepancies().empty());
    }

    void above_the_promise_it_waits_for_a_person()
    {
        const ClaimNo number = open("carol", "54.00", "30.00");
        QVERIFY(stage_->work());
        ask_for(ClaimEvent::Approved, {}, "54.00");
        const Refund refund = only_refund(number);
        QCOMPARE(refund.approval, ApprovalState::Waiting);
        QCOMPARE(refund.amount, EngineRig::yuan("54.00"));
        QCOMPARE(stage_->ticket().state, TicketState::WaitingApproval);
        QCOMPARE(claim(number).state, ClaimState::Approved);
        QVERIFY(stage_->work_after(1h));
        QCOMPARE(stage_->pay->sent.size(), std::size_t{0});
        check();
        must(stage_->approve(refund.refund_no, "54.00", "bob"));
        QVERIFY(stage_->work());
        QCOMPARE(claim(number).state, ClaimState::Closed);
        QCOMPARE(stage_->refund(refund.refund_no).status, RefundStatus::Success);
    }

    void capped_by_what_remains_of_its_lines()
    {
        const ClaimNo number = open("carol", "54.00", "54.00");
        QVERIFY(stage_->work());
        // Meanwhile most of the line was given back: of three units 27.00 are left.
        must(stage_->request(stage_->of_lines("carol", {GoodsStage::line("L2", 2)})));
        QVERIFY(stage_->work());
        ask_for(ClaimEvent::Approved, {}, "54.00");
        QCOMPARE(only_refund(number).amount, EngineRig::yuan("27.00"));
        QCOMPARE(stage_->order().refunded, EngineRig::yuan("81.00"));
    }

    void with_nothing_promised_a_person_decides()
    {
        const ClaimNo number = open("nick", "54.00", {});
        QCOMPARE(claim(number).approval, ApprovalState::Approved);
        QVERIFY(stage_->work());
        ask_for(ClaimEvent::Approved, {}, "50.00");
        QCOMPARE(claim(number).state, ClaimState::Approved);
        QCOMPARE(stage_->ticket().state, TicketState::InReview);
        QVERIFY(must(stage_->rig.ledger().refunds().of_claim(number)).empty());
        QCOMPARE(decide(number, ClaimDecision::Coupon, "carol").error().code, ErrorCode::StateNotAllowed);
        QCOMPARE(decide(number, ClaimDecision::Refund, "carol", "54.01").error().code, ErrorCode::RefundExceedsPaid);
        const Claim decided = must(decide(number, ClaimDecision::Refund, "carol", "50.00"));
        QCOMPARE(decided.state, ClaimState::Closed);
        QVERIFY(stage_->work());
        QCOMPARE(only_refund(number).status, RefundStatus::Success);
        QCOMPARE(stage_->notices(NoticeKind::ClaimClosed), 1);
        QCOMPARE(decide(number, ClaimDecision::Nothing, "carol").error().code, ErrorCode::StateNotAllowed);
    }

    void denied_data()
    {
        QTest::addColumn<int>("decision");
        QTest::newRow("platform covers") << static_cast<int>(ClaimDecision::PlatformCovers);
        QTest::newRow("coupon") << static_cast<int>(ClaimDecision::Coupon);
        QTest::newRow("nothing") << static_cast<int>(ClaimDecision::Nothing);
    }
    void denied()
    {
        QFETCH(int, decision);
        const auto chosen = static_cast<ClaimDecision>(decision);
        const ClaimNo number = open("carol", "54.00", "54.00");
        QVERIFY(stage_->work());
        ask_for(ClaimEvent::Denied, "not packed well");
        QCOMPARE(claim(number).state, ClaimState::Denied);
        QCOMPARE(stage_->ticket().state, TicketState::InReview);
        QVERIFY(stage_->last_entry().find("not packed well") != std::string::npos);
        QCOMPARE(stage_->notices(NoticeKind::ClaimDenied), 1);
        QCOMPARE(decide(number, ClaimDecision::Refund, "carol").error().code, ErrorCode::StateNotAllowed);
        QCOMPARE(stage_->balance(AccountKind::CarrierReceivable), 0);
        const Claim decided = must(decide(number, chosen, "carol", {}, "told by phone"));
        QCOMPARE(decided.state, ClaimState::Closed);
        QCOMPARE(decided.decision, chosen);
        QVERIFY(decided.closed_at.has_value());
        QVERIFY(stage_->work());
        QCOMPARE(stage_->ticket().state, TicketState::Resolved);
        QCOMPARE(stage_->notices(NoticeKind::ClaimClosed), 1);
        if (chosen == ClaimDecision::Nothing) {
            QVERIFY(must(stage_->rig.ledger().refunds().of_claim(number)).empty());
            QCOMPARE(stage_->ticket().decision, std::string("told by phone"));
            return;
        }
        const Refund refund = only_refund(number);
        QCOMPARE(refund.amount, EngineRig::yuan("54.00"));
        QCOMPARE(refund.status, RefundStatus::Success);
        const bool covered = chosen == ClaimDecision::PlatformCovers;
        QCOMPARE(refund.kind, covered ? RefundKind::PlatformCovers : RefundKind::Coupon);
        QCOMPARE(stage_->pay->sent.size(), std::size_t{covered ? 1U : 0U});
        QCOMPARE(stage_->balance(AccountKind::CouponsPayable), covered ? 0 : 5'400);
        QCOMPARE(stage_->notices(NoticeKind::CouponIssued), covered ? 0 : 1);
    }

    void nothing_needs_a_reason_and_a_cover_its_own_approval()
    {
        const ClaimNo number = open("carol", "54.00", {});
        QVERIFY(stage_->work());
        ask_for(ClaimEvent::Denied, "too late");
        QCOMPARE(decide(number, ClaimDecision::Nothing, "alice").error().code, ErrorCode::InputInvalid);
        must(decide(number, ClaimDecision::PlatformCovers, "alice"));
        const Refund refund = only_refund(number);
        QCOMPARE(refund.approval, ApprovalState::Waiting);
        must(stage_->approve(refund.refund_no, "54.00", "bob"));
        QVERIFY(stage_->work());
        QCOMPARE(stage_->refund(refund.refund_no).status, RefundStatus::Success);
    }

    void refused_outright_it_is_denied()
    {
        stage_->carrier->refuses_claim = "No eligible insurance found";
        const ClaimNo number = open("carol", "54.00", "54.00");
        QVERIFY(stage_->work());
        QCOMPARE(claim(number).state, ClaimState::Denied);
        QCOMPARE(claim(number).carrier_words, std::string("No eligible insurance found"));
        QVERIFY(stage_->work_after(24h));
        QCOMPARE(stage_->carrier->opened.size(), std::size_t{1});
    }

    void a_lost_answer_is_asked_for_before_it_is_sent_again_data()
    {
        QTest::addColumn<int>("way");
        QTest::newRow("it had reached the carrier") << static_cast<int>(Way::LostAfter);
        QTest::newRow("it had not") << static_cast<int>(Way::LostBefore);
        QTest::newRow("it never left") << static_cast<int>(Way::NotSent);
    }
    void a_lost_answer_is_asked_for_before_it_is_sent_again()
    {
        QFETCH(int, way);
        stage_->carrier->ways = {static_cast<Way>(way)};
        const ClaimNo number = open("carol", "54.00", "54.00");
        QVERIFY(stage_->work());
        QCOMPARE(claim(number).state, ClaimState::Opened);
        QVERIFY(stage_->work_after(5s));
        QVERIFY(stage_->work_after(1min));
        QCOMPARE(claim(number).state, ClaimState::Acknowledged);
        QCOMPARE(stage_->carrier->claims.size(), std::size_t{1});
        QCOMPARE(stage_->carrier->opened.size(), std::size_t{static_cast<Way>(way) == Way::LostAfter ? 1U : 2U});
    }

    void the_webhook_comes_before_the_answer()
    {
        const ClaimNo number = open("carol", "54.00", "54.00");
        const auto task = stage_->lease().front();
        const auto answer = perform(stage_->gateways, task);
        carrier::CarrierNews news;
        news.event_id = "evt_1";
        news.tracking_no = "EZS-1";
        news.claim_external_id = "clm_" + number.text();
        news.claim = stage_->carrier->claim_of("EZS-1");
        QVERIFY(stage_->webhook(news));
        QCOMPARE(claim(number).state, ClaimState::Acknowledged);
        must(stage_->hear(task, answer));
        QVERIFY(!stage_->webhook(news));
        QCOMPARE(must(stage_->rig.ledger().claims().log(number)).size(), std::size_t{2});
        QVERIFY(stage_->open_discrepancies().empty());
    }

    void what_does_not_fit()
    {
        const ClaimNo number = open("carol", "54.00", "54.00");
        QVERIFY(stage_->work());
        ask_for(ClaimEvent::Approved, {}, "54.01");
        QCOMPARE(claim(number).state, ClaimState::Acknowledged);
        QCOMPARE(stage_->open_discrepancies().front().kind, DiscrepancyKind::AmountDiffers);
        ask_for(ClaimEvent::AskedForEvidence, "photos");
        // Approved while evidence is owed: taken once that was handed in.
        ask_for(ClaimEvent::Approved, {}, "54.00");
        QCOMPARE(claim(number).state, ClaimState::EvidenceRequested);
        QCOMPARE(stage_->open_discrepancies().size(), std::size_t{2});
        must(hand_in(number));
        QVERIFY(stage_->work());
        QVERIFY(stage_->work_after(10min));
        QCOMPARE(claim(number).state, ClaimState::Closed);
        ask_for(ClaimEvent::Denied, "a mistake");
        must(hear(number, stage_->carrier->claim_of("EZS-1")));
        QCOMPARE(claim(number).decision, ClaimDecision::Refund);
        QCOMPARE(only_refund(number).status, RefundStatus::Success);
    }

    void the_refund_of_an_approved_claim_fails_and_is_tried_again()
    {
        const ClaimNo number = open("carol", "54.00", "54.00");
        QVERIFY(stage_->work());
        stage_->pay->outcome = Standing::Fail;
        ask_for(ClaimEvent::Approved, {}, "54.00");
        QCOMPARE(claim(number).state, ClaimState::Approved);
        QCOMPARE(stage_->ticket().state, TicketState::InReview);
        stage_->pay->outcome = Standing::Success;
        const Refund again = must(stage_->retry(only_refund(number).refund_no, "carol"));
        QVERIFY(stage_->work());
        QCOMPARE(stage_->refund(again.refund_no).status, RefundStatus::Success);
        QCOMPARE(claim(number).state, ClaimState::Closed);
    }
};

QTEST_GUILESS_MAIN(GoodsClaimsTest)
#include "goods_claims_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/settlement/goods.h"
#include "models/workflow/goods_refund_steps.h"
#include "models/workflow/run_effects.h"
#include "tests/workflow/goods_stage.h"

using namespace aftercharge;

// What becomes of a refund that did not simply succeed: tried again, repaired, paid by hand, taken
// back; and the kinds that a claim's denial asks for.
class GoodsRefundEndsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { stage_ = std::make_unique<GoodsStage>(); }
    void cleanup()
    {
        check();
        QVERIFY(must(stage_->rig.ledger().audit().verify([](auto, auto) { return true; })).intact);
    }

    void what_failed_is_tried_again_under_a_new_number_once()
    {
        GoodsRefundDraft draft = stage_->of_lines("carol", {GoodsStage::line("L2", 2)}, "40.00");
        draft.ticket_no = stage_->ticket_no();
        const Refund first = must(request(draft));
        QCOMPARE(stage_->retry(first.refund_no, "carol").error().code, ErrorCode::RefundNotFailed);
        must(stage_->accepts(first.refund_no));
        must(stage_->fails(first.refund_no, "the card is closed"));
        check();
        QCOMPARE(stage_->ticket().state, TicketState::InReview);
        QCOMPARE(stage_->notices(NoticeKind::GoodsRefundFailed), 1);
        QCOMPARE(stage_->balance(AccountKind::Revenue), 27'100);
        const Refund second = must(stage_->retry(first.refund_no, "carol"));
        check();
        QVERIFY(second.refund_no != first.refund_no);
        QCOMPARE(second.retry_of, first.refund_no);
        QCOMPARE(second.amount, first.amount);
        QCOMPARE(second.reason_code, first.reason_code);
        QCOMPARE(must(stage_->rig.ledger().refunds().units(second.refund_no)),
                 must(stage_->rig.ledger().refunds().units(first.refund_no)));
        QVERIFY(second.basis.find("the card is closed") != std::string::npos);
        QCOMPARE(stage_->retry(first.refund_no, "carol").error().code, ErrorCode::RefundNotFailed);
        QCOMPARE(stage_->by_hand(first.refund_no, "bank 1", "carol").error().code, ErrorCode::RefundNotFailed);
        must(stage_->fails(second.refund_no, "again"));
        const Refund third = must(stage_->retry(first.refund_no, "carol"));
        QCOMPARE(stage_->retry(second.refund_no, "carol").error().code, ErrorCode::RefundNotFailed);
        must(stage_->pays(third.refund_no, "re_3"));
        QCOMPARE(stage_->order().refunded, yuan("40.00"));
        // The gateway says that the first went through after all: its units are spoken for.
        QCOMPARE(stage_->pays(first.refund_no, "re_1").error().code, ErrorCode::RefundExceedsPaid);
        QCOMPARE(stage_->refund(first.refund_no).status, RefundStatus::Fail);
    }

    void what_the_gateway_repairs_keeps_its_number()
    {
        GoodsRefundDraft draft = stage_->of_lines("carol", {GoodsStage::line("L1", 1)});
        draft.ticket_no = stage_->ticket_no();
        const Refund refund = must(request(draft));
        must(stage_->fails(refund.refund_no, "ABNORMAL", true));
        QCOMPARE(stage_->by_hand(refund.refund_no, "bank 1", "carol").error().code, ErrorCode::RefundRepairable);
        QCOMPARE(must(stage_->retry(refund.refund_no, "carol")).refund_no, refund.refund_no);
        QVERIFY(stage_->waits(EffectKind::RepairRefund, refund.refund_no.text()));
        QCOMPARE(stage_->ticket().state, TicketState::WaitingPayment);
        QCOMPARE(request(stage_->of_lines("carol", {GoodsStage::line("L1", 1)})).error().code,
                 ErrorCode::StateNotAllowed);
        must(stage_->accepts(refund.refund_no));
        check();
        QCOMPARE(stage_->refund(refund.refund_no).status, RefundStatus::Pending);
        QCOMPARE(stage_->balance(AccountKind::RefundsPayable), 18'000);
        QVERIFY(!stage_->refund(refund.refund_no).repairable);
        must(stage_->pays(refund.refund_no, "re_1"));
        QCOMPARE(stage_->order().refunded, yuan("180.00"));
        // Promised, released, promised again, paid: each once.
        QCOMPARE(must(stage_->rig.ledger().accounts().transfers("G-1")).size(), std::size_t{5});
    }

    void by_hand_it_needs_a_proof_and_an_approval_like_any()
    {
        const Refund refund = must(request(stage_->before_shipment("carol")));
        must(stage_->fails(refund.refund_no, "no such card"));
        check();
        QVERIFY(stage_->order().locked_by.is_empty());
        QCOMPARE(stage_->by_hand(refund.refund_no, "", "alice").error().code, ErrorCode::InputInvalid);
        const Refund hand = must(stage_->by_hand(refund.refund_no, "bank 4711", "alice"));
        check();
        QCOMPARE(hand.kind, RefundKind::ByHand);
        QCOMPARE(hand.approval, ApprovalState::Waiting);
        QCOMPARE(stage_->order().locked_by, hand.refund_no);
        must(stage_->approve(hand.refund_no, "271.00", "carol"));
        check();
        const Refund paid = stage_->refund(hand.refund_no);
        QCOMPARE(paid.status, RefundStatus::Success);
        QVERIFY(paid.posted_at.has_value());
        QCOMPARE(stage_->balance(AccountKind::Cash), 27'100);
        QCOMPARE(stage_->balance(AccountKind::GatewayClearing), -27'100);
        QCOMPARE(stage_->order().state, GoodsOrderState::Refunded);
        QVERIFY(stage_->order().locked_by.is_empty());
        QVERIFY(stage_->ticket().decision.ends_with("bank 4711"));
        QCOMPARE(stage_->rig.notices(stage_->order_no()).back().values.at("external_refund_id"),
                 std::string("bank 4711"));
        QCOMPARE(must(run_ledger_effects(stage_->rig.engine().work())), 0);
    }

    void a_coupon_holds_units_but_gives_no_money_back()
    {
        const Refund coupon = must(ask(RefundKind::Coupon, {GoodsStage::line("L2", 3)}, "carol"));
        check();
        QCOMPARE(stage_->refund(coupon.refund_no).status, RefundStatus::Success);
        QCOMPARE(stage_->balance(AccountKind::CouponsPayable), 8'100);
        QVERIFY(stage_->order().refunded.is_zero());
        const Notice notice = stage_->rig.notices(stage_->order_no()).back();
        QCOMPARE(notice.kind, NoticeKind::CouponIssued);
        QCOMPARE(notice.values.at("coupon"), coupon.refund_no.text());
        QCOMPARE(request(stage_->of_lines("carol", {GoodsStage::line("L2", 1)})).error().code, ErrorCode::UnitsNotLeft);
    }

    void platform_cover_goes_to_the_gateway()
    {
        const Refund cover = must(ask(RefundKind::PlatformCovers, {GoodsStage::line("L2", 1)}, "carol"));
        QVERIFY(stage_->waits(EffectKind::SendRefund, cover.refund_no.text()));
        must(stage_->pays(cover.refund_no, "re_1"));
        QCOMPARE(stage_->balance(AccountKind::GatewayClearing), 2'700 - 27'100);
    }

    void taken_back_after_success_the_order_keeps_refunded_until_a_person_decides()
    {
        const Refund refund = must(request(stage_->before_shipment("carol")));
        must(stage_->pays(refund.refund_no, "re_1"));
        must(stage_->takes_back(refund.refund_no));
        check();
        QCOMPARE(stage_->refund(refund.refund_no).status, RefundStatus::Reversed);
        QCOMPARE(stage_->order().state, GoodsOrderState::Refunded);
        QVERIFY(stage_->order().refunded.is_zero());
        QCOMPARE(stage_->balance(AccountKind::Revenue), 27'100);
        QCOMPARE(stage_->ticket().state, TicketState::InReview);
        QCOMPARE(stage_->notices(NoticeKind::GoodsRefundReversed), 1);
        QVERIFY(!stage_->takes_back(refund.refund_no));
        const auto transfers = must(stage_->rig.ledger().accounts().transfers("G-1"));
        QCOMPARE(transfers.back().kind, TransferKind::RefundReversed);
        QCOMPARE(transfers.back().corrects, std::optional<Uuid>(refund.transfer_id));
        must(stage_->by_hand(refund.refund_no, "bank 1", "carol"));
        check();
        QCOMPARE(stage_->order().refunded, yuan("271.00"));
    }

    void what_can_never_be_posted_fails_and_is_told()
    {
        const Refund refund = must(request(stage_->of_lines("carol", {GoodsStage::line("L2", 1)})));
        must(stage_->fails(refund.refund_no, "no such card"));
        const Refund hand = must(request_refund_by_hand_without_posting(refund.refund_no));
        // Its movement's id is taken by another movement.
        must(stage_->in_unit([&](UnitOfWork &unit, Work &work) {
            Transfer other;
            other.transfer_id = hand.transfer_id;
            other.debit = AccountId::platform(AccountKind::GatewayClearing);
            other.credit = AccountId::platform(AccountKind::Revenue);
            other.amount = yuan("1.00");
            other.kind = TransferKind::GoodsPaid;
            other.reference = "another";
            other.at = work.clock.now();
            return unit.accounts().post(other).map([](PostOutcome) {});
        }));
        QCOMPARE(stage_->refund(hand.refund_no).status, RefundStatus::Fail);
        check();
        const auto row = stage_->effect(EffectKind::PostRefund, hand.refund_no.text());
        QVERIFY(row && row->done_at);
        QVERIFY(row->last_error.starts_with("ledger.transfer_differs"));
        const auto open = must(stage_->rig.ledger().gateways().discrepancies(false, 10));
        QCOMPARE(open.size(), std::size_t{1});
        QCOMPARE(open.front().kind, DiscrepancyKind::LedgerDiffers);
        QCOMPARE(open.front().entity_id, hand.refund_no.text());
        QCOMPARE(stage_->units("L2").front().use, UnitUse::None);
    }

    void a_claims_refund_is_covered_by_its_approval_and_closes_it()
    {
        const ClaimNo claim_no = approved_claim("60.00");
        const auto by_system = [&](const std::string &amount, const std::string &approver) {
            return of_claim(claim_no, amount, [&](UnitOfWork &unit, Work &work, Refund &refund) {
                return approve_by_system(unit, work, refund, an<OperatorName>(approver));
            });
        };
        QCOMPARE(by_system("60.01", "bob").error().code, ErrorCode::ClaimExceedsLimit);
        QCOMPARE(by_system("60.00", "carol").error().code, ErrorCode::StateNotAllowed);
        const Refund refund = must(by_system("60.00", "bob"));
        QCOMPARE(refund.approved_by, an<OperatorName>("bob"));
        QCOMPARE(refund.initiator, Source::System);
        QVERIFY(stage_->waits(EffectKind::SendRefund, refund.refund_no.text()));
        QCOMPARE(stage_->ticket().state, TicketState::WaitingPayment);
        QCOMPARE(by_system("0.01", "bob").error().code, ErrorCode::ClaimExceedsLimit);
        // Above what was promised a person decides, and not who opened the claim.
        const Refund more = must(of_claim(claim_no, "5.00", [](UnitOfWork &unit, Work &work, Refund &waiting) {
            return leave_to_approval(unit, work, waiting);
        }));
        QCOMPARE(more.approval, ApprovalState::Waiting);
        QCOMPARE(stage_->approve(more.refund_no, "5.00", "alice").error().code, ErrorCode::RefundOwnRequest);
        must(stage_->pays(refund.refund_no, "re_1"));
        check();
        const Claim claim = must(stage_->rig.ledger().claims().find(claim_no));
        QCOMPARE(claim.state, ClaimState::Closed);
        QCOMPARE(claim.decision, ClaimDecision::Refund);
        QVERIFY(claim.closed_at.has_value());
        QCOMPARE(stage_->order().state, GoodsOrderState::Paid);
        QCOMPARE(stage_->rig.notices(stage_->order_no()).back().values.at("claim_no"), claim_no.text());
    }

    void paid_back_in_full_by_a_claim_the_log_says_system()
    {
        const ClaimNo claim_no = approved_claim("271.00");
        const Refund refund = must(of_claim(claim_no, {}, [](UnitOfWork &unit, Work &work, Refund &made) {
            return approve_by_system(unit, work, made, an<OperatorName>("bob"));
        }));
        must(stage_->pays(refund.refund_no, "re_1"));
        QCOMPARE(stage_->order().state, GoodsOrderState::Refunded);
        const auto log = must(stage_->rig.ledger().goods().log(stage_->order_no()));
        QCOMPARE(log.back().actor.source, Source::System);
    }

private:
    // The carrier has approved it; alice opened it, bob approved "up to".
    ClaimNo approved_claim(const std::string &up_to)
    {
        const ShipmentNo parcel = stage_->add_parcel("S-1", ShipmentState::Damaged,
                                                     {GoodsStage::line("L1", 1), GoodsStage::line("L2", 3)}, "271.00");
        Claim claim;
        claim.shipment_no = parcel;
        claim.order_no = stage_->order_no();
        claim.ticket_no = stage_->ticket_no();
        claim.state = ClaimState::Approved;
        claim.approval = ApprovalState::Approved;
        claim.amount = yuan("271.00");
        claim.up_to = yuan(up_to);
        claim.approved = claim.amount;
        claim.requested_by = an<OperatorName>("alice");
        claim.approved_by = an<OperatorName>("bob");
        claim.opened_at = stage_->rig.clock.now();
        must(stage_->in_unit([&](UnitOfWork &unit, Work &work) {
            claim.claim_no = must(unit.claims().next_claim_no(work.clock.now()));
            return unit.claims().insert(claim);
        }));
        return claim.claim_no;
    }
    // As pay_claim makes it, of the first line; no amount: of everything.
    Result<Refund> of_claim(const ClaimNo &claim_no, const std::string &amount,
                            const std::function<Result<void>(UnitOfWork &, Work &, Refund &)> &decide)
    {
        Result<Refund> made = fail(ErrorCode::Internal, "not made");
        const auto done = stage_->in_unit([&](UnitOfWork &unit, Work &work) -> Result<void> {
            GoodsOrder order = must(unit.goods().find(stage_->order_no()));
            const auto items = must(unit.goods().items(order.order_no));
            const auto units = must(unit.goods().units(order.order_no));
            const RefundQuote quote = amount.empty()
                                          ? must(quote_rest(items, units))
                                          : must(quote_refund(items, units, {GoodsStage::line("L1", 1)}, yuan(amount)));
            GoodsRefundSpec spec;
            spec.ticket_no = stage_->ticket_no();
            spec.initiator = Source::System;
            spec.requested_by = an<OperatorName>("alice");
            spec.claim_no = claim_no;
            made = make_goods_refund(unit, work, order, quote, spec);
            return made ? decide(unit, work, *made) : tl::unexpected(made.error());
        });
        check();
        return done ? made : tl::unexpected(done.error());
    }
    static Money yuan(const std::string &text) { return EngineRig::yuan(text); }
    void check() { QVERIFY2(stage_->broken().isEmpty(), qPrintable(stage_->broken())); }
    Result<Refund> request(const GoodsRefundDraft &draft)
    {
        auto refund = stage_->request(draft);
        check();
        return refund;
    }
    // A decision of another kind, as a claim's denial asks for it.
    Result<Refund> ask(RefundKind kind, const std::vector<LineQuantity> &lines, const std::string &by)
    {
        Result<Refund> refund = fail(ErrorCode::Internal, "not asked");
        must(stage_->in_unit([&](UnitOfWork &unit, Work &work) -> Result<void> {
            GoodsOrder order = must(unit.goods().find(stage_->order_no()));
            const RefundQuote quote = must(quote_refund(must(unit.goods().items(order.order_no)),
                                                        must(unit.goods().units(order.order_no)), lines, std::nullopt));
            GoodsRefundSpec spec;
            spec.kind = kind;
            spec.requested_by = an<OperatorName>(by);
            refund = ask_goods_refund(unit, work, order, quote, spec,
                                      must(unit.registry().find_operator(spec.requested_by)));
            return refund.map([](const Refund &) {});
        }));
        return refund;
    }
    // Decided, but the effect has not run yet.
    Result<Refund> request_refund_by_hand_without_posting(const RefundNo &refund_no)
    {
        return settle_by_hand(stage_->rig.engine().work(), refund_no, "bank 1", an<OperatorName>("carol"));
    }

    std::unique_ptr<GoodsStage> stage_;
};

QTEST_GUILESS_MAIN(GoodsRefundEndsTest)
#include "goods_refund_ends_test.moc"

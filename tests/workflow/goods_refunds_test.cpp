// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/workflow/goods_refund_steps.h"
#include "tests/workflow/goods_stage.h"

using namespace aftercharge;
using namespace std::chrono_literals;

// Refunds of one order of 271.00 (goods_stage.h), from the request to the gateway.
class GoodsRefundsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { stage_ = std::make_unique<GoodsStage>(); }
    void cleanup()
    {
        check();
        QVERIFY(must(stage_->rig.ledger().audit().verify([](auto, auto) { return true; })).intact);
    }

    void before_shipment_without_labels_it_is_sent_at_once()
    {
        const ShipmentNo parcel = stage_->add_parcel("S-1", ShipmentState::Created, everything());
        const Refund refund = must(request(stage_->before_shipment("carol")));
        QCOMPARE(refund.amount, yuan("271.00"));
        QCOMPARE(refund.approval, ApprovalState::Approved);
        QCOMPARE(refund.items.size(), std::size_t{3});
        QCOMPARE(refund.payment_order_id, std::string("P-G-1"));
        QCOMPARE(stage_->order().locked_by, refund.refund_no);
        QCOMPARE(stage_->parcel(parcel).state, ShipmentState::Cancelled);
        const auto log = must(stage_->rig.ledger().shipments().log(parcel));
        QCOMPARE(log.size(), std::size_t{1});
        QCOMPARE(log.front().actor, (Actor{Source::Manual, "carol"}));
        QVERIFY(stage_->waits(EffectKind::SendRefund, refund.refund_no.text()));
        QCOMPARE(stage_->ticket().state, TicketState::WaitingPayment);
        QCOMPARE(stage_->balance(AccountKind::RefundsPayable), 27'100);
        must(stage_->accepts(refund.refund_no));
        check();
        QCOMPARE(stage_->refund(refund.refund_no).status, RefundStatus::Pending);
        QCOMPARE(stage_->notices(NoticeKind::GoodsRefundSent), 1);
        must(stage_->pays(refund.refund_no, "re_1"));
        check();
        const GoodsOrder order = stage_->order();
        QCOMPARE(order.state, GoodsOrderState::Refunded);
        QCOMPARE(order.refunded, yuan("271.00"));
        QVERIFY(order.locked_by.is_empty());
        const GoodsOrderLogEntry last = must(stage_->rig.ledger().goods().log(order.order_no)).back();
        QCOMPARE(last.to, GoodsOrderState::Refunded);
        QCOMPARE(last.actor, (Actor{Source::Admin, "carol"}));
        QCOMPARE(stage_->ticket().state, TicketState::Resolved);
        QVERIFY(stage_->ticket().decision.ends_with("271.00 CNY, re_1"));
        const Notice notice = stage_->rig.notices(order.order_no).back();
        QCOMPARE(notice.kind, NoticeKind::GoodsRefundDone);
        QCOMPARE(notice.values.at("external_refund_id"), std::string("re_1"));
        QCOMPARE(notice.values.at("amount"), std::string("271.00"));
        QCOMPARE(stage_->balance(AccountKind::GatewayClearing), 0);
        QCOMPARE(stage_->balance(AccountKind::Revenue), 0);
    }

    void before_shipment_the_labels_go_first()
    {
        const ShipmentNo first = stage_->add_parcel("S-1", ShipmentState::LabelCreated, {GoodsStage::line("L1", 1)});
        const ShipmentNo second = stage_->add_parcel("S-2", ShipmentState::LabelCreated, {GoodsStage::line("L2", 3)});
        const Refund refund = must(request(stage_->before_shipment("carol")));
        QVERIFY(!stage_->effect(EffectKind::SendRefund, refund.refund_no.text()));
        for (const ShipmentNo &parcel : {first, second}) {
            QVERIFY(stage_->waits(EffectKind::CancelLabel, parcel.text()));
            QCOMPARE(stage_->parcel(parcel).label_refund, LabelRefund::Asked);
            QCOMPARE(stage_->parcel(parcel).state, ShipmentState::LabelCreated);
        }
        must(stage_->advance(first, ShipmentEvent::Cancelled, {Source::Api, "EASYPOST"}));
        QVERIFY(!stage_->effect(EffectKind::SendRefund, refund.refund_no.text()));
        must(stage_->advance(second, ShipmentEvent::Cancelled, {Source::Api, "EASYPOST"}));
        QVERIFY(stage_->waits(EffectKind::SendRefund, refund.refund_no.text()));
        must(stage_->pays(refund.refund_no, "re_1"));
        QCOMPARE(stage_->order().state, GoodsOrderState::Refunded);
    }

    void a_label_that_cannot_be_cancelled_stops_it()
    {
        const ShipmentNo first = stage_->add_parcel("S-1", ShipmentState::LabelCreated, {GoodsStage::line("L1", 1)});
        const ShipmentNo second = stage_->add_parcel("S-2", ShipmentState::LabelCreated, {GoodsStage::line("L2", 3)});
        const Refund refund = must(request(stage_->before_shipment("carol")));
        must(stage_->in_unit([&](UnitOfWork &unit, Work &work) {
            Refund stopped = must(unit.refunds().find(refund.refund_no));
            return stop_before_shipment(unit, work, stopped, "the label of S-1 was used");
        }));
        check();
        QCOMPARE(stage_->refund(refund.refund_no).status, RefundStatus::Closed);
        QVERIFY(stage_->order().locked_by.is_empty());
        QCOMPARE(stage_->order().state, GoodsOrderState::Paid);
        QCOMPARE(stage_->balance(AccountKind::Revenue), 27'100);
        QCOMPARE(stage_->ticket().state, TicketState::InReview);
        QVERIFY(must(stage_->rig.ledger().tickets().entries(stage_->ticket_no())).back().text.ends_with("was used"));
        QCOMPARE(stage_->notices(NoticeKind::RefundStopped), 1);
        for (const ShipmentNo &parcel : {first, second})
            QVERIFY(!stage_->waits(EffectKind::CancelLabel, parcel.text()));
        // Now that one has left it is too late.
        must(stage_->advance(first, ShipmentEvent::PickedUp, {Source::Api, "EASYPOST"}));
        QCOMPARE(request(stage_->before_shipment("carol")).error().code, ErrorCode::ShipmentHasLeft);
        QCOMPARE(stage_->retry(refund.refund_no, "carol").error().code, ErrorCode::ShipmentHasLeft);
        QCOMPARE(must(request(stage_->of_lines("carol", {GoodsStage::line("L1", 1)}))).amount, yuan("180.00"));
    }

    void while_it_is_locked_nothing_else_is_begun()
    {
        const ShipmentNo parcel = stage_->add_parcel("S-1", ShipmentState::LabelCreated, everything());
        const Refund refund = must(request(stage_->before_shipment("alice")));
        QCOMPARE(refund.approval, ApprovalState::Waiting);
        QCOMPARE(stage_->order().locked_by, refund.refund_no);
        QCOMPARE(request(stage_->before_shipment("carol")).error().code, ErrorCode::OrderLocked);
        QCOMPARE(request(stage_->of_lines("carol", {GoodsStage::line("L2", 1)})).error().code, ErrorCode::OrderLocked);
        QCOMPARE(stage_->reship(stage_->reship_of("carol", {GoodsStage::line("L2", 1)})).error().code,
                 ErrorCode::OrderLocked);
        QCOMPARE(stage_->advance(parcel, ShipmentEvent::PickedUp, {Source::Admin, "carol"}).error().code,
                 ErrorCode::OrderLocked);
        QCOMPARE(stage_->parcel(parcel).state, ShipmentState::LabelCreated);
        must(stage_->send_back(refund.refund_no, "bob"));
        check();
        QVERIFY(stage_->order().locked_by.is_empty());
        must(stage_->advance(parcel, ShipmentEvent::PickedUp, {Source::Admin, "carol"}));
    }

    void what_the_carrier_picks_up_of_a_locked_order_is_written_and_differs()
    {
        const ShipmentNo parcel = stage_->add_parcel("S-1", ShipmentState::LabelCreated, everything());
        const Refund refund = must(request(stage_->before_shipment("alice")));
        must(stage_->advance(parcel, ShipmentEvent::PickedUp, {Source::Api, "EASYPOST"}));
        QCOMPARE(stage_->parcel(parcel).state, ShipmentState::InTransit);
        const auto open = must(stage_->rig.ledger().gateways().discrepancies(false, 10));
        QCOMPARE(open.size(), std::size_t{1});
        QCOMPARE(open.front().kind, DiscrepancyKind::PickedUpWhileLocked);
        // Asked for while it was here: void, and the order is free again.
        QCOMPARE(stage_->approve(refund.refund_no, "271.00", "carol").error().code, ErrorCode::ApprovalVoided);
        QCOMPARE(stage_->refund(refund.refund_no).approval, ApprovalState::SentBack);
        QVERIFY(stage_->order().locked_by.is_empty());
        QCOMPARE(request(stage_->before_shipment("alice")).error().code, ErrorCode::ShipmentHasLeft);
        QCOMPARE(stage_->balance(AccountKind::RefundsPayable), 0);
    }

    void a_label_that_is_to_be_bought_is_not_and_one_being_bought_forbids_it()
    {
        const ShipmentNo parcel = stage_->add_parcel("S-1", ShipmentState::Created, everything());
        const auto buy = [&] {
            return stage_->rig.run([&](Work &work) { return buy_label(work, parcel, {Source::Admin, "carol"}); });
        };
        must(buy());
        must(stage_->send_back(must(request(stage_->before_shipment("alice"))).refund_no, "bob"));
        QVERIFY(!stage_->waits(EffectKind::BuyLabel, parcel.text()));
        must(buy());
        must(stage_->in_unit([](UnitOfWork &unit, Work &work) {
            const UtcTime now = work.clock.now();
            return unit.outbox().lease_for_gateways(now, "worker", now + 1min, 10).map([](const auto &) {});
        }));
        QCOMPARE(request(stage_->before_shipment("carol")).error().code, ErrorCode::StateNotAllowed);
        QVERIFY(stage_->order().locked_by.is_empty());
    }

    void only_what_was_paid_is_refunded()
    {
        stage_->take_order("G-2", GoodsOrderState::Unpaid);
        QCOMPARE(request(stage_->of_lines("carol", {GoodsStage::line("L2", 1)})).error().code, ErrorCode::OrderNotPaid);
        stage_->take_order("G-3", GoodsOrderState::Completed);
        QCOMPARE(request(stage_->before_shipment("carol")).error().code, ErrorCode::StateNotAllowed);
        GoodsRefundDraft nowhere = stage_->of_lines("carol", {GoodsStage::line("L2", 1)});
        nowhere.order_no = an<OrderNo>("G-9");
        QCOMPARE(request(nowhere).error().code, ErrorCode::OrderNotFound);
        GoodsRefundDraft mixed = stage_->before_shipment("carol");
        mixed.lines = {GoodsStage::line("L2", 1)};
        QCOMPARE(request(mixed).error().code, ErrorCode::InputInvalid);
        QCOMPARE(request(stage_->of_lines("carol", {})).error().code, ErrorCode::InputInvalid);
        QCOMPARE(request(stage_->of_lines("carol", {GoodsStage::line("L7", 1)})).error().code, ErrorCode::ItemNotFound);
        QCOMPARE(request(stage_->of_lines("carol", {GoodsStage::line("L2", 4)})).error().code, ErrorCode::UnitsNotLeft);
    }

    void by_lines_the_basis_says_how_it_was_computed()
    {
        GoodsRefundDraft draft = stage_->of_lines("alice", {GoodsStage::line("L2", 1)});
        draft.ticket_no = stage_->ticket_no();
        const RefundQuote quote = must(quote_goods_refund(stage_->rig.ledger(), draft));
        QCOMPARE(quote.total, yuan("27.00"));
        const Refund refund = must(request(draft));
        QCOMPARE(refund.amount, quote.total);
        QCOMPARE(refund.basis, std::string("L2-SKU Goods L2 × 1: 30.00 − 3.00 + 0.00 = 27.00\nSum 27.00 CNY"));
        must(stage_->pays(refund.refund_no, "re_1"));
        // A partial one leaves the order where it is.
        QCOMPARE(stage_->order().state, GoodsOrderState::Paid);
        QCOMPARE(stage_->order().refunded, yuan("27.00"));
        draft.basis = "as the desk showed it";
        draft.ticket_no = {};
        QCOMPARE(must(request(draft)).basis, draft.basis);
    }

    void a_part_of_the_amount_in_any_pieces_never_exceeds_the_units()
    {
        const auto refund = [&](const std::string &amount) {
            return request(stage_->of_lines("carol", {GoodsStage::line("L1", 1)}, amount));
        };
        must(stage_->pays(must(refund("100.00")).refund_no, "re_1"));
        check();
        const Refund second = must(refund("79.99"));
        QVERIFY(second.basis.find("given back before 100.00; given back now 79.99") != std::string::npos);
        QCOMPARE(refund("0.02").error().code, ErrorCode::RefundExceedsPaid);
        QCOMPARE(refund("0.00").error().code, ErrorCode::MoneyNotPositive);
        must(stage_->pays(must(refund("0.01")).refund_no, "re_3"));
        QCOMPARE(refund("0.01").error().code, ErrorCode::UnitsNotLeft);
        must(stage_->pays(second.refund_no, "re_2"));
        // All the rest: the sum of partial refunds is never a cent over, and leaves the order PAID.
        must(stage_->pays(
            must(request(stage_->of_lines("carol", {GoodsStage::line("L2", 3), GoodsStage::line("L3", 1)}))).refund_no,
            "re_4"));
        QCOMPARE(stage_->order().refunded, yuan("271.00"));
        QCOMPARE(stage_->order().state, GoodsOrderState::Paid);
        QCOMPARE(stage_->balance(AccountKind::GatewayClearing), 0);
    }

    void above_the_limit_another_person_approves_what_was_asked()
    {
        QCOMPARE(request(stage_->of_lines("worker", {GoodsStage::line("L2", 1)})).error().code,
                 ErrorCode::OperatorNotFound);
        QCOMPARE(must(request(stage_->of_lines("alice", {GoodsStage::line("L2", 1)}))).approval,
                 ApprovalState::Approved);
        // 27.00 + 27.00 of one order is above her 50.00.
        GoodsRefundDraft draft = stage_->of_lines("alice", {GoodsStage::line("L2", 1)});
        draft.ticket_no = stage_->ticket_no();
        const Refund waiting = must(request(draft));
        QCOMPARE(waiting.approval, ApprovalState::Waiting);
        QCOMPARE(stage_->ticket().state, TicketState::WaitingApproval);
        QVERIFY(!stage_->effect(EffectKind::SendRefund, waiting.refund_no.text()));
        const RefundNo &number = waiting.refund_no;
        QCOMPARE(stage_->approve(number, "27.00", "alice").error().code, ErrorCode::RefundOwnRequest);
        QCOMPARE(stage_->approve(number, "26.99", "bob").error().code, ErrorCode::RefundChanged);
        QCOMPARE(stage_->approve(number, "27.00", "nick").error().code, ErrorCode::OperatorNotPermitted);
        const Refund large = must(request(stage_->of_lines("nick", {GoodsStage::line("L1", 1)})));
        QCOMPARE(stage_->approve(large.refund_no, "180.00", "bob").error().code, ErrorCode::RefundExceedsLimit);
        must(stage_->approve(number, "27.00", "bob"));
        check();
        QCOMPARE(stage_->approve(number, "27.00", "carol").error().code, ErrorCode::RefundAlreadyDecided);
        QCOMPARE(stage_->ticket().state, TicketState::WaitingPayment);
        QVERIFY(stage_->waits(EffectKind::SendRefund, number.text()));
        // Sent back, its units are free again.
        must(stage_->send_back(large.refund_no, "carol"));
        QCOMPARE(stage_->units("L1").front().use, UnitUse::None);
    }

private:
    static Money yuan(const std::string &text) { return EngineRig::yuan(text); }
    static std::vector<LineQuantity> everything() { return {GoodsStage::line("L1", 1), GoodsStage::line("L2", 3)}; }
    void check() { QVERIFY2(stage_->broken().isEmpty(), qPrintable(stage_->broken())); }
    Result<Refund> request(const GoodsRefundDraft &draft)
    {
        auto refund = stage_->request(draft);
        check();
        return refund;
    }

    std::unique_ptr<GoodsStage> stage_;
};

QTEST_GUILESS_MAIN(GoodsRefundsTest)
#include "goods_refunds_test.moc"

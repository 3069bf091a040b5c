// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/workflow/reship_steps.h"
#include "tests/workflow/goods_stage.h"

using namespace aftercharge;

// What is sent again, alone and together with a refund: a unit is refunded or replaced, never both.
class GoodsReshipTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        stage_ = std::make_unique<GoodsStage>();
        parcel_ = stage_->add_parcel("S-1", ShipmentState::InTransit,
                                     {GoodsStage::line("L1", 1), GoodsStage::line("L2", 3)}, "271.00");
    }
    void cleanup()
    {
        check();
        QVERIFY(must(stage_->rig.ledger().audit().verify([](auto, auto) { return true; })).intact);
    }

    void a_parcel_that_went_wrong_is_sent_again()
    {
        must(stage_->advance(parcel_, ShipmentEvent::Lost, {Source::Admin, "alice"}));
        QCOMPARE(must(stage_->rig.ledger().shipments().log(parcel_)).back().actor, (Actor{Source::Manual, "alice"}));
        for (const Source source : {Source::Admin, Source::Manual}) {
            QCOMPARE(stage_->advance(parcel_, ShipmentEvent::Damaged, {source, "nobody"}).error().code,
                     ErrorCode::OperatorNotFound);
        }
        ReshipDraft draft = stage_->reship_of("alice", {GoodsStage::line("L2", 2)});
        draft.ticket_no = stage_->ticket_no();
        const Shipment again = must(reship(draft));
        QCOMPARE(again.state, ShipmentState::Created);
        QCOMPARE(again.purpose, ShipmentPurpose::Reshipment);
        QCOMPARE(again.ticket_no, stage_->ticket_no());
        QCOMPARE(again.insured, yuan("54.00"));
        QVERIFY(stage_->waits(EffectKind::BuyLabel, again.shipment_no.text()));
        QCOMPARE(must(stage_->rig.ledger().shipments().address(again.shipment_no)).city, std::string("Shanghai"));
        QCOMPARE(stage_->units("L2").at(0).use, UnitUse::None);
        QCOMPARE(stage_->units("L2").at(2).use, UnitUse::Replaced);
        QCOMPARE(stage_->ticket().state, TicketState::InReview);
        QCOMPARE(stage_->ticket().assigned_to, an<OperatorName>("alice"));
        // The label is there.
        must(stage_->in_unit([&](UnitOfWork &unit, Work &work) {
            Shipment bought = must(unit.shipments().find(again.shipment_no));
            bought.tracking_no = "EZ1000000001";
            bought.state = ShipmentState::LabelCreated;
            must(unit.shipments().update(bought));
            return tell_sent_again(unit, work, bought);
        }));
        QCOMPARE(stage_->ticket().state, TicketState::Resolved);
        QVERIFY(stage_->ticket().decision.ends_with("EZ1000000001"));
        const Notice notice = stage_->rig.notices(stage_->order_no()).back();
        QCOMPARE(notice.kind, NoticeKind::ParcelSentAgain);
        QCOMPARE(notice.values.at("tracking_no"), std::string("EZ1000000001"));
    }

    void the_address_is_a_whole_one()
    {
        ReshipDraft draft = stage_->reship_of("alice", {GoodsStage::line("L2", 1)});
        draft.address = must(stage_->rig.ledger().shipments().address(parcel_));
        draft.address->country = "China";
        QCOMPARE(reship(draft).error().code, ErrorCode::AddressInvalid);
        draft.address->country = "CN";
        draft.address->city.clear();
        QCOMPARE(reship(draft).error().code, ErrorCode::AddressInvalid);
        draft.address->city = "Beijing";
        const Shipment again = must(reship(draft));
        QCOMPARE(must(stage_->rig.ledger().shipments().address(again.shipment_no)).city, std::string("Beijing"));
    }

    void what_cannot_be_sent_again()
    {
        QCOMPARE(reship(stage_->reship_of("alice", {})).error().code, ErrorCode::InputInvalid);
        QCOMPARE(reship(stage_->reship_of("alice", {GoodsStage::line("L3", 1)})).error().code, ErrorCode::InputInvalid);
        QCOMPARE(reship(stage_->reship_of("alice", {GoodsStage::line("L9", 1)})).error().code, ErrorCode::ItemNotFound);
        QCOMPARE(reship(stage_->reship_of("alice", {GoodsStage::line("L2", 4)})).error().code, ErrorCode::UnitsNotLeft);
        QCOMPARE(reship(stage_->reship_of("nobody", {GoodsStage::line("L2", 1)})).error().code,
                 ErrorCode::OperatorNotFound);
        stage_->take_order("G-2");
        stage_->add_parcel("S-2", ShipmentState::LabelCreated, {GoodsStage::line("L2", 1)});
        QCOMPARE(reship(stage_->reship_of("alice", {GoodsStage::line("L2", 1)})).error().code,
                 ErrorCode::ShipmentNotLeft);
    }

    void a_unit_is_refunded_or_replaced_never_both()
    {
        must(reship(stage_->reship_of("alice", {GoodsStage::line("L2", 2)})));
        QCOMPARE(request(stage_->of_lines("carol", {GoodsStage::line("L2", 2)})).error().code, ErrorCode::UnitsNotLeft);
        must(request(stage_->of_lines("carol", {GoodsStage::line("L2", 1)})));
        QCOMPARE(reship(stage_->reship_of("alice", {GoodsStage::line("L2", 1)})).error().code, ErrorCode::UnitsNotLeft);
        must(request(stage_->of_lines("carol", {GoodsStage::line("L1", 1)}, "1.00")));
        QCOMPARE(reship(stage_->reship_of("alice", {GoodsStage::line("L1", 1)})).error().code, ErrorCode::UnitsNotLeft);
    }

    void a_refund_that_failed_frees_its_units_for_a_parcel_and_cannot_be_tried_again_then()
    {
        const Refund refund = must(request(stage_->of_lines("carol", {GoodsStage::line("L1", 1)})));
        must(stage_->fails(refund.refund_no, "no such card"));
        check();
        must(reship(stage_->reship_of("alice", {GoodsStage::line("L1", 1)})));
        QCOMPARE(stage_->retry(refund.refund_no, "carol").error().code, ErrorCode::UnitsNotLeft);
        QCOMPARE(stage_->pays(refund.refund_no, "re_1").error().code, ErrorCode::UnitsNotLeft);
        QCOMPARE(stage_->refund(refund.refund_no).status, RefundStatus::Fail);
    }

    void a_parcel_that_is_given_up_gives_its_units_back()
    {
        const Shipment again = must(reship(stage_->reship_of("alice", {GoodsStage::line("L2", 3)})));
        must(stage_->advance(again.shipment_no, ShipmentEvent::Cancelled, {Source::Admin, "alice"}));
        QVERIFY(!stage_->waits(EffectKind::BuyLabel, again.shipment_no.text()));
        for (const ItemUnit &unit : stage_->units("L2"))
            QCOMPARE(unit.use, UnitUse::None);
        must(request(stage_->of_lines("carol", {GoodsStage::line("L2", 3)})));
    }

    void both_parts_of_one_decision_are_checked_against_each_other()
    {
        ExceptionDecision decision;
        QCOMPARE(decide(decision).error().code, ErrorCode::InputInvalid);
        decision.refund = stage_->of_lines("carol", {GoodsStage::line("L2", 2)});
        decision.reship = stage_->reship_of("carol", {GoodsStage::line("L2", 2)});
        QCOMPARE(decide(decision).error().code, ErrorCode::UnitsNotLeft);
        // Nothing of it was written.
        QVERIFY(must(stage_->rig.ledger().refunds().of_order(stage_->order_no())).empty());
        QCOMPARE(must(stage_->rig.ledger().shipments().of_order(stage_->order_no())).size(), std::size_t{1});
        decision.refund->lines = {GoodsStage::line("L2", 1)};
        decision.refund->ticket_no = decision.reship->ticket_no = stage_->ticket_no();
        const ExceptionOutcome outcome = must(decide(decision));
        QCOMPARE(outcome.refund->amount, yuan("27.00"));
        QCOMPARE(stage_->units("L2").at(0).use, UnitUse::Refunded);
        QCOMPARE(stage_->units("L2").at(1).use, UnitUse::Replaced);
        QCOMPARE(stage_->ticket().state, TicketState::WaitingPayment);
        must(stage_->pays(outcome.refund->refund_no, "re_1"));
        QCOMPARE(stage_->ticket().state, TicketState::Resolved);
    }

    void a_unit_that_was_refunded_in_part_is_completed_beside_a_parcel()
    {
        must(request(stage_->of_lines("carol", {GoodsStage::line("L2", 1)}, "10.00")));
        ExceptionDecision decision;
        decision.refund = stage_->of_lines("carol", {GoodsStage::line("L2", 1)});
        decision.reship = stage_->reship_of("carol", {GoodsStage::line("L2", 2)});
        QCOMPARE(must(decide(decision)).refund->amount, yuan("17.00"));
    }

    void two_orders_or_an_unsent_one_are_no_one_decision()
    {
        ExceptionDecision decision;
        decision.refund = stage_->before_shipment("carol");
        decision.reship = stage_->reship_of("carol", {GoodsStage::line("L2", 1)});
        QCOMPARE(decide(decision).error().code, ErrorCode::InputInvalid);
        decision.refund = stage_->of_lines("carol", {GoodsStage::line("L2", 1)});
        decision.refund->order_no = an<OrderNo>("G-7");
        QCOMPARE(decide(decision).error().code, ErrorCode::InputInvalid);
    }

    void a_label_is_bought_once_and_only_for_a_parcel_without()
    {
        const auto buy = [&](const ShipmentNo &number) {
            return stage_->rig.run([&](Work &work) { return buy_label(work, number, {Source::Admin, "alice"}); });
        };
        QCOMPARE(buy(parcel_).error().code, ErrorCode::StateNotAllowed);
        stage_->take_order("G-2");
        const ShipmentNo fresh = stage_->add_parcel("S-2", ShipmentState::Created, {GoodsStage::line("L2", 1)});
        must(buy(fresh));
        const auto first = stage_->effect(EffectKind::BuyLabel, fresh.text());
        must(buy(fresh));
        QCOMPARE(stage_->effect(EffectKind::BuyLabel, fresh.text())->id, first->id);
        QCOMPARE(stage_->advance(fresh, ShipmentEvent::LabelBought, {Source::Admin, "alice"}).error().code,
                 ErrorCode::InputInvalid);
        QCOMPARE(stage_->advance(fresh, ShipmentEvent::Delivered, {Source::Admin, "alice"}).error().code,
                 ErrorCode::StateNotAllowed);
        QCOMPARE(stage_->advance(an<ShipmentNo>("S-9"), ShipmentEvent::Lost, {Source::Admin, "alice"}).error().code,
                 ErrorCode::ShipmentNotFound);
    }

private:
    static Money yuan(const std::string &text) { return EngineRig::yuan(text); }
    void check() { QVERIFY2(stage_->broken().isEmpty(), qPrintable(stage_->broken())); }
    Result<Refund> request(const GoodsRefundDraft &draft)
    {
        auto refund = stage_->request(draft);
        check();
        return refund;
    }
    Result<Shipment> reship(const ReshipDraft &draft)
    {
        auto shipment = stage_->reship(draft);
        check();
        return shipment;
    }
    Result<ExceptionOutcome> decide(const ExceptionDecision &decision)
    {
        auto outcome = stage_->rig.run([&](Work &work) { return decide_exception(work, decision); });
        check();
        return outcome;
    }

    std::unique_ptr<GoodsStage> stage_;
    ShipmentNo parcel_;
};

QTEST_GUILESS_MAIN(GoodsReshipTest)
#include "goods_reship_test.moc"

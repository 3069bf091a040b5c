// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/workflow/gateway_stage.h"

using namespace aftercharge;
using carrier::Outcome;
using Log = std::vector<std::pair<GoodsOrderState, Source>>;

// A goods order follows its parcels: FULFILLED when the last has left, COMPLETED when all arrived.
class GoodsProgressTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { stage_ = std::make_unique<GatewayStage>(); }
    void cleanup()
    {
        QVERIFY2(stage_->broken().isEmpty(), qPrintable(stage_->broken()));
        QVERIFY(must(stage_->rig.ledger().audit().verify([](auto, auto) { return true; })).intact);
    }

    void fulfilled_when_the_last_has_left_and_completed_when_all_arrived()
    {
        const auto [first, second] = two_parcels();
        advance(first, ShipmentEvent::PickedUp);
        QCOMPARE(state(), GoodsOrderState::Paid);
        advance(first, ShipmentEvent::Delivered);
        QCOMPARE(state(), GoodsOrderState::Paid);
        QVERIFY(log().empty());
        advance(second, ShipmentEvent::PickedUp);
        QCOMPARE(state(), GoodsOrderState::Fulfilled);
        advance(second, ShipmentEvent::Delivered);
        QCOMPARE(state(), GoodsOrderState::Completed);
        QCOMPARE(log(),
                 (Log{{GoodsOrderState::Fulfilled, Source::Manual}, {GoodsOrderState::Completed, Source::Manual}}));
        const auto rows = must(stage_->rig.ledger().goods().log(stage_->order_no()));
        QCOMPARE(rows.back().from, GoodsOrderState::Fulfilled);
        QCOMPARE(rows.back().event, std::string("COMPLETED"));
        QCOMPARE(rows.back().actor, (Actor{Source::Manual, "alice"}));
        QCOMPARE(rows.back().note, second.text());
    }

    void by_the_carriers_word()
    {
        two_parcels();
        hear("S-1", ShipmentEvent::PickedUp);
        hear("S-2", ShipmentEvent::Delivered);
        QCOMPARE(state(), GoodsOrderState::Fulfilled);
        hear("S-1", ShipmentEvent::Delivered);
        QCOMPARE(state(), GoodsOrderState::Completed);
        QCOMPARE(log(), (Log{{GoodsOrderState::Fulfilled, Source::Api}, {GoodsOrderState::Completed, Source::Api}}));
        // A word that was heard before writes nothing again.
        hear("S-1", ShipmentEvent::PickedUp);
        hear("S-1", ShipmentEvent::Delivered);
        QCOMPARE(log().size(), std::size_t{2});
    }

    void one_that_is_heard_of_when_it_arrives_was_fulfilled_too()
    {
        stage_->add_parcel("S-1", ShipmentState::LabelCreated, {GoodsStage::line("L1", 1), GoodsStage::line("L2", 3)});
        hear("S-1", ShipmentEvent::Delivered);
        QCOMPARE(log(), (Log{{GoodsOrderState::Fulfilled, Source::Api}, {GoodsOrderState::Completed, Source::Api}}));
    }

    void units_that_no_parcel_holds_are_not_sent()
    {
        const ShipmentNo first = stage_->add_parcel("S-1", ShipmentState::LabelCreated, {GoodsStage::line("L1", 1)});
        const ShipmentNo second = stage_->add_parcel("S-2", ShipmentState::LabelCreated, {GoodsStage::line("L2", 2)});
        advance(first, ShipmentEvent::PickedUp);
        advance(second, ShipmentEvent::PickedUp);
        QCOMPARE(state(), GoodsOrderState::Paid);
        const ShipmentNo third = stage_->add_parcel("S-3", ShipmentState::LabelCreated, {GoodsStage::line("L2", 1)});
        advance(third, ShipmentEvent::PickedUp);
        QCOMPARE(state(), GoodsOrderState::Fulfilled);
    }

    void a_cancelled_parcel_counts_for_nothing()
    {
        const auto [first, second] = two_parcels();
        advance(second, ShipmentEvent::Cancelled);
        advance(first, ShipmentEvent::PickedUp);
        QCOMPARE(state(), GoodsOrderState::Paid);
        QVERIFY(log().empty());
    }

    void a_lost_parcel_leaves_it_fulfilled_and_one_sent_again_does_not_complete_it()
    {
        const auto [first, second] = two_parcels();
        for (const ShipmentNo &parcel : {first, second})
            advance(parcel, ShipmentEvent::PickedUp);
        advance(first, ShipmentEvent::Delivered);
        advance(second, ShipmentEvent::Lost);
        QCOMPARE(state(), GoodsOrderState::Fulfilled);
        const ShipmentNo again =
            must(stage_->reship(stage_->reship_of("alice", {GoodsStage::line("L2", 3)}))).shipment_no;
        QVERIFY(stage_->work());
        hear(again.text(), ShipmentEvent::Delivered);
        QCOMPARE(stage_->parcel(again).state, ShipmentState::Delivered);
        QCOMPARE(state(), GoodsOrderState::Fulfilled);
        QCOMPARE(log().size(), std::size_t{1});
    }

    void a_refunded_order_stays_refunded()
    {
        const auto [first, second] = two_parcels();
        for (const ShipmentNo &parcel : {first, second})
            advance(parcel, ShipmentEvent::PickedUp);
        const auto lines = {GoodsStage::line("L1", 1), GoodsStage::line("L2", 3), GoodsStage::line("L3", 1)};
        must(stage_->request(stage_->of_lines("carol", lines)));
        QVERIFY(stage_->work());
        QCOMPARE(state(), GoodsOrderState::Refunded);
        for (const ShipmentNo &parcel : {first, second})
            advance(parcel, ShipmentEvent::Delivered);
        QCOMPARE(state(), GoodsOrderState::Refunded);
    }

    void a_pick_up_that_stops_the_refund_before_shipment_fulfils_the_order()
    {
        stage_->add_parcel("S-1", ShipmentState::LabelCreated, {GoodsStage::line("L1", 1), GoodsStage::line("L2", 3)});
        const RefundNo number = must(stage_->request(stage_->before_shipment("carol"))).refund_no;
        hear("S-1", ShipmentEvent::PickedUp);
        QCOMPARE(stage_->refund(number).status, RefundStatus::Closed);
        QVERIFY(stage_->order().locked_by.is_empty());
        QCOMPARE(state(), GoodsOrderState::Fulfilled);
    }

private:
    std::pair<ShipmentNo, ShipmentNo> two_parcels()
    {
        return {stage_->add_parcel("S-1", ShipmentState::LabelCreated, {GoodsStage::line("L1", 1)}),
                stage_->add_parcel("S-2", ShipmentState::LabelCreated, {GoodsStage::line("L2", 3)})};
    }
    void advance(const ShipmentNo &parcel, ShipmentEvent event)
    {
        must(stage_->advance(parcel, event, {Source::Admin, "alice"}));
    }
    void hear(const std::string &parcel, ShipmentEvent event)
    {
        carrier::CarrierNews news;
        news.event_id = "evt_" + std::to_string(++events_);
        news.tracking_no = "EZ" + parcel;
        news.track = carrier::TrackAnswer{Outcome::Done, event, "scanned"};
        QVERIFY(stage_->webhook(news));
    }
    GoodsOrderState state() { return stage_->order().state; }
    // Where it went, and by whose word.
    Log log()
    {
        Log moves;
        for (const GoodsOrderLogEntry &row : must(stage_->rig.ledger().goods().log(stage_->order_no()))) {
            if (row.from != row.to)
                moves.emplace_back(row.to, row.actor.source);
        }
        return moves;
    }

    std::unique_ptr<GatewayStage> stage_;
    int events_ = 0;
};

QTEST_GUILESS_MAIN(GoodsProgressTest)
#include "goods_progress_test.moc"

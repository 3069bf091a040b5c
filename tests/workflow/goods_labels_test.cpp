// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/workflow/gateway_stage.h"

using namespace aftercharge;
using namespace std::chrono_literals;
using carrier::Outcome;
using Way = FakeCarrierGateway::Way;

// Labels and parcels at a carrier that answers as it is told: cancelled before a refund, bought for
// a reshipment, followed on their way.
class GoodsLabelsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { stage_ = std::make_unique<GatewayStage>(); }
    void cleanup()
    {
        QVERIFY2(stage_->broken().isEmpty(), qPrintable(stage_->broken()));
        QVERIFY(must(stage_->rig.ledger().audit().verify([](auto, auto) { return true; })).intact);
    }

    void the_labels_are_cancelled_and_then_it_is_refunded_data()
    {
        QTest::addColumn<int>("way");
        QTest::newRow("answered") << static_cast<int>(Way::AsItStands);
        QTest::newRow("reply lost after it took effect") << static_cast<int>(Way::LostAfter);
        QTest::newRow("request lost on its way") << static_cast<int>(Way::LostBefore);
        QTest::newRow("never left") << static_cast<int>(Way::NotSent);
    }
    void the_labels_are_cancelled_and_then_it_is_refunded()
    {
        QFETCH(int, way);
        const auto [first, second] = two_labels();
        stage_->carrier->ways = {static_cast<Way>(way)};
        const RefundNo number = must(stage_->request(stage_->before_shipment("carol"))).refund_no;
        QVERIFY(stage_->work());
        if (static_cast<Way>(way) != Way::AsItStands) {
            QCOMPARE(stage_->pay->sent.size(), std::size_t{0});
            QVERIFY(stage_->work_after(5s));
            QVERIFY(stage_->work_after(2min));
        }
        for (const ShipmentNo &parcel : {first, second}) {
            QCOMPARE(stage_->parcel(parcel).state, ShipmentState::Cancelled);
            const ShipmentLogEntry log = must(stage_->rig.ledger().shipments().log(parcel)).back();
            QCOMPARE(log.to, ShipmentState::Cancelled);
            QCOMPARE(log.actor.source, Source::Api);
        }
        QCOMPARE(stage_->refund(number).status, RefundStatus::Success);
        QCOMPARE(stage_->order().state, GoodsOrderState::Refunded);
        QCOMPARE(stage_->carrier->cancelled.size(),
                 static_cast<Way>(way) == Way::LostBefore || static_cast<Way>(way) == Way::NotSent ? std::size_t{3}
                                                                                                   : std::size_t{2});
    }

    void one_that_cannot_be_cancelled_and_nothing_is_refunded()
    {
        const auto [first, second] = two_labels();
        stage_->carrier->cancelling = LabelRefund::NotApplicable;
        stage_->carrier->cancel_words = "the label was used";
        const RefundNo number = must(stage_->request(stage_->before_shipment("carol"))).refund_no;
        QVERIFY(stage_->work());
        QCOMPARE(stage_->refund(number).status, RefundStatus::Closed);
        QCOMPARE(stage_->pay->sent.size(), std::size_t{0});
        QVERIFY(stage_->order().locked_by.is_empty());
        QCOMPARE(stage_->order().state, GoodsOrderState::Paid);
        QCOMPARE(stage_->ticket().state, TicketState::InReview);
        QVERIFY(stage_->last_entry().find("the label was used") != std::string::npos);
        QCOMPARE(stage_->notices(NoticeKind::RefundStopped), 1);
        QCOMPARE(stage_->balance(AccountKind::Revenue), 27'100);
        QVERIFY(stage_->work_after(48h));
        QCOMPARE(stage_->refund(number).status, RefundStatus::Closed);
        QVERIFY(stage_->parcel(first).state == ShipmentState::LabelCreated ||
                stage_->parcel(second).state == ShipmentState::LabelCreated);
    }

    void submitted_counts_and_a_later_rejection_is_a_discrepancy()
    {
        const ShipmentNo parcel = stage_->add_parcel("S-1", ShipmentState::LabelCreated, {GoodsStage::line("L1", 1)});
        stage_->carrier->cancelling = LabelRefund::Submitted;
        const RefundNo number = must(stage_->request(stage_->before_shipment("carol"))).refund_no;
        QVERIFY(stage_->work());
        QCOMPARE(stage_->refund(number).status, RefundStatus::Success);
        QCOMPARE(stage_->parcel(parcel).label_refund, LabelRefund::Submitted);
        stage_->carrier->refunds["shp_S-1"] = LabelRefund::Rejected;
        QVERIFY(stage_->work_after(24h));
        QCOMPARE(stage_->parcel(parcel).label_refund, LabelRefund::Rejected);
        QCOMPARE(stage_->parcel(parcel).state, ShipmentState::Cancelled);
        QCOMPARE(stage_->open_discrepancies().size(), std::size_t{1});
        QCOMPARE(stage_->open_discrepancies().front().kind, DiscrepancyKind::LabelNotCancelled);
        QCOMPARE(stage_->refund(number).status, RefundStatus::Success);
        const int questions = stage_->carrier->questions;
        QVERIFY(stage_->work_after(24h));
        QCOMPARE(stage_->carrier->questions, questions);
    }

    void picked_up_before_the_label_was_cancelled()
    {
        const ShipmentNo parcel = stage_->add_parcel("S-1", ShipmentState::LabelCreated, {GoodsStage::line("L1", 1)});
        const RefundNo number = must(stage_->request(stage_->before_shipment("carol"))).refund_no;
        QVERIFY(stage_->webhook(track("EZS-1", ShipmentEvent::PickedUp, "evt_1")));
        QCOMPARE(stage_->parcel(parcel).state, ShipmentState::InTransit);
        QCOMPARE(stage_->refund(number).status, RefundStatus::Closed);
        QCOMPARE(stage_->open_discrepancies().size(), std::size_t{1});
        QCOMPARE(stage_->open_discrepancies().front().kind, DiscrepancyKind::PickedUpWhileLocked);
        QVERIFY(!stage_->webhook(track("EZS-1", ShipmentEvent::PickedUp, "evt_1")));
        QVERIFY(stage_->work());
        QCOMPARE(stage_->carrier->cancelled.size(), std::size_t{0});
        QCOMPARE(stage_->pay->sent.size(), std::size_t{0});
    }

    void picked_up_although_it_was_cancelled()
    {
        const ShipmentNo parcel = stage_->add_parcel("S-1", ShipmentState::LabelCreated, {GoodsStage::line("L1", 1)});
        stage_->pay->outcome = payment::Standing::Pending;
        must(stage_->request(stage_->before_shipment("carol")));
        QVERIFY(stage_->work());
        QVERIFY(stage_->webhook(track("EZS-1", ShipmentEvent::PickedUp, "evt_1")));
        QCOMPARE(stage_->parcel(parcel).state, ShipmentState::Cancelled);
        QCOMPARE(stage_->open_discrepancies().front().kind, DiscrepancyKind::PickedUpWhileLocked);
    }

    void a_reshipment_gets_its_label_data()
    {
        QTest::addColumn<int>("way");
        QTest::newRow("answered") << static_cast<int>(Way::AsItStands);
        QTest::newRow("reply lost after it took effect") << static_cast<int>(Way::LostAfter);
        QTest::newRow("request lost on its way") << static_cast<int>(Way::LostBefore);
    }
    void a_reshipment_gets_its_label()
    {
        QFETCH(int, way);
        stage_->add_parcel("S-1", ShipmentState::Exception, {GoodsStage::line("L2", 3)});
        ReshipDraft draft = stage_->reship_of("carol", {GoodsStage::line("L2", 1)});
        draft.ticket_no = stage_->ticket_no();
        stage_->carrier->ways = {static_cast<Way>(way)};
        const ShipmentNo parcel = must(stage_->reship(draft)).shipment_no;
        QVERIFY(stage_->work());
        QVERIFY(stage_->work_after(5s));
        QVERIFY(stage_->work_after(1min));
        const Shipment sent = stage_->parcel(parcel);
        QCOMPARE(sent.state, ShipmentState::LabelCreated);
        QCOMPARE(sent.tracking_no, "EZ" + parcel.text());
        QVERIFY(!sent.label_url.empty());
        QCOMPARE(must(stage_->rig.ledger().shipments().log(parcel)).back().actor, (Actor{Source::Api, "EASYPOST"}));
        QCOMPARE(stage_->notices(NoticeKind::ParcelSentAgain), 1);
        QCOMPARE(stage_->ticket().state, TicketState::Resolved);
        QCOMPARE(stage_->carrier->labels.size(), std::size_t{1});
        QCOMPARE(stage_->carrier->bought.size(), std::size_t{static_cast<Way>(way) == Way::LostBefore ? 2U : 1U});
    }

    void a_crash_while_a_label_is_bought_buys_no_second_one()
    {
        stage_->add_parcel("S-1", ShipmentState::Lost, {GoodsStage::line("L2", 3)});
        const ShipmentNo parcel =
            must(stage_->reship(stage_->reship_of("carol", {GoodsStage::line("L2", 1)}))).shipment_no;
        const auto tasks = stage_->lease();
        perform(stage_->gateways, tasks.front());
        stage_->rig.restart();
        QVERIFY(stage_->work_after(5min));
        QVERIFY(stage_->work_after(5s));
        QCOMPARE(stage_->parcel(parcel).state, ShipmentState::LabelCreated);
        QCOMPARE(stage_->carrier->bought.size(), std::size_t{1});
    }

    void a_label_that_is_refused_goes_back_to_a_person()
    {
        stage_->add_parcel("S-1", ShipmentState::Exception, {GoodsStage::line("L2", 3)});
        ReshipDraft draft = stage_->reship_of("carol", {GoodsStage::line("L2", 1)});
        draft.ticket_no = stage_->ticket_no();
        stage_->carrier->refuses_label = "address not found";
        const ShipmentNo parcel = must(stage_->reship(draft)).shipment_no;
        QVERIFY(stage_->work());
        QCOMPARE(stage_->parcel(parcel).state, ShipmentState::Created);
        QVERIFY(stage_->last_entry().find("address not found") != std::string::npos);
        stage_->carrier->refuses_label.reset();
        must(stage_->rig.run([&](Work &work) { return buy_label(work, parcel, {Source::Admin, "carol"}); }));
        QVERIFY(stage_->work());
        QCOMPARE(stage_->parcel(parcel).state, ShipmentState::LabelCreated);
    }

    void a_bought_label_is_followed_to_the_end()
    {
        stage_->add_parcel("S-1", ShipmentState::Exception, {GoodsStage::line("L2", 3)});
        const ShipmentNo parcel =
            must(stage_->reship(stage_->reship_of("carol", {GoodsStage::line("L2", 1)}))).shipment_no;
        QVERIFY(stage_->work());
        const std::string tracking_no = stage_->parcel(parcel).tracking_no;
        const auto stands = [&](ShipmentEvent event) {
            stage_->carrier->tracks[tracking_no] = {Outcome::Done, event, "scanned"};
            return stage_->work_after(1h);
        };
        QVERIFY(stage_->work_after(1h));
        QCOMPARE(stage_->parcel(parcel).state, ShipmentState::LabelCreated);
        QVERIFY(stands(ShipmentEvent::PickedUp));
        QVERIFY(stands(ShipmentEvent::PickedUp));
        QCOMPARE(stage_->parcel(parcel).state, ShipmentState::InTransit);
        QVERIFY(stands(ShipmentEvent::Delivered));
        QCOMPARE(stage_->parcel(parcel).state, ShipmentState::Delivered);
        QCOMPARE(must(stage_->rig.ledger().shipments().log(parcel)).size(), std::size_t{3});
        const int questions = stage_->carrier->questions;
        QVERIFY(stage_->work_after(3h));
        QCOMPARE(stage_->carrier->questions, questions);
        // An older word changes nothing, one beyond the table is for a person.
        QVERIFY(stage_->webhook(track(tracking_no, ShipmentEvent::PickedUp, "evt_1")));
        QVERIFY(stage_->open_discrepancies().empty());
        QVERIFY(stage_->webhook(track(tracking_no, ShipmentEvent::Lost, "evt_2")));
        QVERIFY(stage_->webhook(track(tracking_no, ShipmentEvent::Lost, "evt_3")));
        QCOMPARE(stage_->parcel(parcel).state, ShipmentState::Delivered);
        QCOMPARE(stage_->open_discrepancies().size(), std::size_t{1});
    }

    void a_parcel_that_is_delivered_was_picked_up()
    {
        const ShipmentNo parcel = stage_->add_parcel("S-1", ShipmentState::LabelCreated, {GoodsStage::line("L1", 1)});
        QVERIFY(stage_->webhook(track("EZS-1", ShipmentEvent::Delivered, "evt_1")));
        QCOMPARE(stage_->parcel(parcel).state, ShipmentState::Delivered);
        QCOMPARE(must(stage_->rig.ledger().shipments().log(parcel)).size(), std::size_t{2});
    }

    // Others' parcels, and a label whose first news comes before the answer that names it.
    void a_parcel_that_is_not_known_is_no_discrepancy()
    {
        QVERIFY(stage_->webhook(track("EZ-none", ShipmentEvent::Delivered, "evt_2")));
        QVERIFY(stage_->open_discrepancies().empty());
    }

private:
    std::pair<ShipmentNo, ShipmentNo> two_labels()
    {
        return {stage_->add_parcel("S-1", ShipmentState::LabelCreated, {GoodsStage::line("L1", 1)}),
                stage_->add_parcel("S-2", ShipmentState::LabelCreated, {GoodsStage::line("L2", 3)})};
    }
    static carrier::CarrierNews track(const std::string &tracking_no, ShipmentEvent event, const std::string &event_id)
    {
        carrier::CarrierNews news;
        news.event_id = event_id;
        news.tracking_no = tracking_no;
        news.track = carrier::TrackAnswer{Outcome::Done, event, "scanned"};
        return news;
    }

    std::unique_ptr<GatewayStage> stage_;
};

QTEST_GUILESS_MAIN(GoodsLabelsTest)
#include "goods_labels_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "models/workflow/operator_rights.h"
#include "tests/support/goods_rig.h"

using namespace aftercharge;

namespace {

std::int64_t balance(EngineRig &rig, AccountKind kind)
{
    return must(rig.ledger().accounts().balance(AccountId::platform(kind))).minor();
}

ImportedOrder order_with(const EngineRig &rig, const std::function<void(ImportedOrder &)> &change)
{
    ImportedOrder order = sample_goods_order(rig, "G-1");
    order.parcels = {sample_parcel("P1", ShipmentState::LabelCreated, {units_of("L1", 1), units_of("L2", 3)})};
    change(order);
    return order;
}

}  // namespace

class GoodsImportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void a_paid_order_is_taken_in_one_piece()
    {
        EngineRig rig;
        rig.told.rows.clear();
        const GoodsDossier taken = take_goods_order(
            rig, "G-1",
            {sample_parcel("P1", ShipmentState::Delivered, {units_of("L1", 2)}, "200.00"),
             sample_parcel("P2", ShipmentState::Created, {units_of("L2", 3)})});
        QCOMPARE(taken.order.paid.to_text(), std::string("287.04"));
        QVERIFY(taken.order.state == GoodsOrderState::Paid && taken.order.refunded.is_zero());
        QCOMPARE(taken.items.size(), std::size_t{2});
        QCOMPARE(taken.items[1].total.to_text(), std::string("95.04"));
        QCOMPARE(taken.discounts.size(), std::size_t{2});
        QCOMPARE(taken.units.size(), std::size_t{5});
        QCOMPARE(taken.units[4].share.to_text(), std::string("31.68"));
        QCOMPARE(taken.payment->external_id, std::string("ch_G-1"));
        QCOMPARE(taken.parcels.size(), std::size_t{2});
        QCOMPARE(taken.parcels[0].items.at(0).quantity, std::int64_t{2});
        QCOMPARE(taken.parcels[0].address.city, std::string("上海"));
        QCOMPARE(taken.parcels[0].log.at(0).note, std::string("imported"));
        QCOMPARE(taken.log.at(0).event, std::string("IMPORTED"));
        QCOMPARE(taken.log.at(0).actor.name, std::string("admin"));
        QCOMPARE(taken.transfers.size(), std::size_t{1});
        QVERIFY(taken.transfers[0].kind == TransferKind::GoodsPaid);
        QCOMPARE(taken.transfers[0].reference, std::string("G-1"));
        QVERIFY(taken.has_left);
        QCOMPARE(taken.refundable.to_text(), std::string("287.04"));
        QCOMPARE(taken.gateway_allows.to_text(), std::string("287.04"));
        QCOMPARE(balance(rig, AccountKind::Revenue), std::int64_t{28704});
        QCOMPARE(balance(rig, AccountKind::GatewayClearing), std::int64_t{-28704});
        QVERIFY(must(rig.ledger().accounts().sum_of_all()).is_zero());
        const Member member = must(rig.ledger().registry().member(an<MemberId>("M-7")));
        QCOMPARE(member.name, std::string("王小明"));
        QCOMPARE(member.phone, std::string("13800000000"));
        const auto told = [&](ChangedTable table, const char *id) {
            return std::any_of(rig.told.rows.begin(), rig.told.rows.end(),
                               [&](const Changed &row) { return row.table == table && row.id == id; });
        };
        QVERIFY(told(ChangedTable::GoodsOrders, "G-1") && told(ChangedTable::Shipments, "P2"));
        QVERIFY(told(ChangedTable::Registry, "M-7"));
        const auto audit = must(rig.ledger().audit().page({}, "goods.import")).rows;
        QCOMPARE(audit.size(), std::size_t{1});
        QCOMPARE(audit[0].entity_id, std::string("G-1"));
        QCOMPARE(audit[0].detail, std::string("287.04 CNY, 2 parcels"));
    }

    void a_known_member_keeps_his_name()
    {
        EngineRig rig;
        rig.add_member("M-7", "CARD-7");
        ImportedOrder order = sample_goods_order(rig, "G-1");
        order.parcels = {sample_parcel("P1", ShipmentState::Created, {units_of("L1", 1)})};
        order.parcels[0].address.name = "Somebody Else";
        take_goods_order(rig, order);
        QCOMPARE(must(rig.ledger().registry().member(an<MemberId>("M-7"))).name, std::string("王小明"));
    }

    void a_parcel_without_a_number_is_given_one()
    {
        EngineRig rig;
        ImportedOrder order = sample_goods_order(rig, "G-1");
        order.parcels = {sample_parcel("P1", ShipmentState::Created, {units_of("L1", 1)})};
        order.parcels[0].shipment.shipment_no = {};
        const GoodsDossier taken = take_goods_order(rig, order);
        QCOMPARE(taken.parcels.at(0).shipment.shipment_no.text(), std::string("S20261123-0001"));
        QCOMPARE(taken.parcels[0].items.at(0).quantity, std::int64_t{1});
    }

    void an_unpaid_order_moves_no_money()
    {
        EngineRig rig;
        ImportedOrder order = sample_goods_order(rig, "G-1");
        order.order.state = GoodsOrderState::Unpaid;
        order.payments.clear();
        const GoodsDossier taken = take_goods_order(rig, order);
        QVERIFY(taken.order.paid.is_zero() && taken.refundable.is_zero() && taken.gateway_allows.is_zero());
        QVERIFY(taken.transfers.empty());
        QCOMPARE(balance(rig, AccountKind::Revenue), std::int64_t{0});
    }

    void an_order_given_away_needs_no_payment()
    {
        EngineRig rig;
        ImportedOrder order = sample_goods_order(rig, "G-1");
        order.discounts = {{"FREE", {}, EngineRig::yuan("299.00")}};
        order.items[0].tax = order.items[1].tax = EngineRig::yuan("0.00");
        order.payments.clear();
        const GoodsDossier taken = take_goods_order(rig, order);
        QVERIFY(taken.order.paid.is_zero() && taken.transfers.empty());
        QVERIFY(taken.units.at(0).share.is_zero());
    }

    void an_order_against_the_rules_leaves_no_trace_data()
    {
        QTest::addColumn<std::function<void(ImportedOrder &)>>("change");
        QTest::addColumn<QByteArray>("why");
        const auto row = [](const char *name, const char *why, std::function<void(ImportedOrder &)> change) {
            QTest::newRow(name) << std::move(change) << QByteArray(why);
        };
        row("currency", "money.currency_mismatch: USD, the network has CNY",
            [](ImportedOrder &order) { order.order.paid = Money::zero(must(Currency::from_code("USD"))); });
        row("payment", "input.invalid: a payment of 287.03, its lines come to 287.04",
            [](ImportedOrder &order) { order.payments[0].amount = EngineRig::yuan("287.03"); });
        row("no payment", "input.invalid: no payment of its 287.04",
            [](ImportedOrder &order) { order.payments.clear(); });
        row("unpaid with a payment", "input.invalid: UNPAID, with a payment",
            [](ImportedOrder &order) { order.order.state = GoodsOrderState::Unpaid; });
        row("discount", "input.invalid: discount SPRING: 300.00 is above what is left",
            [](ImportedOrder &order) { order.discounts[0].amount = EngineRig::yuan("300.00"); });
        row("discount of no line", "order_item.not_found: L9",
            [](ImportedOrder &order) { order.discounts[0].order_item_id = an<OrderItemId>("L9"); });
        row("line twice", "input.invalid: line 2 (L1) is there twice",
            [](ImportedOrder &order) { order.items[1].order_item_id = an<OrderItemId>("L1"); });
        row("units", "order_item.units_not_left: parcel 2: more units of L2 than the order has",
            [](ImportedOrder &order) {
                order.parcels.push_back(sample_parcel("P2", ShipmentState::Created, {units_of("L2", 1)}));
            });
        row("unknown line", "order_item.not_found: parcel 1: L9",
            [](ImportedOrder &order) { order.parcels[0].items[0].order_item_id = an<OrderItemId>("L9"); });
        row("shipping in a parcel", "order_item.not_found: parcel 1: L1",
            [](ImportedOrder &order) { order.items[0].kind = ItemKind::Shipping; });
        row("label without carrier", "input.invalid: parcel 1 is LABEL_CREATED and has no ext_external_id",
            [](ImportedOrder &order) { order.parcels[0].shipment.ext_external_id.clear(); });
        row("not to be followed", "input.invalid: parcel 1 is LABEL_CREATED and has no tracking_no",
            [](ImportedOrder &order) { order.parcels[0].shipment.tracking_no.clear(); });
        row("tracking number twice", "shipment.exists: EZP1 is the tracking number of P1", [](ImportedOrder &order) {
            order.parcels[0].items.pop_back();
            order.parcels.push_back(sample_parcel("P2", ShipmentState::InTransit, {units_of("L2", 1)}));
            order.parcels[1].shipment.tracking_no = "EZP1";
        });
        row("carrier's name twice", "shipment.exists: shp_P1 is the carrier's name of P1", [](ImportedOrder &order) {
            order.parcels[0].items.pop_back();
            order.parcels.push_back(sample_parcel("P2", ShipmentState::InTransit, {units_of("L2", 1)}));
            order.parcels[1].shipment.ext_external_id = "shp_P1";
        });
        row("parcel twice", "shipment.exists: P1", [](ImportedOrder &order) {
            order.parcels[0].items.pop_back();
            order.parcels.push_back(sample_parcel("P1", ShipmentState::Created, {units_of("L2", 1)}));
        });
        row("our numbers", "input.invalid: C20261123-0001 is a number that charging orders are given",
            [](ImportedOrder &order) { order.order.order_no = an<OrderNo>("C20261123-0001"); });
        row("our parcels", "input.invalid: S20261123-0001 is a number that parcels are given here",
            [](ImportedOrder &order) { order.parcels[0].shipment.shipment_no = an<ShipmentNo>("S20261123-0001"); });
    }
    void an_order_against_the_rules_leaves_no_trace()
    {
        QFETCH(std::function<void(ImportedOrder &)>, change);
        QFETCH(QByteArray, why);
        EngineRig rig;
        rig.told.rows.clear();
        const ImportedOrder bad = order_with(rig, change);
        ImportedOrder good = sample_goods_order(rig, "G-2");
        good.order.member_id = an<MemberId>("M-8");
        const ImportReport report = import_orders(rig, {bad, good});
        QCOMPARE(report.orders, 1);
        QCOMPARE(report.parcels, 0);
        QCOMPARE(report.refused.size(), std::size_t{1});
        QCOMPARE(QByteArray::fromStdString(report.refused[0].why), why);
        QCOMPARE(report.refused[0].where, std::string("order G-1"));
        QCOMPARE(report.refused[0].order_no, bad.order.order_no.text());
        QVERIFY(!must(rig.ledger().goods().exists(bad.order.order_no)));
        QVERIFY(must(rig.ledger().shipments().of_order(bad.order.order_no)).empty());
        QVERIFY(must(rig.ledger().accounts().transfers(bad.order.order_no.text())).empty());
        QVERIFY(rig.ledger().registry().member(an<MemberId>("M-7")).error().code == ErrorCode::MemberNotFound);
        QVERIFY(std::none_of(rig.told.rows.begin(), rig.told.rows.end(),
                             [](const Changed &row) { return row.id == "G-1" || row.id == "P1" || row.id == "M-7"; }));
        QCOMPARE(balance(rig, AccountKind::Revenue), std::int64_t{28704});
    }

    void a_number_is_taken_once()
    {
        EngineRig rig;
        take_goods_order(rig, "G-1");
        const ImportReport again = import_orders(rig, {sample_goods_order(rig, "G-1")});
        QCOMPARE(again.orders, 0);
        QCOMPARE(again.refused.at(0).why, std::string("goods_order.exists: G-1"));
        QCOMPARE(balance(rig, AccountKind::Revenue), std::int64_t{28704});
    }

    void a_payment_pays_one_order()
    {
        EngineRig rig;
        take_goods_order(rig, "G-1");
        ImportedOrder crafted = sample_goods_order(rig, "G-2");
        crafted.payments[0].external_id = "ch_G-1";
        const ImportReport report = import_orders(rig, {crafted});
        QCOMPARE(report.orders, 0);
        QCOMPARE(report.refused.at(0).why, std::string("input.invalid: payment ch_G-1 is that of G-1"));
        QCOMPARE(balance(rig, AccountKind::Revenue), std::int64_t{28704});
        crafted.payments[0].provider = PaymentProvider::WechatPay;
        QCOMPARE(import_orders(rig, {crafted}).orders, 1);
    }

    void only_administrators_import()
    {
        EngineRig rig;
        rig.add_operator("alice", Role::Supervisor);
        const GoodsFile file{{sample_goods_order(rig, "G-1")}, {}};
        const auto refused = rig.run(
            [&](Work &work) { return import_goods(work, file, actor_of(an<OperatorName>("alice"))); });
        QVERIFY(!refused && refused.error().code == ErrorCode::OperatorNotPermitted);
        QVERIFY(!must(rig.ledger().goods().exists(an<OrderNo>("G-1"))));
    }

    void what_was_taken_before_a_cancel_stays()
    {
        EngineRig rig;
        const GoodsFile file{
            {sample_goods_order(rig, "G-1"), sample_goods_order(rig, "G-2"), sample_goods_order(rig, "G-3")}, {}};
        std::vector<std::size_t> seen;
        const auto stop_after_two = [&](std::size_t done, std::size_t of) {
            seen.push_back(done);
            return of == 3 && done < 2;
        };
        const auto report = must(rig.run(
            [&](Work &work) { return import_goods(work, file, actor_of(an<OperatorName>("admin")), stop_after_two); }));
        QCOMPARE(report.orders, 2);
        QVERIFY((seen == std::vector<std::size_t>{1, 2}));
        QVERIFY(must(rig.ledger().goods().exists(an<OrderNo>("G-2"))));
        QVERIFY(!must(rig.ledger().goods().exists(an<OrderNo>("G-3"))));
    }

    void a_file_is_reported_with_the_refusals_of_both()
    {
        EngineRig rig;
        const auto file = must(
            read_goods_csv("order_no,member_id,ordered_at,currency,order_item_id,sku,name,quantity,price,"
                           "payment_order_id,provider,external_id,payment_amount,paid_at\n"
                           "G-1,M-1,2026-11-20T09:00:00Z,CNY,L1,A,Cable,2,9.00,P-1,STRIPE,ch_1,18.00,"
                           "2026-11-20T09:00:00Z\n"
                           "G-2,M-1,2026-11-20T09:00:00Z,CNY,L1,A,Cable,0,9.00,P-2,STRIPE,ch_2,18.00,"
                           "2026-11-20T09:00:00Z\n"
                           "G-3,M-1,2026-11-20T09:00:00Z,CNY,L1,A,Cable,2,9.00,P-3,STRIPE,ch_3,17.00,"
                           "2026-11-20T09:00:00Z\n"));
        const auto report = must(
            rig.run([&](Work &work) { return import_goods(work, file, actor_of(an<OperatorName>("admin"))); }));
        QCOMPARE(report.orders, 1);
        QCOMPARE(report.refused.size(), std::size_t{2});
        QVERIFY(report.refused[0] == (RefusedRow{"row 3", "G-2", "line 1: quantity: 0 is not 1 to 10000"}));
        QVERIFY(report.refused[1] ==
                (RefusedRow{"row 4", "G-3", "input.invalid: a payment of 17.00, its lines come to 18.00"}));
        QCOMPARE(must(read_goods_order(rig.ledger(), an<OrderNo>("G-1"))).order.paid.to_text(), std::string("18.00"));
    }
};

QTEST_GUILESS_MAIN(GoodsImportTest)
#include "goods_import_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/contract/goods_contract.h"

#include <set>

#include "tests/store/contract/goods_samples.h"

namespace aftercharge {

using namespace samples;

template<typename Work>
Result<void> GoodsContract::write(Work work)
{
    return commit(store_->ledger(), work);
}

void GoodsContract::init()
{
    store_ = make_();
    REQUIRE_OK(write([](UnitOfWork &u) { return u.goods().insert(goods_order("G1")); }));
}

Result<void> GoodsContract::insert(const Refund &refund, const std::vector<RefundUnit> &units)
{
    return write([&](UnitOfWork &u) { return u.refunds().insert(refund, units); });
}

ItemUnit GoodsContract::unit(const char *line, int number)
{
    const std::vector<ItemUnit> units = ledger().reader().goods().units(id<OrderNo>("G1")).value();
    for (const ItemUnit &one : units) {
        if (one.order_item_id.text() == line && one.unit == number)
            return one;
    }
    return {};
}

void GoodsContract::refuses(std::initializer_list<const char *> statements)
{
    for (const char *sql : statements) {
        const auto refused = store_->raw_sql(QString::fromUtf8(sql));
        QVERIFY2(refused && refused->code == ErrorCode::StoreRule, sql);
    }
}

void GoodsContract::keeps_an_order_whole()
{
    const NewGoodsOrder taken = goods_order("G1");
    GoodsReader &goods = ledger().reader().goods();
    const OrderNo number = taken.order.order_no;
    QVERIFY(goods.find(number).value() == taken.order);
    QVERIFY(goods.exists(number).value());
    QVERIFY(goods.items(number).value() == taken.items);
    QVERIFY(goods.discounts(number).value() == taken.discounts);
    QVERIFY(goods.payment(number).value() == taken.payment);
    const std::vector<ItemUnit> units = goods.units(number).value();
    QCOMPARE(units.size(), std::size_t{6});
    const char *const shares[] = {"93.33", "93.34", "93.33", "19.90", "19.90", "0.00"};
    for (std::size_t i = 0; i < units.size(); ++i) {
        QCOMPARE(units[i].share.to_text(), std::string(shares[i]));
        QVERIFY(units[i].use == UnitUse::None && units[i].refunded.is_zero());
    }
    NewGoodsOrder unpaid = goods_order("G2");
    unpaid.order.state = GoodsOrderState::Unpaid;
    unpaid.payment.reset();
    REQUIRE_OK(write([&](UnitOfWork &u) { return u.goods().insert(unpaid); }));
    QVERIFY(!goods.payment(unpaid.order.order_no).value().has_value());
    QVERIFY(!goods.exists(id<OrderNo>("G9")).value());
    EXPECT_ERROR(goods.find(id<OrderNo>("G9")), ErrorCode::OrderNotFound);
}

void GoodsContract::gives_a_number_once()
{
    EXPECT_ERROR(write([](UnitOfWork &u) { return u.goods().insert(goods_order("G1")); }), ErrorCode::GoodsOrderExists);
    REQUIRE_OK(write([](UnitOfWork &u) { return u.orders().insert(settled_order("C1", "20.00", "0.00")); }));
    EXPECT_ERROR(write([](UnitOfWork &u) { return u.goods().insert(goods_order("C1")); }), ErrorCode::GoodsOrderExists);
    EXPECT_ERROR(write([](UnitOfWork &u) { return u.orders().insert(settled_order("G1", "20.00", "0.00")); }),
                 ErrorCode::StoreRule);
    NewGoodsOrder foreign = goods_order("G2");
    foreign.payment->order_no = id<OrderNo>("G1");
    EXPECT_ERROR(write([&](UnitOfWork &u) { return u.goods().insert(foreign); }), ErrorCode::InputInvalid);
    // Nothing of a refused order stays.
    NewGoodsOrder broken = goods_order("G2");
    broken.items[2].total = yuan("1.00");
    EXPECT_ERROR(write([&](UnitOfWork &u) { return u.goods().insert(broken); }), ErrorCode::StoreRule);
    QVERIFY(!ledger().reader().goods().exists(id<OrderNo>("G2")).value());
}

void GoodsContract::updates_by_version_and_logs()
{
    GoodsOrder mine = ledger().reader().goods().find(id<OrderNo>("G1")).value();
    GoodsOrder stale = mine;
    mine.state = GoodsOrderState::Refunded;
    mine.refunded = mine.paid;
    mine.locked_by = id<RefundNo>("R1");
    REQUIRE_OK(write([&](UnitOfWork &u) { return u.goods().update(mine); }));
    EXPECT_ERROR(write([&](UnitOfWork &u) { return u.goods().update(stale); }), ErrorCode::StoreConflict);
    QVERIFY(ledger().reader().goods().find(mine.order_no).value() == mine);
    GoodsOrder missing = goods_order("G9").order;
    EXPECT_ERROR(write([&](UnitOfWork &u) { return u.goods().update(missing); }), ErrorCode::OrderNotFound);
    mine.refunded = yuan("319.81");
    EXPECT_ERROR(write([&](UnitOfWork &u) { return u.goods().update(mine); }), ErrorCode::StoreRule);
    std::vector<GoodsOrderLogEntry> entries;
    for (const auto to : {GoodsOrderState::Fulfilled, GoodsOrderState::Completed, GoodsOrderState::Refunded}) {
        entries.push_back(
            {mine.order_no, at(), GoodsOrderState::Paid, to, "REFUNDED_IN_FULL", {Source::Admin, "li"}, "退款"});
        REQUIRE_OK(write([&](UnitOfWork &u) { return u.goods().append_log(entries.back()); }));
    }
    QVERIFY(ledger().reader().goods().log(mine.order_no).value() == entries);
    GoodsOrderLogEntry nobodys = entries.front();
    nobodys.order_no = id<OrderNo>("G9");
    EXPECT_ERROR(write([&](UnitOfWork &u) { return u.goods().append_log(nobodys); }), ErrorCode::StoreRule);
}

void GoodsContract::pages_and_finds_orders()
{
    for (int i = 2; i <= 9; ++i) {
        NewGoodsOrder more = goods_order("G" + std::to_string(i), i / 3);
        more.order.member_id = id<MemberId>(i < 5 ? "M-1" : "M-2");
        more.order.state = i == 9 ? GoodsOrderState::Completed : GoodsOrderState::Paid;
        REQUIRE_OK(write([&](UnitOfWork &u) { return u.goods().insert(more); }));
    }
    Shipment parcel = shipment("S1", "G4");
    parcel.tracking_no = "EZ1000";
    REQUIRE_OK(write([&](UnitOfWork &u) { return u.shipments().insert(parcel, {}, {}, {}); }));
    GoodsReader &goods = ledger().reader().goods();
    for (const auto sort : {GoodsQuery::Sort::OrderedAt, GoodsQuery::Sort::Number, GoodsQuery::Sort::Paid}) {
        GoodsQuery query;
        query.sort = sort;
        query.page.limit = 2;
        std::set<std::string> seen;
        do {
            const auto page = goods.page(query);
            REQUIRE_OK(page);
            for (const GoodsOrder &order : page->rows)
                QVERIFY(seen.insert(order.order_no.text()).second);
            query.page.after = page->next;
        } while (!query.page.after.empty());
        QCOMPARE(seen.size(), std::size_t{9});
    }
    const auto found = [&](auto set) { return goods.page(with<GoodsQuery>(set)).value().rows.size(); };
    QCOMPARE(found([](GoodsQuery &q) { q.state = GoodsOrderState::Completed; }), std::size_t{1});
    QCOMPARE(found([](GoodsQuery &q) { q.member_id = id<MemberId>("M-2"); }), std::size_t{5});
    QCOMPARE(found([](GoodsQuery &q) { q.text = "g7"; }), std::size_t{1});
    QCOMPARE(found([](GoodsQuery &q) { q.text = "CH_g3"; }), std::size_t{1});
    QCOMPARE(found([](GoodsQuery &q) { q.text = "ez10"; }), std::size_t{1});
    QCOMPARE(found([](GoodsQuery &q) { q.text = "%"; }), std::size_t{0});
}

void GoodsContract::refuses_to_change_what_was_taken()
{
    refuses(
        {"DELETE FROM orders", "UPDATE orders SET paid_minor = 99999999", "UPDATE orders SET currency = 'EUR'",
         "UPDATE orders SET refunded_minor = paid_minor + 1", "UPDATE order_item SET name = 'x'",
         "DELETE FROM order_item", "UPDATE order_item_unit SET share_minor = 1", "DELETE FROM order_item_unit",
         "UPDATE order_item_unit SET refunded_minor = share_minor + 1, use = 'REFUNDED'",
         "UPDATE order_item_unit SET refunded_minor = 1, use = 'REPLACED' WHERE share_minor > 0",
         "UPDATE order_item_unit SET refunded_minor = 1 WHERE share_minor > 0",
         "UPDATE order_item_unit SET use = 'LOST'", "UPDATE order_discount_applied SET amount_minor = 0",
         "DELETE FROM order_discount_applied", "UPDATE payment_order SET external_id = 'x'",
         "DELETE FROM payment_order",
         "INSERT INTO payment_order SELECT 'PO-2', order_no, provider, external_id, currency, amount_minor, paid_at "
         "FROM payment_order",
         "INSERT INTO order_item_unit SELECT order_no, 'Z', 1, 1, 'NONE', 0 FROM orders"});
}

void GoodsContract::replaces_units()
{
    const OrderNo order = id<OrderNo>("G1");
    const auto set = [&](const std::vector<ItemUnit> &units, bool replaced) {
        return write([&](UnitOfWork &u) { return u.goods().set_replaced(order, units, replaced); });
    };
    const std::vector refunded{refund_unit("A", 1, "1.00")};
    REQUIRE_OK(insert(goods_refund("R1", "G1", refunded, 1), refunded));
    EXPECT_ERROR(set({item_unit("A", 2), item_unit("A", 1)}, true), ErrorCode::UnitsNotLeft);
    EXPECT_ERROR(set({item_unit("A", 2), item_unit("A", 2)}, true), ErrorCode::UnitsNotLeft);
    EXPECT_ERROR(set({item_unit("A", 4)}, true), ErrorCode::UnitsNotLeft);
    EXPECT_ERROR(set({item_unit("A", 2)}, false), ErrorCode::UnitsNotLeft);
    REQUIRE_OK(set({item_unit("A", 2), item_unit("A", 3)}, true));
    QVERIFY(unit("A", 2).use == UnitUse::Replaced && unit("A", 3).use == UnitUse::Replaced);
    EXPECT_ERROR(set({item_unit("A", 3)}, true), ErrorCode::UnitsNotLeft);
    refuses({"UPDATE order_item_unit SET use = 'REFUNDED' WHERE use = 'REPLACED'",
             "UPDATE order_item_unit SET use = 'REPLACED', refunded_minor = 0 WHERE use = 'REFUNDED'",
             "INSERT INTO payment_refund_unit VALUES ('R1', 'G1', 'A', 2, 0)"});
    REQUIRE_OK(set({item_unit("A", 3)}, false));
    QVERIFY(unit("A", 3).use == UnitUse::None);
}

void GoodsContract::keeps_parcels()
{
    Shipment parcel = shipment("S1", "G1");
    const std::vector items{shipment_item("S1", "A", 2), shipment_item("S1", "B", 2)};
    REQUIRE_OK(write([&](UnitOfWork &u) { return u.shipments().insert(parcel, items, {}, address()); }));
    EXPECT_ERROR(write([&](UnitOfWork &u) { return u.shipments().insert(parcel, {}, {}, {}); }),
                 ErrorCode::ShipmentExists);
    ShipmentReader &shipments = ledger().reader().shipments();
    QVERIFY(shipments.find(parcel.shipment_no).value() == parcel);
    QVERIFY(shipments.items(parcel.shipment_no).value() == items);
    QVERIFY(shipments.address(parcel.shipment_no).value() == address());
    QVERIFY(shipments.replaced_units(parcel.shipment_no).value().empty());
    Shipment stale = parcel;
    parcel.state = ShipmentState::LabelCreated;
    parcel.ext_external_id = "shp_1";
    parcel.tracking_no = "EZ1000";
    parcel.label_url = "https://example.com/label.png";
    parcel.label_refund = LabelRefund::Asked;
    REQUIRE_OK(write([&](UnitOfWork &u) { return u.shipments().update(parcel); }));
    EXPECT_ERROR(write([&](UnitOfWork &u) { return u.shipments().update(stale); }), ErrorCode::StoreConflict);
    QVERIFY(shipments.by_tracking_no("EZ1000").value() == parcel);
    QVERIFY(shipments.by_external_id("shp_1").value() == parcel);
    QVERIFY(!shipments.by_tracking_no("").value() && !shipments.by_external_id("").value());
    const std::vector replaced{item_unit("A", 3)};
    Shipment again = shipment("S2", "G1", ShipmentPurpose::Reshipment);
    again.ticket_no = id<TicketNo>("T-1");
    again.insured = Money::zero(cny());
    again.created_at = at(11);
    const std::vector one{shipment_item("S2", "A", 1)};
    EXPECT_ERROR(write([&](UnitOfWork &u) { return u.shipments().insert(again, one, {}, {}); }),
                 ErrorCode::InputInvalid);
    REQUIRE_OK(write([&](UnitOfWork &u) {
        return u.goods().set_replaced(again.order_no, replaced, true).and_then([&] {
            return u.shipments().insert(again, one, replaced, {});
        });
    }));
    QVERIFY((shipments.replaced_units(again.shipment_no).value() == std::vector{unit("A", 3)}));
    QVERIFY(unit("A", 3).use == UnitUse::Replaced);
    QVERIFY(shipments.address(again.shipment_no).value() == PostalAddress());
    QVERIFY((shipments.of_order(parcel.order_no).value() == std::vector{parcel, again}));
    EXPECT_ERROR(shipments.find(id<ShipmentNo>("S9")), ErrorCode::ShipmentNotFound);
    refuses({"DELETE FROM shipment", "UPDATE shipment SET order_no = 'G2'", "UPDATE shipment SET purpose = 'ORDER'",
             "UPDATE shipment_item SET quantity = 1", "DELETE FROM shipment_item", "UPDATE shipment_unit SET unit = 1",
             "DELETE FROM shipment_unit", "INSERT INTO shipment_unit VALUES ('S1', 'G1', 'A', 1)",
             "INSERT INTO shipment_item VALUES ('S2', 'G2', 'A', 1)"});
    QVERIFY(!store_->raw_sql(QStringLiteral("DELETE FROM shipment_address")));  // a person may be erased
    QVERIFY(shipments.address(parcel.shipment_no).value() == PostalAddress());
    const auto next = [&](std::int64_t milliseconds) {
        std::string text;
        (void)write([&](UnitOfWork &u) {
            return u.shipments().next_shipment_no(at(milliseconds)).map([&](const ShipmentNo &no) {
                text = no.text();
            });
        });
        return text;
    };
    QCOMPARE(next(0), std::string("S20261123-0001"));
    QCOMPARE(next(0), std::string("S20261123-0002"));
    QCOMPARE(next(6 * 3'600'000), std::string("S20261124-0001"));
}

void GoodsContract::refuses_more_units_than_the_order_has()
{
    const auto send = [&](const char *number, std::int64_t quantity, ShipmentState state = ShipmentState::Created) {
        return write([&](UnitOfWork &u) {
            Shipment parcel = shipment(number, "G1");
            parcel.state = state;
            return u.shipments().insert(parcel, {shipment_item(number, "A", quantity)}, {}, {});
        });
    };
    EXPECT_ERROR(send("S1", 4), ErrorCode::StoreRule);
    REQUIRE_OK(send("S1", 2));
    EXPECT_ERROR(send("S2", 2), ErrorCode::StoreRule);
    REQUIRE_OK(send("S2", 2, ShipmentState::Cancelled));
    REQUIRE_OK(send("S3", 1));
    EXPECT_ERROR(send("S4", 1), ErrorCode::StoreRule);
    EXPECT_ERROR(write([](UnitOfWork &u) {
                     return u.shipments().insert(shipment("S5", "G1"), {shipment_item("S5", "Z", 1)}, {}, {});
                 }),
                 ErrorCode::StoreRule);
}

void GoodsContract::keeps_the_log_of_a_parcel()
{
    REQUIRE_OK(write([](UnitOfWork &u) { return u.shipments().insert(shipment("S1", "G1"), {}, {}, {}); }));
    std::vector<ShipmentLogEntry> entries;
    for (const auto source : {Source::Api, Source::Manual}) {
        entries.push_back(
            {id<ShipmentNo>("S1"), at(), ShipmentState::Created, ShipmentState::LabelCreated, {source, "li"}, "面单"});
        REQUIRE_OK(write([&](UnitOfWork &u) { return u.shipments().append_log(entries.back()); }));
    }
    QVERIFY(ledger().reader().shipments().log(id<ShipmentNo>("S1")).value() == entries);
    ShipmentLogEntry nobodys = entries.front();
    nobodys.shipment_no = id<ShipmentNo>("S9");
    EXPECT_ERROR(write([&](UnitOfWork &u) { return u.shipments().append_log(nobodys); }), ErrorCode::ShipmentNotFound);
    refuses({"UPDATE shipment_status_log SET note = ''", "DELETE FROM shipment_status_log"});
}

}  // namespace aftercharge

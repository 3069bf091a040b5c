// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/contract/goods_refunds_contract.h"

#include "tests/store/contract/goods_samples.h"

namespace aftercharge {

using namespace samples;

template<typename Work>
Result<void> GoodsRefundsContract::write(Work work)
{
    return commit(store_->ledger(), work);
}

void GoodsRefundsContract::init()
{
    store_ = make_();
    REQUIRE_OK(write([](UnitOfWork &u) { return u.goods().insert(goods_order("G1")); }));
}

Result<void> GoodsRefundsContract::insert(const Refund &refund, const std::vector<RefundUnit> &units)
{
    return write([&](UnitOfWork &u) { return u.refunds().insert(refund, units); });
}

Result<void> GoodsRefundsContract::set_status(const char *refund_no, RefundStatus status)
{
    return write([&](UnitOfWork &u) {
        return u.refunds().find(id<RefundNo>(refund_no)).and_then([&](Refund refund) {
            refund.status = status;
            return u.refunds().update(refund);
        });
    });
}

ItemUnit GoodsRefundsContract::unit(const char *line, int number)
{
    const std::vector<ItemUnit> units = ledger().reader().goods().units(id<OrderNo>("G1")).value();
    for (const ItemUnit &one : units) {
        if (one.order_item_id.text() == line && one.unit == number)
            return one;
    }
    return {};
}

void GoodsRefundsContract::refuses(std::initializer_list<const char *> statements)
{
    for (const char *sql : statements) {
        const auto refused = store_->raw_sql(QString::fromUtf8(sql));
        QVERIFY2(refused && refused->code == ErrorCode::StoreRule, sql);
    }
}

void GoodsRefundsContract::keeps_refunds_with_their_units()
{
    const std::vector units{refund_unit("A", 1, "93.33"), refund_unit("A", 2, "10.00"), refund_unit("B", 1, "19.90")};
    Refund mine = goods_refund("R1", "G1", units, 1);
    mine.claim_no = id<ClaimNo>("K1");
    mine.retry_of = id<RefundNo>("R0");
    mine.before_shipment = mine.repairable = true;
    mine.gateway_words = "处理中";
    REQUIRE_OK(insert(mine, units));
    RefundReader &refunds = ledger().reader().refunds();
    QVERIFY(refunds.find(mine.refund_no).value() == mine);
    QVERIFY(refunds.units(mine.refund_no).value() == units);
    QVERIFY((refunds.of_order(mine.order_no).value() == std::vector{mine}));
    QVERIFY((refunds.page({}).value().rows == std::vector{mine}));
    QVERIFY(unit("A", 1).use == UnitUse::Refunded && unit("A", 1).refunded == yuan("93.33"));
    QVERIFY(unit("A", 2).use == UnitUse::Refunded && unit("A", 2).refunded == yuan("10.00"));
    QVERIFY(unit("A", 3).use == UnitUse::None && unit("B", 1).refunded == yuan("19.90"));
    // A caller without the items writes them no less.
    Refund bare = mine;
    bare.items.clear();
    bare.status = RefundStatus::Pending;
    bare.external_refund_id = "re_1";
    REQUIRE_OK(write([&](UnitOfWork &u) { return u.refunds().update(bare); }));
    QVERIFY(bare.items == mine.items && bare.version == mine.version + 1);
    QVERIFY(refunds.find(mine.refund_no).value() == bare);
    EXPECT_ERROR(write([&](UnitOfWork &u) { return u.refunds().update(mine); }), ErrorCode::StoreConflict);
    REQUIRE_OK(write([&](UnitOfWork &u) {
        return u.refunds().approve(mine.refund_no, id<OperatorName>("wang"), mine.amount, at());
    }));
    EXPECT_ERROR(write([&](UnitOfWork &u) {
                     return u.refunds().approve(mine.refund_no, id<OperatorName>("zhao"), mine.amount, at());
                 }),
                 ErrorCode::RefundAlreadyDecided);
}

void GoodsRefundsContract::refuses_units_that_are_not_left()
{
    const std::vector first{refund_unit("B", 1, "10.00")};
    REQUIRE_OK(insert(goods_refund("R1", "G1", first, 1), first));
    const std::vector rest{refund_unit("B", 1, "9.90")};
    const std::vector above{refund_unit("B", 1, "9.91")};
    EXPECT_ERROR(insert(goods_refund("R2", "G1", above, 2), above), ErrorCode::RefundExceedsPaid);
    REQUIRE_OK(insert(goods_refund("R2", "G1", rest, 2), rest));
    QVERIFY(unit("B", 1).refunded == yuan("19.90"));
    const std::vector unknown{refund_unit("B", 3, "1.00")};
    EXPECT_ERROR(insert(goods_refund("R3", "G1", unknown, 3), unknown), ErrorCode::ItemNotFound);
    const std::vector replaced{item_unit("A", 1)};
    REQUIRE_OK(write([&](UnitOfWork &u) { return u.goods().set_replaced(id<OrderNo>("G1"), replaced, true); }));
    const std::vector gone{refund_unit("A", 1, "1.00")};
    EXPECT_ERROR(insert(goods_refund("R3", "G1", gone, 3), gone), ErrorCode::UnitsNotLeft);
    // What is not what it says.
    const std::vector two{refund_unit("A", 2, "1.00"), refund_unit("A", 3, "1.00")};
    Refund odd = goods_refund("R3", "G1", two, 3);
    EXPECT_ERROR(insert(odd, {two[0]}), ErrorCode::InputInvalid);
    EXPECT_ERROR(insert(odd, {two[0], two[0]}), ErrorCode::InputInvalid);
    EXPECT_ERROR(insert(odd, {}), ErrorCode::InputInvalid);
    odd.items[0].quantity = 1;
    EXPECT_ERROR(insert(odd, two), ErrorCode::InputInvalid);
    REQUIRE_OK(write([](UnitOfWork &u) { return u.orders().insert(settled_order("C1", "20.00", "0.00")); }));
    EXPECT_ERROR(insert(refund("R4", "C1", "1.00", 4), {two[0]}), ErrorCode::InputInvalid);
    Refund of_charging = goods_refund("R4", "C1", two, 4);
    EXPECT_ERROR(insert(of_charging, two), ErrorCode::ItemNotFound);
    EXPECT_ERROR(insert(refund("R4", "G1", "1.00", 4), {}), ErrorCode::StoreRule);
    EXPECT_ERROR(insert(refund("R4", "G9", "1.00", 4), {}), ErrorCode::RefundExceedsPaid);
}

void GoodsRefundsContract::gives_units_back()
{
    const std::vector units{refund_unit("A", 1, "93.33"), refund_unit("A", 2, "50.00")};
    const std::vector more{refund_unit("A", 2, "3.00")};
    int number = 0;
    for (const auto over : {RefundStatus::Fail, RefundStatus::Closed, RefundStatus::Reversed}) {
        const std::string name = "R" + std::to_string(++number);
        REQUIRE_OK(insert(goods_refund(name, "G1", units, number), units));
        REQUIRE_OK(insert(goods_refund(name + "b", "G1", more, number + 10), more));
        REQUIRE_OK(set_status(name.c_str(), over));
        QVERIFY(unit("A", 1).use == UnitUse::None && unit("A", 1).refunded.is_zero());
        QVERIFY(unit("A", 2).use == UnitUse::Refunded && unit("A", 2).refunded == yuan("3.00"));
        REQUIRE_OK(set_status((name + "b").c_str(), over));
        QVERIFY(unit("A", 2).use == UnitUse::None && unit("A", 2).refunded.is_zero());
    }
    Refund sent_back = goods_refund("R9", "G1", units, 9);
    REQUIRE_OK(insert(sent_back, units));
    sent_back.approval = ApprovalState::SentBack;
    REQUIRE_OK(write([&](UnitOfWork &u) { return u.refunds().update(sent_back); }));
    QVERIFY(unit("A", 1).use == UnitUse::None && unit("A", 2).refunded.is_zero());
}

void GoodsRefundsContract::takes_units_again()
{
    const std::vector units{refund_unit("A", 1, "93.33"), refund_unit("A", 2, "93.34")};
    REQUIRE_OK(insert(goods_refund("R1", "G1", units, 1), units));
    REQUIRE_OK(set_status("R1", RefundStatus::Fail));
    REQUIRE_OK(set_status("R1", RefundStatus::Success));
    QVERIFY(unit("A", 1).refunded == yuan("93.33") && unit("A", 2).use == UnitUse::Refunded);
    REQUIRE_OK(set_status("R1", RefundStatus::Reversed));
    // Somebody else has them now.
    const std::vector other{refund_unit("A", 1, "0.01")};
    REQUIRE_OK(insert(goods_refund("R2", "G1", other, 2), other));
    EXPECT_ERROR(set_status("R1", RefundStatus::Success), ErrorCode::RefundExceedsPaid);
    const std::vector replaced{item_unit("A", 2)};
    REQUIRE_OK(set_status("R2", RefundStatus::Closed));
    REQUIRE_OK(write([&](UnitOfWork &u) { return u.goods().set_replaced(id<OrderNo>("G1"), replaced, true); }));
    EXPECT_ERROR(set_status("R1", RefundStatus::Success), ErrorCode::UnitsNotLeft);
    refuses({"UPDATE payment_refund SET status = 'SUCCESS' WHERE refund_no = 'R1'"});
    QVERIFY(unit("A", 1).use == UnitUse::None && unit("A", 2).use == UnitUse::Replaced);
}

void GoodsRefundsContract::never_refunds_more_than_was_paid()
{
    const std::vector units{refund_unit("A", 1, "93.33"), refund_unit("A", 2, "93.34"), refund_unit("A", 3, "93.33"),
                            refund_unit("B", 1, "19.90"), refund_unit("B", 2, "19.90")};
    const Refund whole = goods_refund("R1", "G1", units, 1);
    QCOMPARE(whole.amount, yuan("319.80"));
    REQUIRE_OK(insert(whole, units));
    const std::vector cent{refund_unit("A", 1, "0.01")};
    EXPECT_ERROR(insert(goods_refund("R2", "G1", cent, 2), cent), ErrorCode::RefundExceedsPaid);
    refuses({"INSERT INTO payment_refund SELECT 'R2', kind, order_no, member_id, ticket_no, currency, 1, status, "
             "approval, reason_code, note, basis, initiator, requested_by, approved_by, transfer_id, "
             "external_refund_id, created_at, decided_at, posted_at, payment_order_id, claim_no, retry_of, "
             "before_shipment, gateway_words, repairable, version FROM payment_refund",
             "UPDATE payment_refund SET amount_minor = 31981", "UPDATE payment_refund SET amount_minor = 1",
             "UPDATE payment_refund SET kind = 'COUPON'", "UPDATE payment_refund SET order_no = 'G2'",
             "DELETE FROM payment_refund", "UPDATE payment_refund_item SET quantity = 9",
             "DELETE FROM payment_refund_item", "UPDATE payment_refund_unit SET amount_minor = 0",
             "DELETE FROM payment_refund_unit", "INSERT INTO payment_refund_unit VALUES ('R1', 'G1', 'C', 1, 1)",
             "INSERT INTO payment_refund_unit VALUES ('R1', 'G2', 'A', 1, 0)"});
}

void GoodsRefundsContract::counts_coupons_and_unpaid_orders()
{
    const std::vector units{refund_unit("A", 1, "93.33")};
    Refund coupon = goods_refund("R1", "G1", units, 1);
    coupon.kind = RefundKind::Coupon;
    REQUIRE_OK(insert(coupon, units));
    EXPECT_ERROR(insert(goods_refund("R2", "G1", units, 2), units), ErrorCode::RefundExceedsPaid);
    for (const auto state : {GoodsOrderState::Unpaid, GoodsOrderState::Cancelled}) {
        NewGoodsOrder unpaid = goods_order(state == GoodsOrderState::Unpaid ? "G2" : "G3");
        unpaid.order.state = state;
        unpaid.payment.reset();
        REQUIRE_OK(write([&](UnitOfWork &u) { return u.goods().insert(unpaid); }));
        EXPECT_ERROR(insert(goods_refund("R3", unpaid.order.order_no.text(), units, 3), units),
                     ErrorCode::RefundExceedsPaid);
    }
}

void GoodsRefundsContract::finds_refunds()
{
    const auto make = [&](int number, const char *line, int unit, RefundStatus status, ApprovalState approval) {
        const std::vector units{refund_unit(line, unit, "1.00")};
        Refund r = goods_refund("R" + std::to_string(number), "G1", units, number);
        r.status = status;
        r.approval = approval;
        r.created_at = at(number * 100);
        r.external_refund_id = "re_" + std::to_string(number);
        if (number == 2)
            r.claim_no = id<ClaimNo>("K1");
        REQUIRE_OK(insert(r, units));
    };
    make(1, "A", 1, RefundStatus::Success, ApprovalState::Approved);
    make(2, "A", 2, RefundStatus::Unknown, ApprovalState::Approved);
    make(3, "A", 3, RefundStatus::Success, ApprovalState::Approved);
    make(4, "B", 1, RefundStatus::Init, ApprovalState::Waiting);
    RefundReader &refunds = ledger().reader().refunds();
    const auto names = [](const std::vector<Refund> &list) {
        std::string text;
        for (const Refund &refund : list)
            text += refund.refund_no.text() + (refund.items.size() == 1 ? " " : "? ");
        return text;
    };
    QCOMPARE(names(refunds.of_claim(id<ClaimNo>("K1")).value()), std::string("R2 "));
    QVERIFY(refunds.of_claim({}).value().empty());
    QCOMPARE(refunds.by_external_id("re_3").value()->refund_no.text(), std::string("R3"));
    QVERIFY(!refunds.by_external_id("").value().has_value());
    QVERIFY(!refunds.by_external_id("re_9").value().has_value());
    QCOMPARE(names(refunds.through_gateway(at(300), at(500)).value()), std::string("R2 R3 "));
    QCOMPARE(names(refunds.through_gateway(at(100), at(300)).value()), std::string("R1 R2 "));
}

void GoodsRefundsContract::verifies()
{
    const std::vector units{refund_unit("B", 1, "19.90"), refund_unit("B", 2, "0.10")};
    REQUIRE_OK(insert(goods_refund("R1", "G1", units, 1), units));
    REQUIRE_OK(set_status("R1", RefundStatus::Fail));
    REQUIRE_OK(set_status("R1", RefundStatus::Pending));
    REQUIRE_OK(write([](UnitOfWork &u) {
        return u.goods()
            .append_log(
                {id<OrderNo>("G1"), at(), GoodsOrderState::Paid, GoodsOrderState::Fulfilled, "FULFILLED", {}, ""})
            .and_then([&] { return u.shipments().insert(shipment("S1", "G1"), {}, {}, {}); })
            .and_then([&] {
                return u.shipments().append_log(
                    {id<ShipmentNo>("S1"), at(), ShipmentState::Created, ShipmentState::Cancelled, {}, ""});
            });
    }));
    const ChainReport report = ledger().reader().audit().verify({}).value();
    QVERIFY2(report.intact, report.problem.c_str());
    QCOMPARE(report.entries, 5);
}

}  // namespace aftercharge

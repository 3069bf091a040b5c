// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/contract/goods_samples.h"

namespace aftercharge::samples {
namespace {

OrderItem item(const char *line, int line_no, ItemKind kind, std::int64_t quantity, const char *gross,
               const char *discount)
{
    OrderItem i;
    i.order_item_id = id<OrderItemId>(line);
    i.line_no = line_no;
    i.kind = kind;
    i.sku = std::string("SKU-") + line;
    i.name = "家用充电桩 7 kW";
    i.quantity = quantity;
    i.gross = yuan(gross);
    i.discount = yuan(discount);
    i.tax = Money::zero(cny());
    i.total = subtract(i.gross, i.discount).value();
    return i;
}

}  // namespace

NewGoodsOrder goods_order(const std::string &number, std::int64_t ordered)
{
    NewGoodsOrder taken;
    GoodsOrder &o = taken.order;
    o.order_no = id<OrderNo>(number);
    o.member_id = id<MemberId>("M-1");
    o.paid = yuan("319.80");
    o.refunded = Money::zero(cny());
    o.ordered_at = at(ordered);
    taken.items = {item("A", 1, ItemKind::Goods, 3, "300.00", "20.00"),
                   item("B", 2, ItemKind::Goods, 2, "39.80", "0.00"),
                   item("C", 3, ItemKind::Shipping, 1, "12.00", "12.00")};
    taken.discounts = {{"WELCOME", id<OrderItemId>("A"), yuan("20.00")},
                       {"FREESHIP", id<OrderItemId>("C"), yuan("12.00")}};
    taken.payment = PaymentOrder{"PO-" + number, o.order_no, PaymentProvider::Stripe,
                                 "ch_" + number, o.paid,     at(ordered + 1)};
    return taken;
}

RefundUnit refund_unit(const char *line, int unit, const char *amount)
{
    return {id<OrderItemId>(line), unit, yuan(amount)};
}

ItemUnit item_unit(const char *line, int unit)
{
    ItemUnit u;
    u.order_item_id = id<OrderItemId>(line);
    u.unit = unit;
    return u;
}

Refund goods_refund(const std::string &number, const std::string &order_no, const std::vector<RefundUnit> &units,
                    int transfer_number)
{
    Refund r = refund(number, order_no, "0.00", transfer_number);
    r.kind = RefundKind::GoodsRefund;
    r.reason_code = ReasonCode::Damaged;
    r.payment_order_id = "PO-" + order_no;
    for (const RefundUnit &unit : units) {
        r.amount = add(r.amount, unit.amount).value();
        if (r.items.empty() || r.items.back().order_item_id != unit.order_item_id)
            r.items.push_back({unit.order_item_id, 0, Money::zero(cny())});
        RefundItem &item = r.items.back();
        ++item.quantity;
        item.amount = add(item.amount, unit.amount).value();
    }
    return r;
}

Shipment shipment(const std::string &number, const std::string &order_no, ShipmentPurpose purpose)
{
    Shipment s;
    s.shipment_no = id<ShipmentNo>(number);
    s.order_no = id<OrderNo>(order_no);
    s.purpose = purpose;
    s.insured = yuan("100.00");
    s.created_at = at(10);
    return s;
}

ShipmentItem shipment_item(const std::string &number, const char *line, std::int64_t quantity)
{
    return {id<ShipmentNo>(number), id<OrderItemId>(line), quantity};
}

PostalAddress address()
{
    return {"王小明", "人民大道 1", "5 楼", "上海", "上海", "200000", "CN", "+86 138 0000 0000", "wang@example.com"};
}

Claim claim(const std::string &number, const std::string &shipment_no, const std::string &order_no)
{
    Claim c;
    c.claim_no = id<ClaimNo>(number);
    c.shipment_no = id<ShipmentNo>(shipment_no);
    c.order_no = id<OrderNo>(order_no);
    c.ticket_no = id<TicketNo>("T-1");
    c.amount = yuan("80.00");
    c.up_to = yuan("60.00");
    c.description = "外壳破裂";
    c.requested_by = id<OperatorName>("li");
    c.opened_at = at(20);
    return c;
}

Effect effect(int number, EffectKind kind, const std::string &key, std::int64_t due)
{
    Effect e;
    e.id = uuid(number);
    e.kind = kind;
    e.key = key;
    e.payload = "负载 " + key;
    e.actor = {Source::Admin, "li"};
    e.created_at = at();
    e.due_at = at(due);
    return e;
}

Discrepancy discrepancy(int number, DiscrepancyKind kind, const std::string &refund_no, std::int64_t found)
{
    Discrepancy d;
    d.id = uuid(number);
    d.kind = kind;
    d.entity = "payment_refund";
    d.entity_id = refund_no;
    d.order_no = id<OrderNo>("G1");
    d.detail = "SUCCESS here, failed there";
    d.found_at = at(found);
    return d;
}

}  // namespace aftercharge::samples

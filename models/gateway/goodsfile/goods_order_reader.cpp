// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/goodsfile/goods_order_reader.h"

#include "models/gateway/goodsfile/goods_fields.h"

namespace aftercharge {
namespace {

OrderItem read_item(GoodsFields fields, int line_no, Currency currency)
{
    fields.only({"order_item_id", "sku", "name", "kind", "quantity", "price", "tax"});
    fields.required({"order_item_id", "name", "quantity", "price"});
    OrderItem item;
    item.line_no = line_no;
    item.order_item_id = fields.id<OrderItemId>("order_item_id");
    item.kind = fields.word("kind", ItemKind::Goods);
    if (item.kind == ItemKind::Goods)
        fields.required({"sku"});
    item.sku = fields.text("sku");
    item.name = fields.text("name");
    item.quantity = fields.units("quantity");
    const Money price = fields.money("price", currency);
    item.tax = fields.money("tax", currency);
    item.discount = item.total = item.gross = Money::zero(currency);
    // At most 10^15 · 10^4: within 64 bits.
    const auto gross = Money::from_minor(price.minor() * item.quantity, currency);
    if (gross)
        item.gross = *gross;
    else
        fields.refuse("price", price.to_text() + " for each of " + std::to_string(item.quantity) + " is too much");
    return item;
}

OrderDiscount read_discount(GoodsFields fields, Currency currency)
{
    fields.only({"code", "amount", "order_item_id"});
    fields.required({"code", "amount"});
    OrderDiscount discount;
    discount.code = fields.text("code");
    discount.amount = fields.money("amount", currency);
    discount.order_item_id = fields.id<OrderItemId>("order_item_id");
    return discount;
}

PaymentOrder read_payment(GoodsFields fields, const OrderNo &order_no, Currency currency)
{
    fields.only({"payment_order_id", "provider", "external_id", "amount", "paid_at"});
    fields.required({"payment_order_id", "provider", "external_id", "amount", "paid_at"});
    PaymentOrder payment;
    payment.payment_order_id = fields.text("payment_order_id");
    payment.order_no = order_no;
    payment.provider = fields.word("provider", PaymentProvider::Stripe);
    payment.external_id = fields.text("external_id");
    payment.amount = fields.money("amount", currency);
    payment.paid_at = fields.time("paid_at");
    // Both stand in the paths and keys of gateways.
    for (const auto &[name, text] :
         {std::pair{"payment_order_id", &payment.payment_order_id}, std::pair{"external_id", &payment.external_id}}) {
        if (!fields.failed() && !check_id_text(*text))
            fields.refuse(name, "\"" + *text + "\" is not an id");
    }
    return payment;
}

PostalAddress read_address(GoodsFields fields)
{
    fields.only({"name", "street1", "street2", "city", "state", "zip", "country", "phone", "email"});
    PostalAddress address;
    address.name = fields.text("name");
    address.street1 = fields.text("street1");
    address.street2 = fields.text("street2");
    address.city = fields.text("city");
    address.state = fields.text("state");
    address.zip = fields.text("zip");
    address.country = fields.text("country");
    address.phone = fields.text("phone");
    address.email = fields.text("email");
    const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    const std::string &country = address.country;
    if (!country.empty() && !(country.size() == 2 && capital(country[0]) && capital(country[1])))
        fields.refuse("country", "\"" + country + "\" is not two capital letters");
    return address;
}

ImportedParcel read_parcel(GoodsFields fields, const GoodsOrder &order)
{
    fields.only({"shipment_no", "state", "carrier", "ext_external_id", "tracking_no", "label_url", "insured", "items",
                 "address"});
    fields.required({"items"});
    ImportedParcel parcel;
    Shipment &shipment = parcel.shipment;
    shipment.shipment_no = fields.id<ShipmentNo>("shipment_no");
    shipment.order_no = order.order_no;
    shipment.state = fields.word("state", ShipmentState::Created);
    shipment.carrier = fields.word("carrier", CarrierProvider::Easypost);
    shipment.ext_external_id = fields.text("ext_external_id");
    shipment.tracking_no = fields.text("tracking_no");
    shipment.label_url = fields.text("label_url");
    shipment.insured = fields.money("insured", order.paid.currency());
    for (GoodsFields &item : fields.list("items", "line", max_lines_of_order)) {
        item.only({"order_item_id", "quantity"});
        item.required({"order_item_id", "quantity"});
        const ShipmentItem read{shipment.shipment_no, item.id<OrderItemId>("order_item_id"), item.units("quantity")};
        for (const ShipmentItem &other : parcel.items) {
            if (other.order_item_id == read.order_item_id)
                item.refuse("order_item_id", read.order_item_id.text() + " is in the parcel twice");
        }
        parcel.items.push_back(read);
    }
    if (parcel.items.empty())
        fields.refuse("items", "missing");
    parcel.address = read_address(fields.inner("address", "address"));
    return parcel;
}

GoodsOrder read_head(GoodsFields &fields)
{
    fields.only(
        {"order_no", "state", "member_id", "ordered_at", "currency", "items", "discounts", "payment", "parcels"});
    fields.required({"order_no", "member_id", "ordered_at", "currency", "items"});
    GoodsOrder order;
    order.order_no = fields.id<OrderNo>("order_no");
    order.state = fields.word("state", GoodsOrderState::Paid);
    if (order.state == GoodsOrderState::Cancelled || order.state == GoodsOrderState::Refunded)
        fields.refuse("state", std::string(to_text(order.state)) + " is not UNPAID, PAID, FULFILLED or COMPLETED");
    order.member_id = fields.id<MemberId>("member_id");
    order.ordered_at = fields.time("ordered_at");
    order.paid = order.refunded = Money::zero(fields.currency("currency"));
    return order;
}

void read_lists(GoodsFields &fields, ImportedOrder &imported)
{
    const Currency currency = imported.order.paid.currency();
    for (const GoodsFields &item : fields.list("items", "line", max_lines_of_order))
        imported.items.push_back(read_item(item, static_cast<int>(imported.items.size()) + 1, currency));
    if (imported.items.empty())
        fields.refuse("items", "missing");
    for (const GoodsFields &discount : fields.list("discounts", "discount", max_lines_of_order))
        imported.discounts.push_back(read_discount(discount, currency));
    if (fields.has("payment"))
        imported.payments.push_back(
            read_payment(fields.inner("payment", "payment"), imported.order.order_no, currency));
    for (const GoodsFields &parcel : fields.list("parcels", "parcel", max_lines_of_order))
        imported.parcels.push_back(read_parcel(parcel, imported.order));
}

// For the report, however wrong the rest is.
std::string order_no_of(const JsonNode &node)
{
    const JsonNode *found = node.find("order_no");
    return found != nullptr && check_id_text(found->text) ? found->text : std::string{};
}

}  // namespace

void read_order(const JsonNode &node, const std::string &where, GoodsFile &file)
{
    std::string problem;
    ImportedOrder imported;
    imported.where = where;
    GoodsFields fields(node, {}, problem);
    imported.order = read_head(fields);
    if (!fields.failed())
        read_lists(fields, imported);
    if (problem.empty())
        file.orders.push_back(std::move(imported));
    else
        file.refused.push_back({where, order_no_of(node), problem});
}

}  // namespace aftercharge

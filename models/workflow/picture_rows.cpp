// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/picture_rows.h"

#include <algorithm>

namespace aftercharge {
namespace {

std::string refund_row(const Refund &refund)
{
    return "refund:" + refund.refund_no.text();
}

bool has_row(const PictureRows &rows, const std::string &name)
{
    return std::any_of(rows.begin(), rows.end(), [&](const auto &row) { return row.first == name; });
}

// The order's other refunds that are part of the picture. What was asked for after it and only
// waits is not: else anybody could void a request by asking for something himself.
Result<std::vector<Refund>> counted_refunds(const PictureTopics &topics, const OrderNo &order_no,
                                            const RefundNo &except, const PictureRows *before)
{
    auto refunds = topics.refunds.of_order(order_no);
    if (!refunds)
        return refunds;
    std::erase_if(*refunds, [&](const Refund &other) {
        const bool was_there = before == nullptr || has_row(*before, refund_row(other));
        return other.refund_no == except || !holds_money(other) ||
               (!was_there && other.approval != ApprovalState::Approved);
    });
    return refunds;
}

Result<Money> add_refund_rows(PictureRows &rows, const std::vector<Refund> &counted, Currency currency)
{
    Result<Money> sum = Money::zero(currency);
    for (const Refund &refund : counted) {
        rows.emplace_back(refund_row(refund), refund.amount.to_text());
        sum = sum.and_then([&](const Money &so_far) { return add(so_far, refund.amount); });
    }
    if (sum)
        rows.emplace_back("refunded_before", sum->to_text());
    return sum;
}

// That something was refunded has rows of its own.
std::string_view state_text(OrderState state)
{
    return to_text(state == OrderState::AfterSales ? OrderState::Payed : state);
}

// A label more or less is nothing that anybody decides on.
std::string_view parcel_text(ShipmentState state)
{
    const bool is_here = state == ShipmentState::Created || state == ShipmentState::LabelCreated;
    return is_here ? std::string_view("NOT_SENT") : to_text(state);
}

Result<Money> add_charging_rows(PictureRows &rows, const PictureTopics &topics, const OrderNo &order_no)
{
    const auto order = topics.orders.find(order_no);
    if (!order)
        return pass_on(order);
    const auto paid = subtract(order->fee, order->owed);
    if (!paid)
        return paid;
    rows.emplace_back("order", order_no.text());
    rows.emplace_back("currency", order->fee.currency().code());
    rows.emplace_back("state", state_text(order->state));
    rows.emplace_back("settlement", to_text(order->settlement));
    rows.emplace_back("fee", order->fee.to_text());
    rows.emplace_back("owed", order->owed.to_text());
    rows.emplace_back("paid", paid->to_text());
    return paid;
}

Result<Money> add_goods_rows(PictureRows &rows, const PictureTopics &topics, const OrderNo &order_no)
{
    const auto order = topics.goods.find(order_no);
    if (!order)
        return pass_on(order);
    const auto payment = topics.goods.payment(order_no);
    if (!payment)
        return pass_on(payment);
    rows.emplace_back("order", order_no.text());
    rows.emplace_back("currency", order->paid.currency().code());
    rows.emplace_back("state", to_text(order->state));
    if (*payment)
        rows.emplace_back("payment", std::string(to_text((*payment)->provider)) + " " + (*payment)->external_id + " " +
                                         (*payment)->amount.to_text());
    rows.emplace_back("paid", order->paid.to_text());
    return order->paid;
}

Result<std::string> line_text(const OrderItem &item, const std::vector<ItemUnit> &units,
                              const std::vector<Refund> &counted)
{
    std::int64_t quantity = 0;
    Result<Money> refunded = Money::zero(item.total.currency());
    for (const Refund &refund : counted) {
        for (const RefundItem &part : refund.items) {
            if (part.order_item_id != item.order_item_id)
                continue;
            quantity += part.quantity;
            refunded = refunded.and_then([&](const Money &so_far) { return add(so_far, part.amount); });
        }
    }
    if (!refunded)
        return pass_on(refunded);
    const auto replaced = std::count_if(units.begin(), units.end(), [&](const ItemUnit &unit) {
        return unit.order_item_id == item.order_item_id && unit.use == UnitUse::Replaced;
    });
    return (item.name.empty() ? item.sku : item.name) + " × " + std::to_string(item.quantity) + ", " +
           item.total.to_text() + "; refunded " + std::to_string(quantity) + ", " + refunded->to_text() +
           "; replaced " + std::to_string(replaced);
}

Result<void> add_line_rows(PictureRows &rows, const PictureTopics &topics, const OrderNo &order_no,
                           const std::vector<Refund> &counted)
{
    const auto items = topics.goods.items(order_no);
    if (!items)
        return pass_on(items);
    const auto units = topics.goods.units(order_no);
    if (!units)
        return pass_on(units);
    for (const OrderItem &item : *items) {
        auto text = line_text(item, *units, counted);
        if (!text)
            return pass_on(text);
        rows.emplace_back("line:" + item.order_item_id.text(), std::move(*text));
    }
    const auto parcels = topics.shipments.of_order(order_no);
    if (!parcels)
        return pass_on(parcels);
    for (const Shipment &parcel : *parcels)
        rows.emplace_back("parcel:" + parcel.shipment_no.text(), parcel_text(parcel.state));
    return {};
}

// What the customer complained of, and whether it was answered otherwise; notes are not in it.
Result<void> add_ticket_rows(PictureRows &rows, const PictureTopics &topics, const TicketNo &ticket_no)
{
    if (ticket_no.is_empty())
        return {};
    const auto ticket = topics.tickets.find(ticket_no);
    if (!ticket)
        return pass_on(ticket);
    rows.emplace_back("ticket", std::string(to_text(ticket->kind)) + ": " + ticket->reason);
    rows.emplace_back("ticket_decision", ticket->decision);
    return {};
}

}  // namespace

Result<PictureRows> picture_rows(const PictureTopics &topics, const Refund &refund, const PictureRows *before)
{
    PictureRows rows;
    const auto paid = is_of_goods(refund.kind) ? add_goods_rows(rows, topics, refund.order_no)
                                               : add_charging_rows(rows, topics, refund.order_no);
    if (!paid)
        return pass_on(paid);
    const auto counted = counted_refunds(topics, refund.order_no, refund.refund_no, before);
    if (!counted)
        return pass_on(counted);
    const auto refunded = add_refund_rows(rows, *counted, paid->currency());
    if (!refunded)
        return pass_on(refunded);
    const auto stays = subtract(*paid, *refunded).and_then([&](const Money &left) {
        return subtract(left, refund.amount);
    });
    if (!stays)
        return pass_on(stays);
    rows.emplace_back("this", refund.amount.to_text());
    rows.emplace_back("stays", stays->to_text());
    if (is_of_goods(refund.kind)) {
        if (auto added = add_line_rows(rows, topics, refund.order_no, *counted); !added)
            return pass_on(added);
    }
    if (auto added = add_ticket_rows(rows, topics, refund.ticket_no); !added)
        return pass_on(added);
    return rows;
}

Result<PictureRows> picture_rows(const PictureTopics &topics, const Claim &claim, const PictureRows *before)
{
    PictureRows rows;
    const auto shipment = topics.shipments.find(claim.shipment_no);
    if (!shipment)
        return pass_on(shipment);
    rows.emplace_back("parcel", claim.shipment_no.text());
    rows.emplace_back("insured", shipment->insured.to_text());
    rows.emplace_back("asked", claim.amount.to_text());
    rows.emplace_back("up_to", claim.up_to.to_text());
    const auto paid = add_goods_rows(rows, topics, claim.order_no);
    if (!paid)
        return pass_on(paid);
    const auto counted = counted_refunds(topics, claim.order_no, {}, before);
    if (!counted)
        return pass_on(counted);
    if (const auto refunded = add_refund_rows(rows, *counted, paid->currency()); !refunded)
        return pass_on(refunded);
    if (auto added = add_line_rows(rows, topics, claim.order_no, *counted); !added)
        return pass_on(added);
    if (auto added = add_ticket_rows(rows, topics, claim.ticket_no); !added)
        return pass_on(added);
    return rows;
}

}  // namespace aftercharge

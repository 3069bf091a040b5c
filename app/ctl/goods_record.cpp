// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/goods_record.h"

#include <algorithm>

#include "app/ctl/refund_record.h"

namespace aftercharge::ctl {
namespace {

int units_of(const GoodsDossier &dossier, const OrderItemId &item, UnitUse use)
{
    return static_cast<int>(std::count_if(dossier.units.begin(), dossier.units.end(), [&](const ItemUnit &unit) {
        return unit.order_item_id == item && unit.use == use;
    }));
}

Records item_records(const GoodsDossier &dossier)
{
    Records records;
    for (const OrderItem &item : dossier.items) {
        Record record;
        record.add("order_item_id", item.order_item_id)
            .add("kind", enum_value(item.kind))
            .add("sku", text_or_null(item.sku))
            .add("name", text_or_null(item.name))
            .add("quantity", item.quantity)
            .add("gross_minor", item.gross)
            .add("discount_minor", item.discount)
            .add("tax_minor", item.tax)
            .add("total_minor", item.total)
            .add("units_refunded", units_of(dossier, item.order_item_id, UnitUse::Refunded))
            .add("units_replaced", units_of(dossier, item.order_item_id, UnitUse::Replaced));
        records.push_back(std::move(record));
    }
    return records;
}

Records discount_records(const std::vector<OrderDiscountApplied> &discounts)
{
    Records records;
    for (const OrderDiscountApplied &discount : discounts) {
        Record record;
        record.add("code", discount.code)
            .add("order_item_id", discount.order_item_id)
            .add("amount_minor", discount.amount);
        records.push_back(std::move(record));
    }
    return records;
}

Records payment_records(const std::optional<PaymentOrder> &payment)
{
    Records records;
    if (payment) {
        Record record;
        record.add("payment_order_id", payment->payment_order_id)
            .add("provider", enum_value(payment->provider))
            .add("external_id", payment->external_id)
            .add("amount_minor", payment->amount)
            .add("paid_at", payment->paid_at);
        records.push_back(std::move(record));
    }
    return records;
}

// What each unit of a line may give back, and what became of it.
Records unit_records(const std::vector<ItemUnit> &units)
{
    Records records;
    for (const ItemUnit &unit : units) {
        Record record;
        record.add("order_item_id", unit.order_item_id)
            .add("unit", unit.unit)
            .add("share_minor", unit.share)
            .add("use", enum_value(unit.use))
            .add("refunded_minor", unit.refunded);
        records.push_back(std::move(record));
    }
    return records;
}

Records shipment_log(const std::vector<ShipmentLogEntry> &entries)
{
    Records records;
    for (const ShipmentLogEntry &entry : entries) {
        Record record;
        record.add("at", entry.at)
            .add("from", enum_value(entry.from))
            .add("to", enum_value(entry.to))
            .add("source", enum_value(entry.actor.source))
            .add("actor_name", entry.actor.name)
            .add("note", text_or_null(entry.note));
        records.push_back(std::move(record));
    }
    return records;
}

}  // namespace

Record goods_line(const GoodsOrder &order)
{
    Record record;
    record.add("order_no", order.order_no)
        .add("kind", "goods")
        .add("state", enum_value(order.state))
        .add("member_id", order.member_id)
        .add("currency", order.paid.currency().code())
        .add("paid_minor", order.paid)
        .add("refunded_minor", order.refunded)
        .add("locked_by", order.locked_by)
        .add("ordered_at", order.ordered_at);
    return record;
}

Record goods_record(const GoodsDossier &dossier)
{
    Record record = goods_line(dossier.order);
    Records parcels;
    for (const ParcelView &parcel : dossier.parcels)
        parcels.push_back(shipment_record(parcel.shipment));
    Records refunds;
    for (const Refund &refund : dossier.refunds)
        refunds.push_back(refund_line(refund));
    record.add("refundable_minor", dossier.refundable)
        .add("gateway_allows_minor", dossier.gateway_allows)
        .add("payments", payment_records(dossier.payment))
        .add("items", item_records(dossier))
        .add("order_discount_applied", discount_records(dossier.discounts))
        .add("shipments", std::move(parcels))
        .add("refunds", std::move(refunds));
    return record;
}

Record goods_explanation(const GoodsDossier &dossier)
{
    Record record = goods_line(dossier.order);
    record.add("items", item_records(dossier))
        .add("order_discount_applied", discount_records(dossier.discounts))
        .add("units", unit_records(dossier.units));
    return record;
}

Records goods_log(const std::vector<GoodsOrderLogEntry> &entries)
{
    Records records;
    for (const GoodsOrderLogEntry &entry : entries) {
        Record record;
        record.add("order_no", entry.order_no)
            .add("at", entry.at)
            .add("from_state", enum_value(entry.from))
            .add("to_state", enum_value(entry.to))
            .add("event", entry.event)
            .add("actor_source", enum_value(entry.actor.source))
            .add("actor_name", entry.actor.name)
            .add("note", text_or_null(entry.note));
        records.push_back(std::move(record));
    }
    return records;
}

Record shipment_record(const Shipment &shipment)
{
    Record record;
    record.add("shipment_no", shipment.shipment_no)
        .add("order_no", shipment.order_no)
        .add("ticket_id", shipment.ticket_no)
        .add("status", enum_value(shipment.state))
        .add("purpose", enum_value(shipment.purpose))
        .add("carrier", enum_value(shipment.carrier))
        .add("ext_external_id", text_or_null(shipment.ext_external_id))
        .add("tracking_no", text_or_null(shipment.tracking_no))
        .add("label_url", text_or_null(shipment.label_url))
        .add("insured_minor", shipment.insured)
        .add("label_refund", enum_value(shipment.label_refund))
        .add("created_at", shipment.created_at);
    return record;
}

Record parcel_record(const ParcelView &parcel)
{
    Record record = shipment_record(parcel.shipment);
    Records items;
    for (const ShipmentItem &item : parcel.items) {
        Record line;
        line.add("order_item_id", item.order_item_id).add("quantity", item.quantity);
        items.push_back(std::move(line));
    }
    Records claims;
    for (const Claim &claim : parcel.claims)
        claims.push_back(claim_line(claim));
    record.add("shipment_item", std::move(items))
        .add("shipment_status_log", shipment_log(parcel.log))
        .add("claims", std::move(claims));
    return record;
}

Record import_record(const ImportReport &report)
{
    Records refused;
    for (const RefusedRow &row : report.refused) {
        Record line;
        line.add("where", row.where).add("order_no", text_or_null(row.order_no)).add("why", row.why);
        refused.push_back(std::move(line));
    }
    Record record;
    record.add("orders", report.orders).add("parcels", report.parcels).add("refused", std::move(refused));
    return record;
}

}  // namespace aftercharge::ctl

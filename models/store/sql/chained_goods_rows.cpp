// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/chained_goods_rows.h"

#include "models/store/sql/canonical.h"

namespace aftercharge {

QString columns_of(const StatusTexts *)
{
    return columns_of(static_cast<const OrderLogEntry *>(nullptr));
}
QString columns_of(const GoodsOrderLogEntry *)
{
    return columns_of(static_cast<const OrderLogEntry *>(nullptr));
}
QString columns_of(const ShipmentLogEntry *)
{
    return QStringLiteral("shipment_no, at, from_state, to_state, actor_source, actor_name, note");
}
QString columns_of(const ClaimApproval *)
{
    return QStringLiteral("claim_no, approved_by, currency, amount_minor, up_to_minor, at");
}
QString columns_of(const ClaimLogEntry *)
{
    return QStringLiteral("claim_no, at, from_state, to_state, actor_source, actor_name, note");
}

void read_row(Query &row, StatusTexts &e)
{
    row.read(e.order_no, e.at, e.from, e.to, e.event, e.actor.source, e.actor.name, e.note);
}
void read_row(Query &row, GoodsOrderLogEntry &e)
{
    row.read(e.order_no, e.at, e.from, e.to, e.event, e.actor.source, e.actor.name, e.note);
}
void read_row(Query &row, ShipmentLogEntry &e)
{
    row.read(e.shipment_no, e.at, e.from, e.to, e.actor.source, e.actor.name, e.note);
}
void read_row(Query &row, ClaimApproval &a)
{
    Currency currency;
    row.read(a.claim_no, a.approved_by, currency, MoneyOut{a.amount, currency}, MoneyOut{a.up_to, currency}, a.at);
}
void read_row(Query &row, ClaimLogEntry &e)
{
    row.read(e.claim_no, e.at, e.from, e.to, e.actor.source, e.actor.name, e.note);
}

void bind_row(Query &query, const GoodsOrderLogEntry &e)
{
    query.bind(e.order_no, e.at, e.from, e.to, e.event, e.actor.source, e.actor.name, e.note);
}
void bind_row(Query &query, const ShipmentLogEntry &e)
{
    query.bind(e.shipment_no, e.at, e.from, e.to, e.actor.source, e.actor.name, e.note);
}
void bind_row(Query &query, const ClaimApproval &a)
{
    query.bind(a.claim_no, a.approved_by, a.amount.currency(), a.amount, a.up_to, a.at);
}
void bind_row(Query &query, const ClaimLogEntry &e)
{
    query.bind(e.claim_no, e.at, e.from, e.to, e.actor.source, e.actor.name, e.note);
}

std::string canonical_of(const StatusTexts &e)
{
    return Canonical(e.order_no, e.at, e.from, e.to, e.event, e.actor.source, e.actor.name, e.note).bytes();
}
std::string canonical_of(const GoodsOrderLogEntry &e)
{
    return Canonical(e.order_no, e.at, e.from, e.to, e.event, e.actor.source, e.actor.name, e.note).bytes();
}
std::string canonical_of(const ShipmentLogEntry &e)
{
    return Canonical(e.shipment_no, e.at, e.from, e.to, e.actor.source, e.actor.name, e.note).bytes();
}
std::string canonical_of(const ClaimApproval &a)
{
    return Canonical(a.claim_no, a.approved_by, a.amount, a.up_to, a.at).bytes();
}
std::string canonical_of(const ClaimLogEntry &e)
{
    return Canonical(e.claim_no, e.at, e.from, e.to, e.actor.source, e.actor.name, e.note).bytes();
}
std::string canonical_goods_part(const Refund &r)
{
    std::string bytes = Canonical(r.payment_order_id, r.claim_no, r.retry_of, r.before_shipment ? 1 : 0,
                                  r.gateway_words, r.repairable ? 1 : 0, static_cast<std::int64_t>(r.items.size()))
                            .bytes();
    for (const RefundItem &item : r.items)
        bytes += Canonical(item.order_item_id, item.quantity, item.amount).bytes();
    return bytes;
}

std::string key_of(const StatusTexts &entry)
{
    return entry.order_no.text() + " " + to_iso8601(entry.at);
}
std::string key_of(const GoodsOrderLogEntry &entry)
{
    return entry.order_no.text() + " " + to_iso8601(entry.at);
}
std::string key_of(const ShipmentLogEntry &entry)
{
    return entry.shipment_no.text() + " " + to_iso8601(entry.at);
}
std::string key_of(const ClaimApproval &approval)
{
    return approval.claim_no.text();
}
std::string key_of(const ClaimLogEntry &entry)
{
    return entry.claim_no.text() + " " + to_iso8601(entry.at);
}

}  // namespace aftercharge

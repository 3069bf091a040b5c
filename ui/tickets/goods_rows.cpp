// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/goods_rows.h"

#include "models/item/refund_table_model.h"
#include "ui/common/enum_words.h"
#include "ui/common/refund_sentence.h"
#include "ui/tickets/goods_words.h"
#include "ui/tickets/ticket_words.h"

namespace aftercharge {

namespace {

QString text_of(const std::string &text)
{
    return QString::fromStdString(text);
}

Cell plain(const QString &text)
{
    return {.text = text, .tool_tip = text};
}

Cell muted(const QString &text)
{
    return {.text = text, .muted = true, .tool_tip = text};
}

Cell state(const QString &text, Tone tone)
{
    return {.text = text, .tone = tone, .shape = tone_shape(tone)};
}

// Units of a line: how many were refunded, how many sent again, and the money that went back.
struct Used {
    std::int64_t refunded = 0;
    std::int64_t replaced = 0;
    Money back;
};

Used used(const GoodsDossier &goods, const OrderItemId &id)
{
    Used sum;
    sum.back = Money::zero(goods.order.paid.currency());
    for (const ItemUnit &unit : goods.units) {
        if (unit.order_item_id != id)
            continue;
        sum.refunded += unit.use == UnitUse::Refunded ? 1 : 0;
        sum.replaced += unit.use == UnitUse::Replaced ? 1 : 0;
        sum.back = add(sum.back, unit.refunded).value_or(sum.back);
    }
    return sum;
}

}  // namespace

QStringList GoodsRows::line_headers()
{
    return {tr("Item"), tr("Units"),    tr("Gross"),      tr("Discount"),  tr("Tax"),
            tr("Paid"), tr("Refunded"), tr("Given back"), tr("Sent again")};
}

CellRow GoodsRows::line(const OrderItem &item) const
{
    const Used sum = used(goods_, item.order_item_id);
    Cell name = plain(text_of(item.name));
    name.tool_tip = text_of(item.sku + " · " + item.name);
    const auto units = [this](std::int64_t count) {
        return count > 0 ? plain(format_.number(count)) : muted(QStringLiteral("—"));
    };
    return {
        name,
        plain(format_.number(item.quantity)),
        plain(format_.money(item.gross)),
        plain(item.discount.is_zero() ? format_.money(item.discount) : QString(u'−' + format_.money(item.discount))),
        plain(format_.money(item.tax)),
        plain(format_.money(item.total)),
        units(sum.refunded),
        plain(format_.money(sum.back)),
        units(sum.replaced)};
}

CellRow GoodsRows::total() const
{
    std::int64_t units = 0;
    Used all;
    const Money zero = Money::zero(goods_.order.paid.currency());
    Money gross = zero, discount = zero, tax = zero, back = zero;
    const auto sum_up = [](Money &sum, const Money &part) { sum = add(sum, part).value_or(sum); };
    for (const OrderItem &item : goods_.items) {
        const Used sum = used(goods_, item.order_item_id);
        units += item.quantity;
        all.refunded += sum.refunded;
        all.replaced += sum.replaced;
        sum_up(gross, item.gross);
        sum_up(discount, item.discount);
        sum_up(tax, item.tax);
        sum_up(back, sum.back);
    }
    const auto strong = [](const QString &text) { return Cell{.text = text, .strong = true}; };
    return {strong(tr("Total")),
            strong(format_.number(units)),
            strong(format_.money(gross)),
            strong(discount.is_zero() ? format_.money(discount) : QString(u'−' + format_.money(discount))),
            strong(format_.money(tax)),
            strong(format_.money(goods_.order.paid)),
            strong(format_.number(all.refunded)),
            strong(format_.money(back)),
            strong(format_.number(all.replaced))};
}

QList<CellRow> GoodsRows::lines() const
{
    QList<CellRow> rows;
    for (const OrderItem &item : goods_.items)
        rows.append(line(item));
    if (!rows.isEmpty())
        rows.append(total());
    return rows;
}

QStringList GoodsRows::parcel_headers()
{
    return {tr("Parcel"), tr("State"), tr("Tracking number"), tr("Content"), tr("Insured")};
}

QList<CellRow> GoodsRows::parcels() const
{
    QList<CellRow> rows;
    for (const ParcelView &parcel : goods_.parcels) {
        const Shipment &shipment = parcel.shipment;
        QString words = EnumWords::shipment_state(shipment.state);
        if (shipment.label_refund != LabelRefund::None && shipment.state == ShipmentState::LabelCreated)
            words = EnumWords::label_refund(shipment.label_refund);
        const QString content = GoodsWords::content(goods_, parcel);
        rows.append({plain(text_of(shipment.shipment_no.text())), state(words, shipment_tone(shipment.state)),
                     shipment.tracking_no.empty() ? muted(QStringLiteral("—")) : plain(text_of(shipment.tracking_no)),
                     plain(shipment.purpose == ShipmentPurpose::Reshipment
                               ? tr("%1: %2").arg(EnumWords::shipment_purpose(shipment.purpose), content)
                               : content),
                     shipment.insured.is_zero() ? muted(tr("no")) : plain(format_.money(shipment.insured))});
    }
    return rows;
}

QStringList GoodsRows::parcel_log_headers()
{
    return {tr("Time"), tr("What happened"), tr("By")};
}

QList<CellRow> GoodsRows::parcel_log(const ParcelView &parcel) const
{
    QList<CellRow> rows;
    for (const ShipmentLogEntry &entry : parcel.log)
        rows.append({muted(format_.date_time(entry.at)),
                     Cell{.text = TicketWords::shipment_event(entry),
                          .tone = shipment_tone(entry.to),
                          .tool_tip = TicketWords::shipment_event(entry)},
                     muted(TicketWords::actor(entry.actor, people_))});
    return rows;
}

QStringList GoodsRows::refund_headers()
{
    return {tr("Number"), tr("Kind"), tr("Reason"), tr("State"), tr("The gateway's words"), tr("Amount")};
}

QList<CellRow> GoodsRows::refunds() const
{
    QList<CellRow> rows;
    for (const Refund &refund : goods_.refunds) {
        rows.append({plain(text_of(refund.refund_no.text())), plain(EnumWords::refund_kind(refund.kind)),
                     plain(EnumWords::reason_code(refund.reason_code)),
                     state(GoodsWords::refund_state(refund), refund_tone(refund)),
                     muted(RefundSentence::with_words(refund)), plain(format_.money(refund.amount))});
    }
    return rows;
}

QStringList GoodsRows::claim_headers()
{
    return {tr("Claim"), tr("Parcel"), tr("Kind"),    tr("State"), tr("The carrier's words"),
            tr("Asked"), tr("Up to"),  tr("Approved")};
}

QList<CellRow> GoodsRows::claims() const
{
    QList<CellRow> rows;
    for (const Claim &claim : claims_of(goods_)) {
        rows.append(
            {plain(text_of(claim.claim_no.text())),
             Cell{.text = TicketWords::short_parcel(claim.shipment_no), .tool_tip = text_of(claim.shipment_no.text())},
             plain(EnumWords::claim_type(claim.type)), state(GoodsWords::claim_state(claim), claim_tone(claim)),
             muted(text_of(claim.carrier_words)), plain(format_.money(claim.amount)),
             claim.up_to.is_zero() ? muted(QStringLiteral("—")) : plain(format_.money(claim.up_to)),
             claim.approved ? plain(format_.money(*claim.approved)) : muted(QStringLiteral("—"))});
    }
    return rows;
}

QStringList GoodsRows::movement_headers()
{
    return {tr("Time"), tr("Movement"), tr("From"), tr("To"), tr("Amount")};
}

QList<CellRow> GoodsRows::movements() const
{
    QList<CellRow> rows;
    for (const Transfer &transfer : goods_.transfers) {
        rows.append({muted(format_.date_time(transfer.at)), plain(TicketWords::transfer_kind(transfer.kind)),
                     muted(TicketWords::account(transfer.debit.kind)),
                     muted(TicketWords::account(transfer.credit.kind)), plain(format_.money(transfer.amount))});
    }
    return rows;
}

std::vector<Claim> claims_of(const GoodsDossier &goods)
{
    std::vector<Claim> claims;
    for (const ParcelView &parcel : goods.parcels)
        claims.insert(claims.end(), parcel.claims.begin(), parcel.claims.end());
    return claims;
}

}  // namespace aftercharge

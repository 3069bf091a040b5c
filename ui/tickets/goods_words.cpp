// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/goods_words.h"

#include <algorithm>

#include "ui/common/enum_words.h"

namespace aftercharge {

namespace {

QString text_of(const std::string &text)
{
    return QString::fromStdString(text);
}

// The columns of a quote, added up: all of one order's currency, so it cannot fail.
Money sum(const RefundQuote &quote, Money (*part)(const RefundLineQuote &))
{
    Money total = Money::zero(quote.total.currency());
    for (const RefundLineQuote &line : quote.lines)
        total = add(total, part(line)).value_or(total);
    return total;
}

}  // namespace

QString GoodsWords::item_name(const GoodsDossier &goods, const OrderItemId &id)
{
    const auto found = std::find_if(goods.items.begin(), goods.items.end(),
                                    [&](const OrderItem &item) { return item.order_item_id == id; });
    return found == goods.items.end() ? text_of(id.text()) : text_of(found->name);
}

QString GoodsWords::content(const GoodsDossier &goods, const ParcelView &parcel)
{
    QStringList parts;
    for (const ShipmentItem &item : parcel.items)
        parts.append(tr("%1 × %2").arg(item.quantity).arg(item_name(goods, item.order_item_id)));
    return parts.join(tr(", "));
}

QString GoodsWords::parcel(const Shipment &shipment)
{
    return text_of(shipment.shipment_no.text()) + QStringLiteral(" · ") + EnumWords::shipment_state(shipment.state);
}

QString GoodsWords::where_paid(const GoodsDossier &goods)
{
    return goods.payment ? EnumWords::payment_provider(goods.payment->provider) : QString();
}

QString GoodsWords::address(const PostalAddress &address)
{
    QStringList parts;
    for (const std::string *part : {&address.name, &address.street1, &address.street2, &address.city, &address.state,
                                    &address.zip, &address.country}) {
        if (!part->empty())
            parts.append(text_of(*part));
    }
    return parts.join(tr(", "));
}

QString GoodsWords::short_hash(const std::string &sha256)
{
    return QString::fromLatin1(
        QByteArray::fromRawData(sha256.data(), static_cast<qsizetype>(sha256.size())).left(4).toHex());
}

QString GoodsWords::refund_state(const Refund &refund)
{
    if (refund.approval != ApprovalState::Approved)
        return EnumWords::approval_state(refund.approval);
    if (refund.before_shipment && refund.status == RefundStatus::Init)
        return tr("Cancelling labels");
    return EnumWords::refund_status(refund.status);
}

QString GoodsWords::claim_state(const Claim &claim)
{
    if (claim.approval != ApprovalState::Approved)
        return EnumWords::approval_state(claim.approval);
    return claim.state == ClaimState::Closed ? tr("Closed: %1").arg(EnumWords::claim_decision(claim.decision))
                                             : EnumWords::claim_state(claim.state);
}

QString GoodsWords::failure(const Refund &refund, const QString &where)
{
    if (refund.repairable)
        return tr("%1 holds this refund and waits for it to be repaired. Retry asks for that under the same number.")
            .arg(where);
    if (refund.status == RefundStatus::Closed && refund.before_shipment)
        return tr("A label could not be cancelled, so nothing was refunded and the order is unlocked. Retry when the "
                  "label can be cancelled, or decide it as a parcel that went wrong.");
    if (refund.status == RefundStatus::Closed)
        return tr("%1 has closed this refund without paying. The money is not with the customer.").arg(where);
    return tr("%1 could not pay this refund. The money is not with the customer.").arg(where);
}

QStringList GoodsWords::quote_headers()
{
    return {tr("Item"), tr("Units"), tr("Gross"), tr("Discount"), tr("Tax"), tr("Refunded"), tr("This refund")};
}

QList<CellRow> GoodsWords::quote_rows(const RefundQuote &quote, const GoodsDossier &goods, const Format &format)
{
    QList<CellRow> rows;
    const auto less = [&](const Money &amount) {
        return amount.is_zero() ? format.money(amount) : QString(u'−' + format.money(amount));
    };
    for (const RefundLineQuote &line : quote.lines) {
        rows.append({Cell{.text = item_name(goods, line.item.order_item_id)},
                     Cell{.text = format.number(line.item.quantity)}, Cell{.text = format.money(line.parts.gross)},
                     Cell{.text = less(line.parts.discount)}, Cell{.text = format.money(line.parts.tax)},
                     Cell{.text = less(line.already)}, Cell{.text = format.money(line.item.amount), .strong = true}});
    }
    std::int64_t units = 0;
    for (const RefundLineQuote &line : quote.lines)
        units += line.item.quantity;
    rows.append({Cell{.text = tr("Total"), .strong = true}, Cell{.text = format.number(units)},
                 Cell{.text = format.money(sum(quote, [](const RefundLineQuote &l) { return l.parts.gross; }))},
                 Cell{.text = less(sum(quote, [](const RefundLineQuote &l) { return l.parts.discount; }))},
                 Cell{.text = format.money(sum(quote, [](const RefundLineQuote &l) { return l.parts.tax; }))},
                 Cell{.text = less(sum(quote, [](const RefundLineQuote &l) { return l.already; }))},
                 Cell{.text = format.money(quote.total), .strong = true}});
    return rows;
}

QString GoodsWords::after(const RefundQuote &quote, const GoodsDossier &goods, const Format &format)
{
    const Money stays = subtract(goods.refundable, quote.total).value_or(goods.refundable);
    return tr("Of %1 paid, %2 was refunded or promised before. After this %3 stays refundable; %4 allows at most %5 "
              "more in all.")
        .arg(format.money(goods.order.paid),
             format.money(subtract(goods.order.paid, goods.refundable).value_or(goods.order.refunded)),
             format.money(stays), where_paid(goods), format.money(goods.gateway_allows));
}

std::string GoodsWords::basis(const RefundQuote &quote, const GoodsDossier &goods, const Format &format,
                              const QStringList &before)
{
    QStringList text = before;
    text.append(quote_headers().join(u'\t'));
    for (const CellRow &row : quote_rows(quote, goods, format)) {
        QStringList fields;
        for (const Cell &cell : row)
            fields.append(cell.text);
        text.append(fields.join(u'\t'));
    }
    text.append(after(quote, goods, format));
    return text.join(u'\n').toStdString();
}

Tone shipment_tone(ShipmentState state)
{
    switch (state) {
    case ShipmentState::Delivered:
        return Tone::Ok;
    case ShipmentState::Exception:
    case ShipmentState::Returned:
        return Tone::Warn;
    case ShipmentState::Lost:
    case ShipmentState::Damaged:
        return Tone::Bad;
    case ShipmentState::InTransit:
    case ShipmentState::LabelCreated:
        return Tone::Info;
    case ShipmentState::Created:
    case ShipmentState::Cancelled:
        break;
    }
    return Tone::Neutral;
}

UnitsLeft units_left(const GoodsDossier &goods, const OrderItemId &id)
{
    UnitsLeft left;
    for (const ItemUnit &unit : goods.units) {
        if (unit.order_item_id != id)
            continue;
        left.unused += unit.use == UnitUse::None ? 1 : 0;
        left.partly += unit.use == UnitUse::Refunded && unit.refunded.minor() < unit.share.minor() ? 1 : 0;
    }
    return left;
}

}  // namespace aftercharge

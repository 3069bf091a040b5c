// SPDX-License-Identifier: GPL-3.0-or-later
// TicketWords, the part about what happened to goods: orders, parcels, claims, their refunds.
#include "ui/common/enum_words.h"
#include "ui/tickets/ticket_words.h"

namespace aftercharge {

namespace {

QString text_of(const std::string &text)
{
    return QString::fromStdString(text);
}

QString with(const QString &words, const std::string &note)
{
    return note.empty() ? words : QString(words + QStringLiteral(" · ") + text_of(note));
}

}  // namespace

QString TicketWords::goods_order_event(const GoodsOrderLogEntry &entry)
{
    if (const auto event = from_text<GoodsOrderEvent>(entry.event))
        return with(tr("Order: %1").arg(EnumWords::goods_order_event(*event)), entry.note);
    if (entry.from != entry.to)
        return with(tr("Order: %1").arg(EnumWords::goods_order_state(entry.to)), entry.note);
    if (entry.event == "IMPORTED")
        return with(tr("Order taken"), entry.note);
    if (entry.event == "LOCKED")
        return with(tr("Locked against shipping"), entry.note);
    if (entry.event == "UNLOCKED")
        return with(tr("Free to be shipped again"), entry.note);
    return with(text_of(entry.event), entry.note);
}

QString TicketWords::shipment_event(const ShipmentLogEntry &entry)
{
    // A row that changes no state tells something by its note alone.
    if (entry.from == entry.to && entry.to != ShipmentState::Created && !entry.note.empty())
        return text_of(entry.note);
    return with(EnumWords::shipment_state(entry.to), entry.note);
}

QString TicketWords::claim_event(const ClaimLogEntry &entry)
{
    if (entry.from == entry.to && entry.to != ClaimState::Opened && !entry.note.empty())
        return text_of(entry.note);
    return with(EnumWords::claim_state(entry.to), entry.note);
}

QString TicketWords::goods_refund_moment(const RefundMoment &moment, const Format &format)
{
    const Refund &refund = moment.refund;
    const QString number = text_of(refund.refund_no.text());
    const QString amount = format.money(refund.amount);
    switch (moment.kind) {
    case RefundMoment::Kind::Requested:
        return tr("%1 %2 of %3 asked for").arg(EnumWords::refund_kind(refund.kind), number, amount);
    case RefundMoment::Kind::Approved:
        return tr("%1 of %2 approved").arg(number, amount);
    case RefundMoment::Kind::SentBack:
        return tr("%1 of %2 sent back").arg(number, amount);
    case RefundMoment::Kind::Posted:
        break;
    }
    switch (refund.kind) {
    case RefundKind::Coupon:
        return tr("%1: coupon of %2 issued").arg(number, amount);
    case RefundKind::ByHand:
        return with(tr("%1: %2 paid by hand").arg(number, amount), refund.note);
    default:
        return with(tr("%1: %2 paid back by the gateway").arg(number, amount), refund.external_refund_id);
    }
}

}  // namespace aftercharge

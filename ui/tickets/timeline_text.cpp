// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/timeline_text.h"

#include "models/item/cell_roles.h"
#include "ui/tickets/goods_words.h"
#include "ui/tickets/ticket_words.h"

namespace aftercharge {

namespace {

// The tones of a timeline: what was decided and what the customer heard stands out.
Tone tone_of(const TimelineItem &item)
{
    if (const auto *moment = std::get_if<RefundMoment>(&item.what))
        return moment->kind == RefundMoment::Kind::Posted ? Tone::Ok : Tone::Warn;
    if (const auto *entry = std::get_if<TicketEntry>(&item.what))
        return entry->kind == TicketEntryKind::Note ? Tone::Warn : Tone::Neutral;
    if (const auto *entry = std::get_if<ShipmentLogEntry>(&item.what))
        return shipment_tone(entry->to);
    if (const auto *entry = std::get_if<ClaimLogEntry>(&item.what))
        return entry->to == ClaimState::Denied              ? Tone::Bad
               : entry->to == ClaimState::EvidenceRequested ? Tone::Warn
                                                            : Tone::Neutral;
    return std::holds_alternative<Notice>(item.what) ? Tone::Info : Tone::Neutral;
}

}  // namespace

TimelineText::TimelineText(TimelineModel *model, const Format &format, const PeopleNames &people, QObject *parent)
    : QIdentityProxyModel(parent), model_(model), format_(format), people_(people)
{
    setSourceModel(model);
}

QString TimelineText::who(const TimelineItem &item) const
{
    if (const auto *entry = std::get_if<TicketEntry>(&item.what))
        return TicketWords::actor(entry->actor, people_);
    if (const auto *entry = std::get_if<OrderLogEntry>(&item.what))
        return TicketWords::actor(entry->actor, people_);
    if (const auto *entry = std::get_if<GoodsOrderLogEntry>(&item.what))
        return TicketWords::actor(entry->actor, people_);
    if (const auto *entry = std::get_if<ShipmentLogEntry>(&item.what))
        return TicketWords::actor(entry->actor, people_);
    if (const auto *entry = std::get_if<ClaimLogEntry>(&item.what))
        return TicketWords::actor(entry->actor, people_);
    if (const auto *moment = std::get_if<RefundMoment>(&item.what)) {
        const Refund &refund = moment->refund;
        if (moment->kind == RefundMoment::Kind::Requested)
            return people_.of(refund.requested_by);
        return refund.approved_by.is_empty() ? QString() : people_.of(refund.approved_by);
    }
    return tr("To the customer");
}

QString TimelineText::what(const TimelineItem &item) const
{
    if (const auto *entry = std::get_if<TicketEntry>(&item.what))
        return TicketWords::entry(*entry, people_);
    if (const auto *entry = std::get_if<OrderLogEntry>(&item.what))
        return TicketWords::order_event(*entry, format_, currency_);
    if (const auto *moment = std::get_if<RefundMoment>(&item.what))
        return TicketWords::refund_moment(*moment, format_);
    if (const auto *entry = std::get_if<GoodsOrderLogEntry>(&item.what))
        return TicketWords::goods_order_event(*entry);
    if (const auto *entry = std::get_if<ShipmentLogEntry>(&item.what))
        return tr("Parcel %1: %2")
            .arg(QString::fromStdString(entry->shipment_no.text()), TicketWords::shipment_event(*entry));
    if (const auto *entry = std::get_if<ClaimLogEntry>(&item.what))
        return tr("Claim %1: %2").arg(QString::fromStdString(entry->claim_no.text()), TicketWords::claim_event(*entry));
    return TicketWords::notice(std::get<Notice>(item.what), format_);
}

QVariant TimelineText::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const TimelineItem &item = model_->item(index.row());
    if (role == CellRole::tone && index.column() == TimelineModel::What)
        return static_cast<int>(tone_of(item));
    if (role == Qt::ToolTipRole && index.column() == TimelineModel::What)
        return what(item);
    if (role != Qt::DisplayRole)
        return QIdentityProxyModel::data(index, role);
    switch (index.column()) {
    case TimelineModel::When:
        return format_.date_time(item.at);
    case TimelineModel::Who:
        return who(item);
    default:
        return what(item);
    }
}

QVariant TimelineText::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimelineModel::When:
        return tr("Time");
    case TimelineModel::Who:
        return tr("Who");
    default:
        return tr("What happened");
    }
}

}  // namespace aftercharge

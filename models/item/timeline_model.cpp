// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/item/timeline_model.h"

#include <algorithm>

#include "models/item/cell_roles.h"

namespace aftercharge {
namespace {

void add_refund(std::vector<TimelineItem> &items, const Refund &refund)
{
    items.push_back({refund.created_at, RefundMoment{RefundMoment::Kind::Requested, refund}});
    if (refund.decided_at && refund.approval != ApprovalState::Waiting) {
        const auto kind = refund.approval == ApprovalState::SentBack ? RefundMoment::Kind::SentBack
                                                                     : RefundMoment::Kind::Approved;
        items.push_back({*refund.decided_at, RefundMoment{kind, refund}});
    }
    if (refund.posted_at)
        items.push_back({*refund.posted_at, RefundMoment{RefundMoment::Kind::Posted, refund}});
}

void add_goods(std::vector<TimelineItem> &items, const GoodsDossier &goods)
{
    for (const GoodsOrderLogEntry &entry : goods.log)
        items.push_back({entry.at, entry});
    for (const ParcelView &parcel : goods.parcels) {
        for (const ShipmentLogEntry &entry : parcel.log)
            items.push_back({entry.at, entry});
        for (const ClaimLogEntry &entry : parcel.claim_log)
            items.push_back({entry.at, entry});
    }
    for (const Refund &refund : goods.refunds)
        add_refund(items, refund);
}

}  // namespace

std::vector<TimelineItem> timeline_of(const TicketDossier &dossier)
{
    std::vector<TimelineItem> items;
    for (const OrderLogEntry &entry : dossier.order_log)
        items.push_back({entry.at, entry});
    for (const TicketEntry &entry : dossier.entries)
        items.push_back({entry.at, entry});
    if (dossier.order) {
        for (const Refund &refund : dossier.order->refunds)
            add_refund(items, refund);
    }
    if (dossier.goods)
        add_goods(items, *dossier.goods);
    for (const Notice &notice : dossier.notices)
        items.push_back({notice.at, notice});
    std::stable_sort(items.begin(), items.end(),
                     [](const TimelineItem &a, const TimelineItem &b) { return a.at < b.at; });
    return items;
}

TimelineModel::TimelineModel(QObject *parent) : QAbstractTableModel(parent) {}

// Only what follows the common beginning is replaced: a refresh after one more entry keeps
// the place where a person reads.
void TimelineModel::set_items(std::vector<TimelineItem> items)
{
    const auto differs = std::mismatch(items_.begin(), items_.end(), items.begin(), items.end());
    const int same = static_cast<int>(differs.first - items_.begin());
    if (same < rowCount()) {
        beginRemoveRows({}, same, rowCount() - 1);
        items_.erase(items_.begin() + same, items_.end());
        endRemoveRows();
    }
    if (same < static_cast<int>(items.size())) {
        beginInsertRows({}, same, static_cast<int>(items.size()) - 1);
        items_.insert(items_.end(), items.begin() + same, items.end());
        endInsertRows();
    }
}

int TimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(items_.size());
}

int TimelineModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : column_count;
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == CellRole::sort_key)
        return static_cast<qlonglong>(item(index.row()).at.time_since_epoch().count());
    if (role == CellRole::muted)
        return index.column() != What;
    return {};
}

}  // namespace aftercharge

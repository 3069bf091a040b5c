// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/item/device_event_model.h"

#include <algorithm>

#include "models/item/cell_roles.h"

namespace aftercharge {

namespace {

constexpr std::size_t max_told_ahead = 200;

bool newer(const LiveEvent &a, const LiveEvent &b)
{
    return a.at > b.at;
}

Tone tone_of(Severity severity)
{
    switch (severity) {
    case Severity::Fault:
        return Tone::Bad;
    case Severity::Warning:
        return Tone::Warn;
    case Severity::Info:
        break;
    }
    return Tone::Neutral;
}

// The same thing told twice: once by what was read, once by the feed.
bool same(const LiveEvent &a, const LiveEvent &b)
{
    return a.at == b.at && a.kind == b.kind && a.connector == b.connector && a.order_no == b.order_no &&
           a.device_kind == b.device_kind && a.detail == b.detail;
}

}  // namespace

DeviceEventModel::DeviceEventModel(int capacity, QObject *parent)
    : QAbstractListModel(parent), capacity_(std::max(1, capacity))
{
}

void DeviceEventModel::add(std::vector<LiveEvent> events)
{
    std::stable_sort(events.begin(), events.end(), newer);
    if (std::ssize(events) > capacity_)
        events.resize(static_cast<std::size_t>(capacity_));
    std::vector<LiveEvent> fresh;
    for (LiveEvent &event : events) {
        const auto from = std::lower_bound(events_.begin(), events_.end(), event, newer);
        const auto to = std::upper_bound(from, events_.end(), event, newer);
        if (std::any_of(from, to, [&](const LiveEvent &known) { return same(known, event); }))
            continue;
        if (event.kind == LiveEvent::Kind::Stopped && told_.erase(event.order_no) > 0)
            event.customer_told = true;
        fresh.push_back(std::move(event));
    }
    insert(std::move(fresh));
    trim();
}

// Runs that stand together are inserted together; most often that is one at the top.
void DeviceEventModel::insert(std::vector<LiveEvent> sorted)
{
    for (std::size_t i = 0; i < sorted.size();) {
        const auto place = std::lower_bound(events_.begin(), events_.end(), sorted[i], newer);
        const auto row = static_cast<int>(place - events_.begin());
        std::size_t end = i + 1;
        while (end < sorted.size() && (place == events_.end() || !newer(*place, sorted[end])))
            ++end;
        if (row >= capacity_)
            return;
        beginInsertRows({}, row, row + static_cast<int>(end - i) - 1);
        events_.insert(place, std::make_move_iterator(sorted.begin() + static_cast<std::ptrdiff_t>(i)),
                       std::make_move_iterator(sorted.begin() + static_cast<std::ptrdiff_t>(end)));
        endInsertRows();
        i = end;
    }
}

void DeviceEventModel::trim()
{
    if (rowCount() <= capacity_)
        return;
    beginRemoveRows({}, capacity_, rowCount() - 1);
    events_.resize(static_cast<std::size_t>(capacity_));
    endRemoveRows();
}

void DeviceEventModel::mark_told(const OrderNo &order_no)
{
    for (int row = 0; row < rowCount(); ++row) {
        LiveEvent &event = events_[static_cast<std::size_t>(row)];
        if (event.kind != LiveEvent::Kind::Stopped || event.order_no != order_no)
            continue;
        event.customer_told = true;
        Q_EMIT dataChanged(index(row), index(row));
        return;
    }
    if (told_.size() >= max_told_ahead)
        told_.clear();
    told_.insert(order_no);
}

int DeviceEventModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(events_.size());
}

QVariant DeviceEventModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const LiveEvent &row = event(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return QString::fromStdString(row.detail);
    case CellRole::tone:
        return static_cast<int>(tone_of(row.severity));
    case CellRole::sort_key:
        return static_cast<qlonglong>(row.at.time_since_epoch().count());
    default:
        return {};
    }
}

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/event_filter.h"

namespace aftercharge {

EventFilter::EventFilter(const DeviceEventModel &events, QAbstractItemModel &source, QObject *parent)
    : QSortFilterProxyModel(parent), events_(events)
{
    setSourceModel(&source);
}

void EventFilter::set_show_all(bool all)
{
    if (all == all_)
        return;
    all_ = all;
    invalidateFilter();
}

bool EventFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    return all_ || !is_routine(events_.event(row));
}

}  // namespace aftercharge

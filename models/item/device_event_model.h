// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <set>
#include <vector>

#include <QAbstractListModel>

#include "models/item/live_event.h"

namespace aftercharge {

// The newest `capacity` events, newest first; the oldest go. Never reset after it was filled.
// Languages stand outside: the sentence is made in ui from event().
class DeviceEventModel : public QAbstractListModel {
    Q_OBJECT

public:
    explicit DeviceEventModel(int capacity = 500, QObject *parent = nullptr);

    // In any order; one that is known already is left out.
    void add(std::vector<LiveEvent> events);
    // The customer of this order has been told of its end.
    void mark_told(const OrderNo &order_no);

    const LiveEvent &event(int row) const { return events_[static_cast<std::size_t>(row)]; }
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    void insert(std::vector<LiveEvent> sorted);
    void trim();

    int capacity_;
    std::deque<LiveEvent> events_;
    std::set<OrderNo> told_;  // before their stop was here
};

}  // namespace aftercharge

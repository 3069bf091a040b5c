// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

#include "models/item/device_event_model.h"

namespace aftercharge {

// What matters of the events; the charge points' routine reports only when all are asked for.
class EventFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    // `source` shows the rows of `events`, in their order.
    EventFilter(const DeviceEventModel &events, QAbstractItemModel &source, QObject *parent = nullptr);
    void set_show_all(bool all);
    bool shows_all() const { return all_; }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    const DeviceEventModel &events_;
    bool all_ = false;
};

}  // namespace aftercharge

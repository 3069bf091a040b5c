// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIdentityProxyModel>

#include "models/item/device_event_model.h"
#include "ui/common/format.h"

namespace aftercharge {

// The events as text: the sentence (DisplayRole), its time and its point.
class EventTextModel : public QIdentityProxyModel {
    Q_OBJECT

public:
    static constexpr int time_role = Qt::UserRole + 1;
    static constexpr int point_role = Qt::UserRole + 2;

    EventTextModel(DeviceEventModel &events, const Format &format, QObject *parent = nullptr);
    void set_format(const Format &format);

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QString tool_tip(const LiveEvent &event) const;

    DeviceEventModel &events_;
    Format format_;
};

}  // namespace aftercharge

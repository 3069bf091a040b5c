// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/event_text_model.h"

#include "ui/live/event_words.h"
#include "ui/live/session_words.h"

namespace aftercharge {

EventTextModel::EventTextModel(DeviceEventModel &events, const Format &format, QObject *parent)
    : QIdentityProxyModel(parent), events_(events), format_(format)
{
    setSourceModel(&events);
}

void EventTextModel::set_format(const Format &format)
{
    format_ = format;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0));
}

QVariant EventTextModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const LiveEvent &event = events_.event(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return EventWords::sentence(event, format_);
    case time_role:
        return format_.time(event.at);
    case point_role:
        return SessionWords::point_id(event.connector);
    case Qt::ToolTipRole:
        return QString(format_.date_time(event.at) + u' ' + format_.zone_name());
    case Qt::AccessibleTextRole:
        return QString(format_.time(event.at) + u' ' + SessionWords::point_id(event.connector) + u". " +
                       EventWords::sentence(event, format_));
    default:
        return QIdentityProxyModel::data(index, role);
    }
}

}  // namespace aftercharge

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

// The instant with its zone, and the charge point's own words.
QString EventTextModel::tool_tip(const LiveEvent &event) const
{
    const QString when = format_.date_time(event.at) + u' ' + format_.zone_name();
    return event.detail.empty() ? when : QString(when + u'\n' + QString::fromStdString(event.detail));
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
        return tool_tip(event);
    case Qt::AccessibleTextRole:
        return QString(format_.time(event.at) + u' ' + SessionWords::point_id(event.connector) + u". " +
                       EventWords::sentence(event, format_));
    default:
        return QIdentityProxyModel::data(index, role);
    }
}

}  // namespace aftercharge

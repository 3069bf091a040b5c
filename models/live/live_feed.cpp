// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/live/live_feed.h"

namespace aftercharge {

LiveFeed::LiveFeed(QObject *parent) : QObject(parent)
{
    // By name too, so that a queued connection made before the first emission finds them.
    qRegisterMetaType<QList<SessionView>>("QList<aftercharge::SessionView>");
    qRegisterMetaType<QList<Changed>>("QList<aftercharge::Changed>");
    qRegisterMetaType<QList<Notice>>("QList<aftercharge::Notice>");
    qRegisterMetaType<QList<DeviceEvent>>("QList<aftercharge::DeviceEvent>");
    qRegisterMetaType<FeedState>("aftercharge::FeedState");
}

}  // namespace aftercharge

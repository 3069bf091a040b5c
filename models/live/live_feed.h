// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QMetaType>
#include <QtCore/QObject>

#include "models/domain/device_event.h"
#include "models/domain/notice.h"
#include "models/workflow/changes.h"
#include "models/workflow/session_view.h"

namespace aftercharge {

// How the feed itself is doing, for the status line.
struct FeedState {
    enum Kind {
        Connecting,
        Live,
        Stale,  // nothing heard for a while: what is shown may be old
        Lost,   // no connection; it is tried again
    };
    Kind kind = Connecting;
    int sessions = 0;                     // running
    qint64 lag_ms = 0;                    // from a report's receipt to its delivery here, the newest
    qint64 reports_per_second_milli = 0;  // session updates, over five seconds, in 1/1000
    qint64 rejected = 0;                  // reports that were kept but not believed, since the start
    friend bool operator==(const FeedState &, const FeedState &) = default;
};

// What the pages of a desk listen to: the same on a local store (LocalFeed) and beside a
// daemon (LiveClient). Signals come in the thread of the object, after the commit of what
// they tell, at most four times a second.
class LiveFeed : public QObject {
    Q_OBJECT

public:
    explicit LiveFeed(QObject *parent = nullptr);

    virtual FeedState state() const = 0;

Q_SIGNALS:
    // The newest state of each changed session, at most one entry a session.
    void sessionsChanged(const QList<aftercharge::SessionView> &sessions);
    // The newest version of each changed row. An empty id: too many of that table, read it again.
    void rowsChanged(const QList<aftercharge::Changed> &rows);
    void noticesWritten(const QList<aftercharge::Notice> &notices);
    void eventsArrived(const QList<aftercharge::DeviceEvent> &events);
    void stateChanged(const aftercharge::FeedState &state);
    // After a gap in the connection: anything may have changed, what is shown must be read again.
    void resynchronised();
};

}  // namespace aftercharge

Q_DECLARE_METATYPE(aftercharge::SessionView)
Q_DECLARE_METATYPE(aftercharge::Changed)
Q_DECLARE_METATYPE(aftercharge::Notice)
Q_DECLARE_METATYPE(aftercharge::DeviceEvent)
Q_DECLARE_METATYPE(aftercharge::FeedState)

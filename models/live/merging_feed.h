// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <set>

#include <QtCore/QTimer>

#include "models/live/change_merge.h"
#include "models/live/live_feed.h"

namespace aftercharge {

// The half of a feed that both kinds share: merges what comes, hands it on four times a
// second in its own thread, and keeps the figures of the state.
class MergingFeed : public LiveFeed {
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds flush_interval{250};

    FeedState state() const override { return state_; }

protected:
    MergingFeed(FeedState::Kind kind, const Clock &clock, QObject *parent);

    // Any thread. `reports`: whether the sessions count for the rate (a snapshot's do not).
    virtual void absorb(const Changes &changes, bool reports) { merge_.add(changes, reports); }
    void absorb(const Changes &changes) { absorb(changes, true); }
    // The running sessions as they are now; those of an earlier call are forgotten. What ended
    // between the first one's reading and its arrival stays ended.
    void set_running(const std::vector<SessionView> &sessions);
    void set_kind(FeedState::Kind kind);

private:
    void flush();
    void update_figures(const ChangeMerge::Taken &taken);
    void follow_running(const SessionView &view);
    void emit_state();

    const Clock &clock_;
    ChangeMerge merge_;
    QTimer timer_;
    FeedState state_;
    FeedState told_;
    int flushes_since_told_ = 0;
    std::deque<qint64> reports_;  // of the last flushes, the window of the rate
    std::set<OrderNo> running_;
    std::set<OrderNo> ended_unprimed_;  // until the first set_running
    bool primed_ = false;
};

}  // namespace aftercharge

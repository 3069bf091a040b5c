// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/live/merging_feed.h"

namespace aftercharge {

// The feed of a desk that runs the engine itself. on_changes comes on the engine's thread,
// signals go out in the thread of the object.
class LocalFeed : public MergingFeed, public ChangeListener {
    Q_OBJECT

public:
    explicit LocalFeed(const Clock &clock, QObject *parent = nullptr);

    // Tells the feed which sessions ran before it listened (DeskService::sessions()), so that
    // they are counted; emits nothing but the state.
    void prime(const std::vector<SessionView> &sessions) { set_running(sessions); }

    void on_changes(const Changes &changes) override;
};

}  // namespace aftercharge

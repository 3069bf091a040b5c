// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/live/local_feed.h"

namespace aftercharge {

LocalFeed::LocalFeed(const Clock &clock, QObject *parent) : MergingFeed(FeedState::Live, clock, parent) {}

void LocalFeed::on_changes(const Changes &changes)
{
    absorb(changes);
}

}  // namespace aftercharge

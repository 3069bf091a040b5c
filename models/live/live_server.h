// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/live/feed_server.h"
#include "models/live/live_source.h"

namespace aftercharge {

// The live feed for desks and scripts (--live): WebSocket, a desk's bearer token, frames.h.
// hello, snapshot, then what changes. {"subscribe":{"stations":[…]}} selects sessions (rows,
// notices and events come for all) and is answered with a snapshot of the selection; sent at
// once after the connection it is the first one.
class LiveServer : public FeedServer {
public:
    // All must outlive it.
    LiveServer(LiveSource &source, TokenCheck &tokens, const Clock &clock, const FeedServerOptions &options = {});
};

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/live/feed_server.h"
#include "models/live/live_source.h"

namespace aftercharge {

// The customer channel (--customer): the frames of the live feed for the one order that the
// customer's bearer token names. hello, snapshot (one session, running or ended), every notice
// so far, then live. Takes {"ticket":{…}} for that order, one at a time, and answers with
// {"ticket":{"ticket_no":…}} or {"error":{…}}.
class CustomerServer : public FeedServer {
public:
    // All must outlive it.
    CustomerServer(CustomerSource &source, CustomerIntake &intake, TokenCheck &tokens, const Clock &clock,
                   const FeedServerOptions &options = {});
};

}  // namespace aftercharge

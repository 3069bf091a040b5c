// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include "models/live/feed_worker.h"

namespace aftercharge {

// The live server's own half: selections and snapshots.
class LiveWorker : public FeedWorker {
    Q_OBJECT

public:
    LiveWorker(FeedShared &shared, LiveSource &source, TokenCheck &tokens, const Clock &clock,
               const FeedServerOptions &options);

protected:
    bool admit(const AccessToken &token) const override;
    void opened() override;
    bool ready() const override { return primed_; }
    void joined(FeedClient &client) override;
    void left(FeedClient &client) override;
    void handle(FeedClient &client, frames::Request request) override;
    void absorb(const Changes &changes) override;
    bool synced(FeedClient &client) const override;
    bool wants(FeedClient &client, const SessionView &view) const override;

private:
    struct Selection {
        std::set<StationId> stations;  // empty: all
        enum { Fresh, Wanted, Asked, Had } snapshot = Fresh;
        bool takes(const SessionView &view) const { return stations.empty() || stations.contains(view.station_id); }
    };

    void want_snapshot(Selection &selection);
    void ask();
    void deliver(const std::vector<SessionView> &sessions);

    LiveSource &source_;
    std::chrono::milliseconds selection_grace_;
    std::map<FeedClient *, Selection> selections_;
    bool primed_ = false;
    bool asking_ = false;
};

}  // namespace aftercharge

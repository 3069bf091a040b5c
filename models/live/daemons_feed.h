// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>

#include <QtCore/QTimer>

#include "models/live/live_client.h"
#include "models/live/newest_sessions.h"
#include "models/store/decisions.h"

namespace aftercharge {

// The feed of a desk on a shared store: those of all daemons, merged. Daemons come and go
// (set_daemons); of a session the newest is shown, whoever tells it. Its state is Live while
// every daemon's feed is, Stale while some are lost, Lost while all are or there is none.
class DaemonsFeed : public MergingFeed {
    Q_OBJECT

public:
    // Of `pattern` everything but address and token counts.
    DaemonsFeed(LiveClientOptions pattern, const Clock &clock, Random &random, QObject *parent = nullptr);
    ~DaemonsFeed() override;

    // What the daemons let in; from the next connection on. Nobody is asked before there is one.
    void set_token(const std::string &token);
    // Those that live now. One that was started again is connected to at once; one without a
    // live_url has no feed.
    void set_daemons(const std::vector<DaemonRow> &daemons);

    // The running sessions as the store has them: they are counted.
    void prime(const std::vector<SessionView> &sessions) { set_running(sessions); }
    // Instead of a feed, while there is none: the sessions as the store has them, and every other
    // table to be read again.
    void poll(const std::vector<SessionView> &sessions);

private:
    class Client;
    struct Entry {
        DaemonRow daemon;
        std::unique_ptr<Client> client;
        FeedState::Kind kind = FeedState::Connecting;
    };
    void add(const DaemonRow &daemon);
    void follow(const std::string &name, FeedState::Kind kind);
    void take(std::uint64_t teller, const Changes &changes, bool reports);
    FeedState::Kind kind_of_all() const;
    void show_state() { set_kind(kind_of_all()); }

    const LiveClientOptions pattern_;
    const Clock &clock_;
    Random &random_;
    std::string token_;
    std::map<std::string, Entry> entries_;  // by the daemon's name
    NewestSessions newest_;
    std::uint64_t last_teller_ = NewestSessions::store_teller;
    bool looked_ = false;  // whether it is known which daemons there are
    // Several daemons that come at one time are one reason to read again.
    QTimer resynchronise_;
};

}  // namespace aftercharge

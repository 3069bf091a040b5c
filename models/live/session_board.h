// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <map>
#include <vector>

#include "models/live/frames.h"

namespace aftercharge {

// The newest state of the sessions that a server speaks of. Clients hold order numbers only and
// look here when they can write, so a slow one costs nothing and still gets the newest.
class SessionBoard {
public:
    using Steady = std::chrono::steady_clock::time_point;

    // Sets what was there before the first change; what is known already is newer and stays.
    void prime(const SessionView &view);
    // The new state, and what happened by it ("started" for one that was not there).
    std::vector<frames::SessionEvent> apply(const SessionView &view, Steady now);

    const SessionView *find(const OrderNo &order_no) const;
    // The session's entry of a samples frame, made once a state.
    const QByteArray &sample(const OrderNo &order_no);

    void remove(const OrderNo &order_no) { entries_.erase(order_no); }
    // Forgets the sessions that ended before `until`: no client can still have to hear of them.
    void remove_ended(Steady until);

private:
    struct Entry {
        SessionView view;
        QByteArray sample;  // empty: not yet made
        Steady changed;
    };
    std::map<OrderNo, Entry> entries_;
};

}  // namespace aftercharge

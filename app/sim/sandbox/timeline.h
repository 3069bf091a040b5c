// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "app/sim/sim_clock.h"

namespace aftercharge::sim {

// What happens later at a gateway, in simulated time, on a thread of its own.
class Timeline {
public:
    explicit Timeline(std::shared_ptr<const SimClock> clock);
    ~Timeline();
    Timeline(const Timeline &) = delete;
    Timeline &operator=(const Timeline &) = delete;

    UtcTime now() const { return clock_->now(); }
    void after(Duration delay, std::function<void()> what);
    // Brings everything that waits nearer by `duration`, and does what is due then before it returns,
    // also what that puts on the timeline in turn. The clock itself does not move.
    void advance(Duration duration);
    void stop();

private:
    struct Entry {
        UtcTime due;
        std::uint64_t order;
        std::function<void()> what;
    };
    // With the lock held.
    std::optional<Entry> take_due(UtcTime until);
    void run();

    std::shared_ptr<const SimClock> clock_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<Entry> entries_;
    std::uint64_t next_order_ = 0;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace aftercharge::sim

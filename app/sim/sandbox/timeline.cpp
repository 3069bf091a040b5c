// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/sandbox/timeline.h"

#include <algorithm>
#include <tuple>

namespace aftercharge::sim {

Timeline::Timeline(std::shared_ptr<const SimClock> clock) : clock_(std::move(clock)), thread_([this] { run(); }) {}

Timeline::~Timeline()
{
    stop();
}

void Timeline::after(Duration delay, std::function<void()> what)
{
    const std::lock_guard lock(mutex_);
    entries_.push_back({clock_->now() + delay, next_order_++, std::move(what)});
    changed_.notify_all();
}

std::optional<Timeline::Entry> Timeline::take_due(UtcTime until)
{
    const auto first = std::min_element(entries_.begin(), entries_.end(), [](const Entry &a, const Entry &b) {
        return std::tie(a.due, a.order) < std::tie(b.due, b.order);
    });
    if (first == entries_.end() || first->due > until)
        return std::nullopt;
    Entry entry = std::move(*first);
    entries_.erase(first);
    return entry;
}

void Timeline::advance(Duration duration)
{
    std::unique_lock lock(mutex_);
    const UtcTime until = clock_->now();
    for (Entry &entry : entries_)
        entry.due -= duration;
    while (const std::optional<Entry> entry = take_due(until)) {
        const std::uint64_t next = next_order_;
        lock.unlock();
        entry->what();
        lock.lock();
        // A delay that this one put on the timeline counts from when this one was due, not from
        // now: a chain of delays within the duration is done as a whole.
        for (Entry &added : entries_) {
            if (added.order >= next)
                added.due -= until - entry->due;
        }
    }
    changed_.notify_all();
}

void Timeline::run()
{
    std::unique_lock lock(mutex_);
    while (!stopping_) {
        if (const std::optional<Entry> entry = take_due(clock_->now())) {
            lock.unlock();
            entry->what();
            lock.lock();
            continue;
        }
        Duration wait{60'000};
        for (const Entry &entry : entries_)
            wait = std::min(wait, clock_->wall_until(entry.due));
        changed_.wait_for(lock, std::max(wait, Duration{1}));
    }
}

void Timeline::stop()
{
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
        changed_.notify_all();
    }
    if (thread_.joinable())
        thread_.join();
}

}  // namespace aftercharge::sim

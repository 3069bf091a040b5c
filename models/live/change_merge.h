// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <mutex>
#include <string>
#include <utility>

#include "models/workflow/changes.h"

namespace aftercharge {

// What has changed since somebody last looked: bounded, however long that is ago. Of a session
// and of a row only the newest state is kept. Thread-safe.
class ChangeMerge {
public:
    static constexpr std::size_t max_rows = 4'096;     // then one entry with an empty id a table
    static constexpr std::size_t max_notices = 4'096;  // then the oldest go; they are in the store
    static constexpr std::size_t max_events = 1'024;   // then the oldest go

    struct Taken {
        Changes changes;
        std::int64_t reports = 0;   // session updates that were merged into `changes.sessions`
        std::int64_t rejected = 0;  // events of the kind Suspect
    };

    void add(const Changes &changes, bool reports = true);
    Taken take();

private:
    void add_row(const Changed &row);

    std::mutex mutex_;
    std::map<OrderNo, SessionView> sessions_;
    std::map<std::pair<ChangedTable, std::string>, std::int64_t> rows_;
    std::deque<Notice> notices_;
    std::deque<DeviceEvent> events_;
    std::int64_t reports_ = 0;
    std::int64_t rejected_ = 0;
};

// Keeps the newest `max` of a queue.
template<typename T>
void trim_front(std::deque<T> &queue, std::size_t max)
{
    while (queue.size() > max)
        queue.pop_front();
}

}  // namespace aftercharge

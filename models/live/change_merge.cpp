// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/live/change_merge.h"

#include <algorithm>

namespace aftercharge {

void ChangeMerge::add(const Changes &changes, bool reports)
{
    const std::scoped_lock lock(mutex_);
    for (const SessionView &view : changes.sessions)
        sessions_.insert_or_assign(view.order_no, view);
    if (reports)
        reports_ += static_cast<std::int64_t>(changes.sessions.size());
    for (const Changed &row : changes.rows)
        add_row(row);
    notices_.insert(notices_.end(), changes.notices.begin(), changes.notices.end());
    trim_front(notices_, max_notices);
    events_.insert(events_.end(), changes.events.begin(), changes.events.end());
    trim_front(events_, max_events);
    rejected_ += std::count_if(changes.events.begin(), changes.events.end(),
                               [](const DeviceEvent &event) { return event.kind == DeviceEventKind::Suspect; });
}

void ChangeMerge::add_row(const Changed &row)
{
    const std::pair whole_table{row.table, std::string()};
    if (rows_.contains(whole_table))
        return;
    rows_[{row.table, row.id}] = row.version;
    if (rows_.size() <= max_rows)
        return;
    std::erase_if(rows_, [&](const auto &entry) { return entry.first.first == row.table; });
    rows_[whole_table] = 0;
}

ChangeMerge::Taken ChangeMerge::take()
{
    decltype(sessions_) sessions;
    decltype(rows_) rows;
    decltype(notices_) notices;
    decltype(events_) events;
    Taken taken;
    {
        const std::scoped_lock lock(mutex_);
        sessions.swap(sessions_);
        rows.swap(rows_);
        notices.swap(notices_);
        events.swap(events_);
        taken.reports = std::exchange(reports_, 0);
        taken.rejected = std::exchange(rejected_, 0);
    }
    taken.changes.sessions.reserve(sessions.size());
    for (auto &[order_no, view] : sessions)
        taken.changes.sessions.push_back(std::move(view));
    for (const auto &[key, version] : rows)
        taken.changes.rows.push_back({key.first, key.second, version});
    taken.changes.notices.assign(std::make_move_iterator(notices.begin()), std::make_move_iterator(notices.end()));
    taken.changes.events.assign(std::make_move_iterator(events.begin()), std::make_move_iterator(events.end()));
    return taken;
}

}  // namespace aftercharge

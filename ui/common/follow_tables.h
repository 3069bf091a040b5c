// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <initializer_list>

#include "models/live/live_feed.h"

namespace aftercharge {

// How long a page of rows rests after a change before it reads again.
constexpr int changed_rows_rest_ms = 400;

// Calls `read_again` once `rest_ms` after a row of `tables` (none named: of any) has changed, and
// at once when the feed has been resynchronised. A burst is answered once, and not put off for
// ever. Ends with `page`.
void follow_tables(LiveFeed &feed, QObject *page, std::initializer_list<ChangedTable> tables, int rest_ms,
                   const std::function<void()> &read_again);

}  // namespace aftercharge

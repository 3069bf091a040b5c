// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <map>

#include "models/workflow/session_view.h"

namespace aftercharge {

// Which of several tellers knows a session best. A charge point may move from one daemon to
// another, and the one it left goes on telling what it knew last: of two tellers the one that
// received the newest report is right, and of one report told twice the one that knows the end.
// The store knows less of a report than any daemon.
class NewestSessions {
public:
    static constexpr std::uint64_t store_teller = 0;

    // Whether `view` is to be shown, told by `teller`. What one teller says is in order.
    bool take(const SessionView &view, std::uint64_t teller);

private:
    static constexpr std::size_t max_ended = 10'000;  // then the oldest are forgotten

    struct Known {
        std::uint64_t teller = 0;
        UtcTime received_at;
        bool ended = false;
    };
    std::map<OrderNo, Known> known_;
    std::deque<OrderNo> ended_;
};

}  // namespace aftercharge

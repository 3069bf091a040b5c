// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "models/domain/approval.h"
#include "models/workflow/work.h"

namespace aftercharge {

// What every kind of request has in common while it waits, each within the caller's unit of work.

// Fails with `expired` when it has waited longer than its life.
Result<void> check_alive(ApprovalReader &approvals, UtcTime asked_at, UtcTime now, ErrorCode expired,
                         const std::string &number);

// So many votes there are, with the one just cast, of those that the rules ask for.
struct VoteCount {
    int given = 0;
    int needed = 1;
    bool is_enough() const { return given >= needed; }
    std::string text() const { return std::to_string(given) + " of " + std::to_string(needed) + " people"; }
};

// One more person's vote, by `vote.login`, about `vote.up_to`. Errors: approval.already_given.
Result<VoteCount> cast_vote(UnitOfWork &unit, const ApprovalVote &vote);

}  // namespace aftercharge

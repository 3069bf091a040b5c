// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/approval_votes.h"

#include "models/workflow/approval_rules.h"

namespace aftercharge {

Result<void> check_alive(ApprovalReader &approvals, UtcTime asked_at, UtcTime now, ErrorCode expired,
                         const std::string &number)
{
    const auto life = approvals.life();
    if (!life)
        return pass_on(life);
    if (now - asked_at <= *life)
        return {};
    return fail(expired, number + " has waited for more than " +
                             std::to_string(std::chrono::duration_cast<std::chrono::hours>(*life).count()) + " h");
}

Result<VoteCount> cast_vote(UnitOfWork &unit, const ApprovalVote &vote)
{
    const auto needed = approvers_needed(unit.approvals(), vote.up_to);
    if (!needed)
        return pass_on(needed);
    // Counted before: the vote itself is written when the unit of work ends.
    const auto before = unit.approvals().votes(vote.subject);
    if (!before)
        return pass_on(before);
    if (auto voted = unit.approvals().vote(vote); !voted)
        return pass_on(voted);
    return VoteCount{.given = static_cast<int>(before->size()) + 1, .needed = *needed};
}

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <vector>

#include "models/domain/actor.h"
#include "models/domain/approval.h"
#include "models/workflow/work.h"

namespace aftercharge {

// How many different people besides the requester `amount` needs by the rules; at least 1. An
// amount of another currency than the rules' needs the most that any of them asks for.
int approvers_needed(const std::vector<ApprovalRule> &rules, const Money &amount);
Result<int> approvers_needed(ApprovalReader &approvals, const Money &amount);

// Administrators only, audited. Errors: money.currency_mismatch (not the network's),
// money.not_positive (below 0), input.invalid (0 approvers, more than max_approvers; a life out of bounds; no such
// rule), operator.*.
Result<void> set_approval_rule(Work &work, const ApprovalRule &rule, const Actor &actor);
Result<void> remove_approval_rule(Work &work, const Money &above, const Actor &actor);
Result<void> set_approval_life(Work &work, std::chrono::milliseconds life, const Actor &actor);

}  // namespace aftercharge

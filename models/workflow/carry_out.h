// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "models/workflow/work.h"

namespace aftercharge {

// Carries out decisions that were handed in at desks without an engine, oldest first, at most
// `limit` at a time; `owner` is this process among those that serve the store. Each is done as
// the person under whose login it was handed in, and marked done with its outcome (see perform) in
// the one unit of work that does it: whatever fails in between, it is done once or not yet. One
// that is refused is marked so with the error's code. A failure of the store itself (in use,
// unreachable, to be tried again) leaves it waiting for the next who comes after the lease.
// Answers how many are over by this; the store's error where it failed before the first was.
Result<int> carry_out_decisions(Work &work, const std::string &owner, int limit);

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/account.h"
#include "models/workflow/work.h"

namespace aftercharge {

struct TopUp {
    MemberId member_id;
    Money amount;
    Uuid transfer_id;  // the caller's: sent twice it is one top-up
    Actor actor;
};

// gateway_clearing → available, then pays what is owed, oldest order first; an order with
// nothing owed any more becomes PAYED.
Result<MemberBalance> top_up_member(Work &work, const TopUp &top_up);

}  // namespace aftercharge

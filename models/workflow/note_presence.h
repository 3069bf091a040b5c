// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/domain/presence.h"
#include "models/workflow/work.h"

namespace aftercharge {

// Who says it, and at which of his desks.
struct DeskPerson {
    OperatorName login;
    Uuid desk;
};

// Notes what a person does with a ticket for the next 15 s and answers who else is there, other
// desks of the same person included. operator.not_permitted for who does not work at a desk.
Result<std::vector<Present>> note_presence(Work &work, const std::string &subject, Doing doing,
                                           const DeskPerson &person);
Result<void> leave_presence(Work &work, const std::string &subject, const DeskPerson &person);

// Takes or renews the courtesy of one desk an order for the next 60 s (lease.held: lease_holder()).
Result<MoneyLease> take_money_lease(Work &work, const OrderNo &order_no, const DeskPerson &person);
Result<void> drop_money_lease(Work &work, const OrderNo &order_no, const DeskPerson &person);

}  // namespace aftercharge

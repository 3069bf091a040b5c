// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/domain/presence.h"
#include "models/workflow/desk_service.h"

namespace aftercharge {

// What the screens say and ask about colleagues: DeskService's third part. Who acts is the person
// logged in; which desk this is, its maker knows.
//
// All of it is a courtesy that spares double work and never what protects the money: that is
// versions, locks and the store's rules, behind the other two. So whatever fails here stops
// nobody: a screen that cannot ask shows nobody, and works on.
class PresenceDesk {
public:
    virtual ~PresenceDesk() = default;

    // "This desk does `doing` with `subject`" (a ticket's number), for presence_lives; to be said
    // again every presence_renewed_after. Answers who else is there, by name.
    virtual Answered<std::vector<Present>> note_presence(const std::string &subject, Doing doing) = 0;
    virtual Answered<void> leave(const std::string &subject) = 0;

    // This desk prepares a decision about the order's money, for money_lease_lives; to be renewed
    // every money_lease_renewed_after. lease.held while another desk does (lease_holder()).
    virtual Answered<MoneyLease> take_money_lease(const OrderNo &order_no) = 0;
    virtual Answered<void> drop_money_lease(const OrderNo &order_no) = 0;
};

}  // namespace aftercharge

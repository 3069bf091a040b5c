// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "models/workflow/presence_desk.h"

namespace aftercharge {

// Colleagues as a test puts them: who is there, who holds an order's money lease. Every call is
// noted in `calls`: "note_presence T-20931 LOOKING", "leave T-20931", "take_money_lease C…",
// "drop_money_lease C…".
class FakePresenceDesk : public PresenceDesk {
public:
    FakePresenceDesk();

    std::map<std::string, std::vector<Present>> others;  // by subject
    std::map<OrderNo, LeaseHolder> holders;              // somebody else's
    UtcTime now;                                         // what a lease that is granted counts from
    std::vector<std::string> calls;

    // Replace to refuse or to answer later.
    std::function<Answered<std::vector<Present>>(const std::string &, Doing)> on_note;
    std::function<Answered<MoneyLease>(const OrderNo &)> on_take;

    void arrives(const std::string &subject, const char *login, Doing doing);
    void leaves(const std::string &subject, const char *login);
    bool called(const std::string &beginning) const;
    int times(const std::string &beginning) const;

    Answered<std::vector<Present>> note_presence(const std::string &subject, Doing doing) override;
    Answered<void> leave(const std::string &subject) override;
    Answered<MoneyLease> take_money_lease(const OrderNo &order_no) override;
    Answered<void> drop_money_lease(const OrderNo &order_no) override;
};

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workflow/presence_desk.h"
#include "models/workflow/remote_desk.h"

namespace aftercharge {

// Presence beside a shared store, through the gate's own functions; `desk_id` is made once a
// program.
class RemotePresenceDesk : public PresenceDesk {
public:
    RemotePresenceDesk(DecisionSender &sender, ReadThread &reads, const RemoteDesk &desk, const Uuid &desk_id)
        : sender_(sender), reads_(reads), desk_(desk), desk_id_(desk_id)
    {
    }

    Answered<std::vector<Present>> note_presence(const std::string &subject, Doing doing) override;
    Answered<void> leave(const std::string &subject) override;
    Answered<MoneyLease> take_money_lease(const OrderNo &order_no) override;
    Answered<void> drop_money_lease(const OrderNo &order_no) override;

private:
    DecisionSender &sender_;
    ReadThread &reads_;
    const RemoteDesk &desk_;
    Uuid desk_id_;
};

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workflow/engine_thread.h"
#include "models/workflow/local_desk.h"
#include "models/workflow/note_presence.h"
#include "models/workflow/presence_desk.h"

namespace aftercharge {

// Presence where the engine runs in the same process: short units of work on its thread, by
// whoever is logged in at `desk`. Another program on the same store sees them.
class LocalPresenceDesk : public PresenceDesk {
public:
    LocalPresenceDesk(EngineThread &engine, const LocalDesk &desk, const Uuid &desk_id)
        : engine_(engine), desk_(desk), desk_id_(desk_id)
    {
    }

    Answered<std::vector<Present>> note_presence(const std::string &subject, Doing doing) override;
    Answered<void> leave(const std::string &subject) override;
    Answered<MoneyLease> take_money_lease(const OrderNo &order_no) override;
    Answered<void> drop_money_lease(const OrderNo &order_no) override;

private:
    DeskPerson person() const { return {desk_.who(), desk_id_}; }

    EngineThread &engine_;
    const LocalDesk &desk_;
    Uuid desk_id_;
};

}  // namespace aftercharge

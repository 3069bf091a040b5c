// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "models/domain/id.h"
#include "models/live/live_feed.h"
#include "models/store/sql/local_store.h"
#include "models/workflow/approval_desk.h"
#include "models/workflow/desk_service.h"
#include "models/workflow/goods_desk.h"
#include "models/workflow/presence_desk.h"

namespace aftercharge {

class StoreStatus;

// What stands behind a desk's windows: an engine of its own (LocalHost), or a shared store and
// its daemons (RemoteHost).
class DeskParts {
public:
    virtual ~DeskParts() = default;

    virtual DeskService &desk() = 0;
    virtual GoodsDesk &goods() = 0;
    virtual PresenceDesk &presence() = 0;
    virtual ApprovalDesk &approvals() = 0;
    // Speaks in the thread in which this was made.
    virtual LiveFeed &feed() = 0;
    // As the store was found when it was opened.
    virtual const OpenReport &report() const = 0;
    virtual bool serves_charge_points() const = 0;
    // Who alone works here; none: whoever holds the store's key says who he is.
    virtual std::optional<OperatorName> login() const = 0;
    // How the line to a shared store is; null of a local one.
    virtual StoreStatus *status() = 0;
};

}  // namespace aftercharge

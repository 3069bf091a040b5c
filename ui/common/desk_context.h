// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QSettings>

#include "models/domain/actor.h"
#include "models/domain/network.h"
#include "models/live/live_feed.h"
#include "models/live/store_status.h"
#include "models/workflow/approval_desk.h"
#include "models/workflow/desk_service.h"
#include "models/workflow/goods_desk.h"
#include "models/workflow/presence_desk.h"
#include "ui/common/format.h"
#include "ui/common/theme_controller.h"

namespace aftercharge {

// What every page is given: the engine behind its interface, the feed, how things look and
// are written, and who works here. All outlive the pages.
struct DeskContext {
    DeskService &desk;
    GoodsDesk &goods;
    PresenceDesk &presence;
    ApprovalDesk &approvals;
    LiveFeed &feed;
    ThemeController &themes;
    QSettings &settings;
    Format format;
    Operator person;
    Network network;
    const Clock *clock = nullptr;  // none: the computer's own
    StoreStatus *store = nullptr;  // of a shared store; none: a local one
};

}  // namespace aftercharge

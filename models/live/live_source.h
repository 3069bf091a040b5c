// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "models/domain/notice.h"
#include "models/store/registry.h"
#include "models/workflow/open_ticket.h"
#include "models/workflow/session_view.h"

namespace aftercharge {

// What the live and the customer server ask of the engine; implemented in app/wiring. Called
// on the server's thread, must not block. Every `done` is called once, from any thread: the
// server takes it over to its own, and drops it when it is closed by then.

class LiveSource {
public:
    virtual ~LiveSource() = default;
    // The running sessions, read after the changes that were published before.
    virtual void snapshot(std::function<void(std::vector<SessionView>)> done) = 0;
};

class TokenCheck {
public:
    virtual ~TokenCheck() = default;
    virtual void check(std::string token, std::function<void(Result<AccessToken>)> done) = 0;  // token.invalid
};

// One order as its customer may see it.
struct CustomerHistory {
    std::optional<SessionView> session;  // of a charging order
    std::vector<Notice> notices;         // all so far, oldest first
    MemberId member_id = {};             // of a goods order, which has no session
};

class CustomerSource {
public:
    virtual ~CustomerSource() = default;
    virtual void history(OrderNo order_no, std::function<void(Result<CustomerHistory>)> done) = 0;
};

class CustomerIntake {
public:
    virtual ~CustomerIntake() = default;
    virtual void open_ticket(TicketDraft draft, std::function<void(Result<TicketNo>)> done) = 0;
};

}  // namespace aftercharge

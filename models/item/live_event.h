// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/domain/charging_order.h"
#include "models/domain/device_event.h"
#include "models/workflow/session_view.h"

namespace aftercharge {

// A line of what happened, as facts: the sentence is made in ui. Device: as the charge point
// reported it. The others are read from two states of a session.
struct LiveEvent {
    enum class Kind {
        Device,
        Started,
        Stopped,  // settled: fee, returned, owed, reason
        Phantom,
        MeterFast,
        OutOfBounds,  // voltage out of range or fluctuating
        SocFrozen,
        Offline,
        BackOnline,
        Silent,
        Fault,
        TicketOpened,  // detail: its number
    };
    Kind kind = Kind::Device;
    UtcTime at;
    ConnectorId connector;
    OrderNo order_no;
    Severity severity = Severity::Info;
    DeviceEventKind device_kind = DeviceEventKind::Other;
    std::string detail;
    StopReason reason = StopReason::None;
    Money fee;
    Money returned;
    Money owed;
    Money prepaid;
    bool customer_told = false;
    friend bool operator==(const LiveEvent &, const LiveEvent &) = default;
};

// What happened between two states of a session (`before` null: it is new), in no order.
std::vector<LiveEvent> events_between(const SessionView *before, const SessionView &after);
// The start of a session, and its stop when it is over: what its state alone tells.
std::vector<LiveEvent> events_of(const SessionView &session);
LiveEvent event_of(const DeviceEvent &event);
// Start, stop and loss of connection of a session are told with their amounts by the session
// itself; the bare report of them is left out.
bool is_told_by_session(const DeviceEvent &event);
// What a charge point reports in the ordinary course of things: nobody has to look at it.
bool is_routine(const LiveEvent &event);

}  // namespace aftercharge

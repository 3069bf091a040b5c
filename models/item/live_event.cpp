// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/item/live_event.h"

#include "models/item/session_condition.h"

namespace aftercharge {

namespace {

LiveEvent about(const SessionView &session, LiveEvent::Kind kind, UtcTime at, Severity severity)
{
    LiveEvent event;
    event.kind = kind;
    event.at = at;
    event.connector = session.connector;
    event.order_no = session.order_no;
    event.severity = severity;
    event.reason = session.stop_reason;
    event.fee = session.fee;
    event.returned = session.returned;
    event.owed = session.owed;
    event.prepaid = session.prepaid;
    return event;
}

LiveEvent stop_of(const SessionView &session)
{
    const bool fault = is_fault(session.stop_reason) && session.stop_reason != StopReason::EvDisconnected;
    const Severity severity = fault ? Severity::Fault : session.owed.is_positive() ? Severity::Warning : Severity::Info;
    return about(session, LiveEvent::Kind::Stopped, *session.stopped_at, severity);
}

struct SignKind {
    HealthSign sign;
    LiveEvent::Kind kind;
    Severity severity;
};
constexpr std::array sign_kinds{
    SignKind{HealthSign::Phantom, LiveEvent::Kind::Phantom, Severity::Fault},
    SignKind{HealthSign::MeterFast, LiveEvent::Kind::MeterFast, Severity::Fault},
    SignKind{HealthSign::SocFrozen, LiveEvent::Kind::SocFrozen, Severity::Warning},
    SignKind{HealthSign::VoltageOutOfRange, LiveEvent::Kind::OutOfBounds, Severity::Warning},
    SignKind{HealthSign::VoltageFluctuating, LiveEvent::Kind::OutOfBounds, Severity::Warning},
    SignKind{HealthSign::Silent, LiveEvent::Kind::Silent, Severity::Warning},
    SignKind{HealthSign::Fault, LiveEvent::Kind::Fault, Severity::Fault},
};

// When a report brought it, its instant; the receipt where nothing was reported.
UtcTime instant(const SessionView &session)
{
    return std::max(session.at, session.received_at);
}

void add_signs(std::vector<LiveEvent> &events, const SessionView &before, const SessionView &after)
{
    for (const SignKind &entry : sign_kinds) {
        if (after.has(entry.sign) && !before.has(entry.sign))
            events.push_back(about(after, entry.kind, instant(after), entry.severity));
    }
    if (is_offline(after) && !is_offline(before))
        events.push_back(about(after, LiveEvent::Kind::Offline, instant(after), Severity::Warning));
    if (!is_offline(after) && is_offline(before))
        events.push_back(about(after, LiveEvent::Kind::BackOnline, instant(after), Severity::Info));
}

}  // namespace

std::vector<LiveEvent> events_between(const SessionView *before, const SessionView &after)
{
    if (!before)
        return events_of(after);
    std::vector<LiveEvent> events;
    if (after.stopped_at && !before->stopped_at)
        events.push_back(stop_of(after));
    if (is_running(after))
        add_signs(events, *before, after);
    return events;
}

std::vector<LiveEvent> events_of(const SessionView &session)
{
    std::vector<LiveEvent> events{about(session, LiveEvent::Kind::Started, session.started_at, Severity::Info)};
    if (session.stopped_at) {
        events.push_back(stop_of(session));
        return events;
    }
    SessionView healthy = session;
    healthy.health = 0;
    healthy.connection = Connection::Online;
    add_signs(events, healthy, session);
    return events;
}

LiveEvent event_of(const DeviceEvent &event)
{
    LiveEvent made;
    made.at = event.received_at;
    made.connector = event.connector;
    made.order_no = event.order_no;
    made.severity = event.severity;
    made.device_kind = event.kind;
    made.detail = event.detail;
    return made;
}

bool is_routine(const LiveEvent &event)
{
    return event.kind == LiveEvent::Kind::Device && event.severity == Severity::Info &&
           event.device_kind != DeviceEventKind::Command;
}

bool is_told_by_session(const DeviceEvent &event)
{
    return !event.order_no.is_empty() && (event.kind == DeviceEventKind::Start || event.kind == DeviceEventKind::Stop);
}

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <variant>
#include <vector>

#include <QtCore/QByteArray>

#include "models/domain/device_event.h"
#include "models/domain/notice.h"
#include "models/workflow/changes.h"
#include "models/workflow/open_ticket.h"
#include "models/workflow/session_view.h"

// The frames of the live feed and the customer channel: JSON objects with one key, which names
// the frame. Amounts are integers of minor units beside their currency, times ISO 8601 UTC
// with milliseconds, quantities integers in the unit of the name; what was not reported is null.
namespace aftercharge::frames {

inline constexpr int protocol_version = 1;

// {"hello":{"protocol":1,"server_time":"…"}}
struct Hello {
    int protocol = protocol_version;
    UtcTime server_time;
    friend bool operator==(const Hello &, const Hello &) = default;
};

// {"snapshot":[…]}: whole sessions
struct Snapshot {
    std::vector<SessionView> sessions;
    friend bool operator==(const Snapshot &, const Snapshot &) = default;
};

// {"samples":[…]}: of each session only what changes while it runs; the rest of the view
// (station, member, start, prepayment, …) is default and was told before (apply_sample).
struct Samples {
    std::vector<SessionView> sessions;
    friend bool operator==(const Samples &, const Samples &) = default;
};

enum class SessionEvent { Started, Stopped, Settled };

constexpr auto text_table(SessionEvent)
{
    return std::array{EnumText{SessionEvent::Started, "started"}, EnumText{SessionEvent::Stopped, "stopped"},
                      EnumText{SessionEvent::Settled, "settled"}};
}

// {"session":{"event":"started", … the whole session}}
struct Session {
    SessionEvent event = SessionEvent::Started;
    SessionView session;
    friend bool operator==(const Session &, const Session &) = default;
};

// {"events":[…]}: the hardware report's newest lines, without the raw frames
struct DeviceEvents {
    std::vector<DeviceEvent> events;
    friend bool operator==(const DeviceEvents &, const DeviceEvents &) = default;
};

// {"ticket":{"ticket_no":"…"}}: the answer to a complaint
struct TicketAnswer {
    TicketNo ticket_no;
    friend bool operator==(const TicketAnswer &, const TicketAnswer &) = default;
};

// {"changed":{"table","id","version"}}, {"notice":{…}}, {"error":{"code","message"}}
using Frame = std::variant<Hello, Snapshot, Samples, Session, Changed, Notice, DeviceEvents, TicketAnswer, Error>;

QByteArray encode(const Frame &frame);
// input.invalid with what is wrong. A frame of a kind that is not known is refused likewise: a
// reader that is to live with later versions skips it.
Result<Frame> decode(const QByteArray &text);

// One entry of a samples array, for frames that are put together from cached entries.
QByteArray encode_sample(const SessionView &view);
QByteArray join_samples(const std::vector<QByteArray> &entries);
// Takes over from `sample` what a samples frame carries.
void apply_sample(SessionView &known, const SessionView &sample);

// What a client may send.
// {"subscribe":{"stations":["…"]}}: absent or empty means all
struct Subscribe {
    std::vector<StationId> stations;
    friend bool operator==(const Subscribe &, const Subscribe &) = default;
};
// {"ticket":{"kind","order_no","shipment_no","reason","text","evidence":[{"name","media_type","base64"}]}}
struct TicketRequest {
    TicketKind kind = TicketKind::ChargingComplaint;
    OrderNo order_no;
    std::string shipment_no;
    std::string reason;
    std::string text;
    std::vector<EvidenceFile> evidence;
};
using Request = std::variant<Subscribe, TicketRequest>;

inline constexpr std::size_t max_stations = 1'000;
inline constexpr std::size_t max_reason_bytes = 200;
// Of all evidence of one ticket together, before base64.
inline constexpr std::size_t max_evidence_total_bytes = 20'000'000;

Result<Request> decode_request(const QByteArray &text);
QByteArray encode(const Subscribe &subscribe);
QByteArray encode(const TicketRequest &ticket);

}  // namespace aftercharge::frames

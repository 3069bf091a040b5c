// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/ocpp16/frame.h"

namespace aftercharge::ocpp16 {
namespace {

// Longer ids are no ids: nobody has to echo a novel.
constexpr std::size_t max_echoed_id = 255;

Frame::Kind kind_of(JsonValue type)
{
    const std::string_view token = type.is(JsonKind::Number) ? type.token() : std::string_view{};
    if (token == "2")
        return Frame::Kind::Call;
    if (token == "3")
        return Frame::Kind::CallResult;
    return token == "4" ? Frame::Kind::CallError : Frame::Kind::Unknown;
}

void read_id(JsonValue id, Frame &frame, Suspicions &suspicions)
{
    if (id.is(JsonKind::Number)) {
        // Understood, but an answer carries a string: what such a client makes of it is its affair.
        suspicions.add("message id is a number");
        frame.message_id = id.text();
    } else if (id.is(JsonKind::String)) {
        frame.message_id = id.text();
    } else {
        frame.defect = "the message id is not a string";
        return;
    }
    if (frame.message_id.size() > max_echoed_id) {
        frame.message_id.clear();
        frame.defect = "the message id is too long";
        return;
    }
    if (frame.message_id.empty())
        suspicions.add("message id is empty");
    if (frame.message_id.size() > max_message_id)
        suspicions.add("message id is longer than 36 characters");
    frame.has_id = true;
}

void read_call(JsonValue action, Frame &frame, Suspicions &suspicions)
{
    if (!action.is(JsonKind::String)) {
        frame.defect = "the action is not a string";
        return;
    }
    frame.action = action.text();
    frame.payload = action.next();
    if (!frame.payload.exists() || frame.payload.is(JsonKind::Null))
        suspicions.add("payload is missing");
    if (frame.payload.next().exists())
        suspicions.add("elements after the payload");
}

}  // namespace

Frame read_frame(const JsonTape &tape, Suspicions &suspicions)
{
    Frame frame;
    const JsonValue root = tape.root();
    if (!root.is(JsonKind::Array)) {
        frame.defect = tape.defect().empty() ? "the frame is not an array" : tape.defect();
        return frame;
    }
    const JsonValue type = root.first();
    const JsonValue id = type.next();
    frame.kind = kind_of(type);
    if (frame.kind == Frame::Kind::Unknown)
        frame.defect = "unknown message type";
    else
        read_id(id, frame, suspicions);
    if (frame.defect.empty() && frame.kind == Frame::Kind::Call) {
        read_call(id.next(), frame, suspicions);
    } else if (frame.kind == Frame::Kind::CallResult) {
        frame.payload = id.next();
    } else if (frame.kind == Frame::Kind::CallError) {
        frame.error_code = id.next().text();
        frame.error_text = id.next().next().text();
    }
    if (!tape.defect().empty())
        frame.defect = tape.defect();
    if (tape.has_control_characters())
        suspicions.add("control characters in a string");
    return frame;
}

}  // namespace aftercharge::ocpp16

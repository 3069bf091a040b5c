// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/ocpp16/decode_message.h"

#include "models/gateway/ocpp16/decode_call.h"
#include "models/gateway/ocpp16/encode.h"
#include "models/gateway/ocpp16/frame.h"

namespace aftercharge::ocpp16 {
namespace {

constexpr std::size_t max_action_kept = 64;

DefectMessage defect_message(const Frame &frame, const Violation &violation)
{
    DefectMessage message;
    message.message_id = frame.message_id;
    message.report.action = excerpt(frame.action, max_action_kept);
    message.report.why = std::string(to_text(violation.word)) + ": " + violation.text;
    if (frame.kind == Frame::Kind::Call && frame.has_id)
        message.reply = encode_call_error(frame.message_id, violation.word, violation.text);
    return message;
}

Message decode_call_frame(Frame &frame, UtcTime received_at, Suspicions &suspicions)
{
    if (!frame.defect.empty()) {
        // What could be read of a broken stop is enough to confirm it.
        if (!frame.has_id || frame.action != "StopTransaction")
            return defect_message(frame, {ErrorWord::FormationViolation, frame.defect});
        suspicions.add("broken frame: " + frame.defect);
    }
    auto body = decode_call(frame.action, frame.payload, received_at, suspicions);
    if (!body)
        return defect_message(frame, body.error());
    return CallMessage{std::move(frame.message_id), std::move(*body), suspicions.take()};
}

}  // namespace

Message decode_message(std::string_view text, UtcTime received_at)
{
    const JsonTape tape(text);
    Suspicions suspicions;
    Frame frame = read_frame(tape, suspicions);
    switch (frame.kind) {
    case Frame::Kind::Call:
        return decode_call_frame(frame, received_at, suspicions);
    case Frame::Kind::CallResult:
        if (frame.has_id && frame.defect.empty())
            return ResultMessage{frame.message_id, frame.payload.member("status").text()};
        break;
    case Frame::Kind::CallError:
        if (frame.has_id && frame.defect.empty())
            return ErrorMessage{frame.message_id, frame.error_code, frame.error_text};
        break;
    case Frame::Kind::Unknown:
        break;
    }
    return defect_message(frame, {ErrorWord::FormationViolation, frame.defect});
}

}  // namespace aftercharge::ocpp16

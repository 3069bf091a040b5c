// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "models/domain/time.h"
#include "models/gateway/chargepoint/messages.h"

namespace aftercharge::ocpp16 {

// A request that was understood, perhaps with suspicions; it waits for its answer.
struct CallMessage {
    std::string message_id;
    chargepoint::Body body;
    std::vector<std::string> suspicions;
};

// A frame that was not. `reply` is the CALLERROR that the protocol demands; empty where it
// demands none (no CALL, or one whose id cannot be read).
struct DefectMessage {
    std::string message_id;
    chargepoint::MalformedReport report;
    std::string reply;
};

// Answers to our own calls.
struct ResultMessage {
    std::string message_id;
    std::string status;  // the payload's word; empty if it has none
};
struct ErrorMessage {
    std::string message_id;
    std::string code;
    std::string text;
};

using Message = std::variant<CallMessage, DefectMessage, ResultMessage, ErrorMessage>;

// A text frame of OCPP-J 1.6. Pure: the same bytes and receive time give the same message.
// StopTransaction always comes out as a CallMessage if its id and its action can be read.
Message decode_message(std::string_view frame, UtcTime received_at);

}  // namespace aftercharge::ocpp16

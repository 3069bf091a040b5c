// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "models/gateway/ocpp16/json_tape.h"
#include "models/gateway/ocpp16/suspicions.h"

namespace aftercharge::ocpp16 {

inline constexpr std::size_t max_message_id = 36;

// The envelope of OCPP-J 1.6: [2,id,action,payload], [3,id,payload], [4,id,code,text,details].
struct Frame {
    enum class Kind { Call, CallResult, CallError, Unknown };

    Kind kind = Kind::Unknown;
    bool has_id = false;
    std::string message_id;
    std::string action;      // of a call
    std::string error_code;  // of a CALLERROR
    std::string error_text;
    std::string defect;  // why the envelope or its JSON is broken; empty for a sound one
    JsonValue payload;   // of a call or a result; of a broken one what could be read
};

// `tape` holds the text that the frame's payload points into.
Frame read_frame(const JsonTape &tape, Suspicions &suspicions);

}  // namespace aftercharge::ocpp16

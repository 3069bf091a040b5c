// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "models/gateway/chargepoint/messages.h"
#include "models/gateway/ocpp16/violation.h"

namespace aftercharge::ocpp16 {

// The CALLRESULT of an answer; the CALLERROR InternalError of TryAgainAnswer.
std::string encode_answer(const chargepoint::Answer &answer);
std::string encode_call_error(std::string_view message_id, ErrorWord word, std::string_view text);
// The CALL of a command.
std::string encode_command(std::string_view message_id, const chargepoint::Command &command);

}  // namespace aftercharge::ocpp16

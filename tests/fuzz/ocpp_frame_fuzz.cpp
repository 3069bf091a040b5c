// SPDX-License-Identifier: GPL-3.0-or-later
// What a charge point may send before and after its handshake: no crash, every call answered
// or kept, every reply sound JSON that names the message.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "models/gateway/ocpp16/decode_message.h"
#include "models/gateway/ocpp16/encode.h"
#include "models/gateway/ocpp16/json_tape.h"
#include "models/gateway/ocpp16/upgrade_request.h"

using namespace aftercharge;
using namespace aftercharge::ocpp16;

namespace {

constexpr UtcTime received_at{std::chrono::milliseconds{1'795'514'400'000}};

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void check_reply(const std::string &reply, std::string_view type, const std::string &message_id)
{
    const JsonTape tape(reply);
    require(tape.defect().empty());
    const JsonValue first = tape.root().first();
    require(first.token() == type && first.next().text() == message_id);
}

void check_readings(const std::vector<Reading> &readings)
{
    for (const Reading &reading : readings) {
        require(!reading.soc || (reading.soc->value() >= 0 && reading.soc->value() <= 1000));
        if (const auto power = reading.power_or_vi())
            require(power->value() <= 3'000'000'000'000 && power->value() >= -3'000'000'000'000);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    const Message message = decode_message(text, received_at);
    if (const auto *call = std::get_if<CallMessage>(&message)) {
        check_reply(encode_answer({{1, call->message_id}, chargepoint::MeterAnswer{}}), "3", call->message_id);
        if (const auto *meter = std::get_if<chargepoint::MeterReport>(&call->body))
            check_readings(meter->readings);
        if (const auto *stop = std::get_if<chargepoint::StopRequest>(&call->body))
            check_readings(stop->readings);
    } else if (const auto *defect = std::get_if<DefectMessage>(&message)) {
        require(!defect->report.why.empty());
        if (!defect->reply.empty()) {
            require(defect->report.action != "StopTransaction");
            check_reply(defect->reply, "4", defect->message_id);
        }
    }
    if (const auto request = parse_upgrade_request(text))
        require(!request->basic || request->basic->size() <= size);
    return 0;
}

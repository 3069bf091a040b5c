// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/ocpp16/encode.h"

namespace aftercharge::ocpp16 {
namespace {

using namespace chargepoint;

template<typename... F>
struct Overloaded : F... {
    using F::operator()...;
};
template<typename... F>
Overloaded(F...) -> Overloaded<F...>;  // clang 14 does not deduce aggregates

// A JSON string with its quotes.
std::string json_string(std::string_view text)
{
    constexpr std::string_view hex = "0123456789abcdef";
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20) {
            out += "\\u00";
            out += hex[byte >> 4];
            out += hex[byte & 0x0f];
        } else {
            out += c;
        }
    }
    return out += '"';
}

std::string_view tag_word(TagStatus status)
{
    switch (status) {
    case TagStatus::Accepted:
        return "Accepted";
    case TagStatus::Blocked:
        return "Blocked";
    case TagStatus::Expired:
        return "Expired";
    case TagStatus::ConcurrentTx:
        return "ConcurrentTx";
    case TagStatus::Invalid:
        break;
    }
    return "Invalid";
}

std::string id_tag_info(TagStatus status)
{
    return "\"idTagInfo\":{\"status\":" + json_string(tag_word(status)) + '}';
}

std::string now(UtcTime time)
{
    return "\"currentTime\":" + json_string(to_iso8601(time));
}

std::string call(std::string_view message_id, std::string_view action, const std::string &payload)
{
    return "[2," + json_string(message_id) + ',' + json_string(action) + ',' + payload + ']';
}

}  // namespace

std::string encode_call_error(std::string_view message_id, ErrorWord word, std::string_view text)
{
    return "[4," + json_string(message_id) + ',' + json_string(to_text(word)) + ',' + json_string(text.substr(0, 255)) +
           ",{}]";
}

std::string encode_answer(const Answer &answer)
{
    if (const auto *again = std::get_if<TryAgainAnswer>(&answer.body))
        return encode_call_error(answer.to.message_id, ErrorWord::InternalError, again->why);
    const std::string payload = std::visit(
        Overloaded{
            [](const BootAnswer &a) {
                return "\"status\":\"Accepted\"," + now(a.now) +
                       ",\"interval\":" + std::to_string(a.heartbeat_interval_s);
            },
            [](const HeartbeatAnswer &a) { return now(a.now); },
            [](const AuthorizeAnswer &a) { return id_tag_info(a.status); },
            [](const StartAnswer &a) {
                return "\"transactionId\":" + std::to_string(a.transaction_id) + ',' + id_tag_info(a.status);
            },
            [](const DataTransferAnswer &a) {
                return std::string(a.known_vendor ? "\"status\":\"Accepted\"" : "\"status\":\"UnknownVendorId\"");
            },
            [](const auto &) { return std::string(); },  // StopTransaction, MeterValues, StatusNotification
        },
        answer.body);
    return "[3," + json_string(answer.to.message_id) + ",{" + payload + "}]";
}

std::string encode_command(std::string_view message_id, const Command &command)
{
    const auto connector = [](int id) { return "\"connectorId\":" + std::to_string(id); };
    return std::visit(
        Overloaded{
            [&](const RemoteStop &c) {
                return call(message_id, "RemoteStopTransaction",
                            "{\"transactionId\":" + std::to_string(c.transaction_id) + '}');
            },
            [&](const RemoteStart &c) {
                const std::string where = c.connector_id > 0 ? connector(c.connector_id) + ',' : std::string();
                return call(message_id, "RemoteStartTransaction",
                            '{' + where + "\"idTag\":" + json_string(c.id_tag) + '}');
            },
            [&](const UnlockConnector &c) {
                return call(message_id, "UnlockConnector", '{' + connector(c.connector_id) + '}');
            },
            [&](const Reset &c) {
                return call(message_id, "Reset", c.hard ? "{\"type\":\"Hard\"}" : "{\"type\":\"Soft\"}");
            },
            [&](const ChangeConfiguration &c) {
                return call(message_id, "ChangeConfiguration",
                            "{\"key\":" + json_string(c.key) + ",\"value\":" + json_string(c.value) + '}');
            },
        },
        command);
}

}  // namespace aftercharge::ocpp16

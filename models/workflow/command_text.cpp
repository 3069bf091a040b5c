// SPDX-License-Identifier: GPL-3.0-or-later
#include <charconv>
#include <vector>

#include "models/workflow/command_charge_point.h"

namespace aftercharge {
namespace {

using namespace chargepoint;

std::string words(const Command &command)
{
    struct Writer {
        std::string operator()(const RemoteStop &stop) const
        {
            return "RemoteStop " + std::to_string(stop.transaction_id);
        }
        std::string operator()(const RemoteStart &start) const
        {
            return "RemoteStart " + std::to_string(start.connector_id) + " " + start.id_tag;
        }
        std::string operator()(const UnlockConnector &unlock) const
        {
            return "UnlockConnector " + std::to_string(unlock.connector_id);
        }
        std::string operator()(const Reset &reset) const { return reset.hard ? "Reset Hard" : "Reset Soft"; }
        std::string operator()(const ChangeConfiguration &change) const
        {
            return "ChangeConfiguration " + change.key + " " + change.value;
        }
    };
    return std::visit(Writer{}, command);
}

// At most `count` words; the last takes the rest of the line.
std::vector<std::string> split(std::string_view text, std::size_t count)
{
    std::vector<std::string> parts;
    while (parts.size() + 1 < count) {
        const std::size_t space = text.find(' ');
        if (space == std::string_view::npos)
            break;
        parts.emplace_back(text.substr(0, space));
        text.remove_prefix(space + 1);
    }
    parts.emplace_back(text);
    return parts;
}

template<typename Integer>
std::optional<Integer> integer(const std::string &text)
{
    Integer value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

std::optional<Command> command_of(const std::string &name, const std::string &arguments)
{
    if (name == "RemoteStop") {
        if (const auto id = integer<std::int64_t>(arguments))
            return RemoteStop{*id};
    }
    if (name == "UnlockConnector") {
        if (const auto id = integer<int>(arguments))
            return UnlockConnector{*id};
    }
    if (name == "Reset" && (arguments == "Hard" || arguments == "Soft"))
        return Reset{arguments == "Hard"};
    const std::vector<std::string> two = split(arguments, 2);
    if (two.size() != 2)
        return std::nullopt;
    if (name == "RemoteStart") {
        if (const auto id = integer<int>(two[0]))
            return RemoteStart{*id, two[1]};
    }
    if (name == "ChangeConfiguration")
        return ChangeConfiguration{two[0], two[1]};
    return std::nullopt;
}

}  // namespace

std::string command_to_text(const AddressedCommand &command)
{
    return command.charge_point_id.text() + " " + words(command.command);
}

Result<AddressedCommand> command_from_text(std::string_view text)
{
    const std::vector<std::string> parts = split(text, 3);
    if (parts.size() == 3) {
        const auto charge_point_id = ChargePointId::from_text(parts[0]);
        const auto command = command_of(parts[1], parts[2]);
        if (charge_point_id && command)
            return AddressedCommand{*charge_point_id, *command};
    }
    return fail(ErrorCode::InputInvalid, "not a command: " + std::string(text.substr(0, 100)));
}

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "models/domain/enum_text.h"
#include "models/domain/id.h"
#include "models/domain/network.h"

namespace aftercharge {

enum class DeviceEventKind {
    Connected,
    Disconnected,
    Boot,
    Status,
    Authorize,
    Start,
    Stop,
    DataTransfer,
    Command,  // what we asked of it, and its answer
    Suspect,  // kept, answered, not billed
    Other,
};

constexpr auto text_table(DeviceEventKind)
{
    return std::array{
        EnumText{DeviceEventKind::Connected, "CONNECTED"}, EnumText{DeviceEventKind::Disconnected, "DISCONNECTED"},
        EnumText{DeviceEventKind::Boot, "BOOT"},           EnumText{DeviceEventKind::Status, "STATUS"},
        EnumText{DeviceEventKind::Authorize, "AUTHORIZE"}, EnumText{DeviceEventKind::Start, "START"},
        EnumText{DeviceEventKind::Stop, "STOP"},           EnumText{DeviceEventKind::DataTransfer, "DATA_TRANSFER"},
        EnumText{DeviceEventKind::Command, "COMMAND"},     EnumText{DeviceEventKind::Suspect, "SUSPECT"},
        EnumText{DeviceEventKind::Other, "OTHER"},
    };
}

enum class Severity { Info, Warning, Fault };

constexpr auto text_table(Severity)
{
    return std::array{EnumText{Severity::Info, "INFO"}, EnumText{Severity::Warning, "WARNING"},
                      EnumText{Severity::Fault, "FAULT"}};
}

// A line of the hardware report: what a charge point said or was told. `raw` is the frame as
// it came, kept where it is evidence.
struct DeviceEvent {
    ConnectorId connector;
    UtcTime received_at;
    std::optional<UtcTime> reported_at;  // by its own clock
    DeviceEventKind kind = DeviceEventKind::Other;
    Severity severity = Severity::Info;
    OrderNo order_no;  // empty: none
    std::string detail;
    std::string raw;
    friend bool operator==(const DeviceEvent &, const DeviceEvent &) = default;
};

// A report that belongs to no order (the orphan log), with its raw message.
struct OrphanReport {
    Uuid id;
    ConnectorId connector;
    UtcTime received_at;
    std::int64_t transaction_id = 0;
    std::string reason;  // "unknown transaction", …
    std::string raw;
    friend bool operator==(const OrphanReport &, const OrphanReport &) = default;
};

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/connector_faults.h"

namespace aftercharge {
namespace {

constexpr std::chrono::seconds join_window{60};
// The number is the charge point's: what is beyond any charge point is not kept in memory.
constexpr int highest_connector = 100;

std::string words(const chargepoint::StatusReport &status)
{
    std::string text = status.error_code;
    for (const std::string &part : {status.vendor_error_code, status.info}) {
        if (!part.empty())
            text += " " + part;
    }
    return text;
}

}  // namespace

std::optional<ConnectorFaults::Fault> ConnectorFaults::note(const ConnectorId &connector,
                                                            const chargepoint::StatusReport &status,
                                                            UtcTime received_at)
{
    if (status.fault == StopReason::None)
        return std::nullopt;
    const Fault fault{status.fault, words(status), status.at.value_or(received_at)};
    if (connector.connector_id >= 0 && connector.connector_id <= highest_connector)
        faults_[connector] = fault;
    return fault;
}

std::optional<ConnectorFaults::Fault> ConnectorFaults::near(const ConnectorId &connector, UtcTime at) const
{
    // A fault of the whole charge point (connector 0) stops every connector.
    for (const ConnectorId &place : {connector, ConnectorId{connector.charge_point_id, 0}}) {
        const auto found = faults_.find(place);
        if (found != faults_.end() && lie_near(found->second.at, at))
            return found->second;
    }
    return std::nullopt;
}

bool lie_near(UtcTime fault, UtcTime stop)
{
    return fault - stop < join_window && stop - fault < join_window;
}

bool leaves_open(StopReason reason)
{
    return reason == StopReason::Other || reason == StopReason::Local;
}

}  // namespace aftercharge

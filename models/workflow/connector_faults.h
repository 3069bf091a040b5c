// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>

#include "models/gateway/chargepoint/messages.h"

namespace aftercharge {

// The last fault that each connector reported. OCPP 1.6 names over-temperature and insulation
// faults only in a StatusNotification beside the stop; the two are joined when they lie
// within a minute of each other by the charge point's own clock.
class ConnectorFaults {
public:
    struct Fault {
        StopReason reason = StopReason::None;
        std::string detail;  // error code, vendor's code and words
        UtcTime at;
    };

    // Returns the fault that the report tells of, if it does.
    std::optional<Fault> note(const ConnectorId &connector, const chargepoint::StatusReport &status,
                              UtcTime received_at);
    // The fault that explains a stop at `at`, if the stop itself names no better reason.
    std::optional<Fault> near(const ConnectorId &connector, UtcTime at) const;

private:
    std::map<ConnectorId, Fault> faults_;
};

// Whether a fault and a stop lie near enough to each other to be joined.
bool lie_near(UtcTime fault, UtcTime stop);

// What a stop's own reason leaves open: Other and an unspecific Local may be explained by a fault.
bool leaves_open(StopReason reason);

}  // namespace aftercharge
